import {createHash} from 'node:crypto'
import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import type {Span} from '../core/span.js'
import {countsOf, leavesOf} from '../emit/leaves.js'
import {rowAt} from '../emit/ledger.js'
import {documentRow, findingRow, indicatorRow, ledgerRow, sourceRow, tree} from '../emit/schema.js'
import type {LedgerRow, SourceRow} from '../emit/schema.js'
import type {Document, Text} from '../tree/nodes.js'
import type {OutFolder} from './folder.js'
import {openFolder} from './folder.js'
import {locate} from './locate.js'
import {numbersItself, quotes} from './quotes.js'
import type {Unpack} from './work.js'

/** A promise that the files do not keep: where, and what is wrong. */
export interface Breach {
  readonly where: string
  readonly what: string
}

/**
 * Proves the books of an output folder again, from the files alone.
 * 1. Every line and tree is of its schema; ids are given once; what one file names another holds.
 * 2. Every ledger is a partition of its source; what it keeps is what the trees are traced to, span for span.
 * 3. What a duplicate repeats is kept, without a break.
 * 4. Given the folder of the raw files: digests and sizes are theirs, every tree text reads as the raw text it is traced to with
 *    the rewrites of the ledger, and no letter or figure hides in `layout`.
 */
export async function* verify(out: string, raw: string | null, unpack: Unpack): AsyncGenerator<Breach> {
  const folder = openFolder(out)
  yield* listingsIn(folder)
  for (const source of folder.sources) {
    const trees: Document[] = []
    for (const id of source.documents) {
      const where = `documents/${id}`
      const lacking = ['json', 'md', 'txt'].filter(ext => !existsSync(join(out, where, `document.${ext}`)))
      for (const ext of lacking) yield {where, what: `document.${ext} is missing`}
      if (lacking.includes('json')) continue
      const read = folder.tree(id)
      yield* shapes(where, tree, [read])
      trees.push(read)
      yield* countsAgree(folder, read)
    }
    const where = `ledgers/${source.id}.jsonl`
    if (!existsSync(join(out, where))) {
      yield {where, what: 'is missing'}
      continue
    }
    const ledger = folder.ledger(source.id)
    yield* shapes(where, ledgerRow, ledger)
    yield* partition(where, source, ledger)
    yield* bothHands(where, ledger, trees)
    yield* duplicates(where, ledger)
    if (raw !== null) yield* againstRaw(raw, source, ledger, trees, unpack)
  }
  yield* strays(out, folder)
}

interface Schema {
  safeParse(value: unknown): {
    success: boolean
    error?: {issues: readonly {path: PropertyKey[]; message: string}[]} | undefined
  }
}

function* shapes(where: string, schema: Schema, rows: readonly unknown[]): Generator<Breach> {
  for (const [i, row] of rows.entries()) {
    const {error} = schema.safeParse(row)
    if (!error) continue
    const [issue] = error.issues
    yield {where: `${where}:${i + 1}`, what: `${issue!.path.map(String).join('.')}: ${issue!.message}`}
    return
  }
}

function* listingsIn(folder: OutFolder): Generator<Breach> {
  yield* shapes('sources.jsonl', sourceRow, folder.sources)
  yield* shapes('documents.jsonl', documentRow, folder.documents)
  yield* shapes('indicators.jsonl', indicatorRow, folder.indicators)
  yield* shapes('findings.jsonl', findingRow, folder.findings)
  yield* once('sources.jsonl', folder.sources)
  yield* once('documents.jsonl', folder.documents)
  yield* once('indicators.jsonl', folder.indicators)
  const sources = new Map(folder.sources.map(source => [source.id, source]))
  const documents = new Set(folder.documents.map(document => document.id))
  for (const {id, documents: own} of folder.sources)
    for (const document of own)
      if (!documents.has(document)) yield {where: `source ${id}`, what: `document ${document} has no line`}
  for (const {id, source} of folder.documents)
    if (!sources.get(source)?.documents.includes(id))
      yield {where: `document ${id}`, what: `its source ${source} does not name it`}
  for (const {id, document} of folder.indicators)
    if (!documents.has(document)) yield {where: `indicator ${id}`, what: `document ${document} has no line`}
  for (const {rule, source, document, at} of folder.findings) {
    const where = `finding ${rule}`
    const chars = sources.get(source)?.chars
    if (chars === undefined) yield {where, what: `source ${source} has no line`}
    else if (at && at[1] > chars) yield {where, what: `points at ${at.join('–')}, outside of ${source}`}
    if (document !== null && !documents.has(document)) yield {where, what: `document ${document} has no line`}
  }
}

function* once(where: string, rows: readonly {readonly id: string}[]): Generator<Breach> {
  const seen = new Set<string>()
  for (const {id} of rows) {
    if (seen.has(id)) yield {where, what: `id ${id} is given twice`}
    seen.add(id)
  }
}

function* countsAgree(folder: OutFolder, read: Document): Generator<Breach> {
  const row = folder.documents.find(document => document.id === read.meta.id)
  if (!row) return
  for (const [name, count] of Object.entries(countsOf(read))) {
    const said = row.counts[name as keyof ReturnType<typeof countsOf>]
    if (said !== count)
      yield {where: `document ${row.id}`, what: `says ${said} ${name}, its tree holds ${count}`}
  }
}

