import {flatten, type Block, type Flat, type Part} from '../align/blocks.js'
import {fold} from '../align/likeness.js'
import {moves, type Moves} from '../align/moves.js'
import {alignDocuments, type Alignment, type Link} from '../align/paragraphs.js'
import type {Mapping} from '../align/registry.js'
import type {Indicator} from '../indicators/schema.js'
import type {Document} from '../tree/nodes.js'
import {flagsAlone, flagsOf} from './flags.js'
import {defaultForm, sideOf, type Form} from './frame.js'
import {indicatorChanges} from './indicators.js'
import type {Diff, Lesser, Operation, OperationName, Run, SectionChange} from './schema.js'
import {tableChanges} from './tables.js'
import {wording} from './wording.js'

/** One version of a document. `form`: how its `document.json` is written. */
export interface Version {
  readonly document: Document
  readonly indicators: readonly Indicator[]
  readonly form?: Form
}

/**
 * What changed from one version to the other.
 * 1. Every block of either side stands in exactly one operation. 2. `apply` to A's canonical text gives B's, and the inverse
 * gives A's. 3. What `ignore` names is left out of the reading and counted, never out of the patch.
 */
export function compare(
  a: Version,
  b: Version,
  ignore: ReadonlySet<Lesser> = new Set(),
  names?: Mapping
): Diff {
  const left = flatten(a.document)
  const right = flatten(b.document)
  const alignment = alignDocuments(left, right)
  const moved = moves(left, right, alignment)
  const sections = sectionsOf(left, right, alignment, moved)
  const operations = operationsOf(left, right, alignment, moved, sections, ignore)
  const meta = metaOf(a.document, b.document)
  const indicators = indicatorChanges(a.indicators, b.indicators, names)
  return {
    format: 'guihua-diff',
    version: 1,
    same:
      meta.length === 0 &&
      operations.every(o => o.op === 'kept' && (o.was === null || ignore.has('layout'))) &&
      sections.list.every(s => s.op === 'kept' && !s.moved && !s.renumbered && !s.retitled),
    ignore: [...ignore].sort(),
    a: sideOf(a.document, a.form ?? defaultForm),
    b: sideOf(b.document, b.form ?? defaultForm),
    counts: countsOf(operations, sections.list),
    meta,
    sections: sections.list,
    operations,
    indicators
  }
}

interface Sections {
  readonly list: SectionChange[]
  readonly ofA: ReadonlyMap<number, number>
  readonly ofB: ReadonlyMap<number, number>
}

/** Sections in the order of B, those A lost where they stood. The first is the document itself. */
function sectionsOf(a: Flat, b: Flat, {parts}: Alignment, moved: Moves): Sections {
  const order = interleave(
    b.parts.map(q => ({b: q.index, a: parts.ofB[q.index]! < 0 ? [] : [parts.ofB[q.index]!]})),
    a.parts.length
  )
  const ofA = new Map<number, number>()
  const ofB = new Map<number, number>()
  const list = order.map((entry, at): SectionChange => {
    const x = entry.a === undefined ? null : a.parts[entry.a]!
    const y = entry.b === undefined ? null : b.parts[entry.b]!
    if (x) ofA.set(x.index, at)
    if (y) ofB.set(y.index, at)
    return {
      op: !x ? 'added' : !y ? 'removed' : 'kept',
      moved: y !== null && moved.parts.has(y.index),
      renumbered:
        x !== null && y !== null && (fold(x.label ?? '') !== fold(y.label ?? '') || x.rank !== y.rank),
      retitled: x !== null && y !== null && x.index > 0 && fold(x.title) !== fold(y.title),
      depth: (y ?? x)!.depth,
      a: x && nameOf(x),
      b: y && nameOf(y)
    }
  })
  return {list, ofA, ofB}
}

function nameOf({id, rank, label, title}: Part) {
  return {id, rank, label, title}
}

/** B's entries in order, A's lost ones right after whatever stood before them in A. */
function interleave(
  entries: readonly {readonly b: number; readonly a: readonly number[]}[],
  countA: number
): {a?: number; b?: number}[] {
  const at = new Map<number, number>()
  entries.forEach((entry, k) => entry.a.forEach(i => at.set(i, k)))
  const after: number[][] = Array.from({length: entries.length + 1}, () => [])
  let anchor = 0
  for (let i = 0; i < countA; i++) {
    const k = at.get(i)
    if (k === undefined) after[anchor]!.push(i)
    else anchor = k + 1
  }
  return [
    ...after[0]!.map(i => ({a: i})),
    ...entries.flatMap((entry, k) => [
      {b: entry.b, ...(entry.a[0] === undefined ? {} : {a: entry.a[0]})},
      ...after[k + 1]!.map(i => ({a: i}))
    ])
  ]
}

function operationsOf(
  a: Flat,
  b: Flat,
  alignment: Alignment,
  moved: Moves,
  sections: Sections,
  ignore: ReadonlySet<Lesser>
): Operation[] {
  const linkOfB = new Map<number, Link>()
  for (const link of alignment.links) for (const j of link.b) linkOfB.set(j, link)
  const entries: {b: number; a: readonly number[]}[] = []
  for (const y of b.blocks) {
    const link = linkOfB.get(y.index)
    if (!link) entries.push({b: y.index, a: []})
    else if (link.b[0] === y.index) entries.push({b: y.index, a: link.a})
  }
  return interleave(entries, a.blocks.length).map(({a: i, b: j}) => {
    if (j === undefined) return alone(a.blocks[i!]!, a, 'a', sections)
    const link = linkOfB.get(j)
    if (!link) return alone(b.blocks[j]!, b, 'b', sections)
    return linked(a, b, link, moved, sections, ignore)
  })
}

