import type {Anchors} from '../streams/anchors.js'
import {readTogether, type Strand} from './weave.js'

/** A wrong label puts a sentence so many places off, and no more. */
const mostApart = 40

/** So many sentences in a row that two streams read are one stretch all the same, however far apart. */
const leastBlock = 3

/**
 * Copies that the merging left apart, because a label or two was wrong, are one sentence all the same: it stays where it stands
 * with its neighbours of more streams, and where that is even, where its words fit better. Sentences with more copies than there are
 * streams are refrains and stay apart.
 */
export function unite(
  order: readonly Strand[],
  anchors: Anchors,
  labels: Uint8Array,
  begins: ReadonlySet<number>,
  joint: (a: Strand, b: Strand) => number
): Strand[] {
  const places = new Map<number, number[]>()
  order.forEach(({units: [first]}, i) => {
    const group = anchors.group[first!]!
    if (group < 0) return
    const list = places.get(group)
    if (list) list.push(i)
    else places.set(group, [i])
  })
  const held = (a: Strand | undefined, b: Strand | undefined) => {
    if (!a || !b) return 0
    return (readTogether(a, b, labels, begins) ? 1 : 0) + joint(a, b)
  }
  const sameAt = (i: number, k: number) => {
    const group = order[i] && order[k] ? anchors.group[order[i].units[0]!]! : -1
    return group >= 0 && group === anchors.group[order[k]!.units[0]!]
  }
  /** So many sentences around the two stand there in the same order. */
  const alike = (i: number, k: number) => {
    let size = 1
    for (let d = 1; i + d < k && sameAt(i + d, k + d); d++) size++
    for (let d = 1; i < k - d && sameAt(i - d, k - d); d++) size++
    return size
  }
  /** Far from one another, or read by one stream in the midst of a run, each time: its author wrote it twice. */
  const writtenTwice = (list: readonly number[]) => {
    const streams = new Set(list.flatMap(i => order[i]!.units.map(t => labels[t])))
    const [first, last] = [list[0]!, list.at(-1)!]
    if (last - first > mostApart && (streams.size === 1 || alike(first, last) < leastBlock)) return true
    return (
      streams.size === 1 &&
      list.every(i => order[i]!.units.every(t => labels[t - 1] === labels[t] && labels[t + 1] === labels[t]))
    )
  }
  const gone = new Set<number>()
  const joined = new Map<number, Strand>()
  for (const list of places.values()) {
    if (list.length < 2 || writtenTwice(list)) continue
    const worth = list.map(i => held(order[i - 1], order[i]) + held(order[i], order[i + 1]))
    const best = list[worth.indexOf(Math.max(...worth))]!
    for (const i of list) if (i !== best) gone.add(i)
    joined.set(best, {units: list.flatMap(i => order[i]!.units).sort((a, b) => a - b)})
  }
  if (gone.size === 0) return [...order]
  return order.map((strand, i) => joined.get(i) ?? strand).filter((_, i) => !gone.has(i))
}
