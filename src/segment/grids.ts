import type {GridBlock} from '../core/draft.js'
import type {Table} from '../tree/nodes.js'
import {paragraphNode} from '../tree/walk.js'
import {caption, captionWords} from './lists.rules.js'

export interface CaptionReading {
  readonly number: string | null
  readonly title: string | null
}

/** The caption a line over a table is, or null where it is text. */
export function captionOf(text: string): CaptionReading | null {
  if (text.length > 60) return null
  const match = caption.pattern.exec(text)
  if (match) return {number: match[1]!.replace(/\s/gu, ''), title: text.slice(match[0].length) || null}
  return captionWords.pattern.test(text) ? {number: null, title: text} : null
}

/** A table node of a grid. `ordinal` is set when the document is complete. */
export function gridNode(grid: GridBlock, over: CaptionReading | null): Table {
  return {
    type: 'table',
    ordinal: 1,
    number: over?.number ?? null,
    title: over?.title ?? null,
    children: grid.rows.map(row => ({
      type: 'row',
      children: row.map(cell => ({
        type: 'cell',
        header: cell.header,
        rowSpan: cell.rowSpan,
        colSpan: cell.colSpan,
        children: cell.blocks.map(paragraphNode)
      }))
    }))
  }
}
