import type {FindingRow, LedgerRow, SourceRow, DocumentRow} from '../emit/schema.js'
import {leavesOf} from '../emit/leaves.js'
import type {Span} from '../core/span.js'
import type {Indicator} from '../indicators/schema.js'
import type {Node} from '../tree/nodes.js'
import {addressed, type Addressed} from './address.js'
import type {OutFolder} from './folder.js'

/** What happened to a stretch of raw text. */
export interface Event {
  readonly start: number
  readonly end: number
  readonly fate: LedgerRow['fate']
  readonly rule: string | null
  readonly of: Span | null
  /** What it reads like now, where that differs. */
  readonly text: string | null
}

/** The answer to *why is this here, and where from?* */
export interface Answer {
  readonly source: SourceRow
  readonly document: DocumentRow | null
  readonly node: Addressed | null
  /** The words as they stand in the tree. */
  readonly words: string
  /** The raw spans behind them, in reading order; empty where it was inferred. */
  readonly spans: readonly Span[]
  readonly events: readonly Event[]
  /** Indicator rows that were read from it. */
  readonly indicators: readonly Indicator[]
  readonly findings: readonly FindingRow[]
}

/** Documents an asked-for name may mean: an id, the end or a part of one, or a part of a title. */
export function documentsNamed(folder: OutFolder, name: string): readonly DocumentRow[] {
  const exact = folder.documents.filter(row => row.id === name)
  if (exact.length > 0) return exact
  return folder.documents.filter(
    row => row.id.includes(name) || row.title.includes(name) || row.source === name
  )
}

/** About a node. */
export function whyNode(folder: OutFolder, document: DocumentRow, node: Addressed): Answer {
  const spans = leavesOf(node.node).flatMap(leaf => leaf.trace)
  const ledger = folder.ledger(document.source)
  return {
    source: sourceOf(folder, document.source),
    document,
    node,
    words: wordsIn(node.node),
    spans,
    events: eventsIn(ledger, joined(spans)),
    indicators: indicatorsAt(folder, document, spans),
    findings: findingsAt(folder, document.source, spans)
  }
}

/** The words of a node; those of cells and paragraphs apart. */
const wordsIn = (node: Node) =>
  leavesOf(node)
    .map(leaf => leaf.value)
    .join(' ')

/** About a raw character of a source: who holds it, or what it was let go as. */
export function whyOffset(folder: OutFolder, source: SourceRow, offset: number): Answer | null {
  const ledger = folder.ledger(source.id)
  const entry = ledger.find(row => row.start <= offset && offset < row.end)
  if (!entry) return null
  const document = folder.documents.find(row => row.id === entry.document) ?? null
  const node = document ? holderOf(folder, document, offset) : null
  return {
    source,
    document,
    node,
    words: node ? wordsIn(node.node) : '',
    spans: [[entry.start, entry.end]],
    events: entry.rule === null && entry.fate === 'kept' ? [] : [entry],
    indicators: document ? indicatorsAt(folder, document, [[offset, offset + 1]]) : [],
    findings: findingsAt(folder, source.id, [[offset, offset + 1]])
  }
}

/** The innermost addressed node whose text is traced to the raw character. */
function holderOf(folder: OutFolder, document: DocumentRow, offset: number): Addressed | null {
  let found: Addressed | null = null
  for (const each of addressed(folder.tree(document.id)))
    if (ownLeaves(each.node).some(leaf => leaf.trace.some(([a, b]) => a <= offset && offset < b)))
      found = each
  return found
}

const ownLeaves = (node: Node) =>
  node.type === 'text' ? [node] : (node.children as readonly Node[]).filter(child => child.type === 'text')

export function sourceOf(folder: OutFolder, id: string): SourceRow {
  const row = folder.sources.find(source => source.id === id)
  if (!row) throw new Error(`sources.jsonl has no line for ${id}`)
  return row
}

/** Spans that lie close together as one, so that what was let go between them shows. */
function joined(spans: readonly Span[]): Span[] {
  const near = 12
  const joined: [number, number][] = []
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1)
    if (last && start - last[1] <= near) last[1] = Math.max(last[1], end)
    else joined.push([start, end])
  }
  return joined
}

/** Ledger lines within the spans that say more than *kept as it was*. */
function eventsIn(ledger: readonly LedgerRow[], spans: readonly Span[]): Event[] {
  const events: Event[] = []
  for (const [start, end] of spans)
    for (const row of ledger)
      if (row.start < end && row.end > start && (row.rule !== null || row.fate === 'moved')) events.push(row)
  return events
}

/** Rows whose cells lie within the spans, or in which the spans lie. */
function indicatorsAt(folder: OutFolder, document: DocumentRow, spans: readonly Span[]): Indicator[] {
  return folder.indicators.filter(
    row =>
      row.document === document.id &&
      row.trace.some(([a, b]) => spans.some(([start, end]) => a < end && b > start))
  )
}

function findingsAt(folder: OutFolder, source: string, spans: readonly Span[]): FindingRow[] {
  const touches = ([a, b]: Span) => spans.some(([start, end]) => a < end && b > start)
  return folder.findings.filter(
    finding =>
      finding.source === source && [...(finding.at ? [finding.at] : []), ...finding.related].some(touches)
  )
}
