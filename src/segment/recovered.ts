import type {GridCell, ParagraphBlock} from '../core/draft.js'
import {note, type Note} from '../core/note.js'
import {hull, type Span} from '../core/span.js'
import {spansOf, type Traced} from '../core/traced.js'

/** What putting a table together from lines needs, however it was written out. */

/** A cell that holds a text, or nothing. */
export function cellOf(text: Traced | undefined, more: Partial<GridCell> = {}): GridCell {
  return {blocks: text && text.length > 0 ? [text] : [], rowSpan: 1, colSpan: 1, header: false, ...more}
}

/** Where lines stand in the raw text. */
export function spanOf(lines: readonly ParagraphBlock[]): Span | null {
  return hull(lines.flatMap(line => spansOf(line.text)))
}

/** Says that so many rows were put together. */
export function recovered(rows: number, at: Span | null): Note {
  return note('info', 'segment/table-recovered', `A table of ${rows} rows was put together from lines`, at)
}
