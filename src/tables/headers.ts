import {columnKind} from '../segment/flattened.rules.js'
import type {Node, Row, Table} from '../tree/nodes.js'
import {tablesOf} from '../tree/walk.js'
import {cellText} from './grid.js'

/** Indicator tables have at most this many header rows; four were never seen. */
const mostHeaderRows = 3

/**
 * A unified transformer: marks the header cells of tables that do not say themselves. The first row is a header unless it is numbered
 * like data; rows under it are while they are reached into by its spans or hold header words alone.
 */
export function markHeaders() {
  return (tree: Node): void => {
    for (const {table} of tablesOf(tree))
      if (!table.children.some(row => row.children.some(cell => cell.header)))
        for (const row of table.children.slice(0, headerRows(table)))
          for (const cell of row.children) cell.header = true
  }
}

function headerRows({children: rows}: Table): number {
  const first = rows[0]
  if (!first || rows.length < 2 || isData(first)) return 0
  let count = 1
  let reach = Math.max(1, ...first.children.map(cell => cell.rowSpan))
  while (
    count < Math.min(mostHeaderRows, rows.length - 1) &&
    !isData(rows[count]!) &&
    (count < reach || areHeaderWords(rows[count]!))
  ) {
    reach = Math.max(reach, count + Math.max(1, ...rows[count]!.children.map(cell => cell.rowSpan)))
    count++
  }
  return count
}

const isData = (row: Row) => /^[0-9０-９]{1,3}$/u.test(row.children[0] ? cellText(row.children[0]) : '')

const areHeaderWords = (row: Row) => {
  const words = row.children.map(cellText).filter(word => word !== '')
  return words.length > 0 && words.every(word => columnKind(word) !== null)
}
