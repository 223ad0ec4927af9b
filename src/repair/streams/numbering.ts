import {ordinalOf} from '../../zh/ordinals.js'
import {levels as headingLevels, markOf, type Mark} from '../marks.js'
import type {Unit} from '../units/units.js'
import type {Path} from './lattice.js'

/**
 * Each stream counts on: after 二、 comes 三、, after 一是 comes 二是. A sentence whose number does not fit the count of a stream is foreign
 * there; how strictly that holds, is learned, as a stream that leaps misses numbers.
 */

/** The levels of headings and items, and last 一是, 二是 within running text. */
export const levels = headingLevels + 1
const inText = headingLevels

/** The numbers in a sentence: the one it opens with, if any, and those that are counted after it. */
export interface Numbers {
  readonly opening: Mark | null
  readonly all: readonly Mark[]
}

const openingInText = /^([一二三四五六七八九])是/u
const laterInText = /([一二三四五六七八九])是(?!否)/gu

/** A heading that is glued to the text below it is followed by the first number of that. */
const laterFirst: readonly {readonly level: number; readonly pattern: RegExp}[] = [
  {level: 2, pattern: /第一节/u},
  {level: 4, pattern: /一、/u},
  {level: 5, pattern: /[（(]一[）)]/u},
  {level: 6, pattern: /(?<![0-9.])1[.．、](?![0-9])/u},
  {level: 7, pattern: /[（(]1[）)]/u},
  {level: 8, pattern: /①/u}
]

export function numbersIn(text: string): Numbers {
  const spoken = openingInText.exec(text)
  const opening = spoken ? spokenMark(spoken[1]!) : markOf(text)
  const all: Mark[] = opening ? [opening] : []
  for (const {level, pattern} of laterFirst)
    if (opening && level > opening.level && text.slice(2).search(pattern) >= 0) all.push({level, ordinal: 1})
  for (const match of text.matchAll(laterInText)) if (match.index > 0) all.push(spokenMark(match[1]!))
  return {opening, all}
}

function spokenMark(numeral: string): Mark {
  return {level: inText, ordinal: ordinalOf(numeral)!}
}

/** What the streams have counted to, by stream and level; 0 where that is not known. */
export type Counts = Uint8Array

/** The counts after a sentence of the stream at `at`: finer levels begin anew. */
export function counted(counts: Counts, at: number, {all}: Numbers): Counts {
  if (all.length === 0) return counts
  const next = counts.slice()
  for (const {level, ordinal} of all) {
    next[at + level] = Math.min(255, ordinal)
    for (let finer = level + 1; finer < levels; finer++) next[at + finer] = 0
  }
  return next
}

/**
 * How a number goes on with a count: the next one, a first one, one after an unknown, one too far, one that came before, or a first
 * one although nothing coarser came since the last.
 */
function fitOf(counts: Counts, at: number, {level, ordinal}: Mark): number {
  const last = counts[at + level]!
  if (ordinal === 1) return last === 0 ? 1 : 5
  if (ordinal === last + 1) return 0
  // 三是 belongs to an 一是 nearby
  if (last === 0) return level === inText ? 4 : 2
  return ordinal > last ? 3 : 4
}

/**
 * How often numbers fit so in their own stream, and in others; each is worth so many numbers. Softer than what sound plans show
 * (of numbers there 0.5 % are first ones anew in their own stream, 14 % twenty and more sentences away), as readers leap.
 */
const own = [0.45, 0.22, 0.1, 0.1, 0.05, 0.08]
const foreign = [0.12, 0.12, 0.2, 0.2, 0.18, 0.18]
const worth = 10

/** Log odds, by stream and fit, that a number stands in its stream. */
export type CountOdds = readonly (readonly number[])[]

/** Learns from a labelling; without one, from expectations alone. */
export function countOddsOf(numbers: readonly Numbers[], streams: number, path: Path | null): CountOdds {
  const ours = Array.from({length: streams}, () => own.map(share => worth * share))
  const others = foreign.map(share => worth * share)
  if (path) {
    let counts: Counts = new Uint8Array(streams * levels)
    path.label.forEach((s, t) => {
      const {opening} = numbers[t]!
      if (opening)
        for (let k = 0; k < streams; k++)
          (k === s ? ours[s]! : others)[fitOf(counts, k * levels, opening)]! += path.sure[t]!
      counts = counted(counts, s * levels, numbers[t]!)
    })
  }
  const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0)
  return ours.map(list => list.map((count, k) => Math.log(count / sum(list) / (others[k]! / sum(others)))))
}

/** Log odds that a sentence stands in stream s, by the number it opens with. */
export function countsOn(odds: CountOdds, counts: Counts, s: number, {opening}: Numbers): number {
  return opening ? odds[s]![fitOf(counts, s * levels, opening)]! : 0
}

/** How well the numbers of a stretch count on, one after the other; to tell two orders of it apart. */
export function tally(counts: Counts, stretch: readonly Numbers[]): number {
  let sum = 0
  for (const numbers of stretch) {
    if (numbers.opening) sum += tallies[fitOf(counts, 0, numbers.opening)]!
    counts = counted(counts, 0, numbers)
  }
  return sum
}

/** By fit, as log odds: fitted on stretches of plan documents in two orders, but for the last, which is set by hand. */
const tallies = [3.7, 0, -0.5, -1.3, -2, -1]

export function numbersOf(units: readonly Unit[]): readonly Numbers[] {
  return units.map(unit => numbersIn(unit.text))
}
