import type {Block, GridBlock, GridCell, ParagraphBlock} from '../core/draft.js'
import {note} from '../core/note.js'
import type {Context} from '../core/stage.js'
import {textOf} from '../core/traced.js'
import {strongHeading} from './cells.rules.js'
import {closedWords, columnKind, valueWords, type ColumnKind} from './flattened.rules.js'
import {cellOf, recovered, spanOf} from './recovered.js'

/**
 * Tables that arrived as one cell a line are put together again: a run of header cells names the columns, and every row that
 * follows must fill them. A table that does not come out square stays as lines, with a finding; no cell is ever shifted.
 */
export function gatherFlattened(blocks: readonly Block[], context: Context): readonly Block[] {
  const out: Block[] = []
  for (let i = 0; i < blocks.length;) {
    const header = headerAt(blocks, i)
    const region = header && readRegion(blocks, header)
    if (!header || !region) {
      out.push(blocks[i++]!)
      continue
    }
    const rows = readRows(region.cells, header.columns, usualBlank(header.cells))
    const at = spanOf([...header.cells, ...region.cells])
    if (rows) {
      out.push(gridOf(header, rows))
      context.note(recovered(rows.length, at))
      i = region.end
    } else {
      context.note(
        note(
          'error',
          'segment/table-unrecovered',
          'A table of one cell a line could not be made square; it stays as text',
          at
        )
      )
      while (i < region.end) out.push(blocks[i++]!)
    }
  }
  return out
}

interface Header {
  readonly cells: readonly ParagraphBlock[]
  readonly columns: readonly ColumnKind[]
  readonly end: number
}

const lineOf = (block: Block | undefined): ParagraphBlock | null =>
  block?.kind === 'paragraph' ? block : null
const wordOf = (block: ParagraphBlock) => textOf(block.text)

/** Three header cells or more in a row, one of them the name column, two of them columns of values or closed words. */
function headerAt(blocks: readonly Block[], start: number): Header | null {
  const first = lineOf(blocks[start])
  if (!first || first.text.length === 0 || columnKind(wordOf(first)) === null) return null
  const cells: ParagraphBlock[] = []
  const columns: ColumnKind[] = []
  let end = start
  for (; end < blocks.length; end++) {
    const block = lineOf(blocks[end])
    if (!block) break
    if (block.text.length === 0) continue
    const kind = columnKind(wordOf(block))
    if (kind === null || (kind !== 'value' && kind !== 'other' && columns.includes(kind))) break
    cells.push(block)
    columns.push(kind)
  }
  const values = columns.filter(kind => kind === 'value').length
  const anchored = columns.includes('no') || columns.includes('attribute')
  return columns.includes('name') && values > 0 && columns.length >= 3 && anchored
    ? {cells, columns, end}
    : null
}

/** The cells that follow a header, up to a heading, a caption or prose. Empty lines are kept: they may be empty cells. */
function readRegion(
  blocks: readonly Block[],
  header: Header
): {cells: readonly ParagraphBlock[]; end: number} | null {
  const cells: ParagraphBlock[] = []
  let end = header.end
  for (; end < blocks.length; end++) {
    const block = lineOf(blocks[end])
    if (!block) break
    const text = wordOf(block)
    if (
      text.length > 60 ||
      strongHeading.pattern.test(text) ||
      /^表\s*\d|^[（(][一二三四五六七八九十]+[)）]|^注[：:]/u.test(text)
    )
      break
    if (/[。；]$/u.test(text) && !/[)）]。$/u.test(text)) break
    cells.push(block)
  }
  while (cells.at(-1)?.text.length === 0) {
    cells.pop()
    end--
  }
  return cells.length >= header.columns.length ? {cells, end} : null
}

/** A row by column; null is a cell that is not there because the one above reaches down or the one left reaches right. */
type Row = readonly (ParagraphBlock | 'group' | null)[]

const isNumberLike = (text: string) =>
  /^[<>≥≤＜＞约近]?\s*[-+－]?\d[\d,.]*\s*(?:[%％‰]|[\u4e00-\u9fff]{1,3})?(?:\s*[／/]\s*\d[\d.]*%?)?(?:左右|以上|以下)?$|^[-—－–/／]+$|^(?:≥|≤|＞|＜|>|<).{1,12}$/u.test(
    text
  )

/** Empty lines between the cells of a header; more of them hold the place of an empty cell. */
const usualBlank = (cells: readonly ParagraphBlock[]) =>
  Math.max(0, ...cells.slice(1).map(cell => cell.hint.blank ?? 0))

