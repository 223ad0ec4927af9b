import type {Block, GridBlock, ParagraphBlock} from '../core/draft.js'
import type {LetGo} from '../core/ledger.js'
import type {Context} from '../core/stage.js'
import {slice, spansOf, textOf, trim, type Traced} from '../core/traced.js'
import {strongHeading} from './cells.rules.js'
import {delimited, fewestRows, longestRow} from './columns.rules.js'
import {closedWords, columnKind} from './flattened.rules.js'
import {cellOf} from './recovered.js'

/** A way to divide a line into cells. `header`: the first row must name columns, because the divider alone proves little. */
interface Divider {
  readonly mark: RegExp
  /** All cells of the first row must name columns. */
  readonly strict?: boolean
  /** Tabs before a line stand for empty cells. */
  readonly tabs?: boolean
  readonly header: boolean
}

const dividers: readonly Divider[] = [
  {mark: /\t/g, tabs: true, header: false},
  {mark: /[|｜]/g, header: false},
  {mark: /[ \u00a0\u3000]{2,}|\u3000/g, header: true},
  {mark: /[ \u00a0\u3000]+/g, header: true, strict: true}
]

/** Tables that arrived as a row a line, the cells divided by tabs, bars or wide gaps, become grids. Uneven ones stay as they are. */
export function gatherColumns(blocks: readonly Block[], context: Context): readonly Block[] {
  const out: Block[] = []
  const failed = new Map<Divider, number>()
  let changed = false
  for (let i = 0; i < blocks.length;) {
    const found = tableAt(blocks, i, failed)
    if (!found) {
      out.push(blocks[i++]!)
      continue
    }
    changed = true
    for (const span of found.scaffolding) {
      const posting: LetGo = {span, fate: 'layout', rule: delimited.id}
      context.post(posting)
    }
    out.push(found.grid)
    i = found.end
  }
  return changed ? out : blocks
}

interface Found {
  readonly grid: GridBlock
  readonly end: number
  /** Bars and rules that held the cells apart. */
  readonly scaffolding: readonly (readonly [number, number])[]
}

/** `failed`: how far the lines of a divider are known to make no table, so that none is read twice. */
function tableAt(blocks: readonly Block[], start: number, failed: Map<Divider, number>): Found | null {
  const first = blocks[start]!
  if (first.kind !== 'paragraph' || first.text.length === 0) return null
  const head = textOf(first.text)
  if (head.length > longestRow.value) return null
  for (const divider of dividers) {
    if (start < (failed.get(divider) ?? 0) || head.search(divider.mark) < 0) continue
    if (divider.header && !namesColumns(first, divider)) continue
    const rows: Traced[][] = []
    const scaffolding: (readonly [number, number])[] = []
    // the table goes on in rows that these cells do not fit
    let torn = false
    let end = start
    for (; end < blocks.length; end++) {
      const block = blocks[end]!
      if (block.kind !== 'paragraph') break
      if (block.text.length === 0) continue
      if (end > start && (block.hint.blank ?? 0) >= 2) break
      const row = cellsOf(block, divider)
      if (row === null || strongHeading.pattern.test(textOf(block.text))) break
      const empty = divider.tabs ? Math.max(0, (block.hint.tabs ?? 0) - (first.hint.tabs ?? 0)) : 0
      for (let n = 0; n < empty; n++) row.cells.unshift([])
      if (divider.header && rows.length > 0 && row.cells.length !== rows[0]!.length) {
        torn = isNumbered(row.cells)
        break
      }
      scaffolding.push(...row.scaffolding)
      if (row.cells.length > 0) rows.push(row.cells)
      else if (rows.length === 0) break
    }
    while (end > start && isEmpty(blocks[end - 1]!)) end--
    const width = Math.max(...rows.map(row => row.length))
    if (torn || rows.length < fewestRows.value || width < 2 || !isTable(rows, width, divider)) {
      failed.set(divider, end)
      continue
    }
    return {grid: gridOf(rows, rows[0]!.length, first), end, scaffolding}
  }
  return null
}

/** A header row of two words for columns or more. Looks at short lines alone. */
function namesColumns(block: ParagraphBlock, divider: Divider): boolean {
  if (textOf(block.text).length > 120) return false
  const row = cellsOf(block, divider)
  return row !== null && row.cells.filter(cell => columnKind(textOf(cell)) !== null).length >= 2
}

/** A row of a table: its number opens it, or its attribute closes it. */
const isNumbered = (cells: readonly Traced[]) =>
  /^[0-9]{1,3}$/.test(textOf(cells[0]!)) || closedWords.pattern.test(textOf(cells.at(-1)!))

const isEmpty = (block: Block) => block.kind === 'paragraph' && block.text.length === 0

/**
 * A row may lack cells at its end only: blanks there are cut off by editors. It may have one cell more than the header where it is of a
 * group, whose name stands before its own.
 */
function isTable(rows: readonly Traced[][], width: number, divider: Divider): boolean {
  const header = rows[0]!
  if (divider.tabs && width === header.length + 1 && isGrouped(rows)) width = header.length
  const named = header.filter(cell => columnKind(textOf(cell)) !== null).length
  if (width === 2 && named === 0) return false
  if (divider.strict && named < Math.max(3, width)) return false
  if (divider.header && (named < 2 || rows.some(row => row.length !== width))) return false
  const even = rows.filter(row => row.length === width).length
  return header.length === width && even * 2 > rows.length
}

/** Rows of a group have a cell more; their names end before the first number, as those of the other rows do. */
function isGrouped([header, ...rows]: readonly Traced[][]): boolean {
  const name = header!.findIndex(cell => columnKind(textOf(cell)) === 'name')
  const wide = rows.filter(row => row.length > header!.length)
  return name >= 0 && wide.every(row => !/^[0-9.]+$/u.test(textOf(row[name + 1]!)))
}

/** The cells of a line, null where the divider is not in it; no cells where it only rules a line (| --- | --- |). */
function cellsOf(
  block: ParagraphBlock,
  divider: Divider
): {cells: Traced[]; scaffolding: (readonly [number, number])[]} | null {
  const text = textOf(block.text)
  const marks = [...text.matchAll(divider.mark)]
  if (marks.length === 0 && !(divider.tabs && (block.hint.tabs ?? 0) > 0)) return null
  const bars = marks.length > 0 && /[|｜]/.test(marks[0]![0])
  if (bars && /^[|｜:\-—\s]+$/u.test(text)) return {cells: [], scaffolding: spansOf(block.text)}
  const cells: Traced[] = []
  const scaffolding: (readonly [number, number])[] = []
  let at = 0
  for (const mark of marks) {
    cells.push(trim(slice(block.text, at, mark.index)))
    at = mark.index + mark[0].length
    if (bars) scaffolding.push(...spansOf(slice(block.text, mark.index, at)))
  }
  cells.push(trim(slice(block.text, at)))
  if (bars && cells[0]!.length === 0 && /^\s*[|｜]/u.test(text)) cells.shift()
  if (bars && cells.at(-1)!.length === 0 && /[|｜]\s*$/u.test(text)) cells.pop()
  return {cells, scaffolding}
}

function gridOf(rows: readonly Traced[][], width: number, first: ParagraphBlock): GridBlock {
  return {
    kind: 'grid',
    rows: rows.map(row => Array.from({length: Math.max(width, row.length)}, (_, i) => cellOf(row[i]))),
    hint: first.hint
  }
}
