import {
  cohesion,
  expected,
  lengthened,
  nothing,
  wordingOf,
  type Side,
  type Wording
} from '../streams/cohesion.js'
import type {Unit} from '../units/units.js'

/** So many sentences are enough to judge by. */
const mostJudged = 4000
/** Coarse topics tell a leap; the least fit below is fitted with them. */
const topicDimensions = 48

/** A place where the text may leave one stream: unit `to` goes on either with `own`, or with the unit right before it. */
interface Seam {
  readonly own: number
  readonly to: number
}

/** So many sentences of a later copy are needed before what stands behind them says whether they were put in. */
const leastPutIn = 2

/**
 * Seams: where copies of different kinds meet, the later goes on with its own kind; and what stands behind a later copy amid
 * single sentences goes on with what stands before it.
 */
function seamsOf(kinds: Int8Array, last: number): Seam[] {
  const waitingAt = waitingOf(kinds, last)
  const own = new Map<number, number>()
  const seams: Seam[] = []
  for (let t = 0; t < kinds.length; t++) {
    const kind = kinds[t]!
    const prior = t > 0 ? kinds[t - 1]! : -1
    if (kind >= 0) {
      const before = own.get(kind)
      own.set(kind, t)
      if (before === undefined || before >= t - 1 || prior < 0 || prior === kind) continue
      seams.push({own: before, to: t})
    } else if (prior > 0 && waitingAt[t]! > 1) {
      let from = t - 1
      while (from > 0 && kinds[from - 1] === prior) from--
      if (t - from >= leastPutIn && from > 0 && kinds[from - 1] === -1) seams.push({own: from - 1, to: t})
    }
  }
  return seams
}

/** For each unit: how many first copies still wait for their last ones when the next first copy comes; behind the last of all, now. */
function waitingOf(kinds: Int8Array, last: number): Int32Array {
  const out = new Int32Array(kinds.length)
  let waiting = 0
  let from = 0
  for (let t = 0; t < kinds.length; t++) {
    if (kinds[t] === last) waiting--
    out[t] = waiting
    if (kinds[t] !== 0) continue
    out.fill(waiting, from, t + 1)
    from = t + 1
    waiting++
  }
  return out
}

/** What seams say: how many could be judged, and at how many the streams went on. */
interface Judgement {
  readonly wins: number
  readonly seams: number
  /** The mean of how much better the streams fit, over its spread. */
  readonly z: number
}

/** Does the sentence after a seam fit the last sentences of its own kind better than those right before it? */
export function judge(units: readonly Unit[], kinds: Int8Array, last: number): Judgement {
  const wording = wordingOf(units.slice(0, mostJudged), topicDimensions)
  let wins = 0
  let seams = 0
  let sum = 0
  let squares = 0
  for (const {own, to} of seamsOf(kinds.subarray(0, mostJudged), last)) {
    const fit = (from: number) =>
      cohesion(wording, expected, to, units[to]!.solid, sideAt(kinds, wording, from), nothing)
    const difference = fit(own) - fit(to - 1)
    if (Math.abs(difference) < 0.05) continue
    seams++
    if (difference > 0) wins++
    sum += difference
    squares += difference * difference
  }
  return {wins, seams, z: squares > 0 ? sum / Math.sqrt(squares) : 0}
}

/** Up to three units of one kind that stand together up to `from`. */
function sideAt(kinds: Int8Array, wording: Wording, from: number): Side {
  let first = from
  while (first > 0 && from - first < 2 && kinds[first - 1] === kinds[from]) first--
  let side = nothing
  for (let t = first; t <= from; t++) side = lengthened(side, wording, t)
  return side
}
