/** Ruled places filled with their text: a grid, or a frame where there is one column; tables that go on over a page end are joined. */
import type {GridCell} from '../core/draft.js'
import type {Context} from '../core/stage.js'
import {hull} from '../core/span.js'
import {spansOf, textOf, type Traced} from '../core/traced.js'
import {cellAt, type Ruled} from './pdf-grids.js'
import {joinLines, linesOf, tracedLine, type Sign} from './pdf-lines.js'
import {goOn, openText, runsOn, type FlowLine, type OpenText} from './pdf-paragraphs.js'

type Cell = {blocks: Traced[]; rowSpan: number; colSpan: number; header: boolean; column: number}

/** A table on its way to a block: it may go on over the page. */
export interface OpenGrid {
  readonly kind: 'grid'
  readonly xs: readonly number[]
  readonly top: number
  readonly bottom: number
  readonly page: number
  readonly rows: Cell[][]
}

/** A box on its way to a block. */
export interface OpenFrame {
  readonly kind: 'frame'
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
  readonly page: number
  readonly lines: FlowLine[]
}

/** The text in a ruled area: a box if it has one column, else a table; null without text. `pitch`: the usual distance of lines. */
export function ruledBlock(
  ruled: Ruled,
  signs: readonly Sign[],
  page: number,
  pitch: number
): OpenGrid | OpenFrame | null {
  const {xs, ys, cells} = ruled
  const bounds = {left: xs[0]!, right: xs.at(-1)!, top: ys[0]!, bottom: ys.at(-1)!, page}
  if (cells.every(cell => cell.colSpan === xs.length - 1)) {
    const lines = linesOf(signs, page)
    if (lines.length === 0) return null
    const left = Math.min(...lines.map(line => line.left))
    const right = Math.max(...lines.map(line => line.right))
    const inset = Math.min(left - bounds.left, 12)
    const column = {left: bounds.left + inset, right: Math.max(right, bounds.right - inset)}
    return {kind: 'frame', ...bounds, lines: lines.map(line => ({kind: 'line', line, column}))}
  }
  const held: Sign[][] = cells.map(() => [])
  for (const sign of signs) {
    const cell = cellAt(ruled, sign.x + sign.width / 2, sign.y - sign.size * 0.35)
    if (cell >= 0) held[cell]!.push(sign)
  }
  if (held.every(each => each.every(sign => sign.shown.trim() === ''))) return null
  const rows: Cell[][] = ys.slice(1).map(() => [])
  cells.forEach((cell, i) => {
    const left = xs[cell.column]!
    const right = xs[cell.column + cell.colSpan]!
    rows[cell.row]!.push({
      blocks: cellText(held[i]!, page, left, right, pitch),
      rowSpan: cell.rowSpan,
      colSpan: cell.colSpan,
      header: false,
      column: cell.column
    })
  })
  markHeader(rows)
  return {
    kind: 'grid',
    xs,
    top: bounds.top,
    bottom: bounds.bottom,
    page,
    rows: withoutSeams(rows, xs.length - 1)
  }
}

/** Rows and columns that no cell begins in are seams of the drawing: the cells over them shrink. */
function withoutSeams(rows: readonly Cell[][], columns: number): Cell[][] {
  const begins = new Set(rows.flatMap(row => row.map(cell => cell.column)))
  const seamsBefore = (seam: (at: number) => boolean, from: number, to: number) => {
    let count = 0
    for (let at = from; at < to; at++) if (seam(at)) count++
    return count
  }
  rows.forEach((row, at) => {
    for (const cell of row) {
      const {column, colSpan, rowSpan} = cell
      const rowSeams = seamsBefore(below => rows[below]?.length === 0, at + 1, at + rowSpan)
      const columnSeams = seamsBefore(
        each => each < columns && !begins.has(each),
        column + 1,
        column + colSpan
      )
      cell.rowSpan = Math.max(1, rowSpan - rowSeams)
      cell.colSpan = Math.max(1, colSpan - columnSeams)
    }
  })
  return rows.filter(row => row.length > 0)
}

/** The first row, and those its spans reach down to, are a header where no cell of it is a figure. */
function markHeader(rows: readonly Cell[][]): void {
  const first = rows[0] ?? []
  const height = Math.max(1, ...first.filter(cell => cell.colSpan < 99).map(cell => cell.rowSpan))
  const head = rows.slice(0, height)
  if (
    height >= rows.length ||
    head.flat().some(cell => /^[\d.,%％]+$/.test(cell.blocks.map(textOf).join('')))
  )
    return
  for (const cell of head.flat()) cell.header = true
}

