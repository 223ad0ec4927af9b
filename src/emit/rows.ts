import type {Note} from '../core/note.js'
import type {Plans} from '../indicators/plans.js'
import type {Document} from '../tree/nodes.js'
import {holderAt} from './ledger.js'
import {countsOf} from './leaves.js'
import type {DocumentRow, FindingRow, LedgerRow, SourceRow} from './schema.js'

/** What `<file>.source.json` beside a file says: free words about where it came from. */
export type Sidecar = Readonly<Record<string, unknown>>

/** The line of a source; `failed`: a stage broke over it, so that it counts as partly read at best. */
export function rowOfSource(plans: Plans, sidecar: Sidecar | null, failed: boolean): SourceRow {
  const {source, documents} = plans
  return {
    id: source.id,
    path: source.path,
    entry: source.entry,
    sha256: source.sha256,
    bytes: source.bytes,
    mediaType: source.mediaType,
    encoding: source.encoding,
    decision: source.decision as SourceRow['decision'],
    chars: source.text.length,
    documents: documents.map(document => document.meta.id),
    status: failed && source.status === 'ok' ? 'partial' : source.status,
    meta: {...source.meta},
    sidecar
  }
}

/** Findings with the names of source and document; one that names no document but a place belongs to who holds the place. */
export function rowsOfFindings(
  plans: Plans,
  notes: readonly Note[],
  ledger: readonly LedgerRow[]
): FindingRow[] {
  const ids = new Map(plans.documents.map(document => [document.meta.ordinal, document.meta.id]))
  return notes.map(({rule, severity, reason, at, related, document}) => ({
    rule,
    severity,
    reason,
    source: plans.source.id,
    document:
      (document === undefined ? undefined : ids.get(document)) ?? (at ? holderAt(ledger, at[0]) : null),
    at: at as FindingRow['at'],
    related: related as FindingRow['related']
  }))
}

/** The line of a document, with what it holds in numbers. */
export function rowOfDocument(
  plans: Plans,
  document: Document,
  findings: readonly FindingRow[]
): DocumentRow {
  const own = plans.indicators.filter(indicator => indicator.document === document.meta.id)
  const severities = {info: 0, warning: 0, error: 0}
  for (const finding of findings) if (finding.document === document.meta.id) severities[finding.severity]++
  return {
    ...document.meta,
    counts: {
      ...countsOf(document),
      indicators: own.length,
      values: own.reduce((sum, indicator) => sum + indicator.values.length, 0),
      findings: severities
    }
  }
}
