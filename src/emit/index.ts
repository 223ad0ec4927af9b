import type {Note} from '../core/note.js'
import type {Posting} from '../core/ledger.js'
import type {Plans} from '../indicators/plans.js'
import {csvLines} from './csv.js'
import {ledgerOf, ledgerText} from './ledger.js'
import {markdownFile} from './markdown.js'
import {rowOfDocument, rowOfSource, rowsOfFindings, type Sidecar} from './rows.js'
import type {DocumentRow, FindingRow, SourceRow} from './schema.js'
import {textFile} from './text.js'

/** Raised whenever the same plans may be written otherwise: it is part of the cache key. */
export const emitVersion = 2

/** The listings of a corpus: one line or more for each source, source after source. */
export const listings = [
  'sources.jsonl',
  'documents.jsonl',
  'indicators.jsonl',
  'indicators.csv',
  'commitments.jsonl',
  'findings.jsonl'
] as const

export type Listing = (typeof listings)[number]

/** A file as a value; the path is relative to the output folder, with forward slashes. */
export interface OutFile {
  readonly path: string
  readonly text: string
}

/** All that is written for one source: its rows, its lines in the listings, and files of its own. */
export interface Parcel {
  readonly source: SourceRow
  readonly documents: readonly DocumentRow[]
  readonly findings: readonly FindingRow[]
  readonly lines: Readonly<Record<Listing, string>>
  readonly files: readonly OutFile[]
}

/** What came out of a pipeline, ready to be written. */
export interface Emission {
  readonly plans: Plans
  readonly postings: readonly Posting[]
  readonly notes: readonly Note[]
  readonly sidecar: Sidecar | null
  /** A stage broke over it. */
  readonly failed: boolean
}

/**
 * Plans → files as values.
 * 1. The ledger is a partition of the raw text, settled from the trees and the postings.
 * 2. Same emission, same bytes: nothing here knows a clock, a machine or the other sources.
 */
export function emit({plans, postings, notes, sidecar, failed}: Emission): Parcel {
  const ledger = ledgerOf(plans, postings)
  const findings = rowsOfFindings(plans, notes, ledger)
  const documents = plans.documents.map(document => rowOfDocument(plans, document, findings))
  const source = rowOfSource(plans, sidecar, failed)
  return {
    source,
    documents,
    findings,
    lines: {
      'sources.jsonl': jsonLines([source]),
      'documents.jsonl': jsonLines(documents),
      'indicators.jsonl': jsonLines(plans.indicators),
      'indicators.csv': csvLines(plans),
      'commitments.jsonl': jsonLines(plans.commitments ?? []),
      'findings.jsonl': jsonLines(findings)
    },
    files: [
      ...plans.documents.flatMap(document => [
        {path: `documents/${document.meta.id}/document.json`, text: JSON.stringify(document) + '\n'},
        {path: `documents/${document.meta.id}/document.md`, text: markdownFile(document)},
        {path: `documents/${document.meta.id}/document.txt`, text: textFile(document)}
      ]),
      {path: `ledgers/${plans.source.id}.jsonl`, text: ledgerText(ledger)}
    ]
  }
}

function jsonLines(rows: readonly unknown[]): string {
  return rows.map(row => JSON.stringify(row) + '\n').join('')
}
