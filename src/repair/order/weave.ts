import type {Counts} from '../streams/numbering.js'

/** Which of two orders: what stands between the same neighbours in two streams, of which each passed over the other's. */

/** A sentence of the merged order: the units that carry it, one of each stream that read it. */
export interface Strand {
  /** Units in it, the first in raw order first. */
  readonly units: readonly number[]
}

/** Were the two read one after the other by one stream, with nothing between? Nothing was read with a unit that `begins`. */
export function readTogether(
  a: Strand,
  b: Strand,
  labels: Uint8Array,
  begins: ReadonlySet<number> = new Set()
): boolean {
  return a.units.some(x => b.units.some(y => y === x + 1 && labels[x] === labels[y] && !begins.has(y)))
}

export interface Weigher {
  /** Log odds that unit b follows unit a. */
  follows(a: number, b: number): number
  /** Cost of an order in which the streams break apart between a and b although they were read together. */
  tears(a: Strand, b: Strand): number
  /** What has been counted before the text begins, and after one more sentence. */
  readonly start: Counts
  counted(counts: Counts, strand: Strand): Counts
  /** Log odds of an order, by how the numbers in it count on. */
  tally(counts: Counts, strands: readonly Strand[]): number
  /** The places in the document of the first and last heading that open a sentence, -1 where none does. */
  opens(strand: Strand): number
  reaches(strand: Strand): number
}

/** More than one change of stream between two shared neighbours must be this much likelier than one. */
const interleavingOdds = 2
const longestWoven = 2500

/** Cost of a break at the end of the text. */
const tornAtEnd = 0.5

/** The most likely order of two stretches between the same neighbours; each keeps its own order. */
export function weave(
  x: readonly Strand[],
  y: readonly Strand[],
  before: Strand | undefined,
  after: Strand | undefined,
  counts: Counts,
  weigher: Weigher
): {chosen: readonly Strand[]; odds: number} {
  const follows = (a: Strand | undefined, b: Strand | undefined) =>
    a && b ? weigher.follows(a.units[0]!, b.units[0]!) : 0
  /** Cost of putting something of the other stretch before s[k]. */
  const torn = (s: readonly Strand[], k: number) => {
    const a = k > 0 ? s[k - 1] : before
    const b = k < s.length ? s[k] : after
    return a && b ? weigher.tears(a, b) : tornAtEnd
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
  const tally = (strands: readonly Strand[]) => weigher.tally(counts, after ? [...strands, after] : strands)
  const xy = joined(x, y) + tally([...x, ...y]) - sum(y.length, j => backY(x.length, j))
  const yx = joined(y, x) + tally([...y, ...x]) - sum(x.length, i => backX(i, y.length))
  const odds = Math.abs(xy - yx)
  // equally good: the raw order stands
  const xFirst = odds < 1 ? x[0]!.units[0]! < y[0]!.units[0]! : xy > yx
  const plain = {chosen: xFirst ? [...x, ...y] : [...y, ...x], odds}
  if (x.length * y.length > longestWoven || (x.length === 1 && y.length === 1)) return plain
  const woven = interleave(x, y, before, after, follows, torn, backX, backY)
  const inside = within(x, follows) + within(y, follows)
  const gain = woven.score - inside + tally(woven.chosen) - Math.max(xy, yx)
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
