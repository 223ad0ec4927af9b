import {cosine, lexicon as lexiconOf, type Lexicon} from '../../zh/shingles.js'
import {affinity, topicsOf, type Topics} from '../../zh/topics.js'
import type {Unit} from '../units/units.js'

/**
 * Does a sentence continue a stream? Log odds from its likeness to the sentences there: a linear model over a few likenesses. It
 * starts from weights fitted on woven plan documents and is fitted again to the document at hand.
 */

/** The wording of all sentences: the words each holds, and what each is about. */
export interface Wording {
  readonly lexicon: Lexicon
  readonly topics: Topics
}

/** The wording of the units, and what they are about in so many dimensions. */
export function wordingOf(units: readonly Unit[], dimensions: number): Wording {
  const texts = units.map(unit => unit.text)
  const keys = units.map(unit => unit.key)
  return {lexicon: lexiconOf(texts, keys), topics: topicsOf(texts, keys, dimensions)}
}

/**
 * What a stream has been about, as summed points of its sentences: of the last ones, and of the last ten or so. The newest weighs most.
 */
export type Trail = Float32Array

/** By how much a sentence weighs less than the one after it. */
const fading = [0.5, 0.9]

/** A stream as it is seen from a gap in it: the sentence at the gap, -1 for none, and the trail that ends with it. */
export interface Side {
  readonly unit: number
  readonly trail: Trail | null
}

export const nothing: Side = {unit: -1, trail: null}

/** The side after one more sentence. */
export function lengthened({trail}: Side, {topics}: Wording, t: number): Side {
  const {dimensions, points} = topics
  const next = new Float32Array(fading.length * dimensions)
  fading.forEach((fade, f) => {
    for (let d = 0, at = f * dimensions; d < dimensions; d++, at++)
      next[at] = points[t * dimensions + d]! + (trail ? fade * trail[at]! : 0)
  })
  return {unit: t, trail: next}
}

const size = 3 + fading.length

/** Weights: 1, log length, the neighbours by their words (root of the cosine), the near and the wide trail by their topics. */
export const expected: readonly number[] = [0.34, -0.87, 2.4, 5.3, 4.5]

/** The same where the sentences that come after in the stream are known too, and streams are told from one another. */
export const expectedBoth: readonly number[] = [0.35, -1.16, 2.15, 3.8, 9.3]

const sample = new Float64Array(size)
const most = 5

/** Fills `sample` for unit t, so many characters long, between two sides of a stream. */
function measure({lexicon, topics}: Wording, t: number, length: number, before: Side, after: Side): void {
  sample[0] = 1
  sample[1] = Math.log(length + 5)
  sample[2] = Math.sqrt(
    (before.unit < 0 ? 0 : cosine(lexicon, before.unit, t)) +
      (after.unit < 0 ? 0 : cosine(lexicon, after.unit, t))
  )
  for (let f = 0; f < fading.length; f++) sample[3 + f] = about(topics, t, f, before.trail, after.trail)
}

/** Cosine of a unit's point with the two trails together. */
function about(
  {dimensions, points}: Topics,
  t: number,
  f: number,
  before: Trail | null,
  after: Trail | null
): number {
  let dot = 0
  let squares = 0
  for (let d = 0, at = f * dimensions; d < dimensions; d++, at++) {
    const sum = (before ? before[at]! : 0) + (after ? after[at]! : 0)
    dot += points[t * dimensions + d]! * sum
    squares += sum * sum
  }
  return squares > 0 ? dot / Math.sqrt(squares) : 0
}

function weigh(weights: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < size; i++) sum += weights[i]! * sample[i]!
  return sum
}

/** Log odds that unit t, so many characters long, stands in a stream between two sides. */
export function cohesion(
  wording: Wording,
  weights: ArrayLike<number>,
  t: number,
  length: number,
  before: Side,
  after: Side
): number {
  measure(wording, t, length, before, after)
  return Math.max(-most, Math.min(most, weigh(weights)))
}

/** How much b reads like what comes next after a: the likeness of their words and of their topics, weighted as plan documents do. */
export function bond({lexicon, topics}: Wording, a: number, b: number): number {
  return 1.3 * Math.sqrt(cosine(lexicon, a, b)) + 3.7 * affinity(topics, a, b)
}

/** A place in a stream. */
export interface Slot {
  readonly before: Side
  readonly after: Side
}

/** A unit, where it stands in its own stream and where it might stand in another. */
export interface Trial {
  readonly t: number
  readonly length: number
  readonly own: Slot
  readonly other: Slot
  /** How likely it is that the unit stands in `own`, 0 to 1. */
  readonly sure: number
}

const ridge = 3
const rounds = 8

/**
 * Weights that tell the own places of units from others, near `start` unless the trials say otherwise: logistic regression on the
 * differences (a conditional logit; McFadden 1974) by Newton's method. What is the same in both places keeps its weight.
 */
export function fit(wording: Wording, trials: readonly Trial[], start: readonly number[]): Float64Array {
  const measured = (t: number, length: number, {before, after}: Slot) => {
    measure(wording, t, length, before, after)
    return sample.slice()
  }
  const rows = trials.map(({t, length, own, other}) => {
    const foreign = measured(t, length, other)
    return measured(t, length, own).map((x, i) => x - foreign[i]!)
  })
  const weights = Float64Array.from(start)
  for (let round = 0; round < rounds; round++) {
    const gradient = new Float64Array(size)
    const hessian = new Float64Array(size * size)
    for (let i = 0; i < size; i++) {
      gradient[i] = -ridge * (weights[i]! - start[i]!)
      hessian[i * size + i] = ridge
    }
    rows.forEach((row, r) => {
      let z = 0
      for (let i = 0; i < size; i++) z += weights[i]! * row[i]!
      const p = 1 / (1 + Math.exp(-z))
      const {sure} = trials[r]!
      const error = sure * (1 - p)
      for (let i = 0; i < size; i++) {
        gradient[i]! += error * row[i]!
        for (let j = 0; j < size; j++) hessian[i * size + j]! += sure * p * (1 - p) * row[i]! * row[j]!
      }
    })
    const step = solve(hessian, gradient)
    for (let i = 0; i < size; i++) weights[i]! += step[i]!
  }
  return weights
}

/** x of A x = b, A symmetric and positive. */
function solve(matrix: Float64Array, right: Float64Array): Float64Array {
  const a = matrix.slice()
  const x = right.slice()
  for (let i = 0; i < size; i++)
    for (let r = 0; r < size; r++) {
      if (r === i) continue
      const share = a[r * size + i]! / a[i * size + i]!
      if (share === 0) continue
      for (let c = i; c < size; c++) a[r * size + c]! -= share * a[i * size + c]!
      x[r]! -= share * x[i]!
    }
  for (let i = 0; i < size; i++) x[i]! /= a[i * size + i]!
  return x
}
