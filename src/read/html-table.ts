import {Element, type ParentNode} from 'domhandler'
import type {Scale} from './html-weight.js'

/** A cell of a table as the page gives it; spans are at most what the table can hold. */
export interface TableCell {
  readonly element: Element
  readonly rowSpan: number
  readonly colSpan: number
  readonly header: boolean
  /** A span that was larger than any table is. */
  readonly capped: boolean
}

/** HTML itself allows no more. */
export const maxColSpan = 1000
export const maxRowSpan = 65534

/** Rows of cells. Cells without a row make one of their own; a span ends with its table. */
export function gridOf(table: Element): TableCell[][] {
  const rows: TableCell[][] = []
  let loose: TableCell[] | null = null
  const visit = (node: ParentNode, header: boolean) => {
    for (const child of node.children) {
      if (!(child instanceof Element)) continue
      if (child.name === 'td' || child.name === 'th') {
        if (!loose) rows.push((loose = []))
        loose.push(cellOf(child, header))
      } else if (child.name === 'tr') {
        loose = null
        const cells: TableCell[] = []
        for (const each of child.children)
          if (each instanceof Element && (each.name === 'td' || each.name === 'th'))
            cells.push(cellOf(each, header))
        rows.push(cells)
      } else if (/^(?:tbody|thead|tfoot)$/.test(child.name)) {
        loose = null
        visit(child, child.name === 'thead')
        loose = null
      }
    }
  }
  visit(table, false)
  return fitted(rows)
}

function cellOf(element: Element, inHead: boolean): TableCell {
  const cols = span(element.attribs['colspan'])
  const rows = span(element.attribs['rowspan'])
  return {
    element,
    colSpan: Math.max(1, Math.min(cols, maxColSpan)),
    rowSpan: Math.min(rows, maxRowSpan),
    header: inHead || element.name === 'th',
    capped: cols > maxColSpan || rows > maxRowSpan
  }
}

/** A number as HTML reads it: leading digits count, nonsense is 1. */
function span(value: string | undefined): number {
  const digits = /^\s*(\d{1,12})/.exec(value ?? '')?.[1]
  return digits === undefined ? 1 : Number(digits)
}

/** Row spans end with the table (0 means: go on to its end); absurd column spans end where the widest honest row does. */
function fitted(rows: TableCell[][]): TableCell[][] {
  const honest = rows
    .filter(row => row.every(cell => !cell.capped))
    .reduce(
      (most, row) =>
        Math.max(
          most,
          row.reduce((sum, cell) => sum + cell.colSpan, 0)
        ),
      1
    )
  return rows.map((row, i) =>
    row.map(cell => {
      const left = rows.length - i
      const rowSpan = cell.rowSpan === 0 ? left : Math.min(cell.rowSpan, left)
      const colSpan = cell.capped
        ? Math.min(cell.colSpan, Math.max(1, honest - row.length + 1))
        : cell.colSpan
      return {...cell, rowSpan, colSpan}
    })
  )
}

/** Has it visible borders? */
export function boxStyle(element: Element): boolean {
  const {style = '', border = ''} = element.attribs
  return (
    /border(?:-(?:top|left|bottom|right))?\s*:[^;]*\b(?:solid|double|dashed|dotted|groove|ridge)/i.test(
      style
    ) || Number(border) > 0
  )
}

interface Around {
  readonly scale: Scale
  /** Characters of the page. */
  readonly total: number
  readonly inBody: boolean
  /** Headings of chapters stand in it. */
  readonly chapters: boolean
}

/**
 * What a table is there for: data, a box drawn around text (one column), or the layout of the page.
 * Doubt makes it data: a layout table taken for data still shows every word, the other way the columns are lost.
 */
export function kindOf(
  table: Element,
  rows: readonly (readonly TableCell[])[],
  around: Around
): 'grid' | 'frame' | 'layout' {
  const cells = rows.flat().filter(cell => around.scale(cell.element).chars > 0 || rows[0]!.length > 1)
  if (cells.length === 0 || table.attribs['role'] === 'presentation') return 'layout'
  const {chars, linked, tables, tabled} = around.scale(table)
  if (chars > 0 && linked / chars >= (around.inBody ? 0.6 : 0.3)) return 'layout'
  const marked =
    cells.some(cell => cell.element.name === 'th') ||
    table.children.some(c => c instanceof Element && /^(?:thead|caption)$/.test(c.name))
  const heaviest = cells.reduce((most, cell) => Math.max(most, around.scale(cell.element).chars), 0)
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0)
  if (columns === 1) {
    if (around.chapters || chars * 2 > around.total) return 'layout'
    const bordered = boxStyle(table) || cells.some(cell => boxStyle(cell.element))
    return bordered || around.inBody ? 'frame' : 'layout'
  }
  if (around.chapters && heaviest * 2 > chars) return 'layout'
  if (tables > 0 && tabled * 2 > chars) return 'layout'
  if (marked || boxStyle(table) || cells.some(cell => boxStyle(cell.element))) return 'grid'
  if (heaviest > 500 && heaviest * 10 > chars * 7 && rows.length <= 5) return 'layout'
  if (rows.length === 1 && !around.inBody) return 'layout'
  return 'grid'
}
