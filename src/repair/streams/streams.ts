import type {Anchors} from './anchors.js'
import {lengthened, nothing, type Side} from './cohesion.js'
import type {Evidence} from './evidence.js'
import type {Habits} from './habits.js'
import {lattice, type Path, type Way} from './lattice.js'
import {counted, countsOn, levels, type Counts} from './numbering.js'
import {onward} from './places.js'

/**
 * Which stream does each sentence belong to? A beam search over labellings: a hypothesis knows the stream that is being written,
 * how long its run is, and the last sentences of every stream; it is scored by how well each sentence continues its stream, by the
 * habits of the streams (how long their runs are, where lines break) and by the copies of the sentence in other streams.
 */
export interface Labelling extends Path {
  /** Log likelihood. */
  readonly score: number
}

interface Hypothesis {
  readonly score: number
  readonly current: number
  /** Unit index where the current run began, and its characters so far. */
  readonly runStart: number
  readonly runChars: number
  /** What each stream has come to. */
  readonly sides: readonly Side[]
  /** The last unit of each stream that has copies, and how many single ones, or paragraphs of them, it has read since. */
  readonly paired: Int32Array
  readonly alone: Uint8Array
  /** What each stream has counted to, by level. */
  readonly counts: Counts
  /** The place of the last heading of each stream, -1 before the first. */
  readonly place: Int16Array
  readonly node: number
}

/**
 * How much each kind of evidence counts, fitted on woven plan documents: copies are sure, numbers less so. Where readers take
 * paragraphs whole, a number tells of all of one, and the words within it say less.
 */
const weights = {copies: 1.4, numbers: 0.6, paragraphNumbers: 0.9, paragraphWords: 0.4}

/** Cost of going on after the end of the text. */
const afterEnd = 4

/** Hypotheses so much less likely than the best are given up. */
const farBehind = 18

/** What the copies of `last` and `t` in other streams say about t following last: > 0 for, < 0 against. */
function agreement(anchors: Anchors, last: number, t: number): number {
  if (last < 0) return 0
  const a = anchors.places.get(anchors.group[last]!)
  const b = anchors.places.get(anchors.group[t]!)
  if (!a || !b) return 0
  let ahead = Infinity
  let behind = false
  for (const x of a) {
    if (x === last) continue
    for (const y of b) {
      if (y === t) continue
      if (y > x) ahead = Math.min(ahead, y - x)
      else behind = true
    }
  }
  if (ahead === 1) return 4
  if (ahead <= 4) return 2.5
  if (ahead <= 24) return 1
  if (ahead < Infinity) return ahead < 100 ? -0.5 : -3
  return behind ? -8 : 0
}

export function label(evidence: Evidence, habits: Habits, width: number): Labelling {
  const {units, streams, anchors, pieces, places, wording, numbers} = evidence
  const n = units.length
  const followed = lattice()
  let beam: Hypothesis[] = [
    {
      score: 0,
      current: -1,
      runStart: 0,
      runChars: 0,
      sides: new Array<Side>(streams).fill(nothing),
      paired: new Int32Array(streams).fill(-1),
      alone: new Uint8Array(streams),
      counts: new Uint8Array(streams * levels),
      place: new Int16Array(streams).fill(-1),
      node: -1
    }
  ]
  for (let t = 0; t < n; t++) {
    const unit = units[t]!
    const steps = stepsOf(beam, t, evidence, habits)
    steps.sort((a, b) => b.score - a.score)
    const floor = steps[0]!.score - farBehind
    const next: Hypothesis[] = []
    for (const {from: h, s, score, ways} of steps) {
      if (next.length === width || score < floor) break
      const stay = h.current === s
      const sides = h.sides.slice()
      sides[s] = lengthened(h.sides[s]!, wording, t)
      let paired = h.paired
      const alone = h.alone.slice()
      const goesOn = pieces.again[t] && h.sides[s]!.unit === t - 1
      if (anchors.copies[t]! > 1) {
        paired = paired.slice()
        paired[s] = t
        alone[s] = 0
      } else if (!goesOn) alone[s] = Math.min(255, alone[s]! + 1)
      let place = h.place
      if (places.last[t]! >= 0) {
        place = place.slice()
        place[s] = Math.max(place[s]!, places.last[t]!)
      }
      next.push({
        score,
        current: s,
        runStart: stay ? h.runStart : t,
        runChars: (stay ? h.runChars : 0) + unit.solid,
        sides,
        paired,
        alone,
        counts: counted(h.counts, s * levels, numbers[t]!),
        place,
        node: followed.add(t, s, ways)
      })
    }
    beam = next
  }
  const ends = beam.map(h => h.node)
  return {...followed.read(n, ends), score: beam[0]?.score ?? 0}
}

interface Step {
  readonly from: Hypothesis
  readonly s: number
  readonly score: number
  /** From that hypothesis, and from those that came to the same. */
  readonly ways: Way[]
}

/**
 * What can come next: each hypothesis goes on in its stream or turns to another. Of all that turn and then know the same (the
 * stream, and where the others stopped) only the best is worth going on with.
 */
function stepsOf(beam: readonly Hypothesis[], t: number, evidence: Evidence, habits: Habits): Step[] {
  const {units, streams, anchors, pieces, places, numbers, forms} = evidence
  const numbersCount = pieces.paragraphs ? weights.paragraphNumbers : weights.numbers
  const steps: Step[] = []
  const turns = new Map<number, Step>()
  const fits = new Map<Side, number>()
  const n = units.length + 1
  for (const h of beam)
    for (let s = 0; s < streams; s++) {
      const side = h.sides[s]!
      const last = side.unit
      let score =
        h.score + weights.copies * habits.emits(t, s, last, h.alone[s]!) + agreement(anchors, h.paired[s]!, t)
      if (last >= 0) {
        let fit = fits.get(side)
        if (fit === undefined) fits.set(side, (fit = habits.fits(side, t, s)))
        score += pieces.paragraphs && pieces.inside[t] && last === t - 1 ? weights.paragraphWords * fit : fit
        if (forms[last]!.ends) score -= afterEnd
      }
      if (places.first[t]! >= 0) score += onward(h.place[s]!, places.first[t]!)
      score += numbersCount * countsOn(habits.counting, h.counts, s, numbers[t]!)
      if (h.current >= 0) score += habits.turns(t, h.current, s, h.runChars, h.runStart)
      const way = {from: h.node, gain: score - h.score}
      if (s === h.current) {
        steps.push({from: h, s, score, ways: [way]})
        continue
      }
      let name = s * streams + h.current + 1
      for (let k = 0; k < streams; k++) if (k !== s && k !== h.current) name = name * n + h.sides[k]!.unit + 1
      const known = turns.get(name)
      if (!known || known.score < score)
        turns.set(name, {from: h, s, score, ways: [way, ...(known?.ways ?? [])]})
      else known.ways.push(way)
    }
  for (const step of turns.values()) steps.push(step)
  return steps
}
