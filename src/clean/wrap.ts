import type {Block, Draft, ParagraphBlock} from '../core/draft.js'
import type {Context} from '../core/stage.js'
import {concat, textOf, type Piece} from '../core/traced.js'
import {endsSentence} from '../zh/han.js'
import {fullLines, widestLine} from './wrap.rules.js'

/**
 * The draft with hard-wrapped lines joined to paragraphs. A text counts as wrapped only if many of its lines are full and none is
 * fuller; a line is joined to the next only if the next's first word would not have fitted, and nothing (an empty line, an indent,
 * a full stop where paragraphs have no indent) says that a paragraph ends.
 */
export function rejoinLines(draft: Draft, _context: Context): Draft {
  const lines = draft.blocks.map(measure)
  const edge = edgeOf(lines)
  if (edge === null) return draft
  const indented = lines.some(
    (line, i) => line && lines[i - 1] && line.indent > lines[i - 1]!.indent && lines[i - 1]!.full(edge)
  )
  const blocks: Block[] = []
  for (const [i, block] of draft.blocks.entries()) {
    const [line, before] = [lines[i], lines[i - 1]]
    const last = blocks.at(-1)
    if (line && before && last?.kind === 'paragraph' && goesOn(before, line, edge, indented))
      blocks[blocks.length - 1] = {...last, text: concat(last.text, gap(before, line), line.block.text)}
    else blocks.push(block)
  }
  return {...draft, blocks}
}

interface Measured {
  readonly block: ParagraphBlock
  readonly text: string
  readonly indent: number
  /** Columns, the indent with them. */
  readonly width: number
  full(edge: number): boolean
}

function measure(block: Block): Measured | null {
  if (block.kind !== 'paragraph' || block.text.length === 0 || (block.hint.tabs ?? 0) > 0) return null
  const text = textOf(block.text)
  if (text.length > widestLine.value) return {block, text, indent: 0, width: Infinity, full: () => false}
  const indent = block.hint.indent ?? 0
  const width = indent + columns(text)
  return {block, text, indent, width, full: edge => width > edge - 4}
}

/** The column at which lines were broken, or null where they were not. */
function edgeOf(lines: readonly (Measured | null)[]): number | null {
  const widths = lines.flatMap(line => (line ? [line.width] : [])).sort((a, b) => a - b)
  const widest = widths[Math.floor((widths.length - 1) * 0.98)]
  if (widths.length < 12 || widest === undefined || widest > widestLine.value || widest < 30) return null
  const full = widths.filter(width => width > widest - 6).length
  return full / widths.length >= fullLines.value ? widest : null
}

function goesOn(before: Measured, line: Measured, edge: number, indented: boolean): boolean {
  if ((line.block.hint.blank ?? 0) > 0 || line.indent > before.indent) return false
  if (before.width + columns(firstWord(line.text)) <= edge - 4) return false
  if (opensHeading.test(line.text) && !midPhrase.test(before.text)) return false
  if (indented) return line.indent === 0 || line.indent <= before.indent - 2
  return !endsSentence(before.text)
}

/** A heading's label opens a paragraph of its own, unless the line before stops within a phrase: 按照第 / 三章的要求. */
const opensHeading =
  /^(?:第[一二三四五六七八九十百零〇]{1,4}[编篇章节](?!的)|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|专栏)/u
const midPhrase = /[的第至和与及按照见、，（“《：]$/u

/** What cannot be broken: a figure with its unit sign, a Latin word, or one character with the mark that follows it. */
const firstWord = (text: string) =>
  /^(?:[0-9A-Za-z.,%％‰]+|.)[，。、；：？！）”’》％]*/u.exec(text)?.[0] ?? ''

function columns(text: string): number {
  let width = 0
  for (let i = 0; i < text.length; i++)
    width += text.charCodeAt(i) > 0x2000 || text.charCodeAt(i) === 0xb7 ? 2 : 1
  return width
}

/** Latin words that met at a line end get their space back, made here. */
function gap(before: Measured, line: Measured): Piece[] {
  if (!/[A-Za-z,]$/.test(before.text) || !/^[A-Za-z]/.test(line.text)) return []
  const at = line.block.text[0]!.raw[0]
  return [{text: ' ', raw: [at, at]}]
}
