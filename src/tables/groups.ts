import type {VFile} from 'vfile'
import {columnKind} from '../segment/flattened.rules.js'
import type {Cell, Node, Row, Table} from '../tree/nodes.js'
import {tablesOf, traceOf} from '../tree/walk.js'
import {cellText} from './grid.js'

/**
 * A unified transformer: gives grouped rows of text tables their spans. Where some rows have one cell more than the rest, the name
 * cell of the rest reaches over two columns; an empty group or category cell joins the one above. A table that stays uneven
 * becomes paragraphs, with an error. Tables that came with spans are left alone.
 */
export function spanGroups() {
  return (tree: Node, file: VFile): void => {
    for (const {table, parent} of tablesOf(tree)) {
      const rows = table.children
      if (rows.some(row => row.children.some(cell => cell.rowSpan > 1 || cell.colSpan > 1))) continue
      const full = rows.filter(row => !isBand(row))
      const bands =
        full.length > 1 && full[0] === rows[0] && full[0]!.children.length > 2 ? rows.filter(isBand) : []
      const widths = (bands.length > 0 ? full : rows).map(row => row.children.length)
      const [narrow, wide] = [Math.min(...widths), Math.max(...widths)]
      const name = nameColumn(rows[0])
      if (wide - narrow === 1 && name >= 0 && widths[0] === narrow) {
        for (const row of rows)
          if (row.children.length === narrow && !bands.includes(row)) row.children[name]!.colSpan = 2
        joinBlanks(rows, name, row => row.children.length === wide)
      } else if (narrow !== wide) {
        leaveAsText(
          table,
          parent,
          file,
          `Unexpected rows of ${narrow} to ${wide} cells; the table stays as text`
        )
        continue
      }
      for (const band of bands) band.children[0]!.colSpan = wide
      for (const [column, cell] of (rows[0]?.children ?? []).entries())
        if (columnKind(cellText(cell)) === 'category')
          joinBlanks(rows, column, row => !bands.includes(row) && column < row.children.length)
    }
  }
}

/** A row of one cell with words: it reaches over all columns and names the rows below it. */
const isBand = (row: Row) => row.children.length === 1 && cellText(row.children[0]!) !== ''

/** Puts the paragraphs of the cells in the place of the table. */
function leaveAsText(table: Table, parent: Node, file: VFile, reason: string): void {
  const message = file.message(reason, {ruleId: 'not-square', source: 'tables'})
  Object.assign(message, {fatal: true, actual: spanOf(table)})
  const siblings = 'children' in parent ? (parent.children as Node[]) : []
  siblings.splice(
    siblings.indexOf(table),
    1,
    ...table.children.flatMap(row => row.children.flatMap(cell => cell.children))
  )
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
