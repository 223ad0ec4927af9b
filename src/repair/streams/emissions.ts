import type {Anchors} from './anchors.js'
import type {Evidence} from './evidence.js'
import type {Path} from './lattice.js'
import type {Pieces} from './pieces.js'

/**
 * What does a stream read: sentences that no other read, or copies, and which? A fast stream reads the first copies, and what nobody
 * else reads only after the others have stopped; a slow one reads second copies in the order of the first, and between two runs of
 * the fast one what that passed over. How strictly, is learned from a labelling.
 */

/** Log likelihood that stream s goes on with unit t after its unit `last` (-1: none), the last of `alone` single ones. */
export type Emissions = (t: number, s: number, last: number, alone: number) => number

/**
 * What the stream has come to: nothing; a copy amid a run there, at the end of one; the same, a single next there; a copy of which
 * that is not known; so many single sentences since the last copy.
 */
const contexts = 10
const firstAlone = 6

/** How much likelier than usual a single sentence is in each context, before anything is known. */
const expectedSingles = [1.5, 0.3, 1.6, 0.5, 1.6, 1, 2, 2, 1.7, 1.5]

/** Copies: next to the copy of the last one, at the start of a run there, within one. */
const expectedSteps = [
  [0.2, 0.5, 0.3],
  [0.8, 0.1, 0.1],
  [0.5, 0.33, 0.17],
  [0.02, 0.5, 0.48],
  [0.03, 0.64, 0.33],
  [0.65, 0.18, 0.17],
  ...Array.from({length: contexts - firstAlone}, () => [0.1, 0.6, 0.3])
]

/** So many sentences the expectations are worth. */
const worth = {kinds: 5, context: 8, steps: 6}

/** 0 single; 1.. copy c of m. */
function kindOf(anchors: Anchors, t: number): number {
  const m = anchors.copies[t]!
  return m === 1 ? 0 : (m * (m - 1)) / 2 + anchors.copy[t]!
}

const kinds = 12

function expectedKind(kind: number, s: number, streams: number, tail: boolean): number {
  if (kind === 0) return tail ? 0.4 : s === 0 ? 0.05 : 0.35
  let m = 2
  while ((m * (m + 1)) / 2 <= kind) m++
  const copy = kind - (m * (m - 1)) / 2
  const room = streams - m
  const fits = room >= 0 && s >= copy && s <= copy + room
  return fits ? 0.3 / (room + 1) : 0.0006
}

/** The copy of t that is nearest ahead of it in a faster stream, or else behind. */
function twinOf(anchors: Anchors, t: number): number {
  const list = anchors.places.get(anchors.group[t]!)!
  const c = anchors.copy[t]!
  return c > 0 ? list[c - 1]! : list[1]!
}

/** Do copies of the two stand directly one after the other elsewhere? */
function follow(anchors: Anchors, last: number, t: number): boolean {
  const a = anchors.places.get(anchors.group[last]!)!
  const b = anchors.places.get(anchors.group[t]!)!
  for (const x of a) if (x !== last) for (const y of b) if (y !== t && y === x + 1) return true
  return false
}

/**
 * In the tail a single sentence is so much likelier, and a first copy, as log odds: a sentence may also stand twice in the text. Where
 * the first of three streams is through, the second still reads what only the third comes to again: such copies say little.
 */
const inTail = {single: 0.7, first: -3.5, someFirst: -0.7}

/** Where the first stream begins to read what no other comes to any more. */
function tailFrom({copies, copy}: Anchors, {again}: Pieces, streams: number): number {
  let from = copies.length
  let score = 0
  let best = 0
  for (let t = copies.length - 1; t >= 0; t--) {
    if (again[t]) continue
    if (copies[t] === 1) score += inTail.single
    else if (copy[t] === 0) score += copies[t] === streams ? inTail.first : inTail.someFirst
    if (score < best) continue
    best = score
    from = t
  }
  return from
}

