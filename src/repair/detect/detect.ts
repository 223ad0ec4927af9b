import {longestRun} from '../../core/ledger.js'
import {leastFit, leastPairs} from '../repair.rules.js'
import {originsOf, repeatsIn} from '../repeats/repeats.js'
import {anchorsOf, type Anchors} from '../streams/anchors.js'
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

/** How a text is interleaved, and how sure that is. */
export interface Interleaving {
  readonly streams: number
  /** Sentences that stand more than once and in the same order every time. */
  readonly pairs: number
  /** Seams at which a sentence goes on with its own stream rather than with the sentence before it, and all that could be judged. */
  readonly wins: number
  readonly seams: number
  /** 0 to 1. */
  readonly confidence: number
}

/** Share of repeated sentences that stand three times where there are three streams. */
const shareOfThree = 0.1
/** Share that leaves no doubt of three. */
const mostOfThree = 0.2
const leastOrdered = 0.85
/** Share of sentences that stand once among the first copies: at most, and where the shape alone does not tell. */
const mostPassedOver = {ever: 0.5, unsure: 0.35}
/** So many sentences are enough to judge by. */
const mostJudged = 4000
/** Coarse topics tell a leap; the least fit below is fitted with them. */
const topicDimensions = 48
/** Sentences that stand twice, as a share of all. */
const leastShare = 0.04
/**
 * Overtakings tell, as a share of the stretches that stand again: of several sentences by several, where so many copies stand in a row
 * again also of or by several, and, from two, any where words tell, too.
 */
const telling = {several: 1 / 12, inRow: 0.7, any: 0.1, anyTimes: 2}

/**
 * Is the text interleaved? Sentences stand more than once, in the same order every time, and the readers overtake one another: one
 * goes on behind what the other has come to, while earlier sentences still wait for theirs. Where only single sentences do so, these
 * also go on, by their words, with their own stream rather than with the sentence before them. Versions one after the other, refrains,
 * comments that quote, boxes that repeat a table and contents pages are done with one copy before the next begins, or cross.
 */
export function detect(all: readonly Unit[]): Interleaving | null {
  // what stands again directly after itself would look like readers that meet
  const origins = originsOf(repeatsIn(all), all.length)
  const units = all.filter((_, t) => origins[t] === t)
  const anchors = anchorsOf(units, 4)
  if (anchors.places.size < Math.max(leastPairs.value, leastShare * units.length)) return null
  const three = listsOf(anchors, 3)
  const likely = three.length >= Math.max(4, shareOfThree * anchors.places.size) ? [3, 2] : [2]
  for (const streams of likely) {
    const found = wovenOf(streams, units, anchors)
    if (!found) continue
    // two readers leave no sentence three times
    const third =
      three.length >= mostOfThree * anchors.places.size &&
      inOrder(three).length >= leastOrdered * three.length
    return third ? {...found, streams: 3} : found
  }
  return null
}

/** Groups of so many copies, by their first. */
function listsOf(anchors: Anchors, copies: number): (readonly number[])[] {
  return [...anchors.places.values()].filter(list => list.length === copies).sort((a, b) => a[0]! - b[0]!)
}

/** Groups whose copies stand in the same order every time. */
function inOrder(lists: readonly (readonly number[])[]): (readonly number[])[] {
  const passes = (lists[0]?.length ?? 0) - 1
  const runs = Array.from({length: passes}, (_, c) => longestRun(lists.map(list => list[c + 1]!)))
  return lists.filter((_, i) => runs.every(run => run.has(i)))
}

/** Are the sentences with as many copies as there are streams woven? */
function wovenOf(streams: number, units: readonly Unit[], anchors: Anchors): Interleaving | null {
  const all = listsOf(anchors, streams)
  const lists = inOrder(all)
  if (lists.length < Math.max(leastPairs.value, leastOrdered * all.length)) return null
  const passed = passedOver(anchors, all)
  if (passed > mostPassedOver.ever) return null
  const kinds = kindsOf(units, lists)
  const {any, several, both, stretches, inRow} = overtakings(lists, kinds)
  const {wins, seams, z} = judge(units, kinds, streams - 1)
  const shape =
    (inRow >= telling.inRow * lists.length ? several : both) >= Math.max(1, telling.several * stretches)
  const words =
    any >= Math.max(telling.anyTimes, telling.any * stretches) &&
    z >= leastFit.value &&
    passed <= mostPassedOver.unsure
  if (!shape && !words && !(streams > 2 && passesOverlap(all))) return null
  return {
    streams,
    pairs: lists.length,
    wins,
    seams,
    confidence: (lists.length / all.length) * (1 - (1 - normal(z)) * 0.5 ** any)
  }
}

