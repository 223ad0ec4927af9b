import {longestRun} from '../core/ledger.js'

/** A sentence of the merged order: the units that carry it, one of each stream that read it. */
export interface Strand {
  /** Units in it, the first in raw order first. */
  readonly units: readonly number[]
}

/** A place where both streams hold text that the other does not, so that two orders are possible. */
export interface Tie {
  readonly left: readonly Strand[]
  readonly right: readonly Strand[]
  /** Log odds of the order that was chosen. */
  readonly odds: number
}

export interface Weigher {
  /** Log odds that b follows a (unit indices; -1 for the end of the text). */
  follows(a: number, b: number): number
  /** Cost of an order in which the streams break apart between a and b although they were read together. */
  tears(a: number, b: number): number
  /** The places in the document of the first and last heading that open a sentence, -1 where none does. */
  opens(strand: Strand): number
  reaches(strand: Strand): number
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
  let i = 0
  let j = 0
  for (const [a, b] of [...matches(left, right, keyOf), [left.length, right.length] as const]) {
    const x = left.slice(i, a)
    const y = right.slice(j, b)
    if (x.length === 0 || y.length === 0) order.push(...x, ...y)
    else {
      const before = order.at(-1)
      const after = a < left.length ? left[a]! : undefined
      const {chosen, odds} = weave(x, y, before, after, weigher)
      order.push(...chosen)
      ties.push({left: x, right: y, odds})
    }
    if (a < left.length) order.push({units: [...left[a]!.units, ...right[b]!.units].sort((p, q) => p - q)})
    i = a + 1
    j = b + 1
  }
  return {order, ties}
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

/** More than one change of stream between two shared neighbours must be this much likelier than one. */
const interleavingOdds = 2
const longestWoven = 2500

/** The most likely order of two stretches between the same neighbours; each keeps its own order. */
function weave(
  x: readonly Strand[],
  y: readonly Strand[],
  before: Strand | undefined,
  after: Strand | undefined,
  weigher: Weigher
): {chosen: readonly Strand[]; odds: number} {
  const follows = (a: Strand | undefined, b: Strand | undefined) =>
    weigher.follows(a ? a.units.at(-1)! : -1, b ? b.units[0]! : -1)
  /** Cost of putting something of the other stretch before s[k]. */
  const torn = (s: readonly Strand[], k: number) => {
    const a = k > 0 ? s[k - 1] : before
    const b = k < s.length ? s[k] : after
    return weigher.tears(a ? a.units.at(-1)! : -1, b ? b.units[0]! : -1)
  }
  const joined = (first: readonly Strand[], second: readonly Strand[]) =>
    follows(before, first[0]) +
    follows(first.at(-1), second[0]) +
    follows(second.at(-1), after) -
    torn(first, first.length) -
    torn(second, 0)
  const past = {x: passed(x, weigher), y: passed(y, weigher)}
  const backX = (i: number, j: number) => back(weigher.opens(x[i]!), past.y[j]!)
  const backY = (i: number, j: number) => back(weigher.opens(y[j]!), past.x[i]!)
  const xy = joined(x, y) - sum(y.length, j => backY(x.length, j))
  const yx = joined(y, x) - sum(x.length, i => backX(i, y.length))
  const odds = Math.abs(xy - yx)
  // equally good: the raw order stands
  const xFirst = odds < 1 ? x[0]!.units[0]! < y[0]!.units[0]! : xy > yx
  const plain = {chosen: xFirst ? [...x, ...y] : [...y, ...x], odds}
  if (x.length * y.length > longestWoven || (x.length === 1 && y.length === 1)) return plain
  const woven = interleave(x, y, before, after, follows, torn, backX, backY)
  const inside = within(x, follows) + within(y, follows)
  const gain = woven.score - inside - Math.max(xy, yx)
  return gain > interleavingOdds ? {chosen: woven.chosen, odds: gain} : plain
}

/** An order in which a heading comes after a later one is out of the question. */
const goesBack = 30

function back(place: number, reached: number): number {
  return place >= 0 && place < reached ? goesBack : 0
}

/** How far the headings have come before s[k], for every k up to the end. */
function passed(s: readonly Strand[], weigher: Weigher): number[] {
  const out = [-1]
  for (const strand of s) out.push(Math.max(out.at(-1)!, weigher.reaches(strand)))
  return out
}

function sum(n: number, value: (i: number) => number): number {
  let total = 0
  for (let i = 0; i < n; i++) total += value(i)
  return total
}

type Follows = (a: Strand | undefined, b: Strand | undefined) => number

function within(s: readonly Strand[], follows: Follows): number {
  let sum = 0
  for (let k = 1; k < s.length; k++) sum += follows(s[k - 1], s[k])
  return sum
}

/** The best of all interleavings, by dynamic programming over (how much of x, how much of y, which came last). */
function interleave(
  x: readonly Strand[],
  y: readonly Strand[],
  before: Strand | undefined,
  after: Strand | undefined,
  follows: Follows,
  torn: (s: readonly Strand[], k: number) => number,
  backX: (i: number, j: number) => number,
  backY: (i: number, j: number) => number
): {chosen: Strand[]; score: number} {
  const w = y.length + 1
  const score = new Float64Array((x.length + 1) * w * 2).fill(-Infinity)
  const came = new Int8Array(score.length).fill(-1)
  const at = (i: number, j: number, side: number) => (i * w + j) * 2 + side
  const reach = (to: number, value: number, side: number) => {
    if (value <= score[to]!) return
    score[to] = value
    came[to] = side
  }
  reach(at(1, 0, 0), follows(before, x[0]) - torn(y, 0), -1)
  reach(at(0, 1, 1), follows(before, y[0]) - torn(x, 0), -1)
  for (let i = 0; i <= x.length; i++)
    for (let j = 0; j <= y.length; j++)
      for (let side = 0; side < 2; side++) {
        const here = score[at(i, j, side)]!
        if (here === -Infinity) continue
        const head = side === 0 ? x[i - 1] : y[j - 1]
        if (i < x.length)
          reach(
            at(i + 1, j, 0),
            here + follows(head, x[i]) - backX(i, j) - (side === 0 ? 0 : torn(y, j)),
            side
          )
        if (j < y.length)
          reach(
            at(i, j + 1, 1),
            here + follows(head, y[j]) - backY(i, j) - (side === 1 ? 0 : torn(x, i)),
            side
          )
      }
  const endX = score[at(x.length, y.length, 0)]! + follows(x.at(-1), after)
  const endY = score[at(x.length, y.length, 1)]! + follows(y.at(-1), after)
  const chosen: Strand[] = []
  let side = endX >= endY ? 0 : 1
  for (let i = x.length, j = y.length; i + j > 0;) {
    const prior = came[at(i, j, side)]!
    chosen.push(side === 0 ? x[--i]! : y[--j]!)
    side = prior
  }
  return {chosen: chosen.reverse(), score: Math.max(endX, endY)}
}
