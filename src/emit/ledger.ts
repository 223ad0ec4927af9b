import type {Posting} from '../core/ledger.js'
import {settle} from '../core/ledger.js'
import type {Span} from '../core/span.js'
import type {Reading} from '../tree/reading.js'
import {leavesOf} from './leaves.js'
import type {LedgerRow} from './schema.js'

/** The settled books of a source, the documents by their ids. What is kept is read off the trees alone. */
export function ledgerOf({source, documents}: Reading, postings: readonly Posting[]): readonly LedgerRow[] {
  const kept: {span: Span; document: number}[] = []
  documents.forEach((document, index) => {
    for (const leaf of leavesOf(document)) for (const span of leaf.trace) kept.push({span, document: index})
  })
  const ids = documents.map(document => document.meta.id)
  return settle(source.text, kept, postings).map(entry => ({
    ...entry,
    of: entry.of as LedgerRow['of'],
    document: entry.document === null ? null : ids[entry.document]!
  }))
}

/** A ledger as JSON, an entry a line; written by hand because it is the longest of all outputs. */
export function ledgerText(rows: readonly LedgerRow[]): string {
  const quoted = new Map<string | null, string>([[null, 'null']])
  const quote = (name: string | null) => {
    let json = quoted.get(name)
    if (json === undefined) quoted.set(name, (json = JSON.stringify(name)))
    return json
  }
  let text = ''
  for (const {start, end, fate, rule, of, text: reads, document} of rows)
    text +=
      `{"start":${start},"end":${end},"fate":"${fate}","rule":${quote(rule)},"of":${of ? `[${of[0]},${of[1]}]` : 'null'},` +
      `"text":${reads === null ? 'null' : JSON.stringify(reads)},"document":${quote(document)}}\n`
  return text
}

/** Which document holds the raw character at `offset`: the one whose kept text it is in, else none. */
export function holderAt(rows: readonly LedgerRow[], offset: number): string | null {
  return rows[rowAt(rows, offset)]?.document ?? null
}

/** The index of the row that the raw character at `offset` is in; the number of rows where it is in none. */
export function rowAt(rows: readonly LedgerRow[], offset: number): number {
  let lo = 0
  let hi = rows.length
  while (lo < hi) {
    const mid = (lo + hi) >> 1
    if (rows[mid]!.end <= offset) lo = mid + 1
    else hi = mid
  }
  return lo
}
