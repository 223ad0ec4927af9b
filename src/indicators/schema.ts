import {z} from 'zod'
import {span} from '../tree/nodes.js'
import {kinds} from './units.rules.js'

export const comparator = z.enum(['=', '≥', '≤', '>', '<'])

/** A labelled or bare part of a composite value: 城市27；农村牧区32, 60／50. */
export const part = z.union([z.number(), z.object({label: z.string(), value: z.number()})])

/** The unit of a value, understood. Either it has a code or a reason says why it has none. */
export const measure = z.object({
  /** UCUM, with annotations in braces. */
  code: z.string().nullable(),
  /** Local name in the QUDT unit vocabulary. */
  qudt: z.string().nullable(),
  /** A value times this is a value in `code`: 万人 → 10000. */
  multiplier: z.number(),
  kind: z.enum(kinds).nullable(),
  /** 累计 or 年均, where the name, the unit or the cell says so. */
  basis: z.enum(['cumulative', 'annual']).nullable(),
  reason: z.string().nullable()
})

/** One cell of an indicator row. `raw` is always the text as written. */
export const indicatorValue = z.object({
  role: z.enum(['actual', 'target', 'growth', 'annualGrowth']),
  year: z.number().int().nullable(),
  raw: z.string(),
  comparator: comparator.nullable(),
  value: z.number().nullable(),
  unit: z.string().nullable(),
  parts: z.array(part).nullable(),
  missing: z.enum(['blank', 'dash']).nullable(),
  form: z.enum(['number', 'range', 'composite', 'qualitative', 'missing']),
  /** 约, 近, 左右 stand beside it. */
  approximate: z.boolean(),
  measure,
  trace: z.array(span)
})

/** A row of an indicator table, typed. The contract of version 1; fields may be added, never renamed. */
export const indicator = z.object({
  id: z.string(),
  document: z.string(),
  table: z.object({
    ordinal: z.number().int().positive(),
    number: z.string().nullable(),
    title: z.string().nullable()
  }),
  no: z.string().nullable(),
  parent: z.string().nullable(),
  category: z.string().nullable(),
  name: z.string(),
  unit: z.string().nullable(),
  attribute: z.string().nullable(),
  status: z.string().nullable(),
  values: z.array(indicatorValue),
  trace: z.array(span)
})

/** A target promised in running text. */
export const commitment = z.object({
  id: z.string(),
  document: z.string(),
  subject: z.string(),
  raw: z.string(),
  comparator: comparator.nullable(),
  value: z.number().nullable(),
  parts: z.array(part).nullable(),
  unit: z.string().nullable(),
  measure,
  /** When it is due. */
  year: z.number().int().nullable(),
  /** `stated`: the sentence says when; `period`: it says nothing and the end of the plan is meant. */
  due: z.enum(['stated', 'period']),
  /** Headings above it, outermost first. */
  section: z.array(z.string()),
  sentence: z.string(),
  /** Spans of subject and number. */
  trace: z.array(span)
})

export type Comparator = z.infer<typeof comparator>
export type Part = z.infer<typeof part>
export type Measure = z.infer<typeof measure>
export type IndicatorValue = z.infer<typeof indicatorValue>
export type Indicator = z.infer<typeof indicator>
export type Commitment = z.infer<typeof commitment>
