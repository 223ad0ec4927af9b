import type {GridCell} from '../core/draft.js'
import {textOf, type Traced} from '../core/traced.js'

/** A place of the grid: its words, or what covers it. */
export interface Place {
  readonly blocks: readonly Traced[]
  readonly cover: 'up' | 'left' | null
  readonly strong: boolean
}

/** Cells with the places that they cover. */
export function spanned(grid: readonly (readonly Place[])[], headed: boolean): GridCell[][] {
  return grid.map((row, r) =>
    row.flatMap((place, c) => {
      if (place.cover !== null) return []
      let colSpan = 1
      while (row[c + colSpan]?.cover === 'left') colSpan++
      let rowSpan = 1
      while (grid[r + rowSpan]?.[c]?.cover === 'up') rowSpan++
      const header = (headed && r === 0) || (place.strong && place.blocks.some(b => textOf(b) !== ''))
      return [{blocks: place.blocks, rowSpan, colSpan, header}]
    })
  )
}
