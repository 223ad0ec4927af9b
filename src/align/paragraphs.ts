import {assign} from './assign.js'
import type {Block, Flat} from './blocks.js'
import {candidates, groupOf, type Near} from './candidates.js'
import {charDice, dice, fold, shinglesOf} from './likeness.js'
import {alignParts, type PartPairs} from './sections.js'

/** Blocks of A that became blocks of B: one to one, one to several (split) or several to one (merged). */
export interface Link {
  readonly a: readonly number[]
  readonly b: readonly number[]
}

export interface Alignment {
  readonly parts: PartPairs
  /** In the order of B. */
  readonly links: readonly Link[]
}

/** Below this two blocks are not versions of one another; in aligned sections a little less is enough. */
const least = 0.4
const elsewhere = 0.48
const sameSection = 0.12
/** Pieces of a split: each stands in the whole this far, and together they are the whole this far. */
const piece = 0.7
const whole = 0.65

/** Sections and paragraphs of two documents aligned, in about n log n. */
export function alignDocuments(a: Flat, b: Flat): Alignment {
  const same = sameText(a.blocks, b.blocks)
  const restA = a.blocks.filter(x => !same.a.has(x.index))
  const restB = b.blocks.filter(x => !same.b.has(x.index))
  const near = candidates(restA.filter(isText), restB.filter(isText))
  const firm = assign(near.filter(n => n.likeness >= least).map(n => ({...n, score: n.likeness})))
  const parts = alignParts(a, b, [...same.pairs, ...firm])
  const ledger = openLedger(a, b)
  linkHeadings(a, b, parts, ledger)
  linkRepeated(a, b, parts, ledger)
  linkNear(a, b, parts, near, ledger)
  linkGaps(a, b, parts, ledger)
  linkHeadingsLeft(a, b, ledger)
  return {parts, links: ledger.links.sort((x, y) => x.b[0]! - y.b[0]!)}
}

const isText = (block: Block) => block.kind !== 'heading' && block.folded !== ''

interface Ledger {
  readonly links: Link[]
  readonly ofA: Int32Array
  readonly ofB: Int32Array
  free(as: readonly number[], bs: readonly number[]): boolean
  link(as: readonly number[], bs: readonly number[]): void
}

function openLedger(a: Flat, b: Flat): Ledger {
  const ofA = new Int32Array(a.blocks.length).fill(-1)
  const ofB = new Int32Array(b.blocks.length).fill(-1)
  const links: Link[] = []
  return {
    links,
    ofA,
    ofB,
    free: (as, bs) => as.every(i => ofA[i] === -1) && bs.every(j => ofB[j] === -1),
    link: (as, bs) => {
      for (const i of as) ofA[i] = bs[0]!
      for (const j of bs) ofB[j] = as[0]!
      links.push({a: as, b: bs})
    }
  }
}

/** Texts that stand once on each side and read the same: the surest evidence there is. */
function sameText(a: readonly Block[], b: readonly Block[]) {
  const once = (blocks: readonly Block[]) => {
    const found = new Map<string, number>()
    for (const block of blocks) {
      if (!isText(block)) continue
      const key = `${groupOf(block)}${block.folded}`
      found.set(key, found.has(key) ? -1 : block.index)
    }
    return found
  }
  const left = once(a)
  const right = once(b)
  const pairs: Near[] = []
  for (const [key, i] of left) {
    const j = right.get(key)
    if (i >= 0 && j !== undefined && j >= 0) pairs.push({a: i, b: j, likeness: 1, inA: 1, inB: 1})
  }
  return {pairs, a: new Set(pairs.map(p => p.a)), b: new Set(pairs.map(p => p.b))}
}

function linkHeadings(a: Flat, b: Flat, parts: PartPairs, ledger: Ledger): void {
  parts.ofA.forEach((j, i) => {
    if (j < 0) return
    const x = a.parts[i]!.heading
    const y = b.parts[j]!.heading
    if (x >= 0 && y >= 0) ledger.link([x], [y])
  })
}

/** The same text, however often it stands: within the same section first, then in order. */
function linkRepeated(a: Flat, b: Flat, parts: PartPairs, ledger: Ledger): void {
  const inOrder = (keyA: (x: Block) => string | null, keyB: (y: Block) => string | null) => {
    const waiting = new Map<string, number[]>()
    for (const y of b.blocks) {
      const key = ledger.ofB[y.index] === -1 ? keyB(y) : null
      if (key === null) continue
      const queue = waiting.get(key)
      if (queue) queue.push(y.index)
      else waiting.set(key, [y.index])
    }
    const heads = new Map<string, number>()
    for (const x of a.blocks) {
      const key = ledger.ofA[x.index] === -1 ? keyA(x) : null
      if (key === null) continue
      const at = heads.get(key) ?? 0
      const j = waiting.get(key)?.[at]
      if (j === undefined) continue
      heads.set(key, at + 1)
      ledger.link([x.index], [j])
    }
  }
  const word = (x: Block) => `${groupOf(x)} ${x.folded === '' ? x.text : x.folded}`
  const plain = (x: Block) => (x.kind === 'heading' ? null : word(x))
  inOrder(
    x => (plain(x) === null ? null : `${parts.ofA[x.part]} ${plain(x)}`),
    y => (plain(y) === null ? null : `${y.part} ${plain(y)}`)
  )
  inOrder(
    x => (x.folded === '' ? null : plain(x)),
    y => (y.folded === '' ? null : plain(y))
  )
}

