import type {Block, ParagraphBlock} from '../core/draft.js'
import {textOf} from '../core/traced.js'
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
  readonly column: number
  /** Share of lines that are full there. */
  readonly full: number
}

/** The column at which lines were broken, if they were: none is fuller. Null for too few lines, and for lines too wide or too narrow. */
export function edgeOf(lines: readonly (Line | null)[]): Edge | null {
  const widths = lines.flatMap(line => (line ? [line.width] : [])).sort((a, b) => a - b)
  const column = widths[Math.floor((widths.length - 1) * 0.98)]
  if (widths.length < 12 || column === undefined || column > widestLine.value || column < 30) return null
  return {column, full: widths.filter(width => width > column - 6).length / widths.length}
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
