import pc from 'picocolors'
import type {IndicatorValue} from '../indicators/schema.js'
import type {ValueRow} from '../emit/value-rows.js'

/** Indicator rows for a terminal: a heading for each table, then name, unit and values in columns. Chinese counts two. */
export function sheet(values: readonly ValueRow[]): string {
  const tables = new Map<string, Map<string, ValueRow[]>>()
  for (const each of values) {
    const head = `${each.row.document}#${each.row.table.ordinal}`
    const rows = tables.get(head) ?? new Map<string, ValueRow[]>()
    tables.set(head, rows)
    rows.set(each.row.id, [...(rows.get(each.row.id) ?? []), each])
  }
  return [...tables.values()].map(rows => tableText([...rows.values()])).join('\n')
}

function tableText(rows: readonly (readonly ValueRow[])[]): string {
  const {row, document} = rows[0]![0]!
  const head = [document?.region, document?.planPeriod?.name, row.table.number, row.table.title]
    .filter(Boolean)
    .join(' ')
  const columns = rows[0]!.map(({value}) => `${value.year ?? ''} ${said[value.role]}`.trim())
  const lines = [
    ['', 'unit', ...columns, ''],
    ...rows.map(values => {
      const {row} = values[0]!
      const name = row.parent === null ? row.name : `${row.parent} › ${row.name}`
      return [
        name,
        row.unit ?? '',
        ...values.map(v => shown(v.value, row.unit)),
        row.attribute ?? row.status ?? ''
      ]
    })
  ]
  const widths = lines[0]!.map((_, i) => Math.min(Math.max(...lines.map(line => width(line[i] ?? ''))), 60))
  const body = lines.map((line, y) => {
    const text = line
      .map((cell, i) => pad(cell, widths[i] ?? 0, i > 1 && i < line.length - 1))
      .join('  ')
      .trimEnd()
    return y === 0 ? pc.dim(text) : text
  })
  return [pc.bold(head), ...body, ''].join('\n')
}

const said = {actual: 'actual', target: 'target', growth: 'growth', annualGrowth: 'a year'} as const

/** The number with its bound; its unit only where it is not that of the row. */
function shown(value: IndicatorValue, unit: string | null): string {
  if (value.missing !== null) return '–'
  if (value.value === null) return value.raw
  const bound = value.comparator === '=' ? '' : (value.comparator ?? '')
  return `${bound}${value.approximate ? '~' : ''}${value.value}${value.unit === unit ? '' : (value.unit ?? '')}`
}

function width(text: string): number {
  let columns = 0
  for (const character of text)
    columns +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(
        character
      )
        ? 2
        : 1
  return columns
}

function pad(text: string, columns: number, right: boolean): string {
  const space = ' '.repeat(Math.max(columns - width(text), 0))
  return right ? space + text : text + space
}
