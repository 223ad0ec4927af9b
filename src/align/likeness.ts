/**
 * How alike two texts are: the letters and numbers that are left when width, punctuation and layout are taken away, and the
 * character shingles of that. Chinese is written without spaces, so characters, not words.
 */

/** Letters, digits and signs of quantity alone, width folded. 1.5 stays apart from 15, 5% from 5, ≥ from ≤. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}%‰≥≤<>+=/℃.]+/gu, '')
    .replace(/\.(?![0-9])|(?<![0-9])\./g, '')
}

export const shingleSize = 3

/** The distinct shingles of a folded text as sorted 32-bit hashes; a text shorter than a shingle is one shingle. */
export function shinglesOf(folded: string, size = shingleSize): Int32Array {
  if (folded.length === 0) return new Int32Array(0)
  const count = Math.max(1, folded.length - size + 1)
  const hashes = new Int32Array(count)
  for (let i = 0; i < count; i++) hashes[i] = hashAt(folded, i, size)
  hashes.sort()
  let kept = 1
  for (let i = 1; i < count; i++) if (hashes[i] !== hashes[kept - 1]) hashes[kept++] = hashes[i]!
  return hashes.subarray(0, kept)
}

/** FNV-1a over `size` code units from `at`. */
export function hashAt(text: string, at: number, size: number): number {
  let hash = 0x811c9dc5
  const end = Math.min(at + size, text.length)
  for (let i = at; i < end; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return (hash ^ (hash >>> 15)) | 0
}

/** How many shingles two sorted sets share. */
export function shared(a: Int32Array, b: Int32Array): number {
  let i = 0
  let j = 0
  let count = 0
  while (i < a.length && j < b.length) {
    const d = a[i]! - b[j]!
    if (d === 0) {
      count++
      i++
      j++
    } else if (d < 0) i++
    else j++
  }
  return count
}

/** Dice's coefficient of two shingle sets: 0 nothing in common, 1 the same. */
export function dice(a: Int32Array, b: Int32Array): number {
  const total = a.length + b.length
  return total === 0 ? 1 : (2 * shared(a, b)) / total
}

/** Dice's coefficient of the characters of two short texts, order left aside. */
export function charDice(a: string, b: string): number {
  if (a.length + b.length === 0) return 1
  const counts = new Map<string, number>()
  for (const c of a) counts.set(c, (counts.get(c) ?? 0) + 1)
  let common = 0
  for (const c of b) {
    const left = counts.get(c) ?? 0
    if (left > 0) {
      common++
      counts.set(c, left - 1)
    }
  }
  return (2 * common) / ([...a].length + [...b].length)
}
