import type {Unit} from './units.js'

/** Which sentences stand more than once, and how their copies lie to one another. */
export interface Anchors {
  /** For unit n the group of copies it belongs to; -1 where it stands once, or nobody can tell which is a copy of which. */
  readonly group: Int32Array
  /** For unit n: how many copies there are, itself included, and which of them it is, from 0. */
  readonly copies: Uint8Array
  readonly copy: Uint8Array
  /** Units of a group, in order. */
  readonly places: ReadonlyMap<number, readonly number[]>
}

/** A shorter sentence may well be written twice by the author. */
export const anchorSolid = 8

/** Refrains of more places are not told apart. */
const mostRefrain = 40

/**
 * Sentences with 2 to `most` copies are anchors by themselves where they are long enough. Short ones and refrains are copies of one
 * another where a neighbour is, on the same side.
 */
export function anchorsOf(units: readonly Unit[], most: number): Anchors {
  const byKey = new Map<number, number[]>()
  units.forEach((unit, t) => {
    const list = byKey.get(unit.key)
    if (list) list.push(t)
    else byKey.set(unit.key, [t])
  })
  const group = new Int32Array(units.length).fill(-1)
  const places = new Map<number, number[]>()
  const open = new Set<number>()
  for (const [key, list] of byKey) {
    if (list.length === 1) continue
    if (list.length <= most && units[list[0]!]!.solid >= anchorSolid) {
      places.set(key, list)
      for (const t of list) group[t] = key
    } else if (list.length <= mostRefrain) for (const t of list) open.add(t)
  }
  besideAnchors(units, open, most, byKey.size, group, places)
  const copies = new Uint8Array(units.length).fill(1)
  const copy = new Uint8Array(units.length)
  for (const list of places.values())
    list.forEach((t, c) => {
      copies[t] = list.length
      copy[t] = c
    })
  return {group, copies, copy, places}
}

/** Groups the open units whose neighbours are copies of one another, outwards from there; new groups are numbered from `free`. */
function besideAnchors(
  units: readonly Unit[],
  open: ReadonlySet<number>,
  most: number,
  free: number,
  group: Int32Array,
  places: Map<number, number[]>
): void {
  const joined = (t: number, side: -1 | 1): boolean => {
    const beside = places.get(group[t - side] ?? -1)
    if (!beside) return false
    const list = beside
      .map(u => u + side)
      .filter(u => open.has(u) && group[u] === -1 && units[u]!.key === units[t]!.key)
    if (list.length < 2 || list.length > most) return false
    places.set(free, list)
    for (const u of list) group[u] = free
    free++
    return true
  }
  const order = [...open].sort((a, b) => a - b)
  for (const t of order) if (group[t] === -1) joined(t, 1)
  for (const t of order.reverse()) if (group[t] === -1) joined(t, -1)
}
