/**
 * Lines joined to paragraphs, over line and page ends. A line begins a paragraph where it is indented, centred, of another size, set
 * apart, or where the line before it stopped short; everything else runs on.
 */
import type {Hint, ParagraphBlock} from '../core/draft.js'
import type {Traced} from '../core/traced.js'
import {joinLines, tracedLine, type Line} from './pdf-lines.js'

/** Left and right edge of the column that a line stands in. */
export interface Column {
  readonly left: number
  readonly right: number
}

export interface FlowLine {
  readonly kind: 'line'
  readonly line: Line
  readonly column: Column
}

/** A paragraph that may still go on. */
export interface OpenText {
  readonly first: FlowLine
  last: FlowLine
  text: Traced
  centred: boolean
}

/** Words that begin a heading or an item: such a line never runs on from the one before. */
const opening =
  /^(?:第\s*[一二三四五六七八九十百零〇\d]+\s*[编篇部章节条]|[一二三四五六七八九十]+、|[（(]\s*[一二三四五六七八九十\d]+\s*[）)]|\d{1,2}\s*[.．、](?!\d)|[①-⑳]|专栏\s*\d|表\s*\d+\s*[:：]?|附件|——|目\s*录$)/u

export function opensItem(text: string): boolean {
  return opening.test(text)
}

/** Is a line set in the middle of its column, away from both edges? */
export function isCentred({line, column}: FlowLine): boolean {
  const left = line.left - column.left
  const right = column.right - line.right
  if (left < line.size * 1.2 || right < line.size * 1.2 || /[。；，]$/u.test(line.text)) return false
  return Math.abs(left - right) < Math.max(line.size * 1.1, 0.12 * (left + right))
}

export function openText(item: FlowLine): OpenText {
  return {first: item, last: item, text: tracedLine(item.line.signs), centred: isCentred(item)}
}

/** Does the next line go on with this paragraph? `pitch`: the usual distance of lines. */
export function runsOn(open: OpenText, next: FlowLine, pitch: number): boolean {
  const {line} = next
  const last = open.last.line
  const size = Math.max(line.size, last.size)
  if (Math.abs(line.size - last.size) > 0.08 * size) return false
  const samePage = line.page === last.page && line.y > last.y
  if (samePage && line.y - last.y > Math.max(1.45 * pitch, 1.3 * size)) return false
  const centred = isCentred(next)
  const item = opensItem(line.text)
  if (open.centred || centred)
    return (
      samePage &&
      open.centred &&
      centred &&
      !item &&
      line.bold === last.bold &&
      line.size > 13 &&
      last.text.length >= 8 &&
      line.y - last.y <= 1.9 * line.size
    )
  const indent = line.left - next.column.left
  if (indent > 1.2 * line.size) {
    const hanging = Math.abs(line.left - last.left) < 0.5 * size && open.first !== open.last
    if (!hanging || item) return false
  }
  const short = open.last.column.right - last.right
  if (short > 2.2 * last.size) return false
  if (short > 1.2 * last.size && /[。！？；：]["”’」』）)]*$/u.test(last.text)) return false
  return !(item && indent > 0.5 * line.size)
}

export function goOn(open: OpenText, next: FlowLine): void {
  open.text = joinLines(open.text, tracedLine(next.line.signs))
  open.last = next
}

/** The block of a finished paragraph. */
export function closeText(open: OpenText, line: number, blank: number, style?: string): ParagraphBlock {
  const {first} = open
  const indent = Math.max(0, Math.round(((first.line.left - first.column.left) / first.line.size) * 2))
  const hint: Hint = {
    line,
    blank,
    page: first.line.page,
    ...(open.centred ? {align: 'center' as const, indent: 0} : {indent}),
    ...(first.line.bold && {bold: true}),
    ...(style !== undefined && {style})
  }
  return {kind: 'paragraph', text: open.text, hint}
}