/** How often readers overtake one another, and what stands again. */
interface Overtakings {
  /** First copies follow last ones while earlier ones still wait: any; two or more of them, or behind two or more; both. */
  readonly any: number
  readonly several: number
  readonly both: number
  /** Sentences in a row that stand in a row again, and how many copies stand in a row of two or more. */
  readonly stretches: number
  readonly inRow: number
}

/** A box that a table repeats is done with before the next begins, a table at the end comes after all boxes: nothing overtakes. */
function overtakings(lists: readonly (readonly number[])[], kinds: Int8Array): Overtakings {
  const last = lists[0]!.length - 1
  const marked = [...kinds.keys()].filter(t => kinds[t]! >= 0)
  let [any, several, both] = [0, 0, 0]
  let waiting = 0
  let behind = 0
  for (let from = 0, to = 0; from < marked.length; from = to) {
    const first = kinds[marked[from]!] === 0
    let done = 0
    for (; to < marked.length && (kinds[marked[to]!] === 0) === first; to++)
      if (kinds[marked[to]!] === last) done++
    if (first && behind > 0 && waiting > 1) {
      any++
      if (to - from > 1 || behind > 1) several++
      if (to - from > 1 && behind > 1) both++
    }
    waiting += first ? to - from : -done
    behind = first ? 0 : to - from
  }
  return {any, several, both, ...rowsOf(lists)}
}

/** Sentences in a row that stand in a row again. */
function rowsOf(lists: readonly (readonly number[])[]): {stretches: number; inRow: number} {
  let stretches = 0
  let inRow = 0
  for (let from = 0, to = 1; from < lists.length; from = to++, stretches++) {
    const goesOn = (list: readonly number[], c: number) => list.at(c)! === lists[to - 1]!.at(c)! + 1
    while (to < lists.length && goesOn(lists[to]!, 0) && goesOn(lists[to]!, -1)) to++
    if (to - from > 1) inRow += to - from
  }
  return {stretches, inRow}
}

/**
 * Sentences stand in the same order three times (but for headings of a contents page), the last pass well under way before the first is
 * through: nobody writes so. Nor does anybody go on with a second pass, again and again, while some of it waits for the third. The
 * copies of each, by their first.
 */
function passesOverlap(all: readonly (readonly number[])[]): boolean {
  const last = longestRun(all.map(([, , third]) => third!))
  const lists = all.filter((_, i) => last.has(i))
  if (lists.length < Math.max(overlap.sentences, overlap.ordered * all.length)) return false
  const second = lists.every((list, i) => i === 0 || list[1]! > lists[i - 1]![1]!)
  const late = lists.filter(([first]) => first! > lists[0]![2]!).length
  return late >= overlap.late || (second && resumed(lists) >= overlap.resumed)
}

/** How often the second pass goes on behind sentences of the third while others still wait for theirs. */
function resumed(lists: readonly (readonly number[])[]): number {
  let times = 0
  let third = 0
  lists.forEach(([, second], i) => {
    const before = third
    while (lists[third]![2]! < second!) third++
    if (third > before && third < i) times++
  })
  return times
}

const overlap = {sentences: 9, ordered: 0.95, late: 3, resumed: 2}

/** For each unit which copy it is, from 0; −1 where it stands once, or more or less often than there are streams. */
function kindsOf(units: readonly Unit[], lists: readonly (readonly number[])[]): Int8Array {
  const kinds = new Int8Array(units.length).fill(-1)
  for (const list of lists) list.forEach((t, c) => (kinds[t] = c))
  return kinds
}

/** Which share of the sentences was not read again, where most first copies stand? Who quotes a text passes over most of it. */
function passedOver({copies}: Anchors, lists: readonly (readonly number[])[]): number {
  const edge = Math.floor(lists.length / 10)
  const read = copies.subarray(lists[edge]![0]!, lists.at(-1 - edge)![0]! + 1)
  return read.filter(count => count === 1).length / read.length
}

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
function judge(units: readonly Unit[], kinds: Int8Array, last: number): Judgement {
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

/** The standard normal distribution function. */
function normal(z: number): number {
  return 1 / (1 + Math.exp(-1.702 * z))
}
