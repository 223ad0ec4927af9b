import type {Unit} from '../units/units.js'
import {isCell, isOpen} from '../units/whole.js'
import type {Anchors} from './anchors.js'

/** What do readers take whole: sentences, or lines, which are paragraphs or even their runs? */
export interface Pieces {
  /** For each unit the number of its piece, from 0, and the characters of that. */
  readonly number: Int32Array
  readonly solid: Int32Array
  /** For each unit 1 where it goes on with the piece of the one before it. */
  readonly inside: Uint8Array
  /** Do they take titles and cells with the sentence behind them? */
  readonly whole: boolean
  /** Are they paragraphs, each about one thing? Sentences of a run each tell something of their own. */
  readonly paragraphs: boolean
  /** For each unit 1 where it goes on with a paragraph and is the same copy of as many: it says no more of who reads it. */
  readonly again: Uint8Array
}

/** So many turns tell where turns stand. */
const fewTurns = 4

/** Lines are runs where a reader goes on with the next one at less than this share of line breaks. */
const fewStays = 0.1

/**
 * Readers take titles and cells with the sentence behind them where so many turns there were to be expected and hardly one is; where
 * this share of the text are cells, fewer say so.
 */
const withTitles = {expected: 6, share: 0.1, cells: 0.25, amidCells: 1}

export function piecesOf(units: readonly Unit[], anchors: Anchors, streams: number): Pieces {
  const seams = seamsAmong(units, anchors, streams)
  const turns = seams.filter(seam => seam.turns)
  const lines = turns.length >= fewTurns && turns.every(({at}) => units[at]!.opens)
  const open = seams.filter(({at}) => isOpen(units[at - 1]!))
  const expected = (open.length * turns.length) / seams.length
  const cells = units.filter(isCell).length >= withTitles.cells * units.length
  const whole =
    expected >= (cells ? withTitles.amidCells : withTitles.expected) &&
    open.filter(seam => seam.turns).length <= withTitles.share * expected
  const goesOn = (t: number) => (lines && !units[t]!.opens) || (whole && isOpen(units[t - 1]!))
  const number = new Int32Array(units.length)
  const solid = new Int32Array(units.length)
  for (let from = 0, to = 1, piece = 0; from < units.length; from = to, to++, piece++) {
    while (to < units.length && goesOn(to)) to++
    const size = units.slice(from, to).reduce((sum, unit) => sum + unit.solid, 0)
    number.fill(piece, from, to)
    solid.fill(size, from, to)
  }
  const {copies, copy} = anchors
  const same = (t: number) => copies[t] === copies[t - 1] && copy[t] === copy[t - 1]
  const inside = Uint8Array.from(number, (piece, t) => (piece === number[t - 1] ? 1 : 0))
  const stays = seams.filter(({at, turns}) => !turns && units[at]!.opens && !goesOn(at))
  const paragraphs = lines && inside.includes(1) && stays.length >= fewStays * turns.length
  return {
    number,
    solid,
    inside,
    whole,
    paragraphs,
    again: inside.map((goesOn, t) => (goesOn && same(t) && (paragraphs || isOpen(units[t - 1]!)) ? 1 : 0))
  }
}

/** Between units that every stream has read, where copies betray whether a reader turns. */
interface Seam {
  /** The unit behind it. */
  readonly at: number
  readonly turns: boolean
}

function seamsAmong(units: readonly Unit[], {copies, copy}: Anchors, streams: number): Seam[] {
  const seams: Seam[] = []
  for (let at = 1; at < units.length; at++)
    if (copies[at] === streams && copies[at - 1] === streams)
      seams.push({at, turns: copy[at] !== copy[at - 1]})
  return seams
}
