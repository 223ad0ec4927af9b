import {stringify} from 'csv-stringify/sync'
import type {Plans} from '../indicators/plans.js'
import type {Filled} from './fields.js'
import {indicatorTable} from './table-indicators.js'
import {valueRows} from './value-rows.js'

/** RFC 4180 with LF: UTF-8 without a mark, empty for null, quotes only where they must. */
const dialect = {
  record_delimiter: 'unix',
  cast: {boolean: (value: boolean) => (value ? 'true' : 'false')}
} as const

/** A table as CSV, header line first. */
export function csvOf({spec, rows}: Filled): string {
  return stringify([spec.fields.map(f => f.name), ...rows], dialect)
}

/** The first line of `indicators.csv`. */
export function csvHead(): string {
  return stringify([indicatorTable.fields.map(f => f.name)], dialect)
}

/** The lines of a source in `indicators.csv`: one for each value. */
export function csvLines({source, documents, indicators}: Plans): string {
  if (indicators.length === 0) return ''
  const about = new Map(
    documents.map(({meta}) => [
      meta.id,
      {id: meta.id, source: source.id, title: meta.title, region: meta.region, planPeriod: meta.planPeriod}
    ])
  )
  return stringify(
    valueRows(indicators, about).map(row => indicatorTable.fields.map(f => f.of(row))),
    dialect
  )
}
