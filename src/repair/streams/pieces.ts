import type {Unit} from '../units/units.js'
import type {Anchors} from './anchors.js'

/** What do readers take whole: sentences, or lines, which are paragraphs or even their runs? */
export interface Pieces {
  /** For each unit the number of its piece, from 0, and the characters of that. */
  readonly number: Int32Array
  readonly solid: Int32Array
  /** For each unit 1 where it goes on with the piece of the one before it. */
  readonly inside: Uint8Array
  /** Are they paragraphs, each about one thing? Sentences of a run each tell something of their own. */
  readonly paragraphs: boolean
  /** For each unit 1 where it goes on with a paragraph and is the same copy of as many: it says no more of who reads it. */
  readonly again: Uint8Array
}

/** So many turns tell where turns stand. */
const fewTurns = 4

/** Lines are runs where a reader goes on with the next one at less than this share of line breaks. */
const fewStays = 0.1

export function piecesOf(units: readonly Unit[], anchors: Anchors, streams: number): Pieces {
  const {atLines, stays, turns} = turnsIn(units, anchors, streams)
  const lines = atLines && turns >= fewTurns
  const number = new Int32Array(units.length)
  const solid = new Int32Array(units.length)
  for (let from = 0, to = 1, piece = 0; from < units.length; from = to, to++, piece++) {
    while (lines && to < units.length && !units[to]!.opens) to++
    const size = units.slice(from, to).reduce((sum, unit) => sum + unit.solid, 0)
    number.fill(piece, from, to)
    solid.fill(size, from, to)
  }
  const {copies, copy} = anchors
  const same = (t: number) => copies[t] === copies[t - 1] && copy[t] === copy[t - 1]
  const inside = Uint8Array.from(number, (piece, t) => (piece === number[t - 1] ? 1 : 0))
  const paragraphs = inside.includes(1) && stays >= fewStays * turns
  return {
    number,
    solid,
    inside,
    paragraphs,
    again: inside.map((goesOn, t) => (paragraphs && same(t) ? goesOn : 0))
  }
}

/** The turns that copies betray, how often readers go on at a line break, and do all turns stand at one? */
function turnsIn(
  units: readonly Unit[],
  {copies, copy}: Anchors,
  streams: number
): {readonly atLines: boolean; readonly stays: number; readonly turns: number} {
  let atLines = true
  let stays = 0
  let turns = 0
  for (let t = 1; t < units.length; t++) {
    if (copies[t] !== streams || copies[t - 1] !== streams) continue
    if (copy[t] === copy[t - 1]) {
      if (units[t]!.opens) stays++
      continue
    }
    if (!units[t]!.opens) atLines = false
    turns++
  }
  return {atLines, stays, turns}
}