/** Learns from a labelling, whose streams go on with `succ`; without one, from nothing but the anchors. */
export function emissionsOf(
  {anchors, streams, pieces}: Evidence,
  path: Path | null,
  succ: Int32Array | null
): Emissions {
  const n = anchors.group.length
  const tail = tailFrom(anchors, pieces, streams)
  const seamBefore = (t: number) => t === 0 || path?.label[t] !== path?.label[t - 1]
  const contextOf = (last: number, alone: number): number => {
    if (last < 0) return 0
    if (alone > 0) return Math.min(contexts - 1, firstAlone + alone - 1)
    if (!succ) return 5
    const twin = twinOf(anchors, last)
    const after = succ[twin]!
    return (
      (twin + 1 >= n || seamBefore(twin + 1) ? 2 : 1) + (after >= 0 && anchors.copies[after] === 1 ? 2 : 0)
    )
  }
  const stepOf = (t: number, last: number): number =>
    last >= 0 && anchors.copies[last]! > 1 && follow(anchors, last, t)
      ? 0
      : path && seamBefore(twinOf(anchors, t))
        ? 1
        : 2
  /** Streams before and in the tail are counted apart: row of s there. */
  const rowOf = (t: number, s: number) => (t >= tail ? streams : 0) + s
  const kindCounts = new Float64Array(2 * streams * kinds)
  const contextCounts = new Float64Array(2 * streams * contexts * kinds)
  const stepCounts = new Float64Array(2 * streams * contexts * 3)
  if (path) {
    const lastOf = new Int32Array(streams).fill(-1)
    const alone = new Int32Array(streams)
    for (let t = 0; t < n; t++) {
      const s = path.label[t]!
      const sure = path.sure[t]!
      if (pieces.again[t] && lastOf[s] === t - 1) {
        lastOf[s] = t
        continue
      }
      const row = rowOf(t, s)
      const context = row * contexts + contextOf(lastOf[s]!, alone[s]!)
      const kind = kindOf(anchors, t)
      kindCounts[row * kinds + kind]! += sure
      contextCounts[context * kinds + kind]! += sure
      if (kind > 0) stepCounts[context * 3 + stepOf(t, lastOf[s]!)]! += sure
      lastOf[s] = t
      alone[s] = kind > 0 ? 0 : alone[s]! + 1
    }
  }
  for (let row = 0; row < 2 * streams; row++) {
    const expected = Array.from({length: kinds}, (_, k) =>
      expectedKind(k, row % streams, streams, row >= streams)
    )
    mix(kindCounts, row * kinds, expected, worth.kinds)
    for (let c = 0; c < contexts; c++) {
      const usual = Array.from(
        {length: kinds},
        (_, k) => kindCounts[row * kinds + k]! * (k === 0 ? expectedSingles[c]! : 1)
      )
      mix(contextCounts, (row * contexts + c) * kinds, usual, worth.context)
      mix(stepCounts, (row * contexts + c) * 3, expectedSteps[c]!, worth.steps)
    }
  }
  return (t, s, last, alone) => {
    if (pieces.again[t] && last === t - 1) return 0
    const context = rowOf(t, s) * contexts + contextOf(last, alone)
    const kind = kindOf(anchors, t)
    return (
      Math.log(contextCounts[context * kinds + kind]!) +
      (kind > 0 ? Math.log(stepCounts[context * 3 + stepOf(t, last)]!) : 0)
    )
  }
}

/** Counts become shares, smoothed towards expected ones that are worth so many. */
function mix(counts: Float64Array, at: number, expected: readonly number[], worth: number): void {
  const all = expected.reduce((a, b) => a + b, 0)
  let sum = 0
  for (let k = 0; k < expected.length; k++) sum += counts[at + k]! += (worth * expected[k]!) / all
  for (let k = 0; k < expected.length; k++) counts[at + k]! /= sum
}
