import type {Document} from '../tree/nodes.js'
import {blocksById} from './frame.js'
import {columnsOfCells} from './grid.js'
import type {CellChange, Diff, Operation, RowChange, Run} from './schema.js'

/** A diff with its words put back, ready to be read: what the terminal text and the page are both drawn from. */

/** Text that stands on both sides, or what it was and what it is. */
export type Stretch =
  {readonly same: string} | {readonly from: string; readonly to: string; readonly ignored: boolean}

/** A cell with the column it begins in and how many it takes; sorted by column in its row. */
export interface CellView {
  readonly change: CellChange
  readonly column: number
  readonly colSpan: number
  readonly text: readonly Stretch[]
}

export interface GridCell {
  readonly text: string
  readonly column: number
  readonly colSpan: number
}

export interface RowView {
  readonly change: RowChange
  readonly cells: readonly CellView[]
}

export interface Entry {
  readonly operation: Operation
  /** Place in the list of operations. */
  readonly index: number
  readonly text: readonly Stretch[]
  readonly rows: readonly RowView[] | null
  /** A table's cells as they stand, row by row, where the table as a whole is kept, added or removed. */
  readonly grid: readonly (readonly GridCell[])[] | null
  /** Where pieces of a split or merged text begin: offsets into B's (split) or A's (merged) text. */
  readonly joints: readonly number[]
}

interface Node {
  readonly type?: string
  readonly value?: unknown
  readonly rowSpan?: number
  readonly colSpan?: number
  readonly children?: readonly Node[]
}

/** Entries in the order of the operations. */
export function viewOf(diff: Diff, a: Document, b: Document): Entry[] {
  const left = blocksById(a) as ReadonlyMap<string, Node>
  const right = blocksById(b) as ReadonlyMap<string, Node>
  return diff.operations.map((operation, index) => {
    const {rows, runs} = operation
    const old = operation.a.map(id => textOf(left.get(id)))
    const now = operation.b.map(id => textOf(right.get(id)))
    const table = right.get(operation.b[0] ?? '') ?? left.get(operation.a[0] ?? '')
    return {
      operation,
      index,
      text: stretches(old.join(''), runs),
      rows: rows === null ? null : rowViews(rows, left.get(operation.a[0]!)!, right.get(operation.b[0]!)!),
      grid: operation.kind === 'table' && rows === null && table ? gridOf(table) : null,
      joints: starts(now.length > 1 ? now : old)
    }
  })
}

function rowViews(rows: readonly RowChange[], a: Node, b: Node): RowView[] {
  const left = gridOf(a)
  const right = gridOf(b)
  return rows.map(change => ({
    change,
    cells: change.cells
      .map(cell => {
        const was = cell.a && left[cell.a[0]]?.[cell.a[1]]
        const is = cell.b && right[cell.b[0]]?.[cell.b[1]]
        const {column, colSpan} = is ?? was ?? {column: 0, colSpan: 1}
        return {change: cell, column, colSpan, text: stretches(was?.text ?? '', cell.runs)}
      })
      .sort((x, y) => x.column - y.column)
  }))
}

function gridOf(table: Node): GridCell[][] {
  const rows = (table.children ?? []).map(row => ({children: row.children ?? []}))
  const columns = columnsOfCells(rows)
  return rows.map(({children}, r) =>
    children.map((cell, c) => ({text: textOf(cell), column: columns[r]![c]!, colSpan: cell.colSpan ?? 1}))
  )
}

function textOf(node: Node | undefined): string {
  if (!node) return ''
  if (node.type === 'text') return node.value as string
  return (node.children ?? []).map(textOf).join('')
}

function stretches(a: string, runs: readonly Run[]): Stretch[] {
  let at = 0
  return runs.map(run => {
    if ('keep' in run) {
      at += run.keep
      return {same: a.slice(at - run.keep, at)}
    }
    at += run.a.length
    return {from: run.a, to: run.b, ignored: run.ignored}
  })
}

function starts(texts: readonly string[]): number[] {
  let at = 0
  return texts.slice(0, -1).map(text => (at += text.length))
}

/** How many operations of each section are not kept; indices into `diff.sections`. */
export function changesBySection(diff: Diff): Map<number, number> {
  const counts = new Map<number, number>()
  for (const {op, section} of diff.operations)
    if (op !== 'kept') counts.set(section, (counts.get(section) ?? 0) + 1)
  return counts
}

/** 第三章 保障基本民生, or the title of the document. */
export function sectionTitle(section: Diff['sections'][number], side: 'a' | 'b' | null = null): string {
  const name = side === null ? (section.b ?? section.a) : section[side]
  return name === null ? '' : [name.label, name.title].filter(Boolean).join(' ')
}

/** A section that came, went, moved or is called otherwise. */
export function isNews(section: Diff['sections'][number]): boolean {
  return section.op !== 'kept' || section.moved || section.renumbered || section.retitled
}
