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
  /** Sentences that stand more than once and in the same order both times. */
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
const leastSeams = 5
/** Share of seams at which earlier sentences wait for their copies: a chapter's newer version is done with the older one before the next. */
const leastWaiting = 0.3
/** Share of sentences that stand once among the first copies. */
const mostPassedOver = 0.5
/** So many sentences are enough to judge by. */
const mostJudged = 4000
/** Coarse topics tell a leap; the least fit below is fitted with them. */
const topicDimensions = 48
/** Sentences that stand twice, as a share of all. */
const leastShare = 0.04

/**
 * Is the text interleaved? Three things must hold together: sentences stand more than once, in the same order every time; copies that
 * were read first stand right beside copies that were read later, again and again; and there a sentence goes on, by its words, with
 * its own stream and not with the sentence before it. Refrains, boxes that repeat a table and contents pages fail at least one.
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
    const third = three.length >= mostOfThree * anchors.places.size && orderedOf(three) >= leastOrdered
    return third ? {...found, streams: 3} : found
  }
  return null
}

/** Groups of so many copies, by their first. */
function listsOf(anchors: Anchors, copies: number): (readonly number[])[] {
  return [...anchors.places.values()].filter(list => list.length === copies).sort((a, b) => a[0]! - b[0]!)
}

/** Share of groups whose copies stand in the same order every time. */
function orderedOf(lists: readonly (readonly number[])[]): number {
  const passes = (lists[0]?.length ?? 0) - 1
  const runs = Array.from({length: passes}, (_, c) => longestRun(lists.map(list => list[c + 1]!)).size)
  return Math.min(1, ...runs.map(run => run / lists.length))
}

/** Are the sentences with as many copies as there are streams woven? */
function wovenOf(streams: number, units: readonly Unit[], anchors: Anchors): Interleaving | null {
  const lists = listsOf(anchors, streams)
  if (lists.length < leastPairs.value) return null
  const ordered = orderedOf(lists)
  if (ordered < leastOrdered) return null
  if (passedOver(anchors, lists) > mostPassedOver) return null
  const kinds = kindsOf(units, lists)
  const wording = wordingOf(units.slice(0, mostJudged), topicDimensions)
  const places = seamsOf(kinds.subarray(0, mostJudged), streams - 1)
  const met = judge(
    places.filter(seam => seam.met),
    units,
    kinds,
    wording
  )
  // readers far apart hardly meet
  const told = tellsOfStreams(met) ? met : judge(places, units, kinds, wording)
  const byWords = tellsOfStreams(told)
  if (!byWords && !overtaken(lists, kinds, units, met.z) && !(streams > 2 && passesOverlap(lists)))
    return null
  const {wins, seams, z} = byWords ? told : met
  return {
    streams,
    pairs: Math.round(ordered * lists.length),
    wins,
    seams,
    confidence: ordered * Math.max(normal(z), byWords ? 0 : 0.8)
  }
}

/**
 * Short texts hold few seams to judge by words. There the shape must tell: a first copy follows a later one while earlier first
 * copies still wait for theirs, and copies of both kinds stand side by side, several times. A box that a table repeats is done with
 * before the next begins; a table at the end comes after all boxes; and between the headings of a contents page stands no copy.
 */
function overtaken(
  lists: readonly (readonly number[])[],
  kinds: Int8Array,
  units: readonly Unit[],
  z: number
): boolean {
  const n = units.length
  if (lists.length < shape.pairs || lists.length < shape.share * n) return false
  const last = lists[0]!.length - 1
  let waiting = 0
  let overtakings = 0
  let touching = 0
  let inside = 0
  let before = -1
  for (let t = 0; t < n; t++) {
    const kind = kinds[t]!
    if (kind < 0) continue
    if (kind === 0 && before > 0 && waiting > 1) overtakings++
    if (t > 0 && kinds[t - 1]! >= 0 && kinds[t - 1] !== kind) {
      touching++
      if (!units[t]!.opens) inside++
    }
    if (kind === 0) waiting++
    if (kind === last) waiting--
    before = kind
  }
  if (overtakings >= shape.often && touching > shape.often) return z > -2.6
  const dense = lists.length >= shape.dense && lists.length >= shape.denseShare * n
  if (overtakings >= 2 && touching >= 2) return z > (dense ? -2.6 : -1.2)
  // once is enough where many copies meet within a line: nobody writes so
  return (
    overtakings === 1 &&
    inside > 0 &&
    lists.length >= shape.many &&
    lists.length >= shape.manyShare * n &&
    z > -1.2
  )
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

const shape = {pairs: 6, share: 0.06, often: 3, many: 12, manyShare: 0.15, dense: 15, denseShare: 0.2}

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
  /** Copies of different kinds meet there. */
  readonly met: boolean
  /** Earlier sentences still wait for their copies. */
  readonly waits: boolean
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
      seams.push({own: before, to: t, met: true, waits: waitingAt[t]! > 1})
    } else if (prior > 0 && waitingAt[t]! > 1) {
      let from = t - 1
      while (from > 0 && kinds[from - 1] === prior) from--
      if (t - from >= leastPutIn && from > 0 && kinds[from - 1] === -1)
        seams.push({own: from - 1, to: t, met: false, waits: true})
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

/** What seams say: how many could be judged, and at how many the streams went on, or earlier sentences waited for their copies. */
interface Judgement {
  readonly wins: number
  readonly seams: number
  readonly waiting: number
  /** The mean of how much better the streams fit, over its spread. */
  readonly z: number
}

const tellsOfStreams = ({seams, waiting, z}: Judgement): boolean =>
  seams >= leastSeams && waiting >= leastWaiting * seams && z >= leastFit.value

/** Does the sentence after a seam fit the last sentences of its own kind better than those right before it? */
function judge(
  places: readonly Seam[],
  units: readonly Unit[],
  kinds: Int8Array,
  wording: Wording
): Judgement {
  let wins = 0
  let seams = 0
  let waiting = 0
  let sum = 0
  let squares = 0
  for (const {own, to, waits} of places) {
    const fit = (from: number) =>
      cohesion(wording, expected, to, units[to]!.solid, sideAt(kinds, wording, from), nothing)
    const difference = fit(own) - fit(to - 1)
    if (Math.abs(difference) < 0.05) continue
    seams++
    if (waits) waiting++
    if (difference > 0) wins++
    sum += difference
    squares += difference * difference
  }
  return {wins, seams, waiting, z: squares > 0 ? sum / Math.sqrt(squares) : 0}
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
