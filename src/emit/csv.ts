import type {Plans} from '../indicators/plans.js'

const columns = [
  'indicator',
  'document',
  'source',
  'table',
  'no',
  'parent',
  'category',
  'name',
  'unit',
  'attribute',
  'status',
  'role',
  'year',
  'raw',
  'comparator',
  'value',
  'valueUnit',
  'parts',
  'missing'
] as const

/** The first line of `indicators.csv`. */
export function csvHead(): string {
  return columns.join(',') + '\n'
}

/** The lines of a source in `indicators.csv`: one for each value. RFC 4180, UTF-8, LF. */
export function csvLines(plans: Plans): string {
  let text = ''
  for (const row of plans.indicators)
    for (const value of row.values)
      text +=
        [
          row.id,
          row.document,
          plans.source.id,
          row.table.ordinal,
          row.no,
          row.parent,
          row.category,
          row.name,
          row.unit,
          row.attribute,
          row.status,
          value.role,
          value.year,
          value.raw,
          value.comparator,
          value.value,
          value.unit,
          value.parts === null ? null : JSON.stringify(value.parts),
          value.missing
        ]
          .map(field)
          .join(',') + '\n'
  return text
}

function field(value: string | number | null): string {
  const text = value === null ? '' : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
