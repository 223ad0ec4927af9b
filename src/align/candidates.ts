import type {Block} from './blocks.js'
import {shared} from './likeness.js'

/** Two blocks that share shingles. `inA`: how much of A's stands in B; `likeness`: Dice's coefficient. */
export interface Near {
  readonly a: number
  readonly b: number
  readonly likeness: number
  readonly inA: number
  readonly inB: number
}

/** A shingle that stands in more pairs of blocks than this says little and is not followed. */
const commonest = 64
/** So many of the best partners of a block are looked at closely. */
const shortlist = 8

/** Blocks that could be one another's versions; tables only with tables, contents lines only with contents lines. */
export function candidates(a: readonly Block[], b: readonly Block[]): Near[] {
  const left = postings(a)
  const right = postings(b)
  const counts = new Map<number, number>()
  const width = b.length
  let i = 0
  let j = 0
  while (i < left.hashes.length && j < right.hashes.length) {
    const h = left.hashes[i]!
    const g = right.hashes[j]!
    if (h < g) i++
    else if (g < h) j++
    else {
      let ie = i
      let je = j
      while (ie < left.hashes.length && left.hashes[ie] === h) ie++
      while (je < right.hashes.length && right.hashes[je] === h) je++
      if ((ie - i) * (je - j) <= commonest)
        for (let x = i; x < ie; x++)
          for (let y = j; y < je; y++) {
            const key = left.owners[x]! * width + right.owners[y]!
            counts.set(key, (counts.get(key) ?? 0) + 1)
          }
      i = ie
      j = je
    }
  }
  return shortlisted(counts, width, a, b)
}

export function groupOf(block: Block): string {
  return block.kind === 'table' || block.kind === 'contents' || block.kind === 'title' ? block.kind : 'text'
}

function shortlisted(
  counts: ReadonlyMap<number, number>,
  width: number,
  a: readonly Block[],
  b: readonly Block[]
): Near[] {
  const best = [...counts]
    .map(([key, count]) => ({i: Math.floor(key / width), j: key % width, count}))
    .filter(({i, j}) => groupOf(a[i]!) === groupOf(b[j]!))
    .sort((x, y) => y.count - x.count || x.i - y.i || x.j - y.j)
  const seenA = new Int32Array(a.length)
  const seenB = new Int32Array(b.length)
  const near: Near[] = []
  for (const {i, j} of best) {
    if (seenA[i]! >= shortlist && seenB[j]! >= shortlist) continue
    seenA[i]!++
    seenB[j]!++
    const x = a[i]!
    const y = b[j]!
    const common = shared(x.shingles, y.shingles)
    near.push({
      a: x.index,
      b: y.index,
      likeness: (2 * common) / (x.shingles.length + y.shingles.length),
      inA: common / x.shingles.length,
      inB: common / y.shingles.length
    })
  }
  return near
}

/** Every shingle with the place (in the list given) of the block it stands in, sorted by shingle. */
function postings(blocks: readonly Block[]): {hashes: Int32Array; owners: Int32Array} {
  let total = 0
  for (const block of blocks) total += block.shingles.length
  const keys = new Float64Array(total)
  let at = 0
  blocks.forEach((block, i) => {
    for (const hash of block.shingles) keys[at++] = hash * 0x200000 + i
  })
  keys.sort()
  const hashes = new Int32Array(total)
  const owners = new Int32Array(total)
  for (let k = 0; k < total; k++) {
    const hash = Math.floor(keys[k]! / 0x200000)
    hashes[k] = hash
    owners[k] = keys[k]! - hash * 0x200000
  }
  return {hashes, owners}
}
