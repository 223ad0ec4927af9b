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
  return grid.map((row, r) => {
    /** An empty cell cannot be strong: it is a header where all others of its row are. */
    const headRow = row.some(hasWords) && row.every(place => place.strong || !hasWords(place))
    return row.flatMap((place, c) => {
      if (place.cover !== null) return []
      let colSpan = 1
      while (row[c + colSpan]?.cover === 'left') colSpan++
      let rowSpan = 1
      while (grid[r + rowSpan]?.[c]?.cover === 'up') rowSpan++
      const header = (headed && r === 0) || (hasWords(place) ? place.strong : headRow)
      return [{blocks: place.blocks, rowSpan, colSpan, header}]
    })
  })
}

const hasWords = (place: Place) => place.blocks.some(text => textOf(text) !== '')
