import type {Block, ParagraphBlock} from '../core/draft.js'
import {textOf} from '../core/traced.js'
import {endsSentence} from '../zh/han.js'
import {widestLine} from './wrap.rules.js'

/** Printed lines: how wide they are, and where they were broken. */
export interface Line {
  readonly block: ParagraphBlock
  readonly text: string
  readonly indent: number
  /** Columns, the indent with them; infinite where the text is too long for a line. */
  readonly width: number
}

/** A block as a line; null where it is a table, a cell or empty. */
export function lineOf(block: Block): Line | null {
  if (block.kind !== 'paragraph' || block.text.length === 0 || (block.hint.tabs ?? 0) > 0) return null
  const text = textOf(block.text)
  const indent = block.hint.indent ?? 0
  const width = text.length > widestLine.value ? Infinity : indent + widthOf(text)
  return {block, text, indent, width}
}

/** Columns of a terminal that a text takes: a Han character and a full-width mark take two. */
export function widthOf(text: string): number {
  let width = 0
  for (let i = 0; i < text.length; i++) width += isWide(text.charCodeAt(i)) ? 2 : 1
  return width
}

/** Does the character take two columns? The raised dot of names does. */
export function isWide(code: number): boolean {
  return code > 0x2000 || code === 0xb7
}

/** Where lines were broken. */
export interface Edge {
  /** Two for each character, as wide as it may be, where these were counted. */
  readonly column: number
  /** Share of lines that are full there. */
  readonly full: number
  /** Where wider lines were broken, those of boxes in smaller type; null where there are hardly any. */
  readonly wide: number | null
}

/** Lines this much wider than the edge were broken elsewhere. */
const beyond = 6
/** Marks may hang over the edge. */
export const hangs = 2

/** Share of lines beyond the edge: so few mean nothing; of more, half must be full at an edge of their own; so many are no boxes. */
const wider = {few: 0.02, full: 0.5, most: 0.35}

/** The column at which most lines were broken, if they were. Null for too few lines, and for lines too wide or too narrow. */
export function edgeOf(lines: readonly (Line | null)[]): Edge | null {
  // a contents page says nothing about prose
  const widths = lines
    .flatMap(line => (line && !opensHeading(line.text, '') ? [line.width] : []))
    .sort((a, b) => a - b)
  if (widths.length < 12) return null
  const [column] = fullest(widths)
  if (column === undefined || column > widestLine.value || column < 30) return null
  const wide = widths.filter(width => width > column + beyond)
  if (wide.length > wider.most * widths.length) return null
  const [second, full] = fullest(wide)
  const boxes = wide.length > wider.few * widths.length
  if (boxes && (second === Infinity || full! < wider.full * wide.length)) return null
  const within = widths.filter(width => width > column - beyond && width <= column + hangs)
  return {column, full: within.length / widths.length, wide: boxes ? second! : null}
}

/** Characters of a line that a program cut: so many lines more hold just as many than were full at a column, and this share of all does. */
const counted = {least: 20, most: 500, lines: 5, full: 0.1}

/**
 * The edge of a text that a program cut behind so many characters, within words and figures, too: of the lines that stop within a
 * sentence, more hold just as many than were full at a column, and hardly any line holds more. Null for other texts.
 */
export function cutEdgeOf(lines: readonly (Line | null)[], edge: Edge | null): Edge | null {
  const lengths = lines.flatMap(line => (line ? [charactersIn(line)] : [])).sort((a, b) => a - b)
  const longest = lengths[Math.floor((1 - wider.few) * (lengths.length - 1))] ?? 0
  if (longest < counted.least || longest > counted.most) return null
  let [full, atColumn] = [0, 0]
  lines.forEach((line, i) => {
    const next = lines[i + 1]
    if (!line || !next || endsSentence(line.text)) return
    if (edge && line.width + widthOf(firstWord(next.text)) > edge.column) atColumn++
    if (charactersIn(line) === longest) full++
  })
  const enough = Math.max(atColumn + counted.lines, counted.full * lengths.length)
  return full < enough ? null : {column: 2 * longest, full: full / lengths.length, wide: null}
}

function charactersIn({indent, text}: Line): number {
  return indent / 2 + text.length
}

/** The line, each of its characters two columns wide. One blank before it is no indent: it was cut there. */
export function withCharacters(line: Line): Line {
  return {...line, indent: line.indent > 1 ? line.indent : 0, width: 2 * charactersIn(line)}
}

/** The column before which most of the lines end within a few columns, and how many; the rightmost of equals. */
function fullest(widths: readonly number[]): readonly [number, number] | readonly [] {
  let best: readonly [number, number] | readonly [] = []
  for (let from = 0, i = 0; i < widths.length; i++) {
    while (widths[from]! <= widths[i]! - beyond) from++
    if (best[1] === undefined || i - from + 1 >= best[1]) best = [widths[i]!, i - from + 1]
  }
  return best
}

/** The column at which line i was broken: that of wider lines if it is one, goes on from one or stands before one. */
export function columnAt(lines: readonly (Line | null)[], i: number, {column, wide}: Edge): number {
  if (wide === null) return column
  const isWide = (line?: Line | null) => line != null && line.width > column + beyond
  const before = lines[i - 1]
  const goesOn = isWide(before) && !endsSentence(before!.text)
  return isWide(lines[i]) || goesOn || isWide(lines[i + 1]) ? wide : column
}

/** What cannot be broken: a figure with its unit sign, a Latin word, or one character with the mark that follows it. */
export function firstWord(text: string): string {
  return /^(?:[0-9A-Za-z.,%％‰]+|.)[，。、；：？！”’）》％]*/u.exec(text)?.[0] ?? ''
}

/** A heading's label opens a paragraph of its own, unless the line before stops within a phrase: 按照第 / 三章的要求. */
export function opensHeading(text: string, before: string): boolean {
  return headingLabel.test(text) && !midPhrase.test(before)
}

const headingLabel =
  /^(?:第[一二三四五六七八九十百零〇]{1,4}[编篇章节](?!的)|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|专栏)/u
const midPhrase = /[的第至和与及按照见、，（“《：]$/u
