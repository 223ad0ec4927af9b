import {z} from 'zod'
import {span} from '../tree/nodes.js'

export const comparator = z.enum(['=', '≥', '≤', '>', '<'])

/** A labelled or bare part of a composite value: 城市27；农村牧区32, 60／50. */
export const part = z.union([z.number(), z.object({label: z.string(), value: z.number()})])

/** One cell of an indicator row. `raw` is always the text as written. */
export const indicatorValue = z.object({
  role: z.enum(['actual', 'target', 'growth', 'annualGrowth']),
  year: z.number().int().nullable(),
  raw: z.string(),
  comparator: comparator.nullable(),
  value: z.number().nullable(),
  unit: z.string().nullable(),
  parts: z.array(part).nullable(),
  missing: z.enum(['blank', 'dash']).nullable()
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

export type Comparator = z.infer<typeof comparator>
export type IndicatorValue = z.infer<typeof indicatorValue>
export type Indicator = z.infer<typeof indicator>
