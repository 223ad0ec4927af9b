import {cosine, lexicon as lexiconOf} from '../zh/shingles.js'
import {anchorsOf, type Anchors} from './anchors.js'
import {learn, type Habits} from './habits.js'
import {merge, type Strand, type Tie, type Weigher} from './merge.js'
import {label, type Labelling} from './streams.js'
import type {Unit} from './units.js'

/** Interleaved sentences in the order in which they were written. */
export interface Restoration {
  readonly streams: number
  readonly labels: Uint8Array
  readonly margin: Float32Array
  readonly order: readonly Strand[]
  readonly ties: readonly Tie[]
  /** How closely sentence i of the order is bound to the one before it by its words, 0 to about 2. */
  bond(i: number): number
}

const rounds = 4

export function restore(units: readonly Unit[], streams: number, oracle?: Uint8Array): Restoration {
  const anchors = anchorsOf(units, streams)
  const lexicon = lexiconOf(
    units.map(u => u.text),
    units.map(u => u.key)
  )
  let labelling: Labelling | null = null
  let habits = learn(units, anchors, lexicon, streams, null)
  const width = streams > 2 ? 96 : 32
  for (let round = 0; round < rounds; round++) {
    const next: Labelling = label(units, anchors, habits, streams, width)
    const same = labelling !== null && labelling.label.every((s, t) => s === next.label[t])
    labelling = next
    if (same) break
    habits = learn(units, anchors, lexicon, streams, next.label)
  }
  if (oracle) labelling = {...labelling!, label: oracle}
  const {order, ties} = mergeAll(units, anchors, habits, labelling!.label, streams)
  const bond = (i: number) =>
    i === 0 ? 0 : 2 * Math.sqrt(cosine(lexicon, order[i - 1]!.units[0]!, order[i]!.units[0]!))
  return {streams, labels: labelling!.label, margin: labelling!.margin, order, ties, bond}
}

/** All streams into one order, the slowest first: it goes straightest. */
function mergeAll(
  units: readonly Unit[],
  _anchors: Anchors,
  habits: Habits,
  labels: Uint8Array,
  streams: number
): {order: Strand[]; ties: Tie[]} {
  const chains: Strand[][] = Array.from({length: streams}, () => [])
  labels.forEach((s, t) => chains[s]!.push({units: [t]}))
  const keyOf = (strand: Strand) => units[strand.units[0]!]!.key
  const weigher: Weigher = {
    follows: (a, b) => (a < 0 || b < 0 ? 0 : habits.follows(a, b)),
    tears: (a, b) => (a >= 0 && b === a + 1 && labels[a] === labels[b] ? 3 : 0.5)
  }
  let order = chains[streams - 1]!
  const ties: Tie[] = []
  for (let s = streams - 2; s >= 0; s--) {
    const merged = merge(order, chains[s]!, keyOf, weigher)
    order = merged.order
    ties.push(...merged.ties)
  }
  return {order, ties}
}
