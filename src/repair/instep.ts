import {repeatsIn} from './repeats.js'
import {restore, type Restoration} from './restore.js'
import type {Strand} from './weave.js'
import type {Unit} from './units.js'

/**
 * Readers in step: where two read the same sentences, one right after the other, these stand again directly after themselves. Such a
 * copy tells nothing of the order, and looks like readers that meet.
 */

/** For each unit the one that it repeats, or itself. */
export function originsOf(units: readonly Unit[]): Int32Array {
  const origins = Int32Array.from(units, (_, t) => t)
  for (const {start, size} of repeatsIn(units))
    for (let t = start; t < start + size; t++) origins[t + size] = origins[t]!
  return origins
}

/** Readers are in step where more than this share of the sentences repeats others. */
const leastInStep = 0.1

/** Restores an interleaved text, what readers in step say again taken for said once. */
export function restoreInStep(units: readonly Unit[], streams: number): Restoration {
  const origins = originsOf(units)
  const once = [...origins.keys()].filter(t => origins[t] === t)
  if (units.length - once.length < leastInStep * units.length) return restore(units, streams)
  const place = new Map(once.map((t, i) => [t, i]))
  const again = new Map<number, number[]>(once.map(t => [t, []]))
  origins.forEach((origin, t) => again.get(origin)!.push(t))
  const found = restore(
    once.map(t => units[t]!),
    streams
  )
  const whole = ({units: own}: Strand): Strand => ({
    units: own.flatMap(i => again.get(once[i]!)!).sort((a, b) => a - b)
  })
  const all = (t: number) => place.get(origins[t]!)!
  return {
    ...found,
    labels: Uint8Array.from(units, (_, t) => found.labels[all(t)]!),
    sure: Float32Array.from(units, (_, t) => found.sure[all(t)]!),
    sound: Uint8Array.from(units, (_, t) => found.sound[all(t)]!),
    order: found.order.map(whole),
    ties: found.ties.map(tie => ({...tie, left: tie.left.map(whole), right: tie.right.map(whole)}))
  }
}
