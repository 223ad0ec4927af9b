import type {Cell, Table} from '../tree/nodes.js'
import {toText} from '../tree/walk.js'

/** A place of the grid: the cell that covers it and whether its upper left corner lies here. */
export interface Place {
  readonly cell: Cell
  readonly text: string
  readonly row: number
  readonly column: number
  /** True at the upper left corner of the cell. */
  readonly origin: boolean
}

/** Rows of places; null where no cell covers a place. */
export type Grid = readonly (readonly (Place | null)[])[]

/**
 * Spreads cells over the places their spans cover. Cells that would overlap go to the next free place, spans that reach
 * over the last row are cut there, so any table gives a grid. All rows are equally long.
 */
export function gridOf(table: Table): Grid {
  const height = table.children.length
  const places: (Place | null)[][] = Array.from({length: height}, () => [])
  let width = 0
  table.children.forEach((row, y) => {
    let x = 0
    for (const cell of row.children) {
      while (places[y]![x]) x++
      const text = cellText(cell)
      const bottom = Math.min(y + cell.rowSpan, height)
      for (let r = y; r < bottom; r++)
        for (let c = x; c < x + cell.colSpan; c++)
          places[r]![c] ??= {cell, text, row: r, column: c, origin: r === y && c === x}
      x += cell.colSpan
      width = Math.max(width, x)
    }
  })
  return places.map(row => Array.from({length: Math.max(width, row.length)}, (_, x) => row[x] ?? null))
}

/** The paragraphs of a cell, joined as one line, without white space at the ends. */
export function cellText(cell: Cell): string {
  return cell.children.map(toText).join('').trim()
}