function readRows(
  cells: readonly ParagraphBlock[],
  columns: readonly ColumnKind[],
  usual: number
): Row[] | null {
  const chunks = columns.at(-1) === 'attribute' ? chunksByWord(cells) : chunksByNumber(cells, columns)
  if (!chunks || chunks.length === 0) return null
  const rows: Row[] = []
  for (const chunk of chunks) {
    const row = fill(chunk, columns, usual)
    if (!row) return null
    rows.push(row)
  }
  return rows
}

/** Each row ends with its attribute. What is left over at the end is no row. */
function chunksByWord(cells: readonly ParagraphBlock[]): ParagraphBlock[][] | null {
  const chunks: ParagraphBlock[][] = []
  let open: ParagraphBlock[] = []
  for (const cell of cells) {
    open.push(cell)
    if (closedWords.pattern.test(wordOf(cell))) {
      chunks.push(open)
      open = []
    }
  }
  return open.some(cell => cell.text.length > 0) ? null : chunks
}

/** Each row begins with its number, one more than the last. */
function chunksByNumber(
  cells: readonly ParagraphBlock[],
  columns: readonly ColumnKind[]
): ParagraphBlock[][] | null {
  if (columns[0] !== 'no') return null
  const chunks: ParagraphBlock[][] = []
  for (const cell of cells) {
    const isNext = wordOf(cell) === String(chunks.length + 1)
    const filled = chunks.at(-1)?.filter(c => c.text.length > 0).length ?? columns.length
    if (isNext && filled >= columns.length - 1) chunks.push([cell])
    else if (chunks.length === 0) return null
    else chunks.at(-1)!.push(cell)
  }
  return chunks
}

/** Puts the cells of one row into its columns, or gives up: text before values, values in order, empty lines only where needed. */
function fill(chunk: readonly ParagraphBlock[], columns: readonly ColumnKind[], usual: number): Row | null {
  const cells = [...chunk]
  while (cells[0]?.text.length === 0) cells.shift()
  const leads = columns.indexOf('category') >= 0 && columns.indexOf('category') < columns.indexOf('no')
  const isNumber = (cell?: ParagraphBlock) => cell !== undefined && /^\d{1,3}$/.test(wordOf(cell))
  const leading = leads && chunk.length >= columns.length && !isNumber(cells[0]) && isNumber(cells[1])
  const field = leading ? cells.shift()! : null
  const no = columns.includes('no') && isNumber(cells[0]) ? cells.shift()! : null
  const hasAttribute = columns.at(-1) === 'attribute'
  const attribute = hasAttribute ? cells.pop()! : null
  while (cells[0]?.text.length === 0) cells.shift()
  const valueColumns = columns.filter(kind => kind === 'value' || kind === 'other').length
  const wanted = columns.filter(
    kind => kind === 'name' || kind === 'unit' || (kind === 'category' && !leads)
  ).length
  const words: ParagraphBlock[] = []
  const named = namesBefore(cells, valueColumns) ?? cells.findIndex(isBlankOrFigure)
  words.push(...cells.splice(0, named < 0 ? cells.length : named))
  const values = valuesOf(cells, valueColumns) ?? acrossGaps(cells, attribute, valueColumns, usual)
  if (!values || words.length === 0 || words.length > wanted + 1) return null
  const grouped = words.length === wanted + 1
  const row: (ParagraphBlock | 'group' | null)[] = []
  let w = 0
  let v = 0
  const lacking = Math.max(0, wanted - words.length)
  let skipped = 0
  for (const kind of columns) {
    if (kind === 'no') row.push(no)
    else if (kind === 'value' || kind === 'other') row.push(values[v++]!)
    else if (kind === 'attribute') row.push(attribute)
    else if (kind === 'name')
      row.push(...(grouped ? [words[w++]!, words[w++]!] : ['group' as const, words[w++]!]))
    else if (kind === 'category' && leads) row.push(field)
    else if (kind === 'category' && skipped < lacking) {
      skipped++
      row.push(null)
    } else row.push(words[w++] ?? null)
  }
  return w === words.length ? row : null
}

const isBlankOrFigure = (cell: ParagraphBlock) => cell.text.length === 0 || isNumberLike(wordOf(cell))

/** [125], 【350左右】 · 21.5（2024年） */
const dressed = /^[[［〔【](.+)[\]］〕】]$|[（(][^（）()]{1,10}[)）]$/u

