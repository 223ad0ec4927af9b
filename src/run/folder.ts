import {closeSync, existsSync, openSync, readFileSync, readSync} from 'node:fs'
import {join} from 'node:path'
import {StringDecoder} from 'node:string_decoder'
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

/** The rows of a listing. Reads it piece by piece: a listing may be larger than all its rows in memory should cost. */
function rowsOf<T>(path: string): T[] {
  const rows: T[] = []
  const handle = openSync(path, 'r')
  const piece = Buffer.alloc(1 << 20)
  const decoder = new StringDecoder('utf8')
  const take = (line: string) => {
    if (line === '') return
    try {
      rows.push(JSON.parse(line) as T)
    } catch (error) {
      throw new Error(`${path}:${rows.length + 1} is no JSON (${(error as Error).message})`)
    }
  }
  try {
    let rest = ''
    for (let read = -1; read !== 0;) {
      read = readSync(handle, piece, 0, piece.length, null)
      const lines = (rest + decoder.write(piece.subarray(0, read))).split('\n')
      rest = lines.pop()!
      lines.forEach(take)
    }
    take(rest)
  } finally {
    closeSync(handle)
  }
  return rows
}
