/**
 * One Word paragraph on its way to blocks: a line break in it parts lines, which become blocks of their own, or are put together
 * where they are one heading or title.
 */
import type {Block, Hint, ParagraphBlock} from '../core/draft.js'
import {concat, textOf, trim, type Piece, type Traced} from '../core/traced.js'
import type {Context} from '../core/stage.js'
import {withoutPage} from './contents.js'
import type {Look} from './docx-styles.js'

export interface OpenParagraph {
  /** Lines and how each ended: with a line break, or a page break. */
  readonly lines: {pieces: Piece[]; end: 'line' | 'page'}[]
  look: Look
  styleId: string | undefined
  /** The mark at its end was deleted: it runs on into the next paragraph. */
  markGone: boolean
  /** An entry of a contents page. */
  contents: boolean
  boldChars: number
  chars: number
  /** Footnotes it refers to. */
  readonly notes: string[]
  /** Text boxes anchored in it, before and after its first text. */
  readonly before: Block[]
  readonly after: Block[]
}

export function openParagraph(): OpenParagraph {
  return {
    lines: [{pieces: [], end: 'line'}],
    look: {},
    styleId: undefined,
    markGone: false,
    contents: false,
    boldChars: 0,
    chars: 0,
    notes: [],
    before: [],
    after: []
  }
}

/** Adds a piece; one that goes on where the last ended is joined to it. */
export function addPiece(paragraph: OpenParagraph, piece: Piece): void {
  const pieces = paragraph.lines.at(-1)!.pieces
  const last = pieces.at(-1)
  const plain = piece.text.length === piece.raw[1] - piece.raw[0]
  if (last && plain && last.raw[1] === piece.raw[0] && last.text.length === last.raw[1] - last.raw[0])
    pieces[pieces.length - 1] = {text: last.text + piece.text, raw: [last.raw[0], piece.raw[1]]}
  else pieces.push(piece)
}

export function breakLine(paragraph: OpenParagraph, end: 'line' | 'page'): void {
  paragraph.lines.at(-1)!.end = end
  paragraph.lines.push({pieces: [], end: 'line'})
}

export function isEmpty(paragraph: OpenParagraph): boolean {
  return paragraph.lines.every(line => line.pieces.every(piece => piece.text.trim() === ''))
}

export interface Told {
  readonly hint: Hint
  /** The number that Word writes before it, or `''`. */
  readonly label: string
  /** Where the paragraph begins in the raw text. */
  readonly start: number
  readonly nextLine: () => number
}

/** The blocks of a paragraph: none where it has no text and no label. */
export function paragraphBlocks(paragraph: OpenParagraph, told: Told, context: Context): ParagraphBlock[] {
  const {hint} = told
  const joins = hint.level !== undefined || hint.align === 'center'
  const texts: Traced[] = []
  let line: Traced = []
  paragraph.lines.forEach(({pieces, end}, i) => {
    line = concat(line, line.length > 0 ? trim(pieces) : pieces)
    const last = i === paragraph.lines.length - 1
    if (!last && joins && end === 'line') return
    if (line.length > 0) texts.push(line)
    line = []
  })
  if (texts.length === 0 && told.label !== '') texts.push([])
  const blocks: ParagraphBlock[] = []
  texts.forEach((text, i) => {
    const body = hint.style === 'contents' ? withoutPage(text, context) : text
    const bare = trim(body)
    const label = i === 0 ? apart(told.label, textOf(bare)) : ''
    const from = bare[0]?.raw[0] ?? told.start
    const whole = label === '' ? bare : concat([{text: label, raw: [from, from]}], bare)
    if (whole.length === 0) return
    const indent = (hint.indent ?? 0) + widthBefore(body, bare)
    blocks.push({
      kind: 'paragraph',
      text: whole,
      hint: {
        ...hint,
        line: told.nextLine(),
        blank: i === 0 ? (hint.blank ?? 0) : 0,
        indent,
        ...(label !== '' && {numbered: label.length})
      }
    })
  })
  return blocks
}

/** The label, set off where its point would make one number with the text: 1. and 2022年 are not 1.2022年. */
function apart(label: string, text: string): string {
  return /[\d.．]$/u.test(label) && /^\d/.test(text) ? `${label} ` : label
}

/** How wide the white space before the bare text is; U+3000 counts two, a tab two. */
function widthBefore(text: Traced, bare: Traced): number {
  const whole = textOf(text)
  const left = whole.length - whole.trimStart().length
  if (bare.length === 0) return 0
  let width = 0
  for (const char of whole.slice(0, left)) width += char === '\u3000' || char === '\t' ? 2 : 1
  return width
}
