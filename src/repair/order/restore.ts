import {bond} from '../streams/cohesion.js'
import {evidenceOf, type Evidence} from '../streams/evidence.js'
import {learn} from '../streams/habits.js'
import {joint, under} from '../streams/joints.js'
import {counted, levels, tally} from '../streams/numbering.js'
import {soundStretches} from '../streams/sound.js'
import {label, type Labelling} from '../streams/streams.js'
import type {Unit} from '../units/units.js'
import {merge, type Tie} from './merge.js'
import {unite} from './unite.js'
import {readTogether, type Strand, type Weigher} from './weave.js'

/** Interleaved sentences in the order in which they were written. */
export interface Restoration {
  readonly streams: number
  readonly labels: Uint8Array
  /** How likely each label is, 0 to 1. */
  readonly sure: Float32Array
  /** For each unit 1 where the text is sound. */
  readonly sound: Uint8Array
  readonly order: readonly Strand[]
  readonly ties: readonly Tie[]
  /** How closely sentence i of the order is bound to the one before it by its words, 0 to about 2. */
  bond(i: number): number
}

/** Labelling and learning take turns so often, or until nothing changes. */
const rounds = 4

/** How much likelier a turn is at a line break, to begin with: the search starts from each and keeps the end that is worth more. */
const starts = [2, 12]

/** Texts of more sentences teach their habits sooner, and are looked at with less patience. */
const largeText = 20_000

/** A label is never held to be less likely. */
const leastLikely = 0.01

/** Hypotheses that are followed at a time. */
const widths = {two: 32, three: 96}

/** Labels every sentence with its stream and merges the streams. `behindRepeats`: before these, text stands twice in a row. */
export function restore(
  units: readonly Unit[],
  streams: number,
  behindRepeats: ReadonlySet<number>
): Restoration {
  const evidence = evidenceOf(units, streams)
  const large = units.length > largeText
  const width = (streams > 2 ? widths.three : widths.two) / (large ? 2 : 1)
  let labelling: Labelling | null = null
  for (const breaks of large ? starts.slice(0, 1) : starts) {
    let own: Labelling | null = null
    let learned = learn(evidence, null, breaks)
    for (let round = 0; round < (large ? rounds - 1 : rounds); round++) {
      const next: Labelling = label(evidence, learned, width)
      const same = own !== null && own.label.every((s, t) => s === next.label[t])
      own = next
      if (same) break
      learned = learn(evidence, next)
    }
    if (labelling === null || worth(own!) > worth(labelling)) labelling = own!
  }
  const {label: labels, sure} = labelling!
  // whoever read the last of the repeated text, it need not be who reads on
  const begins = new Set([...behindRepeats, evidence.places.body])
  const merged = mergeAll(evidence, labels, begins)
  const {wording, forms} = evidence
  const near = (a: Strand, b: Strand) => bond(wording, a.units[0]!, b.units[0]!)
  const joined = (a: Strand, b: Strand) => joint(wording, forms, a.units[0]!, b.units[0]!)
  const order = unite(merged.order, evidence.anchors, labels, begins, joined)
  return {
    streams,
    labels,
    sure,
    sound: soundStretches(units, labels),
    order,
    ties: merged.ties,
    bond: i => (i === 0 ? 0 : near(order[i - 1]!, order[i]!))
  }
}

/** Its score, less its doubts: habits that were learned from the labels flatter what is not sure. */
function worth({score, sure}: Labelling): number {
  return sure.reduce((sum, p) => sum + 2 * Math.log(Math.max(p, leastLikely)), score)
}

/** All streams into one order, the slowest first: it goes straightest. */
function mergeAll(
  {units, streams, places, wording, numbers, forms}: Evidence,
  labels: Uint8Array,
  begins: ReadonlySet<number>
): {order: Strand[]; ties: Tie[]} {
  const chains: Strand[][] = Array.from({length: streams}, () => [])
  labels.forEach((s, t) => chains[s]!.push({units: [t]}))
  const keyOf = (strand: Strand) => units[strand.units[0]!]!.key
  const weigher: Weigher = {
    // of two readers it was measured to restore fewer neighbours where lines end as they did
    follows: (a, b) => joint(wording, forms, a, b) + (streams > 2 ? under(forms[a]!, forms[b]!) : 0),
    start: new Uint8Array(levels),
    counted: (counts, strand) => counted(counts, 0, numbers[strand.units[0]!]!),
    tally: (counts, strands) =>
      tally(
        counts,
        strands.map(strand => numbers[strand.units[0]!]!)
      ),
    opens: strand => places.first[strand.units[0]!]!,
    reaches: strand => places.last[strand.units[0]!]!,
    tears: (a, b) => (readTogether(a, b, labels, begins) ? 3.5 : 0.5)
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
