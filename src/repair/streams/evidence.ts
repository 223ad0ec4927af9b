import type {Unit} from '../units/units.js'
import {withSentences} from '../units/whole.js'
import {anchorsOf, inOneOrder, type Anchors} from './anchors.js'
import {wordingOf, type Wording} from './cohesion.js'
import {formsOf, type Form} from './joints.js'
import {numbersOf, type Numbers} from './numbering.js'
import {piecesOf, type Pieces} from './pieces.js'
import {placesOf, type Places} from './places.js'
import {seamsIn, type Seams} from './seams.js'

/** All that the sentences of an interleaved text say of where they belong, whatever their streams may be. */
export interface Evidence {
  readonly units: readonly Unit[]
  readonly streams: number
  /** Which sentences are copies of one another. */
  readonly anchors: Anchors
  /** What readers take whole. */
  readonly pieces: Pieces
  /** How lines break and sentences end. */
  readonly seams: Seams
  /** Where headings stand in the order of the document. */
  readonly places: Places
  /** What each sentence is about. */
  readonly wording: Wording
  /** What each sentence counts. */
  readonly numbers: readonly Numbers[]
  readonly forms: readonly Form[]
}

/** Fitted on woven plan documents of 130 to 900 sentences: with 48 dimensions, as with 80, fewer neighbours are restored. */
export const topicDimensions = 64

export function evidenceOf(all: readonly Unit[], streams: number): Evidence {
  const first = readIn(all, streams)
  const units = first.pieces.whole ? withSentences(all) : all
  const numbers = numbersOf(units)
  return {
    ...(first.pieces.whole ? readIn(units, streams) : first),
    units,
    streams,
    seams: seamsIn(units),
    places: placesOf(units, streams),
    wording: wordingOf(units, topicDimensions),
    numbers,
    forms: formsOf(units, numbers)
  }
}

function readIn(units: readonly Unit[], streams: number): Pick<Evidence, 'anchors' | 'pieces'> {
  const anchors = inOneOrder(units, anchorsOf(units, streams), streams)
  return {anchors, pieces: piecesOf(units, anchors, streams)}
}