/** A narrow cell is one text, broken where its edge was; a wide one may hold several paragraphs. */
function cellText(
  signs: readonly Sign[],
  page: number,
  left: number,
  right: number,
  pitch: number
): Traced[] {
  const lines = linesOf(signs, page)
  if (lines.length === 0) return []
  const size = lines[0]!.size
  if (right - left < 16 * size) return [lines.map(line => tracedLine(line.signs)).reduce(joinLines)]
  const column = {
    left: Math.min(...lines.map(line => line.left)),
    right: Math.max(right - 6, ...lines.map(line => line.right))
  }
  return paragraphsOf(
    lines.map(line => ({kind: 'line', line, column})),
    pitch
  ).map(open => open.text)
}

/** Lines of one area as paragraphs. */
export function paragraphsOf(lines: readonly FlowLine[], pitch: number): OpenText[] {
  const out: OpenText[] = []
  for (const item of lines) {
    const open = out.at(-1)
    if (open && runsOn(open, item, pitch)) goOn(open, item)
    else out.push(openText(item))
  }
  return out
}

/** Have the two the same columns, give or take a few points? */
export function sameColumns(a: OpenGrid, b: OpenGrid): boolean {
  return (
    a.xs.length === b.xs.length &&
    a.xs.every((x, i) => Math.abs(x - a.xs[0]! - (b.xs[i]! - b.xs[0]!)) < 5) &&
    Math.abs(a.xs[0]! - b.xs[0]!) < 40
  )
}

const wordsOf = (row: readonly Cell[]) =>
  row.map(cell => `${cell.colSpan}:${cell.blocks.map(textOf).join('')}`).join('|')

/** Puts a table that goes on under its first part. Header rows that stand there again are let go as duplicates of the first. */
export function joinGrids(first: OpenGrid, next: OpenGrid, context: Context): OpenGrid {
  let again = 0
  while (again < next.rows.length - 1 && again < first.rows.length && again < 6) {
    if (wordsOf(first.rows[again]!) !== wordsOf(next.rows[again]!)) break
    again++
  }
  for (let row = 0; row < again; row++)
    next.rows[row]!.forEach((cell, i) => {
      const of = hull(first.rows[row]![i]!.blocks.flatMap(spansOf))
      for (const span of cell.blocks.flatMap(spansOf))
        context.post({span, fate: 'duplicate', rule: 'read/pdf-repeated-header', ...(of && {of})})
    })
  if (again > 0) for (const cell of first.rows.slice(0, again).flat()) cell.header = true
  const rest = next.rows.slice(again)
  if (again === 0) for (const cell of rest.flat()) cell.header = false
  const rows = [...first.rows, ...rest]
  continueSpans(rows, first.rows.length)
  return {...first, bottom: next.bottom, page: next.page, rows}
}

/** A group cell (类别) that spans rows on the first page goes on over an empty one at the head of the next. */
function continueSpans(rows: readonly Cell[][], seam: number): void {
  const row = rows[seam]
  if (!row) return
  for (const cell of [...row]) {
    if (cell.blocks.length > 0 || cell.column > 1) continue
    const grouped = rows.some(
      (each, at) => at !== seam && each.some(c => c.column === cell.column && !c.header && c.rowSpan > 1)
    )
    const above = ownerAbove(rows, seam, cell.column)
    if (!grouped || !above || above.header || above.blocks.length === 0 || above.colSpan !== cell.colSpan)
      continue
    above.rowSpan += cell.rowSpan
    row.splice(row.indexOf(cell), 1)
  }
}

function ownerAbove(rows: readonly Cell[][], seam: number, column: number): Cell | undefined {
  for (let at = seam - 1; at >= 0; at--)
    for (const cell of rows[at]!)
      if (cell.column === column) return at + cell.rowSpan >= seam ? cell : undefined
  return undefined
}

export function gridRows(grid: OpenGrid): GridCell[][] {
  return grid.rows.map(row =>
    row.map(({blocks, rowSpan, colSpan, header}) => ({blocks, rowSpan, colSpan, header}))
  )
}
