import {assign, type Candidate} from './assign.js'
import type {Block, Flat, Part} from './blocks.js'
import type {Near} from './candidates.js'
import {charDice, fold} from './likeness.js'

/** Which section of one version is which of the other. */
export interface PartPairs {
  /** For each part of A its partner in B, or -1. */
  readonly ofA: Int32Array
  readonly ofB: Int32Array
}

/** Titles that read the same are taken for the same section only together with content or number; alone they weigh this. */
const weight = {title: 0.45, content: 0.45, number: 0.1, parent: 0.2}

/**
 * Sections aligned by number, title and content together, so that an inserted chapter does not shift the others.
 * `evidence`: blocks that are the same or nearly, one to one; it says how much two sections share.
 */
export function alignParts(a: Flat, b: Flat, evidence: readonly Near[]): PartPairs {
  const common = sharedLengths(a, b, evidence)
  const titlesA = a.parts.map(p => fold(p.title))
  const titlesB = b.parts.map(p => fold(p.title))
  const pairs = new Set<number>(common.keys())
  const width = b.parts.length
  const byKey = new Map<string, number[]>()
  const keysOf = (part: Part, flat: Flat, title: string): string[] => [
    `t${part.kind}${title}`,
    `n${numberPath(part, flat)}`
  ]
  b.parts.forEach((p, j) => {
    for (const key of keysOf(p, b, titlesB[j]!)) byKey.set(key, [...(byKey.get(key) ?? []), j])
  })
  a.parts.forEach((p, i) => {
    for (const key of keysOf(p, a, titlesA[i]!))
      for (const j of (byKey.get(key) ?? []).slice(0, 40)) pairs.add(i * width + j)
  })
  const scored: Candidate[] = []
  for (const key of pairs) {
    const i = Math.floor(key / width)
    const j = key % width
    if (i === 0 || j === 0) continue
    const x = a.parts[i]!
    const y = b.parts[j]!
    if (x.kind !== y.kind) continue
    const title = titleLikeness(titlesA[i]!, titlesB[j]!)
    const lengths = lengthOf(a, x) + lengthOf(b, y)
    const content =
      lengths === 0 ? (title === 1 ? 1 : 0) : Math.min(1, (2 * (common.get(key) ?? 0)) / lengths)
    const number = x.ordinal !== null && x.ordinal === y.ordinal && x.rank === y.rank ? 1 : 0
    const sure = content >= 0.3 || (title >= 0.8 && (title === 1 || content > 0 || number === 1))
    const likely = title >= 0.5 && (content >= 0.1 || (number === 1 && title >= 0.6))
    if (!sure && !likely) continue
    const parent = titleLikeness(titlesA[x.parent]!, titlesB[y.parent]!)
    const rank = x.rank === y.rank ? 0 : -0.05
    scored.push({
      a: i,
      b: j,
      score:
        weight.title * title +
        weight.content * content +
        weight.number * number +
        weight.parent * (x.parent === 0 && y.parent === 0 ? 1 : parent) +
        rank
    })
  }
  const ofA = new Int32Array(a.parts.length).fill(-1)
  const ofB = new Int32Array(b.parts.length).fill(-1)
  ofA[0] = 0
  ofB[0] = 0
  for (const {a: i, b: j} of assign(scored)) {
    ofA[i] = j
    ofB[j] = i
  }
  return {ofA, ofB}
}

function titleLikeness(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1
  return charDice(a, b)
}

/** Characters two parts share, for every pair of parts that share any. */
function sharedLengths(a: Flat, b: Flat, evidence: readonly Near[]): Map<number, number> {
  const width = b.parts.length
  const lengths = new Map<number, number>()
  for (const near of evidence) {
    const x = a.blocks[near.a]!
    const y = b.blocks[near.b]!
    const length = (near.likeness * (x.folded.length + y.folded.length)) / 2
    for (let p = x.part; p > 0; p = a.parts[p]!.parent)
      for (let q = y.part; q > 0; q = b.parts[q]!.parent)
        lengths.set(p * width + q, (lengths.get(p * width + q) ?? 0) + length)
  }
  return lengths
}

/** Folded characters of a part, its heading not counted. */
function lengthOf(flat: Flat, part: Part): number {
  let length = 0
  for (let i = part.from; i < part.to; i++) if (i !== part.heading) length += flat.blocks[i]!.folded.length
  return length
}

function numberPath(part: Part, flat: Flat): string {
  const steps: string[] = []
  for (let p: Part = part; p.index > 0; p = flat.parts[p.parent]!) steps.push(`${p.rank}${p.ordinal ?? '?'}`)
  return steps.join('<')
}

/** The parts that hold a block, innermost first, the document last. */
export function partsOf(flat: Flat, block: Block): number[] {
  const held: number[] = []
  for (let p = block.part; p >= 0; p = flat.parts[p]!.parent) held.push(p)
  return held
}
