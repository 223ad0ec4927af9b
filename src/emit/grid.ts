import type {Cell, Table} from '../tree/nodes.js'

/** A place of a squared table: a cell's own first place, one it covers from above or from the left, or none at all. */
export interface Place {
  readonly cell: Cell | null
  readonly covers: 'own' | 'up' | 'left'
}

/** A table may not be wider than this; a span that claims more is cut. */
const widest = 512

/** The table as a square of places: each cell stands at its first one, the others of its span say which way it lies. */
export function gridOf(table: Table): readonly (readonly Place[])[] {
  const rows: Place[][] = table.children.map(() => [])
  table.children.forEach((row, r) => {
    let column = 0
    for (const cell of row.children) {
      while (rows[r]![column] !== undefined) column++
      const right = Math.min(column + cell.colSpan, widest)
      const bottom = Math.min(r + cell.rowSpan, rows.length)
      for (let y = r; y < bottom; y++)
        for (let x = column; x < right; x++)
          rows[y]![x] ??= {cell, covers: x > column ? 'left' : y > r ? 'up' : 'own'}
      column = right
    }
  })
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0)
  return rows.map(row =>
    Array.from({length: width}, (_, x) => row[x] ?? {cell: null, covers: 'own' as const})
  )
}
