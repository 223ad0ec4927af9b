import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {DocumentRow, FindingRow, LedgerRow, SourceRow} from '../emit/schema.js'
import type {Commitment, Indicator} from '../indicators/schema.js'
import type {Document} from '../tree/nodes.js'

/** An output folder, read from its files alone. */
export interface OutFolder {
  readonly sources: readonly SourceRow[]
  readonly documents: readonly DocumentRow[]
  readonly findings: readonly FindingRow[]
  readonly indicators: readonly Indicator[]
  readonly commitments: readonly Commitment[]
  ledger(source: string): readonly LedgerRow[]
  tree(document: string): Document
}

/** Opens what a run wrote. Throws where a listing is missing or is no JSON; trees and ledgers are read when asked for. */
export function openFolder(out: string): OutFolder {
  return {
    sources: rowsOf(join(out, 'sources.jsonl')),
    documents: rowsOf(join(out, 'documents.jsonl')),
    findings: rowsOf(join(out, 'findings.jsonl')),
    indicators: rowsOf(join(out, 'indicators.jsonl')),
    commitments: rowsOf(join(out, 'commitments.jsonl')),
    ledger: source => rowsOf(join(out, 'ledgers', `${source}.jsonl`)),
    tree: document =>
      JSON.parse(readFileSync(join(out, 'documents', document, 'document.json'), 'utf8')) as Document
  }
}

/** Is this a folder that a run wrote? */
export const isOutFolder = (out: string) => existsSync(join(out, 'sources.jsonl'))

function rowsOf<T>(path: string): T[] {
  const rows: T[] = []
  const text = readFileSync(path, 'utf8')
  let line = 1
  for (let at = 0; at < text.length; line++) {
    const end = text.indexOf('\n', at)
    const stop = end < 0 ? text.length : end
    try {
      rows.push(JSON.parse(text.slice(at, stop)) as T)
    } catch (error) {
      throw new Error(`${path}:${line} is no JSON (${(error as Error).message})`)
    }
    at = stop + 1
  }
  return rows
}
