import {z} from 'zod'
import {comparator} from '../indicators/schema.js'

/** The JSON of a comparison: what `guihua diff --format json` prints and `--apply` reads. Version 1. */

/** What kind of difference an edit is when letters and numbers stay the same; null where they do not. */
export const lesser = z.enum(['width', 'punctuation', 'layout'])

/** `keep` so many UTF-16 code units, or put `b` in the place of `a`. `ignored`: asked to be left out of the reading. */
export const run = z.union([
  z.object({keep: z.number().int().positive()}),
  z.object({a: z.string(), b: z.string(), lesser: lesser.nullable(), ignored: z.boolean()})
])

export const flagKind = z.enum(['figure', 'year', 'unit', 'binding', 'negation', 'strength', 'bound', 'body'])

/** Words a reader must not miss; null where the side has none. */
export const flag = z.object({
  kind: flagKind,
  rule: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable()
})

export const operationName = z.enum([
  'kept',
  'changed',
  'added',
  'removed',
  'moved',
  'movedChanged',
  'split',
  'merged'
])

/** A cell of A that became a cell of B; `a` and `b` are [row, place in the row], null where the side has none. */
export const cellChange = z.object({
  a: z.tuple([z.number().int(), z.number().int()]).nullable(),
  b: z.tuple([z.number().int(), z.number().int()]).nullable(),
  column: z.string().nullable(),
  runs: z.array(run),
  flags: z.array(flag)
})

export const rowChange = z.object({
  op: z.enum(['kept', 'changed', 'added', 'removed', 'moved', 'movedChanged']),
  a: z.number().int().nullable(),
  b: z.number().int().nullable(),
  key: z.string(),
  cells: z.array(cellChange)
})

/** Blocks are named by child numbers from the root of `document.json` (`4.1.0`). `section` is the place in `sections` of the one that holds it.
 * `kind` is what it is in B (in A where removed), `was` what it is in A where that is something else: a paragraph, now a list item. */
export const operation = z.object({
  op: operationName,
  kind: z.string(),
  was: z.string().nullable(),
  a: z.array(z.string()),
  b: z.array(z.string()),
  section: z.number().int(),
  runs: z.array(run),
  rows: z.array(rowChange).nullable(),
  flags: z.array(flag)
})

export const sectionName = z.object({
  id: z.string(),
  rank: z.string(),
  label: z.string().nullable(),
  title: z.string()
})

/** `renumbered` and `retitled` may come together, and with `moved`. The first stands for the document itself. */
export const sectionChange = z.object({
  op: z.enum(['kept', 'added', 'removed']),
  moved: z.boolean(),
  renumbered: z.boolean(),
  retitled: z.boolean(),
  depth: z.number().int(),
  a: sectionName.nullable(),
  b: sectionName.nullable()
})

export const indicatorSide = z.object({
  id: z.string(),
  name: z.string(),
  unit: z.string().nullable(),
  attribute: z.string().nullable(),
  year: z.number().int().nullable(),
  raw: z.string().nullable(),
  value: z.number().nullable(),
  comparator: comparator.nullable()
})

export const indicatorChange = z.object({
  changes: z.array(
    z.enum([
      'kept',
      'raised',
      'lowered',
      'retargeted',
      'nowBinding',
      'noLongerBinding',
      'dropped',
      'added',
      'renamed',
      'unit',
      'baseline'
    ])
  ),
  a: indicatorSide.nullable(),
  b: indicatorSide.nullable()
})

/** One side: how its bytes are written, their digest, and its tree with the texts taken out (a leaf's `value` is its length). */
export const side = z.object({
  id: z.string(),
  title: z.string(),
  sha256: z.string(),
  indent: z.number().int(),
  newline: z.boolean(),
  frame: z.unknown()
})

/** `flags`: in text that stands on both sides; `flagsAlone`: in text that came or went as a whole. */
export const counts = z.object({
  operations: z.record(z.string(), z.number().int()),
  sections: z.record(z.string(), z.number().int()),
  flags: z.record(z.string(), z.number().int()),
  flagsAlone: z.record(z.string(), z.number().int()),
  ignored: z.record(z.string(), z.number().int()),
  /** Blocks with the same words that are of another kind. */
  kinds: z.number().int()
})

/** `same`: nothing differs that was not asked to be ignored; ids and places in the raw file are not compared. */
export const diff = z.object({
  format: z.literal('guihua-diff'),
  version: z.literal(1),
  same: z.boolean(),
  ignore: z.array(lesser),
  a: side,
  b: side,
  counts,
  meta: z.array(z.object({field: z.string(), a: z.unknown(), b: z.unknown()})),
  sections: z.array(sectionChange),
  operations: z.array(operation),
  indicators: z.array(indicatorChange)
})

export const documentName = z.object({id: z.string(), title: z.string(), docNumber: z.string().nullable()})

/** What two paths hold, paired by identity. */
export const comparison = z.object({
  format: z.literal('guihua-comparison'),
  version: z.literal(1),
  pairs: z.array(diff),
  onlyA: z.array(documentName),
  onlyB: z.array(documentName),
  same: z.boolean()
})

export type Lesser = z.infer<typeof lesser>
export type Run = z.infer<typeof run>
export type Flag = z.infer<typeof flag>
export type FlagKind = z.infer<typeof flagKind>
export type OperationName = z.infer<typeof operationName>
export type CellChange = z.infer<typeof cellChange>
export type RowChange = z.infer<typeof rowChange>
export type Operation = z.infer<typeof operation>
export type SectionChange = z.infer<typeof sectionChange>
export type IndicatorSide = z.infer<typeof indicatorSide>
export type IndicatorChange = z.infer<typeof indicatorChange>
export type Side = z.infer<typeof side>
export type Diff = z.infer<typeof diff>
export type Comparison = z.infer<typeof comparison>

/** The published JSON Schema of a comparison. */
export function comparisonSchema(): unknown {
  return z.toJSONSchema(comparison, {target: 'draft-2020-12'})
}
