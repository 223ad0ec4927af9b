import {longestRun} from '../../core/ledger.js'
import {weave, type Strand, type Weigher} from './weave.js'

/** A place where both streams hold text that the other does not, so that two orders are possible. */
export interface Tie {
  readonly left: readonly Strand[]
  readonly right: readonly Strand[]
  /** Log odds of the order that was chosen. */
  readonly odds: number
}

/**
 * One order out of two that agree: sentences that both hold are one; what only one holds stands between the same neighbours as there.
 * Copies that cross are kept apart: their text stays twice.
 */
export function merge(
  left: readonly Strand[],
  right: readonly Strand[],
  keyOf: (strand: Strand) => number,
  weigher: Weigher
): {readonly order: Strand[]; readonly ties: Tie[]} {
  const order: Strand[] = []
  const ties: Tie[] = []
  let counts = weigher.start
  const take = (strands: readonly Strand[]) => {
    order.push(...strands)
    for (const strand of strands) counts = weigher.counted(counts, strand)
  }
  let i = 0
  let j = 0
  for (const [a, b] of [...matches(left, right, keyOf), [left.length, right.length] as const]) {
    const x = left.slice(i, a)
    const y = right.slice(j, b)
    const after = a < left.length ? both(left[a]!, right[b]!) : undefined
    if (x.length === 0 || y.length === 0) take([...x, ...y])
    else {
      const before = order.at(-1)
      const {chosen, odds} = weave(x, y, before, after, counts, weigher)
      take(chosen)
      ties.push({left: x, right: y, odds})
    }
    if (after) take([after])
    i = a + 1
    j = b + 1
  }
  return {order, ties}
}

/** A sentence that both hold. */
function both(a: Strand, b: Strand): Strand {
  return {units: [...a.units, ...b.units].sort((p, q) => p - q)}
}

/** Pairs of equal sentences, ascending in both: unique ones first, then their equal neighbours on either side. */
function matches(
  left: readonly Strand[],
  right: readonly Strand[],
  keyOf: (strand: Strand) => number
): (readonly [number, number])[] {
  const places = new Map<number, number>()
  const count = new Map<number, number>()
  right.forEach((strand, j) => {
    places.set(keyOf(strand), j)
    count.set(keyOf(strand), (count.get(keyOf(strand)) ?? 0) + 1)
  })
  const countLeft = new Map<number, number>()
  for (const strand of left) countLeft.set(keyOf(strand), (countLeft.get(keyOf(strand)) ?? 0) + 1)
  const pairs: [number, number][] = []
  left.forEach((strand, i) => {
    const key = keyOf(strand)
    if (count.get(key) === 1 && countLeft.get(key) === 1) pairs.push([i, places.get(key)!])
  })
  const chain = longestRun(pairs.map(p => p[1]))
  const anchors = pairs.filter((_, p) => chain.has(p))
  const out: [number, number][] = []
  let i = 0
  let j = 0
  for (const [a, b] of [...anchors, [left.length, right.length] as [number, number]]) {
    let from = i
    let fromRight = j
    while (from < a && fromRight < b && keyOf(left[from]!) === keyOf(right[fromRight]!))
      out.push([from++, fromRight++])
    let to = a
    let toRight = b
    const tail: [number, number][] = []
    while (to > from && toRight > fromRight && keyOf(left[to - 1]!) === keyOf(right[toRight - 1]!))
      tail.push([--to, --toRight])
    out.push(...common(left, right, from, to, fromRight, toRight, keyOf), ...tail.reverse())
    if (a < left.length) out.push([a, b])
    i = a + 1
    j = b + 1
  }
  return out
}

/** Longest common subsequence of two short stretches; none is looked for in long ones. */
function common(
  left: readonly Strand[],
  right: readonly Strand[],
  i0: number,
  i1: number,
  j0: number,
  j1: number,
  keyOf: (strand: Strand) => number
): [number, number][] {
  const w = j1 - j0
  const h = i1 - i0
  if (h === 0 || w === 0 || h * w > 40_000) return []
  const table = new Uint16Array((h + 1) * (w + 1))
  for (let i = h - 1; i >= 0; i--)
    for (let j = w - 1; j >= 0; j--)
      table[i * (w + 1) + j] =
        keyOf(left[i0 + i]!) === keyOf(right[j0 + j]!)
          ? table[(i + 1) * (w + 1) + j + 1]! + 1
          : Math.max(table[(i + 1) * (w + 1) + j]!, table[i * (w + 1) + j + 1]!)
  const out: [number, number][] = []
  for (let i = 0, j = 0; i < h && j < w;) {
    if (keyOf(left[i0 + i]!) === keyOf(right[j0 + j]!)) out.push([i0 + i++, j0 + j++])
    else if (table[(i + 1) * (w + 1) + j]! >= table[i * (w + 1) + j + 1]!) i++
    else j++
  }
  return out
}