function* partition(where: string, source: SourceRow, ledger: readonly LedgerRow[]): Generator<Breach> {
  let at = 0
  for (const {start, end, fate, rule, of} of ledger) {
    if (start !== at) {
      yield {
        where,
        what: `${start > at ? 'a gap' : 'an overlap'} at ${Math.min(at, start)}–${Math.max(at, start)}`
      }
      return
    }
    if (end <= start) yield {where, what: `an empty entry at ${start}`}
    if (rule === null && (fate === 'duplicate' || fate === 'artifact' || fate === 'chrome'))
      yield {where, what: `${fate} at ${start} gives no rule`}
    if (fate === 'duplicate' && of === null) yield {where, what: `the duplicate at ${start} repeats nothing`}
    at = end
  }
  if (at !== source.chars) yield {where, what: `ends at ${at}, its source has ${source.chars} characters`}
}

/** What the ledger keeps, document by document, is what the trees are traced to. */
function* bothHands(
  where: string,
  ledger: readonly LedgerRow[],
  trees: readonly Document[]
): Generator<Breach> {
  const ids = new Set<string | null>(trees.map(document => document.meta.id))
  const homeless = ledger.find(row => isKept(row) && !ids.has(row.document))
  if (homeless) yield {where, what: `what is ${homeless.fate} at ${homeless.start} is in no document`}
  for (const document of trees) {
    const traced = merged(leavesOf(document).flatMap(leaf => leaf.trace))
    const kept = merged(
      ledger
        .filter(row => row.document === document.meta.id && isKept(row))
        .map(row => [row.start, row.end] as const)
    )
    const differs = traced.findIndex(([a, b], i) => kept[i]?.[0] !== a || kept[i]?.[1] !== b)
    if (differs >= 0 || traced.length !== kept.length) {
      const at = traced[differs] ?? kept[traced.length] ?? [0, 0]
      yield {
        where,
        what: `what is kept for ${document.meta.id} is not what its tree is traced to, at ${at.join('–')}`
      }
    }
  }
}

/** Sorted and joined; a span that comes twice shows as itself. */
function merged(spans: readonly Span[]): Span[] {
  const out: [number, number][] = []
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = out.at(-1)
    if (last && last[1] === start) last[1] = end
    else out.push([start, end])
  }
  return out
}

function* duplicates(where: string, ledger: readonly LedgerRow[]): Generator<Breach> {
  for (const {fate, of, start} of ledger) {
    if (fate !== 'duplicate' || of === null) continue
    let at = of[0]
    for (let i = rowAt(ledger, at); at < of[1] && isKept(ledger[i]); i++) at = ledger[i]!.end
    if (at < of[1])
      yield {where, what: `the duplicate at ${start} repeats ${of.join('–')}, which is not kept`}
  }
}

const isKept = (row: LedgerRow | undefined) => row?.fate === 'kept' || row?.fate === 'moved'

/** Layout is blank; in formats with marks it may be marks, where a rule says so. */
const isHiding = ({fate, rule, start, end}: LedgerRow, text: string, mediaType: string) =>
  fate === 'layout' &&
  (rule === null || mediaType === 'text/plain') &&
  /[0-9A-Za-z\u3400-\u9fff\uf900-\ufaff]/.test(text.slice(start, end))

async function* againstRaw(
  raw: string,
  source: SourceRow,
  ledger: readonly LedgerRow[],
  trees: readonly Document[],
  unpack: Unpack
): AsyncGenerator<Breach> {
  const where = `source ${source.id}`
  const file = statSync(raw).isDirectory() ? join(raw, source.path) : raw
  if (!existsSync(file)) {
    yield {where, what: `${source.path} is not under ${raw}`}
    return
  }
  const bytes = readFileSync(file)
  if (createHash('sha256').update(bytes).digest('hex') !== source.sha256) {
    yield {where, what: `${source.path} has changed: its sha256 is another`}
    return
  }
  if (bytes.length !== source.bytes)
    yield {where, what: `says ${source.bytes} bytes, the file has ${bytes.length}`}
  const located = await locate({path: source.path, bytes}, source.entry, unpack)
  const text = located?.source.text ?? ''
  if (text.length !== source.chars)
    yield {where, what: `says ${source.chars} characters, the file gives ${text.length}`}
  const hidden = ledger.filter(row => isHiding(row, text, source.mediaType))
  for (const {start, end} of hidden.slice(0, 5))
    yield {where, what: `layout at ${start}–${end} hides letters or figures`}
  if (hidden.length > 5)
    yield {where, what: `${hidden.length - 5} more stretches of layout hide letters or figures`}
  for (const document of trees)
    for (const leaf of leavesOf(document)) {
      const reads = quoted(text, leaf, ledger)
      if (leaf.trace.length > 0 && !quotes(leaf.value, reads, numbersItself(source.mediaType))) {
        yield {
          where,
          what: `${leaf.trace[0]!.join('–')} reads \`${reads.slice(0, 30)}\`, its tree \`${leaf.value.slice(0, 30)}\``
        }
        break
      }
    }
}

/** The raw text of a leaf as the ledger says that it reads. */
function quoted(text: string, leaf: Text, ledger: readonly LedgerRow[]): string {
  let words = ''
  for (const [start, end] of leaf.trace)
    for (let i = rowAt(ledger, start); i < ledger.length && ledger[i]!.start < end; i++)
      words += ledger[i]!.text ?? text.slice(Math.max(start, ledger[i]!.start), Math.min(end, ledger[i]!.end))
  return words
}

/** Documents and ledgers that no listing names. */
function* strays(out: string, folder: OutFolder): Generator<Breach> {
  const documents = new Set(folder.documents.map(document => document.id))
  const ledgers = new Set(folder.sources.map(source => `${source.id}.jsonl`))
  for (const [name, known] of [
    ['documents', documents],
    ['ledgers', ledgers]
  ] as const) {
    if (!existsSync(join(out, name))) continue
    for (const each of readdirSync(join(out, name)))
      if (!each.startsWith('.') && !known.has(each))
        yield {where: `${name}/${each}`, what: 'is named by no listing'}
  }
}
