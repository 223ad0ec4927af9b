import {reach, type Trial} from './cohesion.js'
import type {Unit} from './units.js'

/** What stands before and after each unit in every stream of a labelling. */

const mostTrials = 20_000

/** For unit t and stream s, at [t * streams + s]: the first unit of the next run of s after the run that t stands in; -1 for none. */
export function nextRuns(streams: number, labels: Uint8Array): {next: Int32Array; succ: Int32Array} {
  const n = labels.length
  const next = new Int32Array(n * streams).fill(-1)
  const succ = new Int32Array(n).fill(-1)
  const known = new Int32Array(streams).fill(-1)
  for (let end = n; end > 0;) {
    const s = labels[end - 1]!
    let start = end - 1
    while (start > 0 && labels[start - 1] === s) start--
    for (let t = start; t < end; t++) for (let k = 0; k < streams; k++) next[t * streams + k] = known[k]!
    for (let t = end - 1; t >= start; t--) succ[t] = t + 1 < end ? t + 1 : known[s]!
    known[s] = start
    end = start
  }
  return {next, succ}
}

/** The units of a stream from one on, as many as count. */
export function following(succ: Int32Array, from: number): Int32Array {
  const out = new Int32Array(reach).fill(-1)
  for (let d = 0, t = from; d < reach && t >= 0; d++, t = succ[t]!) out[d] = t
  return out
}

/** The surroundings of units in their own streams and in the others. */
export function trialsOf(
  units: readonly Unit[],
  streams: number,
  labels: Uint8Array,
  afterOf: (t: number, s: number) => Int32Array
): Trial[] {
  const trials: Trial[] = []
  const tails = Array.from({length: streams}, () => new Int32Array(reach).fill(-1))
  const step = Math.max(1, Math.floor(units.length / (mostTrials / streams)))
  for (let t = 0; t < units.length; t++) {
    const own = labels[t]!
    if (t % step === 0)
      for (let s = 0; s < streams; s++) {
        const tail = tails[s]!
        const after = afterOf(t, s)
        if (tail[reach - 1]! < 0) continue
        const same = (other: number) => other >= 0 && units[other]!.key === units[t]!.key
        if (tail.some(same) || after.some(same)) continue
        trials.push({
          t,
          length: units[t]!.solid,
          around: {recent: tail.slice(), at: 0, after},
          real: s === own
        })
      }
    const tail = tails[own]!
    tail.copyWithin(1, 0)
    tail[0] = t
  }
  return trials
}
