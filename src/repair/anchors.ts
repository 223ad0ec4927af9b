import type {Unit} from './units.js'

/** Which sentences stand more than once, and how their copies lie to one another. */
export interface Anchors {
  /** For unit n: how many units have its key, and which of them it is, from 0. Sentences too short to tell count as single. */
  readonly copies: Uint8Array
  readonly copy: Uint8Array
  /** Units of a key in order, only for keys with 2 to `most` copies that are long enough. */
  readonly places: ReadonlyMap<number, readonly number[]>
}

/** A shorter sentence may well be written twice by the author. */
export const anchorSolid = 8

export function anchorsOf(units: readonly Unit[], most: number): Anchors {
  const places = new Map<number, number[]>()
  units.forEach((unit, t) => {
    if (unit.solid < anchorSolid) return
    const list = places.get(unit.key)
    if (list) list.push(t)
    else places.set(unit.key, [t])
  })
  const copies = new Uint8Array(units.length).fill(1)
  const copy = new Uint8Array(units.length)
  for (const [key, list] of places) {
    if (list.length === 1 || list.length > most) {
      places.delete(key)
      continue
    }
    list.forEach((t, c) => {
      copies[t] = list.length
      copy[t] = c
    })
  }
  return {copies, copy, places}
}
