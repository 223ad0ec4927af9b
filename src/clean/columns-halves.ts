import {slice, textOf, trim, type Traced} from '../core/traced.js'
import {endsSentence} from '../zh/han.js'
import type {Joins} from './joins.js'
import {firstWord, opensHeading, widthOf, type Line} from './lines.js'

/** A line of a column: half of a line that was read across, or a whole one. */
export interface Half {
  readonly traced: Traced
  readonly text: string
  /** How far it begins inside its column. */
  readonly indent: number
  /** Columns of the screen, the indent with them. */
  readonly width: number
}

/** What stands side by side; a row without halves is a block that is no line. */
export interface Row {
  readonly left: Half | null
  readonly right: Half | null
  /** Blocks that it is made of, by number. */
  readonly blocks: readonly number[]
  /** Something stands before it that may end a page: an empty line, a page number that is gone. */
  readonly mark: boolean
}

/** A line among the blocks of a text; `mark`: something stands before it that may end a page. */
export interface Placed extends Line {
  readonly at: number
  readonly mark: boolean
}

/** Lines as rows of halves; `doubt` is the share of cuts that would be about as good elsewhere. */
export interface Cut {
  readonly rows: readonly Row[]
  readonly doubt: number
}

/** Columns of the screen of the narrowest and the widest column that is set. */
export const columnWidths = {least: 16, most: 110}

/** A left half may end so many columns off: figures leave one free, a mark or two hang over. */
export const slack = 2
export const hanging = 4

/** How far the first line of a paragraph begins inside its column, at least; marks that hang over move the next column by two. */
export const leastIndent = 3

/** Characters `[from, to)` of a line, as a half that begins so far inside its column. */
export function halfOf(line: Line, from = 0, to = line.text.length, inside = line.indent): Half {
  const traced = trim(slice(line.block.text, from, to))
  const text = textOf(traced)
  const indent = inside < leastIndent ? 0 : inside
  return {traced, text, indent, width: indent + widthOf(text)}
}

/** Log odds that a half goes on with another; `standing`: they stand so in the text. */
export type GoesOn = (a: Half, b: Half, standing: boolean) => number

/** Only words that a line end broke speak for a join; indents and short lines can speak against one. */
export function goingOn(joins: Joins, edge: number, indented: boolean): GoesOn {
  return (a, b, standing) => {
    const ended = endsSentence(a.text)
    const short = a.width + widthOf(firstWord(b.text)) <= edge - leastIndent
    if ((indented && b.indent >= leastIndent) || opensHeading(b.text, a.text)) return ended || short ? 0 : -3
    if (short) return indented && !standing ? -2 : 0
    return ended ? 0 : joins.odds(a.text, b.text, standing)
  }
}

/** Do paragraphs begin inside the column? */
export function areIndented(halves: readonly {readonly indent: number}[]): boolean {
  return halves.filter(half => half.indent >= leastIndent && half.indent <= 8).length > 0.03 * halves.length
}

/** How well the left half goes on in the next line, and the right half goes on from the line before. */
export function below(lines: readonly Placed[], i: number, from: number, to: number, joins: Joins): number {
  const {text} = lines[i]!
  const [before, next] = [lines[i - 1], lines[i + 1]]
  return (
    (next && !next.mark && next.indent < leastIndent
      ? joins.odds(text.slice(0, from), next.text, false)
      : 0) + (before && !lines[i]!.mark ? joins.odds(before.text, text.slice(to), false) : 0)
  )
}

/** The value with the highest score, the first of equals. */
export function best<T>(values: readonly T[], score: (value: T) => number): T | undefined {
  let found: T | undefined
  let most = -Infinity
  for (const value of values) {
    const s = score(value)
    if (s > most) [found, most] = [value, s]
  }
  return found
}

/** The value of more than half of them. */
export function usual(values: readonly number[]): number | null {
  const middle = [...values].sort((a, b) => a - b)[values.length >> 1]
  return middle !== undefined && 2 * values.filter(value => value === middle).length > values.length
    ? middle
    : null
}
