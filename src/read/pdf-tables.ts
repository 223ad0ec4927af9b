/** Ruled places filled with their text: a grid, or a frame where there is one column; tables that go on over a page end are joined. */
import type {GridCell} from '../core/draft.js'
import {note} from '../core/note.js'
import type {Context} from '../core/stage.js'
import {hull} from '../core/span.js'
import {spansOf, textOf, type Traced} from '../core/traced.js'
import {cellAt, type Ruled, type RuledCell} from './pdf-grids.js'
import {joinLines, linesOf, tracedLine, type Line, type Sign} from './pdf-lines.js'
import {goOn, openText, runsOn, type FlowLine, type OpenText} from './pdf-paragraphs.js'

type Cell = {
  blocks: Traced[]
  rowSpan: number
  colSpan: number
  header: boolean
  column: number
  /** Points left on its last line, and the size of its type: whether a word broken off by the page end would have had room. */
  room: number
  size: number
  /** No rule closes it below: it goes on over the page end. */
  open: boolean
}

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
  if (held.every(each => each.every(sign => sign.blank))) return null
  const texts = cells.map((_, i) => linesOf(held[i]!, page))
  const widthOf = (cell: RuledCell) => xs[cell.column + cell.colSpan]! - xs[cell.column]!
  const spare = cells.flatMap((cell, i) => texts[i]!.map(line => widthOf(cell) - (line.right - line.left)))
  const padding = Math.max(0, Math.min(...spare))
  const rows: Cell[][] = ys.slice(1).map(() => [])
  cells.forEach((cell, i) => {
    const lines = texts[i]!
    const last = lines.at(-1)
    rows[cell.row]!.push({
      blocks: cellText(lines, xs[cell.column + cell.colSpan]!, widthOf(cell), pitch),
      rowSpan: cell.rowSpan,
      colSpan: cell.colSpan,
      header: false,
      column: cell.column,
      room: last ? widthOf(cell) - padding - (last.right - last.left) : Infinity,
      size: last?.size ?? 0,
      open: cell.openBelow
    })
  })
  const grid = withoutSeams(rows, xs)
  markHeader(grid.rows)
  return {kind: 'grid', top: bounds.top, bottom: bounds.bottom, page, ...grid}
}

/** Rows and columns that no cell begins in are seams of the drawing: the cells over them shrink. */
function withoutSeams(rows: readonly Cell[][], xs: readonly number[]): {rows: Cell[][]; xs: number[]} {
  const begins = new Set(rows.flatMap(row => row.map(cell => cell.column)))
  const edges = xs.filter((_, at) => begins.has(at) || at === xs.length - 1)
  rows.forEach((row, at) => {
    for (const cell of row)
      for (let below = at + cell.rowSpan - 1; below > at; below--)
        if (rows[below]?.length === 0) cell.rowSpan--
  })
  const whole = rows.filter(row => row.length > 0)
  for (const row of whole) for (const cell of row) setColumns(cell, xs, edges)
  return {rows: whole, xs: edges}
}

