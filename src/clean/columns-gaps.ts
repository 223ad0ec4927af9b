import {endsSentence} from '../zh/han.js'
import {
  below,
  best,
  columnWidths,
  halfOf,
  hanging,
  slack,
  type Cut,
  type Placed,
  type Row
} from './columns-halves.js'
import type {Joins} from './joins.js'
import {widthOf, type Line} from './lines.js'

/** Two columns with white space between: each line is cut at its own, if it has any there. */

/** A run of white space in a line, but for that between a label and its title: characters and columns of the screen. */
export interface Gap {
  readonly from: number
  readonly to: number
  readonly start: number
  readonly end: number
}

/** Of a heading. */
const label =
  /^(?:第[一二三四五六七八九十百零〇\d]{1,4}[编篇章节条]|专栏\s*\S{1,3}|[一二三四五六七八九十]+、?|\d+[.、]?)$/u

const blank = /[ \u00a0\u3000\t]/u
const blanks = new RegExp(`${blank.source}+`, 'gu')

/** The gaps of a line, from left to right. */
export function gapsOf(line: Line): Gap[] {
  let before = 0
  return [...line.text.matchAll(blanks)].flatMap(({index, 0: white}) => {
    const start = line.indent + widthOf(line.text.slice(0, index))
    const parts = label.test(line.text.slice(before, index))
    before = index + white.length
    return parts ? [] : [{from: index, to: before, start, end: start + widthOf(white)}]
  })
}

/** So many lines with a gap at the same place, among three times as many lines. */
const leastGaps = 6
const dense = 3

/** A left half that ends so many columns before the gutter is short. */
const wellBefore = 6

/** Do many lines that stand together have white space inside? */
export function haveGaps(lines: readonly (Line | null)[]): boolean {
  return standTogether(lines, line => line !== null && line.width < Infinity && blank.test(line.text))
}

function standTogether<T>(lines: readonly T[], holds: (line: T, i: number) => boolean): boolean {
  const found: number[] = []
  for (const [i, line] of lines.entries())
    if (holds(line, i) && found.push(i) >= leastGaps && i - found.at(-leastGaps)! < dense * leastGaps)
      return true
  return false
}

/** Lines with white space at one place, or as much of it behind a left half that is short. Null where too few have any. */
export function cutAtGaps(lines: readonly Placed[], joinsOf: () => Joins): Cut | null {
  const gaps = lines.map(gapsOf)
  const gutter = gutterOf(gaps.flat())
  if (gutter === null) return null
  const around = ({start, end}: Gap) => start <= gutter + hanging && end >= gutter - slack
  if (!standTogether(gaps, list => list.some(around))) return null
  const joins = joinsOf()
  const atGutter = gaps.flat().filter(around)
  const early = gaps.flat().filter(gap => gap.end - gap.start > 1 && gap.start < gutter - wellBefore)
  const padded = early.filter(around).length > early.length / 2
  const right = low(atGutter.map(gap => gap.end))
  const room = low(atGutter.map(gap => gap.end - gap.start))
  const fit = (i: number, gap: Gap): number => {
    const ended = endsSentence(lines[i]!.text.slice(0, gap.from))
    const usual = around(gap) ? 5 : ended ? 3 : 0
    return usual + gap.end - gap.start - room + below(lines, i, gap.from, gap.to, joins)
  }
  const rows = lines.map((line, i): Row => {
    const {at, mark} = line
    const row = {left: null, right: null, blocks: [at], mark}
    if (padded && line.indent >= gutter - slack)
      return {...row, right: halfOf(line, 0, line.text.length, line.indent - right)}
    const gap = best(
      gaps[i]!.filter(gap => (padded ? around(gap) : gap.end - gap.start >= room)),
      gap => fit(i, gap)
    )
    if (!gap) return {...row, left: halfOf(line)}
    const indent = padded ? gap.end - right : gap.end - gap.start - room
    return {
      ...row,
      left: halfOf(line, 0, gap.from),
      right: halfOf(line, gap.to, line.text.length, indent)
    }
  })
  return {rows, doubt: 0}
}

/** The column at which most gaps begin, within the slack. */
function gutterOf(gaps: readonly Gap[]): number | null {
  const starts = new Map<number, number>()
  for (const {start} of gaps) starts.set(start, (starts.get(start) ?? 0) + 1)
  const count = (column: number) => {
    let sum = 0
    for (let c = column - slack; c <= column + slack; c++) sum += starts.get(c) ?? 0
    return sum
  }
  const gutter = best(
    [...starts.keys()].filter(column => column >= columnWidths.least && column <= columnWidths.most),
    column => count(column) + 0.1 * starts.get(column)!
  )
  return gutter !== undefined && count(gutter) >= leastGaps ? gutter : null
}

/** A low value, outliers left aside: indents only add. */
function low(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * 0.1)] ?? 0
}
