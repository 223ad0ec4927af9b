import {longestRun} from '../../core/ledger.js'
import {isTitle} from '../contents/contents.js'
import type {Unit} from '../units/units.js'

/** Which sentences stand more than once, and how their copies lie to one another. */
export interface Anchors {
  /** For unit n the group of copies it belongs to; -1 where it stands once, or nobody can tell which is a copy of which. */
  readonly group: Int32Array
  /** For unit n: how many copies there are, itself included, and which of them it is, from 0. */
  readonly copies: Uint8Array
  readonly copy: Uint8Array
  /** Units of a group, in order. */
  readonly places: ReadonlyMap<number, Copies>
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
  const free = 1 + units.reduce((most, unit) => Math.max(most, unit.key), -1)
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
  besideAnchors(units, open, most, free, group, places)
  betweenAnchors(units, byKey, most, group, places)
  const copies = new Uint8Array(units.length).fill(1)
  const copy = new Uint8Array(units.length)
  for (const list of places.values())
    list.forEach((t, c) => {
      copies[t] = list.length
      copy[t] = c
    })
  return {group, copies, copy, places}
}

/** The units of a group, in order. */
export type Copies = readonly number[]

/** Groups of so many copies, by their first. */
export function listsOf({places}: Anchors, copies: number): Copies[] {
  return [...places.values()].filter(list => list.length === copies).sort((a, b) => a[0]! - b[0]!)
}

/** Groups whose copies stand in the same order every time. */
export function inOrder(lists: readonly Copies[]): Copies[] {
  const passes = (lists[0]?.length ?? 0) - 1
  const runs = Array.from({length: passes}, (_, c) => longestRun(lists.map(list => list[c + 1]!)))
  return lists.filter((_, i) => runs.every(run => run.has(i)))
}

/**
 * The anchors without those that cross the others: all readers go one way, so that a sentence whose copies stand in another order was
 * written twice by its author. Told of groups with a copy for each stream; of fewer copies nobody knows who read them. Headings stay:
 * contents pages name them, too.
 */
export function inOneOrder(units: readonly Unit[], anchors: Anchors, streams: number): Anchors {
  const lists = listsOf(anchors, streams)
  const ordered = new Set(inOrder(lists))
  const crossing = new Set(
    lists
      .filter(list => !ordered.has(list) && !isTitle(units[list[0]!]!.text))
      .map(([t]) => anchors.group[t!]!)
  )
  if (crossing.size === 0) return anchors
  const left = (group: number) => !crossing.has(group)
  return {
    group: anchors.group.map(group => (left(group) ? group : -1)),
    copies: anchors.copies.map((count, t) => (left(anchors.group[t]!) ? count : 1)),
    copy: anchors.copy.map((copy, t) => (left(anchors.group[t]!) ? copy : 0)),
    places: new Map([...anchors.places].filter(([group]) => left(group)))
  }
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
  const join = (t: number, side: -1 | 1) => {
    const beside = places.get(group[t - side] ?? -1)
    if (!beside) return
    const found = new Set(
      beside.map(u => u + side).filter(u => open.has(u) && units[u]!.key === units[t]!.key)
    )
    for (const u of [...found]) for (const copy of places.get(group[u]!) ?? []) found.add(copy)
    if (found.size < 2 || found.size > most) return
    const known = [...found].map(u => group[u]!).filter(id => id >= 0)
    const id = known.length > 0 ? Math.min(...known) : free++
    for (const other of known) places.delete(other)
    places.set(
      id,
      [...found].sort((x, y) => x - y)
    )
    for (const u of found) group[u] = id
  }
  const order = [...open].sort((a, b) => a - b)
  for (const t of order) if (group[t] === -1) join(t, 1)
  for (const t of order.reverse()) if (group[t] === -1) join(t, -1)
}

/** A short sentence need not be longer to be told from others by its place. */
const placedSolid = 4
/** So many sentences behind the last anchor its place still tells. */
const placedReach = 12

/**
 * Groups short sentences that every stream read, where all places lie between the same anchors: after all copies of the one before,
 * and before all copies of the one after, or soon after the last of all.
 */
function betweenAnchors(
  units: readonly Unit[],
  byKey: ReadonlyMap<number, readonly number[]>,
  streams: number,
  group: Int32Array,
  places: Map<number, number[]>
): void {
  const anchors = [...places.values()].filter(list => list.length === streams).sort((a, b) => a[0]! - b[0]!)
  for (const [key, list] of byKey) {
    if (list.length !== streams || units[list[0]!]!.solid < placedSolid) continue
    const known = new Set(list.map(t => group[t]!))
    if (!known.delete(-1) || known.size > 1) continue
    let low = 0
    for (let high = anchors.length; low < high;) {
      const middle = (low + high) >> 1
      if (anchors[middle]![0]! < list[0]!) low = middle + 1
      else high = middle
    }
    const before = anchors[low - 1]
    const after = anchors[low]
    if (!before || !list.every((t, c) => before[c]! < t && (!after || t < after[c]!))) continue
    if (!after && list.at(-1)! - before.at(-1)! > placedReach) continue
    for (const part of known) places.delete(part)
    places.set(key, [...list])
    for (const t of list) group[t] = key
  }
}
