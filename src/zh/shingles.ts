/** Likeness of Chinese texts by the pairs of characters they share. */

/** Two neighbouring Han characters, letters or digits as one number; -1 where either is a mark or white space. */
function pair(a: number, b: number): number {
  return carries(a) && carries(b) ? a * 0x10000 + b : -1
}

function carries(code: number): boolean {
  return (
    (code >= 0x3400 && code <= 0x9fff) ||
    (code >= 0x30 && code <= 0x39) ||
    (code >= 0x41 && code <= 0x5a) ||
    (code >= 0x61 && code <= 0x7a)
  )
}

/** The different pairs of neighbouring characters in a text, in order of first appearance. */
export function bigrams(text: string): number[] {
  const seen = new Set<number>()
  for (let i = 1; i < text.length; i++) {
    const gram = pair(text.charCodeAt(i - 1), text.charCodeAt(i))
    if (gram >= 0) seen.add(gram)
  }
  return [...seen]
}

/** Texts as bags of bigrams, each bigram weighted by how few of the texts hold it; one that only one text holds weighs nothing. */
export interface Lexicon {
  /** Bigram ids of text n, ascending. */
  readonly grams: readonly Int32Array[]
  /** Squared weights by bigram id. */
  readonly weight: Float64Array
  /** Root of the summed squared weights of text n. */
  readonly norm: Float64Array
}

/** `keys` says which texts are the same: they count once. */
export function lexicon(texts: readonly string[], keys: readonly number[]): Lexicon {
  const ids = new Map<number, number>()
  const counts: number[] = []
  const known = new Map<number, Int32Array>()
  const found = texts.map((text, t) => {
    const same = known.get(keys[t]!)
    if (same) return same
    const own = bigrams(text)
    const out = new Int32Array(own.length)
    for (let i = 0; i < own.length; i++) {
      let id = ids.get(own[i]!)
      if (id === undefined) {
        ids.set(own[i]!, (id = counts.length))
        counts.push(0)
      }
      counts[id]!++
      out[i] = id
    }
    known.set(keys[t]!, out)
    return out
  })
  const weight = new Float64Array(counts.length)
  for (let i = 0; i < counts.length; i++)
    weight[i] = counts[i] === 1 ? 0 : Math.log((known.size + 1) / counts[i]!) ** 2
  const shared = new Map<Int32Array, Int32Array>()
  const norm = new Float64Array(texts.length)
  const grams = found.map((own, t) => {
    let out = shared.get(own)
    if (!out) shared.set(own, (out = own.filter(id => counts[id]! > 1).sort()))
    let sum = 0
    for (const id of out) sum += weight[id]!
    norm[t] = Math.sqrt(sum)
    return out
  })
  return {grams, weight, norm}
}

/** Cosine of two texts of the lexicon, 0 to 1. */
export function cosine({grams, weight, norm}: Lexicon, a: number, b: number): number {
  const x = grams[a]!
  const y = grams[b]!
  let sum = 0
  for (let i = 0, j = 0; i < x.length && j < y.length;) {
    const p = x[i]!
    const q = y[j]!
    if (p === q) {
      sum += weight[p]!
      i++
      j++
    } else if (p < q) i++
    else j++
  }
  const scale = norm[a]! * norm[b]!
  return scale > 0 ? sum / scale : 0
}

/** Dice's coefficient of the bigrams of two texts, 0 to 1. */
export function likeness(x: string, y: string): number {
  const a = new Set(bigrams(x))
  const b = bigrams(y)
  if (a.size + b.length === 0) return 0
  let shared = 0
  for (const gram of b) if (a.has(gram)) shared++
  return (2 * shared) / (a.size + b.length)
}
