import {spansOf, textOf, type Traced} from './traced.js'
import type {Source} from './source.js'
import type {Span} from './span.js'

/** What the format said about a block besides its text; evidence, never truth. All optional: absent = not known. */
export interface Hint {
  /** Physical line, from 0. */
  readonly line?: number
  /** Empty lines before it. */
  readonly blank?: number
  /** White space before it, in characters (a U+3000 counts two). */
  readonly indent?: number
  /** Leading tabs: in a Word dump a tab opens a table cell. */
  readonly tabs?: number
  /** Heading level 1–9 of a style or tag. */
  readonly level?: number
  /** Name of the style, the tag or the Word numbering. */
  readonly style?: string
  readonly align?: 'left' | 'center' | 'right'
  readonly bold?: boolean
  /** Page, from 1. */
  readonly page?: number
  /** Text made from automatic numbering stands first in it, this many characters. */
  readonly numbered?: number
}

/** A paragraph, or a line that may yet turn out to be half of one. */
export interface ParagraphBlock {
  readonly kind: 'paragraph'
  readonly text: Traced
  readonly hint: Hint
}

/** A cell of a grid; its paragraphs one by one. */
export interface GridCell {
  readonly blocks: readonly Traced[]
  readonly rowSpan: number
  readonly colSpan: number
  readonly header: boolean
}

/** A table as the format gave it: rows of cells; a cell that is covered by a span above or left of it is not listed. */
export interface GridBlock {
  readonly kind: 'grid'
  readonly rows: readonly (readonly GridCell[])[]
  readonly hint: Hint
}

/** Blocks in a frame: a text box, a table of one column, a bordered note. */
export interface FrameBlock {
  readonly kind: 'frame'
  readonly blocks: readonly Block[]
  readonly hint: Hint
}

export type Block = ParagraphBlock | GridBlock | FrameBlock

/** Text before it is a tree. */
export interface Draft {
  readonly source: Source
  readonly blocks: readonly Block[]
}

/** All traced texts of the blocks, in order, those within grids and frames too. */
export function* textsOf(blocks: readonly Block[]): Generator<Traced> {
  for (const block of blocks) {
    if (block.kind === 'paragraph') yield block.text
    else if (block.kind === 'frame') yield* textsOf(block.blocks)
    else for (const row of block.rows) for (const cell of row) yield* cell.blocks
  }
}

/** The raw spans a draft still holds, in text order. */
export function keptInDraft(draft: Draft): Span[] {
  const kept: Span[] = []
  for (const text of textsOf(draft.blocks)) for (const span of spansOf(text)) kept.push(span)
  return kept
}

/** The plain text of a draft, a block a line. */
export function draftText(draft: Draft): string {
  return [...textsOf(draft.blocks)].map(textOf).join('\n')
}
