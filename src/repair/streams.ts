import {reach} from './cohesion.js'
import type {Anchors} from './anchors.js'
import type {Habits} from './habits.js'
import {counted, counts, levels, markOf, type Mark} from './marks.js'
import {onward, type Places} from './places.js'
import type {Unit} from './units.js'

/**
 * Which stream does each sentence belong to? A beam search over labellings: a hypothesis knows the stream that is being written,
 * how long its run is, and the last sentences of every stream; it is scored by how well each sentence continues its stream, by the
 * habits of the streams (how long their runs are, where lines break) and by the copies of the sentence in other streams.
 */
export interface Labelling {
  readonly label: Uint8Array
  /** Log likelihood. */
  readonly score: number
  /** For unit n, how much worse (in log likelihood) the best hypothesis was that gave it another label, where the beam knew one. */
  readonly margin: Float32Array
}

interface Hypothesis {
  readonly score: number
  readonly current: number
  /** Unit index where the current run began, and its characters so far. */
  readonly runStart: number
  readonly runChars: number
  /** The last units of each stream, newest first, `reach` slots a stream, -1 where there is none. */
  readonly recent: Int32Array
  /** The last unit of each stream that has copies. */
  readonly paired: Int32Array
  /** What each stream has counted to, by level. */
  readonly counts: Uint8Array
  /** The place of the last heading of each stream, -1 before the first. */
  readonly place: Int16Array
  readonly node: number
}

/** Hypotheses so much less likely than the best are given up. */
const farBehind = 18

/** What the copies of `last` and `t` in other streams say about t following last: > 0 for, < 0 against. */
export function agreement(anchors: Anchors, units: readonly Unit[], last: number, t: number): number {
  if (last < 0) return 0
  const a = anchors.places.get(units[last]!.key)
  const b = anchors.places.get(units[t]!.key)
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

export function label(
  units: readonly Unit[],
  anchors: Anchors,
  places: Places,
  habits: Habits,
  streams: number,
  width: number
): Labelling {
  const n = units.length
  const parents: number[] = []
  const labels: number[] = []
  const margin = new Float32Array(n).fill(Infinity)
  let beam: Hypothesis[] = [
    {
      score: 0,
      current: -1,
      runStart: 0,
      runChars: 0,
      recent: new Int32Array(streams * reach).fill(-1),
      paired: new Int32Array(streams).fill(-1),
      counts: new Uint8Array(streams * levels),
      place: new Int16Array(streams).fill(-1),
      node: -1
    }
  ]
  for (let t = 0; t < n; t++) {
    const unit = units[t]!
    const mark = markOf(unit.text)
    const steps = stepsOf(beam, t, mark, anchors, places, habits, units, streams)
    steps.sort((a, b) => b.score - a.score)
    const floor = steps[0]!.score - farBehind
    const next: Hypothesis[] = []
    for (const {from: h, s, score} of steps) {
      if (next.length === width || score < floor) break
      const stay = h.current === s
      const recent = h.recent.slice()
      recent.copyWithin(s * reach + 1, s * reach, (s + 1) * reach - 1)
      recent[s * reach] = t
      let paired = h.paired
      if (anchors.copies[t]! > 1) {
        paired = paired.slice()
        paired[s] = t
      }
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
        recent,
        paired,
        counts: mark ? counted(h.counts, s * levels, mark) : h.counts,
        place,
        node: parents.length
      })
      parents.push(h.node)
      labels.push(s)
    }
    const other = steps.find(step => step.s !== steps[0]!.s)
    if (other) margin[t] = steps[0]!.score - other.score
    beam = next
  }
  const out = new Uint8Array(n)
  let node = beam[0]?.node ?? -1
  for (let t = n - 1; t >= 0; t--) {
    out[t] = labels[node]!
    node = parents[node]!
  }
  return {label: out, score: beam[0]?.score ?? 0, margin}
}

interface Step {
  readonly from: Hypothesis
  readonly s: number
  readonly score: number
}

/**
 * What can come next: each hypothesis goes on in its stream or turns to another. Of all that turn and then know the same (the
 * stream, and where the others stopped) only the best is worth going on with.
 */
function stepsOf(
  beam: readonly Hypothesis[],
  t: number,
  mark: Mark | null,
  anchors: Anchors,
  places: Places,
  habits: Habits,
  units: readonly Unit[],
  streams: number
): Step[] {
  const steps: Step[] = []
  const turns = new Map<number, Step>()
  const fits = new Map<number, number>()
  const n = units.length + 1
  for (const h of beam)
    for (let s = 0; s < streams; s++) {
      const at = s * reach
      const last = h.recent[at]!
      let score = h.score + habits.emits(t, s, last) + agreement(anchors, units, h.paired[s]!, t)
      if (last >= 0) {
        let name = last * streams + s
        for (let d = 1; d < reach; d++) name = (name * 31 + h.recent[at + d]!) % 9007199254
        let fit = fits.get(name)
        if (fit === undefined) fits.set(name, (fit = habits.fits(h.recent, at, t, s)))
        score += fit
      }
      if (places.first[t]! >= 0) score += onward(h.place[s]!, places.first[t]!)
      if (mark) score += counts(h.counts, s * levels, mark)
      if (h.current >= 0) score += habits.turns(t, h.current, s, h.runChars, t - h.runStart)
      if (s === h.current) {
        steps.push({from: h, s, score})
        continue
      }
      if (h.current >= 0) score += habits.leaves(h.recent[h.current * reach]!)
      let name = s * streams + h.current + 1
      for (let k = 0; k < streams; k++)
        if (k !== s && k !== h.current) name = name * n + h.recent[k * reach]! + 1
      const known = turns.get(name)
      if (!known || known.score < score) turns.set(name, {from: h, s, score})
    }
  for (const step of turns.values()) steps.push(step)
  return steps
}
