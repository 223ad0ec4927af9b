import {endsSentence} from '../zh/han.js'
import {gapsOf} from './columns-gaps.js'
import {
  areIndented,
  below,
  best,
  columnWidths,
  halfOf,
  hanging,
  leastIndent,
  slack,
  type Cut,
  type Placed,
  type Row
} from './columns-halves.js'
import type {Joins} from './joins.js'
import {firstWord, isWide, widthOf, type Line} from './lines.js'

/** Two columns with nothing between: lines are cut where both halves go on in the lines around. */

/** Marks that hardly a line begins with, and log odds against one: two in a row may not both hang over. */
const markFirst = -4
const hangingMarks = /^[，。、；：？！”’）》」』]/u

/** Log odds against a left half that goes on where the next line opens a paragraph, and the like. */
const unlikely = -3

/** Log odds for two short halves in a line that could be one. */
const leastGain = 3

/** Log odds by which a cut must be better than another. */
const leastMargin = 2

/**
 * Lines in which two halves touch: the gutter is the column at which both go on best in the lines above and below. Null where they go on
 * better across everywhere.
 */
export function cutWithin(lines: readonly Placed[], joinsOf: () => Joins): Cut | null {
  const joins = joinsOf()
  const profile = new Float64Array(columnWidths.most + 2)
  const step = Math.max(1, Math.floor(lines.length / 1000))
  for (let i = 0; i < lines.length; i += step)
    for (const {at, column} of placesIn(lines[i]!))
      if (column >= columnWidths.least && column <= columnWidths.most)
        profile[column]! += gain(lines, i, at, joins)
  const columns = [...profile.keys()].slice(columnWidths.least, columnWidths.most)
  // figures leave a column free
  const gutter = best(columns, column => profile[column]! + profile[column - 1]!)!
  if (profile[gutter]! + profile[gutter - 1]! <= 0) return null
  const indented = areIndented(lines)
  // do the columns stop within a sentence?
  let open = {left: false, right: false}
  let doubtful = 0
  const rows = lines.map((line, i): Row => {
    const {at, mark} = line
    const goesOn = {
      left: indented && open.left && !mark && line.indent < leastIndent,
      right: open.right && !mark
    }
    const {place, margin} = placeOf(lines, i, gutter, indented, goesOn, joins)
    open = {
      left: !endsSentence(line.text.slice(0, place ?? undefined)),
      right: place !== null && !endsSentence(line.text)
    }
    if (margin < leastMargin) doubtful++
    if (place === null) return {left: halfOf(line), right: null, blocks: [at], mark}
    const white = /^[ \u00a0\u3000]*/u.exec(line.text.slice(place))![0]
    return {
      left: halfOf(line, 0, place),
      right: halfOf(line, place, line.text.length, widthOf(white)),
      blocks: [at],
      mark
    }
  })
  return {rows, doubt: doubtful / lines.length}
}

/** Places within a line, by the column at which a right half would begin. */
function placesIn(line: Line): {at: number; column: number}[] {
  let column = line.indent
  return Array.from({length: line.text.length}, (_, at) => {
    const place = {at, column}
    column += isWide(line.text.charCodeAt(at)) ? 2 : 1
    return place
  }).slice(1)
}

/**
 * Where a line is cut: at white space as wide as an indent, at the gutter, or where a half is short; null for a line of one half. `margin`
 * is by how much (in log odds) that is better than the next best place; `open`: the columns stopped within a sentence in the line before.
 */
function placeOf(
  lines: readonly Placed[],
  i: number,
  gutter: number,
  indented: boolean,
  open: {readonly left: boolean; readonly right: boolean},
  joins: Joins
): {place: number | null; margin: number} {
  const line = lines[i]!
  const white = gapsOf(line).find(({start, end}) => end - start > 1 && start <= gutter + hanging)
  if (white) return {place: white.from, margin: Infinity}
  const next = lines[i + 1]
  const opensNext = next === undefined || next.mark || next.indent >= leastIndent
  const prior = ({at, column}: {at: number; column: number}): number => {
    const [left, right] = [line.text.slice(0, at), line.text.slice(at)]
    if (/[0-9.]$/u.test(left) && /^[0-9.%％]/u.test(right)) return -Infinity
    const mark = hangingMarks.test(right) ? markFirst : 0
    const room = {left: column, right: line.width - column}
    const ended = {left: endsSentence(left), right: endsSentence(right)}
    if (isFull(left, room.left, next?.text ?? '', gutter)) {
      const against = mark + (opensNext && !ended.left ? unlikely : 0)
      if (isFull(right, room.right, '一', gutter)) return against + 3
      return room.right < gutter ? against + (ended.right ? 2 : 0) : -Infinity
    }
    if (room.left > gutter || room.right > gutter + hanging) return -Infinity
    const stopsShort = !ended.left && (open.left || /[，。；！？]/u.test(left)) ? unlikely : 0
    const against = mark + stopsShort + (opensNext || !indented ? 0 : unlikely)
    if (isFull(right, room.right, '一', gutter)) return against + (ended.left || opensNext ? 1 : 0)
    return against + ((indented ? opensNext : ended.left) && ended.right ? 0 : unlikely)
  }
  const scores = placesIn(line).flatMap(({at, column}) => {
    const before = prior({at, column})
    return before > -Infinity ? [{at, score: before + gain(lines, i, at, joins)}] : []
  })
  const whole = line.width > gutter + slack ? -Infinity : open.right ? -leastGain : leastGain
  const [first, second] = [...scores, {at: null, score: whole}].sort((a, b) => b.score - a.score)
  return {place: first!.at, margin: second ? first!.score - second.score : Infinity}
}

/** Is a half full, so that the word after it had no room? Marks may hang over. */
function isFull(half: string, width: number, next: string, edge: number): boolean {
  const over = widthOf(/[，。、；：？！”’）》」』]*$/u.exec(half)![0])
  return width - over <= edge && width + widthOf(firstWord(next)) > edge
}

/** How much better the halves go on below and above than across. */
function gain(lines: readonly Placed[], i: number, at: number, joins: Joins): number {
  const {text} = lines[i]!
  return below(lines, i, at, at, joins) - joins.odds(text.slice(0, at), text.slice(at), true)
}
