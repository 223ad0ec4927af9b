import {isTitle} from '../contents/contents.js'
import {markOf} from '../marks.js'
import type {Unit} from '../units/units.js'
import {isCopied, isShort, leastLong} from './short.js'
import {stretchesIn, type Stretch} from './stretches.js'

/** A stretch that stands twice in a row: some units, and, as many, those that say the same after them. */
export interface Repeat {
  readonly first: readonly number[]
  readonly again: readonly number[]
}

/** May the units from a start on, as many as the distance of a stretch that repeats, stand right after themselves as copies? */
type Copies = (units: readonly Unit[], start: number, stretch: Stretch) => boolean

/** With its number. */
const leastHeading = 4

/** Stretches that stand again directly after themselves: p1 p1, p1 p2 p1 p2, and the shifted p1 p2 p3 p2 p3 p4. */
export function repeatsIn(units: readonly Unit[]): Repeat[] {
  return repeatsAmong(units, [...units.keys()], isLong)
}

/**
 * The same, and what stands so once these copies are gone, until nothing does. Short lines and sentences are copies, too, where text
 * was copied all over the place.
 */
export function allRepeatsIn(units: readonly Unit[]): readonly Repeat[] {
  const long = withLater(units, [], isLong)
  return isCopied(units, long) ? withLater(units, long, isLongOrShort) : long
}

/** All of a text, so many units at least, stands again, but for such shares between (a masthead) and around. */
const wholeText = {least: 30, between: 0.25, others: 0.1}

/** Where the whole text stands twice or more, woven or not: what follows the first. */
export function wholeRepeatsIn(units: readonly Unit[]): readonly Repeat[] {
  const whole = stretchesIn(units, 1 - wholeText.between).find(
    ({from, to, distance}) =>
      to - from >= wholeText.least && to + distance - from >= (1 - wholeText.others) * units.length
  )
  if (!whole) return []
  const {from, to, distance} = whole
  const again = Array.from({length: to - from}, (_, i) => from + distance + i)
  return [{first: again.map(t => from + ((t - from) % distance)), again}]
}

/** Repeats with those that stand so once they are gone. */
function withLater(units: readonly Unit[], known: readonly Repeat[], copies: Copies): readonly Repeat[] {
  let repeats = known
  for (;;) {
    const origins = originsOf(repeats, units.length)
    const left = [...units.keys()].filter(t => origins[t] === t)
    const found = repeatsAmong(units, left, copies)
    if (found.length === 0) return repeats
    repeats = [...repeats, ...found]
  }
}

/** Repeats among some of the units, none of which begins amid another, so that each is judged by text that stays. */
function repeatsAmong(units: readonly Unit[], some: readonly number[], copies: Copies): Repeat[] {
  const left = withoutOthers(units, some)
  const found: Repeat[] = []
  let free = 0
  for (const stretch of stretchesIn(left)) {
    const {from, to, distance} = stretch
    for (let start = Math.max(from, free); start + distance <= to;) {
      const middle = start + distance
      if (copies(left, start, stretch)) {
        free = middle + distance
        found.push({first: some.slice(start, middle), again: some.slice(middle, free)})
        start = middle
      } else if (distance === 1) start++
      else break
    }
  }
  return found
}

/** Some of the units, as they stand when the others are gone: another may open the block. */
function withoutOthers(units: readonly Unit[], some: readonly number[]): Unit[] {
  return some.map((t, i) => {
    const unit = units[t]!
    const opens = unit.block !== units[some[i - 1]!]?.block
    return opens === unit.opens ? unit : {...unit, opens}
  })
}

/** For each of so many units the one that it repeats and that stays, or itself. */
export function originsOf(repeats: readonly Repeat[], count: number): Int32Array {
  const origins = Int32Array.from({length: count}, (_, t) => t)
  for (const {first, again} of repeats) again.forEach((t, i) => (origins[t] = first[i]!))
  for (let t = 0; t < count; t++) origins[t] = origins[origins[t]!]!
  return origins
}

const isLong: Copies = (units, start, {distance}) =>
  weighty(units, start, distance) && framed(units, start, distance)

const isLongOrShort: Copies = (units, start, stretch) =>
  isLong(units, start, stretch) || (framed(units, start, stretch.distance) && isShort(units, stretch))

/** Long enough, and with a whole sentence; or headings. */
function weighty(units: readonly Unit[], start: number, size: number): boolean {
  if (units.slice(start, start + size).every(isHeading)) return true
  let solid = 0
  let sentence = false
  for (let t = start; t < start + size; t++) {
    solid += units[t]!.solid
    const {text, solid: own} = units[t]!
    if (own >= leastLong / 2 && /[。！？；][”’）》」]*$/u.test(text)) sentence = true
    if (own >= leastLong && /[，,；;]/u.test(text)) sentence = true
    // numbers count on: two numbered lines in a row are not written again by their author
    if (size > 1 && markOf(units[t]!.text) !== null) sentence = true
  }
  return sentence && solid >= leastLong
}

/** Nobody writes 第二节…, 一、… or （三）… again right under itself. 1. also numbers the rows of tables. */
function isHeading({text, opens, solid}: Unit): boolean {
  return opens && solid >= leastHeading && isTitle(text)
}

/** Both copies begin alike: at the opening of a block, or both within one. */
function framed(units: readonly Unit[], start: number, size: number): boolean {
  return units[start]!.opens || !units[start + size]!.opens || size > 1
}