/** How many cells stand before the values, where every value is there and looks like one; null where that cannot be told. */
function namesBefore(cells: readonly ParagraphBlock[], values: number): number | null {
  const names = cells.length - values
  if (values === 0 || names < 1 || cells.some(cell => cell.text.length === 0)) return null
  const isValue = (text: string) => isNumberLike(text.replace(dressed, '$1')) || valueWords.pattern.test(text)
  return cells.slice(names).every(cell => isValue(wordOf(cell))) ? names : null
}

/** Just so many values: all that have text, or text and empty lines together. */
function valuesOf(cells: readonly ParagraphBlock[], wanted: number): readonly ParagraphBlock[] | null {
  const solid = cells.filter(cell => cell.text.length > 0)
  if (solid.length === wanted) return solid
  if (solid.length > wanted) return null
  const collapsed = cells.filter(
    (cell, i) => cell.text.length > 0 || i === 0 || cells[i - 1]!.text.length > 0
  )
  if (collapsed.length === wanted) return collapsed
  return cells.length === wanted ? cells : null
}

/** Values and the gaps that empty cells left between them, where both together are just so many. */
function acrossGaps(
  cells: readonly ParagraphBlock[],
  attribute: ParagraphBlock | null,
  wanted: number,
  usual: number
): readonly ParagraphBlock[] | null {
  if (cells.some(cell => cell.text.length === 0)) return null
  const isWide = (cell: ParagraphBlock) => (cell.hint.blank ?? 0) >= usual + 2
  const empty: ParagraphBlock = {kind: 'paragraph', text: [], hint: {}}
  const out = cells.flatMap(cell => (isWide(cell) ? [empty, cell] : [cell]))
  if (attribute && isWide(attribute)) out.push(empty)
  return out.length === wanted ? out : null
}

/** The grid: the name column is two columns wide where some rows are grouped. */
function gridOf(header: Header, rows: readonly Row[]): GridBlock {
  const nameAt = header.columns.indexOf('name')
  // a row of a group has no number; where rows have none at all, no first cell
  const noAt = Math.max(0, header.columns.indexOf('no'))
  const groups = rows.map(row => row[nameAt])
  const grouped = groups.some(cell => cell !== 'group')
  const cell = (block: ParagraphBlock | null, more?: Partial<GridCell>) => cellOf(block?.text, more)
  const wide = grouped ? {colSpan: 2} : {}
  const out: GridCell[][] = [
    header.cells.map((block, i) => cell(block, {header: true, ...(i === nameAt ? wide : {})}))
  ]
  for (const [r, row] of rows.entries()) {
    const cells: GridCell[] = []
    const inGroup =
      row[nameAt] === 'group' &&
      header.columns.includes('no') &&
      row[noAt] === null &&
      belongsToGroup(rows, r, nameAt, noAt)
    for (const [c, block] of row.entries()) {
      if (c === nameAt && (block === 'group' || !grouped)) {
        if (block !== 'group') cells.push(cell(block))
        continue
      }
      if (c === nameAt)
        cells.push(cell(block as ParagraphBlock, {rowSpan: groupHeight(rows, r, nameAt, noAt)}))
      else if (c === nameAt + 1)
        cells.push(
          cell(block as ParagraphBlock, grouped && row[nameAt] === 'group' && !inGroup ? {colSpan: 2} : {})
        )
      else cells.push(cell(block as ParagraphBlock | null))
    }
    out.push(cells)
  }
  return {kind: 'grid', rows: out, hint: header.cells[0]!.hint}
}

/** A row without number and group, below a grouped one, belongs to that group unless it names a part of its host (其中). */
function belongsToGroup(rows: readonly Row[], r: number, nameAt: number, noAt: number): boolean {
  const name = rows[r]![nameAt + 1]
  if (name && name !== 'group' && /^其中/u.test(wordOf(name))) return false
  for (let i = r - 1; i >= 0; i--) {
    if (rows[i]![nameAt] !== 'group') return true
    if (rows[i]![noAt] !== null) return false
  }
  return false
}

function groupHeight(rows: readonly Row[], r: number, nameAt: number, noAt: number): number {
  let height = 1
  while (
    r + height < rows.length &&
    rows[r + height]![nameAt] === 'group' &&
    rows[r + height]![noAt] === null &&
    belongsToGroup(rows, r + height, nameAt, noAt)
  )
    height++
  return height
}
