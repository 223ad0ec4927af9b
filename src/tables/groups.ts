import type {Node as UnistNode, Parent} from 'unist'
import {SKIP, visit} from 'unist-util-visit'
import type {VFile} from 'vfile'
import {columnKind} from '../segment/flattened.rules.js'
import type {Cell, Paragraph, Row, Table} from '../tree/nodes.js'
import {traceOf} from '../tree/walk.js'
import {cellText} from './grid.js'

/**
 * A unified transformer: gives grouped rows of text tables their spans. Where some rows have one cell more than the rest, the name
 * cell of the rest reaches over two columns; an empty group or category cell joins the one above. A table that stays uneven
 * becomes paragraphs, with an error. Tables that came with spans are left alone.
 */
export function spanGroups() {
  return (tree: UnistNode, file: VFile): void => {
    visit(
      tree as UnistNode,
      'table',
      (node: UnistNode, index: number | undefined, parent: Parent | undefined) => {
        const table = node as unknown as Table
        const rows = table.children
        if (rows.some(row => row.children.some(cell => cell.rowSpan > 1 || cell.colSpan > 1))) return SKIP
        const widths = rows.map(row => row.children.length)
        const [narrow, wide] = [Math.min(...widths), Math.max(...widths)]
        const name = nameColumn(rows[0])
        if (narrow !== wide && wide - narrow === 1 && name >= 0 && widths[0] === narrow) {
          for (const row of rows) if (row.children.length === narrow) row.children[name]!.colSpan = 2
          joinBlanks(rows, name, row => row.children.length === wide)
        } else if (narrow !== wide && parent && index !== undefined) {
          const message = file.message(
            `Unexpected rows of ${narrow} to ${wide} cells; the table stays as text`,
            {ruleId: 'not-square', source: 'tables'}
          )
          Object.assign(message, {fatal: true, actual: spanOf(table)})
          const lines = rows.flatMap(row => row.children.flatMap((cell): Paragraph[] => cell.children))
          parent.children.splice(index, 1, ...(lines as unknown as UnistNode[]))
          return [SKIP, index + lines.length] as const
        }
        for (const [column, cell] of (rows[0]?.children ?? []).entries())
          if (columnKind(cellText(cell)) === 'category')
            joinBlanks(rows, column, row => row.children.length === wide && column < row.children.length)
        return SKIP
      }
    )
  }
}

/** Raw spans for the finding, as text: `start-end`. */
function spanOf(table: Table): string {
  const spans = traceOf(table)
  return `${Math.min(...spans.map(s => s[0]))}-${Math.max(...spans.map(s => s[1]))}`
}

const nameColumn = (header: Row | undefined) =>
  header?.children.findIndex(cell => columnKind(cellText(cell)) === 'name') ?? -1

/** Empty cells of a column join the filled cell above them. Works from the last row up, so that removed cells shift nothing. */
function joinBlanks(rows: readonly Row[], column: number, applies: (row: Row) => boolean): void {
  const hosts: {row: Row; cell: Cell; below: Row[]}[] = []
  for (const row of rows.slice(1)) {
    const cell = row.children[column]
    if (!cell || !applies(row)) continue
    if (cellText(cell) !== '') hosts.push({row, cell, below: []})
    else hosts.at(-1)?.below.push(row)
  }
  for (const host of hosts) {
    const start = rows.indexOf(host.row)
    const joined = host.below.filter((row, i) => rows[start + i + 1] === row)
    host.cell.rowSpan += joined.length
    for (const row of joined) row.children.splice(column, 1)
  }
}
