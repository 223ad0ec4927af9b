import {originsOf, repeatsIn} from '../repeats/repeats.js'
import type {Unit} from '../units/units.js'
import {restore, type Restoration} from './restore.js'
import type {Strand} from './weave.js'

/**
 * Readers in step: where two read the same sentences, one right after the other, these stand again directly after themselves. Such a
 * copy tells nothing of the order, and looks like readers that meet.
 */

/** Readers are in step where this share of the sentences repeats others, and stands more often than there are streams. */
const leastInStep = 0.1

/** Restores an interleaved text, what readers in step say again taken for said once. */
export function restoreInStep(units: readonly Unit[], streams: number): Restoration {
  const origins = originsOf(repeatsIn(units), units.length)
  const isOrigin = (t: number) => origins[t] === t
  const behindRepeats = [...units.keys()].filter(t => t > 0 && isOrigin(t) && !isOrigin(t - 1))
  const times = new Map<number, number>()
  for (const {key} of units) times.set(key, (times.get(key) ?? 0) + 1)
  const inStep = units.filter(({key}, t) => !isOrigin(t) && times.get(key)! > streams)
  if (inStep.length < leastInStep * units.length) return restore(units, streams, new Set(behindRepeats))
  const once = [...units.keys()].filter(isOrigin)
  const place = new Map(once.map((t, i) => [t, i]))
  const copies = new Map<number, number[]>(once.map(t => [t, []]))
  origins.forEach((origin, t) => copies.get(origin)!.push(t))
  const found = restore(
    once.map(t => units[t]!),
    streams,
    new Set(behindRepeats.map(t => place.get(t)!))
  )
  const whole = (strand: Strand): Strand => ({
    units: strand.units.flatMap(i => copies.get(once[i]!)!).sort((a, b) => a - b)
  })
  const placeOf = (t: number) => place.get(origins[t]!)!
  return {
    ...found,
    labels: Uint8Array.from(units, (_, t) => found.labels[placeOf(t)]!),
    sure: Float32Array.from(units, (_, t) => found.sure[placeOf(t)]!),
    sound: Uint8Array.from(units, (_, t) => found.sound[placeOf(t)]!),
    order: found.order.map(whole),
    ties: found.ties.map(tie => ({...tie, left: tie.left.map(whole), right: tie.right.map(whole)}))
  }
}
