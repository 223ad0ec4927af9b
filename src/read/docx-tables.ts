/** Rows of Word cells as a grid with spans, or as a frame where there is but one column. Spans are clamped, text never goes. */
import {textsOf, type Block, type GridCell, type Hint} from '../core/draft.js'
import {concat, textOf, type Traced} from '../core/traced.js'
import {spanLimit} from './docx.rules.js'

export interface WordCell {
  readonly blocks: readonly Block[]
  /** `w:gridSpan`, at least 1. */
  readonly columns: number
  /** `w:vMerge`: the first cell of a column of merged ones, or one that is covered by it. */
  readonly down: 'starts' | 'covered' | undefined
  /** `w:hMerge` of old files: covered by the cell to its left. */
  readonly coveredLeft: boolean
}

export interface WordRow {
  readonly cells: readonly WordCell[]
  readonly header: boolean
  /** Grid columns left out before the first cell. */
  readonly before: number
}

type Cell = {blocks: Traced[]; rowSpan: number; colSpan: number; header: boolean}

/** What happened to a table besides: told through `say`. */
export type Remark = 'read/docx-span-clamped' | 'read/docx-nested-table' | 'read/docx-covered-text'

/** The block of a table, or null where it holds no text at all. */
export function tableBlock(
  rows: readonly WordRow[],
  hint: Hint,
  say: (remark: Remark) => void
): Block | null {
  const filled = rows.some(row => row.cells.some(cell => hasText(cell.blocks)))
  if (!filled) return null
  if (rows.every(row => row.cells.length === 1 && row.before === 0))
    return {kind: 'frame', blocks: rows.flatMap(row => row.cells[0]!.blocks), hint}
  const open = new Map<number, Cell>()
  const grid: Cell[][] = []
  for (const row of rows) {
    const out: Cell[] = []
    let column = 0
    if (row.before > 0) {
      out.push({blocks: [], rowSpan: 1, colSpan: clamp(row.before, say), header: row.header})
      column += row.before
    }
    const still = new Set<Cell>()
    for (const cell of row.cells) {
      const texts = flatten(cell.blocks, say)
      const above = cell.down === 'covered' ? open.get(column) : undefined
      const left = cell.coveredLeft ? out.at(-1) : undefined
      if (above ?? left) {
        if (texts.length > 0) say('read/docx-covered-text')
        ;(above ?? left)!.blocks.push(...texts)
        if (above && !still.has(above)) {
          above.rowSpan++
          still.add(above)
        } else if (!above) left!.colSpan = clamp(left!.colSpan + cell.columns, say)
      } else {
        const own: Cell = {blocks: texts, rowSpan: 1, colSpan: clamp(cell.columns, say), header: row.header}
        out.push(own)
        if (cell.down === undefined) open.delete(column)
        else {
          open.set(column, own)
          still.add(own)
        }
      }
      column += cell.columns
    }
    for (const [at, cell] of open) if (!still.has(cell)) open.delete(at)
    grid.push(out)
  }
  const cells: GridCell[][] = grid
  return {kind: 'grid', rows: cells, hint}
}

function clamp(columns: number, say: (remark: Remark) => void): number {
  if (columns <= spanLimit.value) return Math.max(1, columns)
  say('read/docx-span-clamped')
  return spanLimit.value
}

export function hasText(blocks: readonly Block[]): boolean {
  for (const text of textsOf(blocks)) if (text.length > 0) return true
  return false
}

/** The blocks of a cell as its paragraphs. A table in a cell becomes a paragraph a row, its cells parted by tabs. */
function flatten(blocks: readonly Block[], say: (remark: Remark) => void): Traced[] {
  const out: Traced[] = []
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      if (block.text.length > 0) out.push(block.text)
    } else if (block.kind === 'frame') out.push(...flatten(block.blocks, say))
    else {
      say('read/docx-nested-table')
      for (const row of block.rows) out.push(joined(row))
    }
  }
  return out.filter(text => text.length > 0)
}

function joined(row: readonly GridCell[]): Traced {
  let line: Traced = []
  for (const cell of row)
    for (const text of cell.blocks) {
      if (textOf(text) === '') continue
      const at = text[0]!.raw[0]
      line = line.length === 0 ? text : concat(line, [{text: '\t', raw: [at, at]}], text)
    }
  return line
}
