import type {Anchors} from './anchors.js'
import type {Unit} from './units.js'

/** What do readers take whole: sentences, or lines, which are paragraphs or even their runs? */
export interface Pieces {
  /** For each unit the number of its piece, from 0, and the characters of that. */
  readonly number: Int32Array
  readonly solid: Int32Array
}

/** So many turns tell where turns stand. */
const fewTurns = 4

export function piecesOf(units: readonly Unit[], anchors: Anchors, streams: number): Pieces {
  const lines = turnAtLines(units, anchors, streams)
  const number = new Int32Array(units.length)
  const solid = new Int32Array(units.length)
  for (let from = 0, to = 1, piece = 0; from < units.length; from = to, to++, piece++) {
    while (lines && to < units.length && !units[to]!.opens) to++
    const size = units.slice(from, to).reduce((sum, unit) => sum + unit.solid, 0)
    number.fill(piece, from, to)
    solid.fill(size, from, to)
  }
  return {number, solid}
}

/** Do all turns that copies betray stand at line breaks? */
function turnAtLines(units: readonly Unit[], {copies, copy}: Anchors, streams: number): boolean {
  let turns = 0
  for (let t = 1; t < units.length; t++) {
    if (copies[t] !== streams || copies[t - 1] !== streams || copy[t] === copy[t - 1]) continue
    if (!units[t]!.opens) return false
    turns++
  }
  return turns >= fewTurns
}
