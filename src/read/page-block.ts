import type {Hint} from '../core/draft.js'
import type {TableCell} from './html-table.js'
import type {Line} from './html-text.js'

/** What the page says about where a line stands. */
export interface Place {
  /** Rule of the furniture it stands in, by the name of an element around it. */
  readonly frame: string | null
  /** Within the body of the page. */
  readonly inBody: boolean
}

export interface LineBlock {
  readonly kind: 'line'
  readonly line: Line
  readonly hint: Hint
  readonly place: Place
  /** Share of its characters within links. */
  readonly linked: number
  /** Where its first link leads. */
  readonly href: string | null
}

export interface FilledCell extends TableCell {
  readonly blocks: readonly PageBlock[]
}

export interface TableBlock {
  readonly kind: 'grid'
  readonly rows: readonly (readonly FilledCell[])[]
  readonly hint: Hint
  readonly place: Place
  readonly linked: number
}

export interface BoxBlock {
  readonly kind: 'frame'
  readonly blocks: readonly PageBlock[]
  readonly hint: Hint
  readonly place: Place
}

/** A block of a page before it is decided what of the page is its text. */
export type PageBlock = LineBlock | TableBlock | BoxBlock
