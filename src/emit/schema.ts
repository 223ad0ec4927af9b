import {z} from 'zod'
import {commitment, indicator} from '../indicators/schema.js'
import {document as tree, meta, span} from '../tree/nodes.js'

/** The lines of the listings: the contract, executable. Fields may be added, never renamed. */

const count = z.number().int().nonnegative()

export const sourceRow = z.object({
  id: z.string(),
  path: z.string(),
  /** The member of a container that was read, null for a file that is none. */
  entry: z.string().nullable(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: count,
  mediaType: z.string(),
  encoding: z.string(),
  /** How the encoding was decided, and what else it could have been. */
  decision: z
    .object({
      encoding: z.string(),
      reason: z.string(),
      alternatives: z.array(z.object({encoding: z.string(), score: z.number(), reason: z.string()}))
    })
    .nullable(),
  /** UTF-16 code units of the decoded text. */
  chars: count,
  documents: z.array(z.string()),
  status: z.enum(['ok', 'partial', 'unreadable']),
  /** What the file says about itself. */
  meta: z.record(z.string(), z.unknown()),
  /** What `<file>.source.json` beside it says: where it came from. */
  sidecar: z.record(z.string(), z.unknown()).nullable()
})

export const documentRow = meta.extend({
  counts: z.object({
    chars: count,
    sections: count,
    boxes: count,
    tables: count,
    lists: count,
    paragraphs: count,
    indicators: count,
    values: count,
    findings: z.object({info: count, warning: count, error: count})
  })
})

export const findingRow = z.object({
  rule: z.string(),
  severity: z.enum(['info', 'warning', 'error']),
  reason: z.string(),
  source: z.string(),
  document: z.string().nullable(),
  at: span.nullable(),
  related: z.array(span)
})

export const ledgerRow = z.object({
  start: count,
  end: count,
  fate: z.enum(['kept', 'moved', 'duplicate', 'artifact', 'chrome', 'layout']),
  rule: z.string().nullable(),
  of: span.nullable(),
  text: z.string().nullable(),
  document: z.string().nullable()
})

export {indicator as indicatorRow, commitment as commitmentRow, tree}

export type SourceRow = z.infer<typeof sourceRow>
export type DocumentRow = z.infer<typeof documentRow>
export type FindingRow = z.infer<typeof findingRow>
export type LedgerRow = z.infer<typeof ledgerRow>

/** Every schema as JSON Schema, by the name of what it describes. */
export function schemaFiles(): {readonly path: string; readonly text: string}[] {
  const schemas = {
    source: sourceRow,
    document: documentRow,
    indicator,
    commitment,
    finding: findingRow,
    ledger: ledgerRow,
    tree
  }
  return Object.entries(schemas).map(([name, schema]) => ({
    path: `schema/${name}.json`,
    text: JSON.stringify(z.toJSONSchema(schema), null, 2) + '\n'
  }))
}
