import {cosine, type Lexicon} from '../zh/shingles.js'

/**
 * Does a sentence continue a stream? Log odds from the words it shares with the last sentences there: a linear model over a few
 * likenesses. It starts from weights fitted on woven plan documents and is fitted again to the document at hand.
 */

/** How many sentences of a stream are looked at. */
export const reach = 8

const size = 7

/** Weights: 1, log length, the last sentence, the last 3, the last 6, all, the likest. Likenesses as square roots of cosines. */
export const expected: readonly number[] = [-0.7, -0.73, 3.3, 3.1, 1.75, 2.8, -0.25]

const sample = new Float64Array(size)
const most = 5

/** The same where the sentences that come after in the stream are known too. */
export const expectedBoth: readonly number[] = [-2.38, -0.91, 5.4, 3.65, 2.75, 2.0, 0.47]

/** What is known of a stream around a unit: units before (newest first) from `recent[at]`, and units after, -1 for none. */
export interface Surroundings {
  readonly recent: ArrayLike<number>
  readonly at: number
  readonly after: ArrayLike<number> | null
}

/** Cosines of one unit with others, kept while it is looked at: hypotheses share most of their surroundings. */
interface Known {
  lexicon: Lexicon | null
  t: number
  value: Float64Array
  asked: Int32Array
  turn: number
}

const known: Known = {lexicon: null, t: -1, value: new Float64Array(0), asked: new Int32Array(0), turn: 0}

function like(lexicon: Lexicon, other: number, t: number): number {
  if (known.lexicon !== lexicon) {
    known.lexicon = lexicon
    known.value = new Float64Array(lexicon.norm.length)
    known.asked = new Int32Array(lexicon.norm.length)
    known.t = -1
    known.turn = 0
  }
  if (known.t !== t) {
    known.t = t
    known.turn++
  }
  if (known.asked[other] !== known.turn) {
    known.asked[other] = known.turn
    known.value[other] = cosine(lexicon, other, t)
  }
  return known.value[other]!
}

/** Fills `sample` for unit t against its surroundings. */
function measure(lexicon: Lexicon, {recent, at, after}: Surroundings, t: number, length: number): void {
  let first = 0
  let three = 0
  let six = 0
  let all = 0
  let best = 0
  for (let d = 0; d < reach; d++) {
    const unit = recent[at + d]!
    const next = after ? after[d]! : -1
    if (unit < 0 && next < 0) break
    const value = (unit < 0 ? 0 : like(lexicon, unit, t)) + (next < 0 ? 0 : like(lexicon, next, t))
    if (d === 0) first = value
    if (d < 3) three += value
    if (d < 6) six += value
    all += value
    if (value > best) best = value
  }
  sample[0] = 1
  sample[1] = Math.log(length + 5)
  sample[2] = Math.sqrt(first)
  sample[3] = Math.sqrt(three)
  sample[4] = Math.sqrt(six)
  sample[5] = Math.sqrt(all)
  sample[6] = best
}

function weigh(weights: ArrayLike<number>): number {
  let sum = 0
  for (let i = 0; i < size; i++) sum += weights[i]! * sample[i]!
  return sum
}

/** Log odds that unit t, so many characters long, belongs to the stream in these surroundings. */
export function cohesion(
  lexicon: Lexicon,
  weights: ArrayLike<number>,
  around: Surroundings,
  t: number,
  length: number
): number {
  measure(lexicon, around, t, length)
  return Math.max(-most, Math.min(most, weigh(weights)))
}

/** A sample of units, each with the surroundings it has in a stream: its own (`real`) or another. */
export interface Trial {
  readonly t: number
  readonly length: number
  readonly around: Surroundings
  readonly real: boolean
}

const ridge = 3
const rounds = 8

/** Weights that tell real continuations from others, near `start` unless the trials say otherwise. Newton's method. */
export function fit(lexicon: Lexicon, trials: readonly Trial[], start: readonly number[]): Float64Array {
  const rows = trials.map(trial => {
    measure(lexicon, trial.around, trial.t, trial.length)
    return sample.slice()
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
      const error = (trials[r]!.real ? 1 : 0) - p
      for (let i = 0; i < size; i++) {
        gradient[i]! += error * row[i]!
        for (let j = 0; j < size; j++) hessian[i * size + j]! += p * (1 - p) * row[i]! * row[j]!
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