function alone(block: Block, flat: Flat, side: 'a' | 'b', sections: Sections): Operation {
  const {text, id, kind} = block
  return {
    op: side === 'a' ? 'removed' : 'added',
    kind,
    was: null,
    a: side === 'a' ? [id] : [],
    b: side === 'b' ? [id] : [],
    section: (side === 'a' ? sections.ofA : sections.ofB).get(block.part)!,
    runs:
      text === ''
        ? []
        : [{a: side === 'a' ? text : '', b: side === 'b' ? text : '', lesser: null, ignored: false}],
    rows: null,
    flags: flagsAlone(text, side, headOf(block, flat))
  }
}

function linked(
  a: Flat,
  b: Flat,
  link: Link,
  moved: Moves,
  sections: Sections,
  ignore: ReadonlySet<Lesser>
): Operation {
  const from = link.a.map(i => a.blocks[i]!)
  const to = link.b.map(j => b.blocks[j]!)
  const x = from[0]!
  const y = to[0]!
  const old = from.map(f => f.text).join('')
  const now = to.map(t => t.text).join('')
  const base = {
    kind: y.kind,
    was: x.kind === y.kind ? null : x.kind,
    a: from.map(f => f.id),
    b: to.map(t => t.id),
    section: sections.ofB.get(y.part)!
  }
  if (x.table && y.table && from.length + to.length === 2 && !sameShape(x, y)) {
    const rows = tableChanges(x.table, y.table, ignore)
    const changed = rows.some(r => r.op !== 'kept')
    return {
      ...base,
      op: nameFor(link, moved.links.has(link), changed),
      runs: [],
      rows,
      flags: rows.flatMap(r => r.cells.flatMap(c => c.flags))
    }
  }
  const runs = wording(old, now, ignore)
  const changed = runs.some(r => !('keep' in r) && !r.ignored)
  return {
    ...base,
    op: nameFor(link, moved.links.has(link), changed),
    runs,
    rows: null,
    flags: flagsOf(old, now, runs, [headOf(x, a), headOf(y, b)])
  }
}

function nameFor(link: Link, moved: boolean, changed: boolean): OperationName {
  if (link.b.length > 1) return 'split'
  if (link.a.length > 1) return 'merged'
  if (moved) return changed ? 'movedChanged' : 'moved'
  return changed ? 'changed' : 'kept'
}

/** Two tables with the same cells, so that their texts may be run together. */
function sameShape(x: Block, y: Block): boolean {
  return (
    x.text === y.text &&
    x.leaves.length === y.leaves.length &&
    x.leaves.every((leaf, i) => leaf.value === y.leaves[i]!.value)
  )
}

/** Characters of the label a heading begins with: 第三章 is numbering, not a figure. */
function headOf(block: Block, flat: Flat): number {
  if (block.kind !== 'heading') return 0
  const label = flat.parts[block.part]!.label ?? ''
  return block.text.trimStart().startsWith(label) ? block.text.indexOf(label) + label.length : 0
}

const metaFields = [
  'title',
  'docNumber',
  'issuer',
  'region',
  'planPeriod',
  'signedOn',
  'publishedOn'
] as const

function metaOf(a: Document, b: Document): Diff['meta'] {
  return metaFields
    .filter(field => JSON.stringify(a.meta[field]) !== JSON.stringify(b.meta[field]))
    .map(field => ({field, a: a.meta[field], b: b.meta[field]}))
}

/** How many of each; recounted from operations and sections alone. */
export function countsOf(
  operations: readonly Operation[],
  sections: readonly SectionChange[]
): Diff['counts'] {
  const counts = {
    operations: {} as Record<string, number>,
    sections: {} as Record<string, number>,
    flags: {} as Record<string, number>,
    flagsAlone: {} as Record<string, number>,
    ignored: {} as Record<string, number>,
    kinds: operations.filter(o => o.was !== null).length
  }
  const add = (into: Record<string, number>, key: string) => (into[key] = (into[key] ?? 0) + 1)
  const ignored = (runs: readonly Run[]) => {
    for (const run of runs) if (!('keep' in run) && run.ignored) add(counts.ignored, run.lesser!)
  }
  for (const {op, flags, runs, rows} of operations) {
    add(counts.operations, op)
    const alone = op === 'added' || op === 'removed'
    for (const flag of flags) add(alone ? counts.flagsAlone : counts.flags, flag.kind)
    ignored(runs)
    for (const row of rows ?? []) for (const cell of row.cells) ignored(cell.runs)
  }
  for (const s of sections) {
    if (s.op !== 'kept') add(counts.sections, s.op)
    if (s.moved) add(counts.sections, 'moved')
    if (s.renumbered) add(counts.sections, 'renumbered')
    if (s.retitled) add(counts.sections, 'retitled')
  }
  return counts
}