/** Nearly the same, split, or merged, the best first. */
function linkNear(a: Flat, b: Flat, parts: PartPairs, near: readonly Near[], ledger: Ledger): void {
  const open = near.filter(n => ledger.free([n.a], [n.b]))
  const offers: {a: readonly number[]; b: readonly number[]; score: number}[] = []
  const single = new Map<string, number>()
  const raise = (key: string, score: number) => single.set(key, Math.max(single.get(key) ?? 0, score))
  for (const n of open) {
    raise(`a${n.a}`, n.likeness)
    raise(`b${n.b}`, n.likeness)
    const home = parts.ofA[a.blocks[n.a]!.part] === b.blocks[n.b]!.part ? sameSection : 0
    const score = n.likeness + home
    if (score >= (home > 0 ? least : elsewhere)) offers.push({a: [n.a], b: [n.b], score})
  }
  const offerPieces = (side: 'a' | 'b') => {
    const other = side === 'a' ? 'b' : 'a'
    const inPiece = side === 'a' ? 'inB' : 'inA'
    const pieces = new Map<number, number[]>()
    for (const n of open)
      if (n[inPiece] >= piece && groupOf(a.blocks[n.a]!) === 'text')
        pieces.set(n[side], [...(pieces.get(n[side]) ?? []), n[other]])
    const wholes = side === 'a' ? a.blocks : b.blocks
    const parted = side === 'a' ? b.blocks : a.blocks
    for (const [holder, found] of pieces) {
      if (found.length < 2) continue
      const sorted = [...new Set(found)].sort((x, y) => x - y)
      const runs = [...neighbours(sorted, 1), ...neighbours(sorted, 3)]
      for (const run of runs) {
        const folded = fold(run.map(k => parted[k]!.text).join(''))
        const likeness = dice(wholes[holder]!.shingles, shinglesOf(folded))
        const alone = single.get(`${side}${holder}`) ?? 0
        if (likeness < whole || likeness < Math.min(alone + 0.03, Math.max(alone + 0.001, 0.97))) continue
        const score = likeness + sameSection
        offers.push(side === 'a' ? {a: [holder], b: run, score} : {a: run, b: [holder], score})
      }
    }
  }
  offerPieces('a')
  offerPieces('b')
  offers.sort((x, y) => y.score - x.score || x.a[0]! - y.a[0]! || x.b[0]! - y.b[0]!)
  for (const offer of offers) if (ledger.free(offer.a, offer.b)) ledger.link(offer.a, offer.b)
}

/** Runs of numbers no further than `reach` from one to the next, two at least: something may have been put between the pieces. */
function neighbours(sorted: readonly number[], reach: number): number[][] {
  const runs: number[][] = []
  for (const n of sorted) {
    const last = runs.at(-1)
    if (last && last.at(-1)! + reach >= n) last.push(n)
    else runs.push([n])
  }
  return runs.filter(run => run.length > 1)
}

/** What is left over at the same place between two neighbours that are linked, if it is alike at all: short lines, rewritten ones. */
function linkGaps(a: Flat, b: Flat, parts: PartPairs, ledger: Ledger): void {
  const offers: {a: number; b: number; score: number}[] = []
  for (const y of b.blocks) {
    if (ledger.ofB[y.index] !== -1) continue
    const before = y.index === 0 ? -1 : ledger.ofB[y.index - 1]!
    const after = y.index + 1 === b.blocks.length ? a.blocks.length : ledger.ofB[y.index + 1]!
    for (const i of new Set([before >= 0 || y.index === 0 ? before + 1 : -1, after > 0 ? after - 1 : -1])) {
      const x = a.blocks[i]
      if (!x || ledger.ofA[i] !== -1 || groupOf(x) !== groupOf(y)) continue
      if (x.kind !== y.kind && !(isProse(x) && isProse(y))) continue
      const home = parts.ofA[x.part] === y.part ? sameSection : 0
      const likeness = x.table ? dice(x.shingles, y.shingles) + 0.3 : charDice(x.folded, y.folded)
      if (likeness + home >= 0.6) offers.push({a: i, b: y.index, score: likeness + home})
    }
  }
  for (const {a: i, b: j} of assign(offers)) ledger.link([i], [j])
}

const isProse = (block: Block) => block.kind === 'paragraph' || block.kind === 'item'

/** A heading that stands as a plain line in the other version, or the other way round. */
function linkHeadingsLeft(a: Flat, b: Flat, ledger: Ledger): void {
  const waiting = new Map<string, number>()
  for (const y of b.blocks)
    if (ledger.ofB[y.index] === -1 && y.folded !== '' && groupOf(y) === 'text') waiting.set(y.folded, y.index)
  for (const x of a.blocks) {
    const j = waiting.get(x.folded)
    if (j === undefined || !ledger.free([x.index], [j])) continue
    if (x.kind === 'heading' || b.blocks[j]!.kind === 'heading') ledger.link([x.index], [j])
  }
}
