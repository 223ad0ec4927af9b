import type {Unit} from '../units/units.js'
import {lengthened, nothing, type Side, type Slot, type Trial, type Wording} from './cohesion.js'
import type {Path} from './lattice.js'

/** What stands before and after each unit in every stream of a labelling. */

const mostTrials = 20_000

/** Units `[from, to)` that one stream read in a row. */
export interface Run {
  readonly from: number
  readonly to: number
}

export function runsOf(labels: Uint8Array): Run[] {
  const runs: Run[] = []
  for (let from = 0, to = 1; to <= labels.length; to++)
    if (to === labels.length || labels[to] !== labels[from]) {
      runs.push({from, to})
      from = to
    }
  return runs
}

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

/** For every unit the side of its stream that begins with it: it and all that follow. */
export function sidesFrom(succ: Int32Array, wording: Wording): readonly Side[] {
  const sides = new Array<Side>(succ.length)
  for (let t = succ.length - 1; t >= 0; t--)
    sides[t] = lengthened(succ[t]! < 0 ? nothing : sides[succ[t]!]!, wording, t)
  return sides
}

/** Within so many sentences of a stream a copy of a sentence says nothing of how sentences fit. */
const reach = 8

/** Units where they stand, against where they might stand in the other streams. */
export function trialsOf(
  units: readonly Unit[],
  streams: number,
  {label, sure}: Path,
  wording: Wording,
  {next, succ}: {readonly next: Int32Array; readonly succ: Int32Array},
  sides: readonly Side[]
): Trial[] {
  const trials: Trial[] = []
  const tails = Array.from({length: streams}, () => ({side: nothing, recent: [] as number[]}))
  const step = Math.max(1, Math.floor(units.length / (mostTrials / streams)))
  const slotIn = (t: number, s: number): Slot | null => {
    const {side, recent} = tails[s]!
    const {key} = units[t]!
    const from = next[t * streams + s]!
    if (recent.length < reach || recent.includes(key) || stands(units, succ, from, key)) return null
    return {before: side, after: from < 0 ? nothing : sides[from]!}
  }
  for (let t = 0; t < units.length; t++) {
    const stream = label[t]!
    const own = t % step === 0 ? slotIn(t, stream) : null
    for (let s = 0; own && s < streams; s++) {
      const other = s === stream ? null : slotIn(t, s)
      if (other) trials.push({t, length: units[t]!.solid, own, other, sure: sure[t]!})
    }
    const tail = tails[stream]!
    tail.side = lengthened(tail.side, wording, t)
    tail.recent.push(units[t]!.key)
    if (tail.recent.length > reach) tail.recent.shift()
  }
  return trials
}

/** Does a stream hold a copy soon after? */
function stands(units: readonly Unit[], succ: Int32Array, from: number, key: number): boolean {
  for (let d = 0, t = from; d < reach && t >= 0; d++, t = succ[t]!) if (units[t]!.key === key) return true
  return false
}
