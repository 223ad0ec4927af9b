import {note, type Note} from '../core/note.js'
import {hull} from '../core/span.js'
import {gridOf} from '../tables/grid.js'
import type {Meta, Table} from '../tree/nodes.js'
import {traceOf} from '../tree/walk.js'
import {tables as tableRules} from './columns.rules.js'
import {layoutOf, type Layout, type Period} from './columns.js'
import {draftsOf, spansOf, type Draft} from './drafts.js'
import {measureOf} from './measure.js'
import {withParents} from './parents.js'
import type {Indicator, IndicatorValue} from './schema.js'

/** The rows of a table of indicators, typed; none where the table is of another kind. */
export function indicatorsOf(table: Table, meta: Meta): Indicator[] {
  return readTable(table, meta).rows
}

/** The rows of a table, and what could not be read of it. */
export function readTable(
  table: Table,
  meta: Meta
): {readonly rows: Indicator[]; readonly notes: readonly Note[]} {
  const grid = gridOf(table)
  const layout = layoutOf(table, grid, periodOf(meta))
  if (!layout || layout.values.length === 0) {
    const promised = table.title !== null && tableRules[1]!.pattern.test(table.title)
    const reason = `no column of values could be told in ${table.number ?? `table ${table.ordinal}`}`
    return {
      rows: [],
      notes: promised ? [note('info', 'indicators/no-values', reason, hull(traceOf(table)))] : []
    }
  }
  const rows: Indicator[] = []
  const {drafts, nameless} = draftsOf(grid, layout)
  for (const draft of withParents(drafts, layout))
    rows.push(indicatorOf(draft, layout, table, meta, rows.length + 1))
  return {rows, notes: [...nameless, ...rows.flatMap(notesOf)]}
}

/** Units without a code, and words where the row also holds numbers. */
function notesOf(row: Indicator): Note[] {
  const counted = row.values.some(v => v.value !== null)
  return row.values.flatMap(value => {
    const at = hull(value.trace)
    if (value.unit !== null && value.measure.code === null)
      return [note('info', 'indicators/unknown-unit', `${row.name}: ${value.measure.reason}`, at)]
    return counted && value.form === 'qualitative'
      ? [note('info', 'indicators/unread-value', `${row.name}: ${value.raw}`, at)]
      : []
  })
}

export function periodOf(meta: Meta): Period | null {
  if (!meta.planPeriod) return null
  const date = meta.signedOn ?? meta.publishedOn
  const signed = date ? Number(date.slice(0, 4)) : null
  return {start: meta.planPeriod.start, end: meta.planPeriod.end, signed}
}

function indicatorOf(draft: Draft, layout: Layout, table: Table, meta: Meta, ordinal: number): Indicator {
  const levels = draft.cells.filter(c => c.column.role === 'actual' || c.column.role === 'target')
  const unit =
    draft.unit ??
    common(levels.map(c => c.column.unit)) ??
    common(levels.map(c => c.quantity.unit)) ??
    layout.tableUnit
  const basis = draft.name.basis
  const values = draft.cells.map(({column, place, quantity}): IndicatorValue => {
    const grows = column.role === 'growth' || column.role === 'annualGrowth'
    // what adds up over the years, [125], is counted like the row; a yearly mean may be in percent
    const summed = quantity.basis === 'cumulative' || (unit === '%' && quantity.value !== null)
    const own = quantity.unit ?? column.unit ?? (grows && !summed ? null : unit)
    const role = column.role === 'annualGrowth' && quantity.basis === 'cumulative' ? 'growth' : column.role
    return {
      role,
      year: column.year,
      raw: place?.text ?? '',
      comparator: quantity.comparator,
      value: quantity.value,
      unit: own,
      parts: quantity.parts === null ? null : [...quantity.parts],
      missing: quantity.missing,
      form: quantity.form,
      approximate: quantity.approximate,
      measure: measureOf(own, draft.name.name, role, quantity.basis ?? basis, quantity.form),
      trace: place ? spansOf([place]) : []
    }
  })
  return {
    id: `${meta.id}.t${table.ordinal}.r${ordinal}`,
    document: meta.id,
    table: {ordinal: table.ordinal, number: table.number, title: table.title},
    no: draft.no,
    parent: draft.parent?.name ?? null,
    category: draft.category,
    name: draft.name.name,
    unit,
    attribute: draft.attribute,
    status: draft.status,
    values,
    trace: spansOf(draft.places)
  }
}

/** What all that say something say alike. */
function common(units: readonly (string | null)[]): string | null {
  const said = new Set(units.filter(u => u !== null))
  return said.size === 1 ? [...said][0]! : null
}