/** The cell by other edges: those of `to` that lie nearest to its own among `from`. */
function setColumns(cell: Cell, from: readonly number[], to: readonly number[], shift = 0): void {
  const nearest = (x: number) => {
    let best = 0
    to.forEach((edge, i) => {
      if (Math.abs(edge - x) < Math.abs(to[best]! - x)) best = i
    })
    return best
  }
  const left = nearest(from[cell.column]! + shift)
  const right = nearest((from[cell.column + cell.colSpan] ?? from.at(-1)!) + shift)
  cell.column = left
  cell.colSpan = Math.max(1, right - left)
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
function cellText(lines: readonly Line[], edge: number, width: number, pitch: number): Traced[] {
  if (lines.length === 0) return []
  if (width < 16 * lines[0]!.size) return [lines.map(line => tracedLine(line.signs)).reduce(joinLines)]
  const column = {
    left: Math.min(...lines.map(line => line.left)),
    right: Math.max(edge - 6, ...lines.map(line => line.right))
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

/** May the second go on with the first? They are as wide, and the edges of one are all edges of the other. */
export function sameColumns(a: OpenGrid, b: OpenGrid): boolean {
  const shift = b.xs[0]! - a.xs[0]!
  const [few, many, by] = a.xs.length <= b.xs.length ? [a.xs, b.xs, shift] : [b.xs, a.xs, -shift]
  return (
    Math.abs(shift) < 40 &&
    Math.abs(a.xs.at(-1)! + shift - b.xs.at(-1)!) < 5 &&
    few.every(x => many.some(each => Math.abs(each - x - by) < 5))
  )
}

const wordsOf = (row: readonly Cell[]) => row.map(cell => cell.blocks.map(textOf).join('')).join('|')

/**
 * Puts a table that goes on under its first part. Header rows that stand there again are let go as duplicates of the first; a row that
 * the page end cut in two is one again.
 */
export function joinGrids(first: OpenGrid, next: OpenGrid, context: Context): OpenGrid {
  const shift = first.xs[0]! - next.xs[0]!
  const xs = first.xs.length >= next.xs.length ? first.xs : next.xs.map(x => x + shift)
  for (const cell of first.rows.flat()) setColumns(cell, first.xs, xs)
  for (const cell of next.rows.flat()) setColumns(cell, next.xs, xs, shift)
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
  const cut = isCut(first.rows, rest[0] ?? [])
  if (cut) {
    mend(first.rows, rest.shift()!)
    context.note(
      note(
        'info',
        'read/pdf-row-joined',
        `A row of a table was cut by the end of page ${first.page}; it is one again`
      )
    )
  }
  const rows = [...first.rows, ...rest]
  if (!cut) continueSpans(rows, first.rows.length)
  return {...first, xs, bottom: next.bottom, page: next.page, rows}
}

/** Is this the rest of the row above: some cells empty, and each that is not going on with a line that was full? */
function isCut(rows: readonly Cell[][], row: readonly Cell[]): boolean {
  let full = 0
  let empty = 0
  for (const cell of row) {
    const above = ownerAbove(rows, rows.length, cell.column)
    if (!above || above.colSpan !== cell.colSpan || above.header) return false
    if (cell.blocks.length === 0) {
      if (above.blocks.length > 0) empty++
      continue
    }
    if (above.blocks.length === 0) return false
    if (!above.open && above.room > wordWidth(textOf(cell.blocks[0]!)) * above.size) return false
    full++
  }
  return full > 0 && empty > 0
}

/** How wide the part of a text is that no line break may cut, in sizes of its type. */
function wordWidth(text: string): number {
  const word = /^[（(“《〈]*(?:[\d.A-Za-z%≥≤<>＞＜]+|.)[）)”》〉，。、；：%％]*/u.exec(text)?.[0] ?? ''
  let width = 0
  for (const char of word) width += char < '\u2000' ? 0.55 : 1
  return width
}

function mend(rows: readonly Cell[][], row: readonly Cell[]): void {
  for (const cell of row) {
    const above = ownerAbove(rows, rows.length, cell.column)!
    const last = above.blocks.pop()
    const [head, ...tail] = cell.blocks
    if (head) above.blocks.push(last ? joinLines(last, head) : head, ...tail)
    else if (last) above.blocks.push(last)
    above.rowSpan += cell.rowSpan - 1
  }
}

/** A group cell (类别) that spans rows on the first page goes on over an empty one at the head of the next. */
function continueSpans(rows: readonly Cell[][], seam: number): void {
  const row = rows[seam]
  if (!row) return
  for (const cell of [...row]) {
    if (cell.blocks.length > 0 || cell.column > 1) continue
    const grouped = rows.some((each, at) =>
      each.some(other => at !== seam && other.column === cell.column && !other.header && other.rowSpan > 1)
    )
    const above = ownerAbove(rows, seam, cell.column)
    if (!above || above.header || above.blocks.length === 0 || above.colSpan !== cell.colSpan) continue
    if (!grouped && !above.open) continue
    above.rowSpan += cell.rowSpan
    row.splice(row.indexOf(cell), 1)
  }
}

/** The cell that reaches down to the row before the seam in this column. */
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
