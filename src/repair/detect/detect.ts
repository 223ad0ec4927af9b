import {leastFit, leastPairs} from '../repair.rules.js'
import {originsOf, repeatsIn} from '../repeats/repeats.js'
import {anchorsOf, inOrder, listsOf, type Anchors, type Copies} from '../streams/anchors.js'
import type {Unit} from '../units/units.js'
import {overtakings, passesOverlap} from './overtaking.js'
import {judge} from './words.js'

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

/** Are the sentences with as many copies as there are streams woven? */
function wovenOf(streams: number, units: readonly Unit[], anchors: Anchors): Interleaving | null {
  const all = listsOf(anchors, streams)
  const lists = inOrder(all)
  if (lists.length < Math.max(leastPairs.value, leastOrdered * all.length)) return null
  const passed = passedOver(anchors, all)
  if (passed > mostPassedOver.ever) return null
  const kinds = kindsOf(units, lists)
  const {any, several, both, stretches, inRow} = overtakings(lists, kinds)
  const shape =
    (inRow >= telling.inRow * lists.length ? several : both) >= Math.max(1, telling.several * stretches) ||
    (streams > 2 && passesOverlap(all))
  const hint = any >= Math.max(telling.anyTimes, telling.any * stretches) && passed <= mostPassedOver.unsure
  if (!shape && !hint) return null
  const {wins, seams, z} = judge(units, kinds, streams - 1)
  if (!shape && z < leastFit.value) return null
  return {
    streams,
    pairs: lists.length,
    wins,
    seams,
    confidence: (lists.length / all.length) * (1 - (1 - normal(z)) * 0.5 ** any)
  }
}

/** For each unit which copy it is, from 0; −1 where it stands once, or more or less often than there are streams. */
function kindsOf(units: readonly Unit[], lists: readonly Copies[]): Int8Array {
  const kinds = new Int8Array(units.length).fill(-1)
  for (const list of lists) list.forEach((t, c) => (kinds[t] = c))
  return kinds
}

/** Which share of the sentences was not read again, where most first copies stand? Who quotes a text passes over most of it. */
function passedOver({copies}: Anchors, lists: readonly Copies[]): number {
  const edge = Math.floor(lists.length / 10)
  const read = copies.subarray(lists[edge]![0]!, lists.at(-1 - edge)![0]! + 1)
  return read.filter(count => count === 1).length / read.length
}

/** The standard normal distribution function. */
function normal(z: number): number {
  return 1 / (1 + Math.exp(-1.702 * z))
}
