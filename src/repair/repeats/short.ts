import {endsWell} from '../../zh/sentences.js'
import {caption, markOf} from '../marks.js'
import type {Unit} from '../units/units.js'
import type {Stretch} from './stretches.js'

/** Short lines and sentences that stand twice in place, of which nothing but the rest of the text tells that they are copies. */

/** A stretch must be this long to be more than a cell or a slogan that recurs. */
export const leastLong = 20

/** Text was copied in place where so many long stretches were, and they are this share of it: less is pasted by hand. */
const leastCopied = {stretches: 8, share: 0.1}

/** 同志们： is the shortest that says something. */
const leastShort = 3

/** 约束性 and 已完成 name nothing. */
const leastName = 6

/** A line that was copied stands no more often in a row; the cells of a column may all say 已完成。 */
const mostInRow = 3

/** What was copied: the first stretches and their copies. */
interface Copied {
  readonly again: readonly number[]
}

/** Were long stretches copied in place all over the text? */
export function isCopied(units: readonly Unit[], repeats: readonly Copied[]): boolean {
  const copies = repeats.map(({again}) => again.reduce((sum, t) => sum + units[t]!.solid, 0))
  const long = copies.filter(solid => solid >= leastLong)
  const all = units.reduce((sum, unit) => sum + unit.solid, 0)
  return long.length >= leastCopied.stretches && sumOf(long) >= leastCopied.share * all
}

/**
 * Are units that stand again right after themselves more than cells, so that they are copies where text was copied in place? They are
 * if one of them tells so or they are a row, and one alone if it is a remark in brackets amid a line, or a line between lines that tell.
 */
export function isShort(units: readonly Unit[], {from, to, distance}: Stretch): boolean {
  if (to + distance - from > mostInRow * distance) return false
  const own = units.slice(from, from + distance)
  if (!own.some(isWords)) return false
  if (own.some(tells)) return true
  if (distance > 1) return isRow(own)
  if (!units[to]!.opens) return /^[（(].*[）)]$/u.test(own[0]!.text)
  return [units[from - 1], units[to + 1]].every(near => !near || tells(near))
}

function isWords({solid, text}: Unit): boolean {
  return solid >= leastShort && /\p{Script=Han}/u.test(text)
}

/** Cells that name something and say more of it, as long as a sentence: no two rows of a table are the same. */
function isRow(own: readonly Unit[]): boolean {
  return own.some(({solid}) => solid >= leastName) && sumOf(own.map(({solid}) => solid)) >= leastLong
}

/** No cell of a table that came line by line is so long, a sentence or what leads to one (同志们：), a numbered line or a caption. */
function tells(unit: Unit): boolean {
  const {text, solid} = unit
  return (
    isWords(unit) && (solid >= leastLong || endsWell(text) || markOf(text) !== null || caption.test(text))
  )
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0)
}
