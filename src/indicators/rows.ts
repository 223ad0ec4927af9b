import {note, type Note} from '../core/note.js'
import {hull, mergeSpans, type Span} from '../core/span.js'
import {gridOf, type Grid, type Place} from '../tables/grid.js'
import type {Cell, Meta, Table} from '../tree/nodes.js'
import {traceOf} from '../tree/walk.js'
import {tables as tableRules} from './columns.rules.js'
import {layoutOf, type Layout, type Period, type ValueColumn} from './columns.js'
import {measureOf} from './measure.js'
import {readName, tidy, type Name} from './name.js'
import {readQuantity, type Quantity} from './quantity.js'
import type {Indicator, IndicatorValue} from './schema.js'

/** A row as far as its own cells tell. */
interface Draft {
  readonly name: Name
  readonly no: string | null
  readonly parent: Name | null
  readonly parentCell: Cell | null
  readonly category: string | null
  readonly unit: string | null
  readonly attribute: string | null
  readonly status: string | null
  readonly cells: readonly {
    readonly column: ValueColumn
    readonly place: Place | null
    readonly quantity: Quantity
  }[]
  readonly places: readonly Place[]
}

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

function draftsOf(
  grid: Grid,
  layout: Layout
): {readonly drafts: Draft[]; readonly nameless: readonly Note[]} {
  const drafts: Draft[] = []
  const nameless: Note[] = []
  let category: string | null = null
  const carried: (string | null)[] = layout.category.map(() => null)
  const header = signature(grid[layout.body - 1] ?? [])
  for (let row = layout.body; row < grid.length; row++) {
    const places = grid[row]!
    const cells = distinct(places)
    const filled = cells.filter(p => p.text !== '')
    if (filled.length === 0 || signature(places) === header || remark.test(filled[0]!.text)) continue
    if (filled.length === 1 && isAttribute(filled[0]!.text)) {
      const last = drafts.at(-1)
      if (last && last.attribute === null && layout.attribute !== null)
        drafts[drafts.length - 1] = {
          ...last,
          attribute: tidy(filled[0]!.text),
          places: [...last.places, filled[0]!]
        }
      continue
    }
    if (isHeading(filled, cells, places, layout)) {
      category = readName(filled[0]!.text).name
      continue
    }
    layout.category.forEach((column, i) => {
      const text = places[column]?.text
      if (text) carried[i] = tidy(text)
    })
    const draft = draftOf(places, layout, carried.filter(c => c !== null).join('/') || category)
    if (draft) drafts.push(draft)
    else if (layout.values.some(({index}) => /\d/u.test(places[index]?.text ?? '')))
      nameless.push(
        note(
          'warning',
          'indicators/nameless-row',
          'numbers stand in a row without a name',
          hull(spansOf(filled))
        )
      )
  }
  return {drafts, nameless}
}

/** A row of remarks under the table: 注：… */
const remark = /^(?:备?注\d?|说明|资料来源|数据来源)[:：]/u

/** A cell 约束性 alone on a row slipped off the row above. */
function isAttribute(text: string): boolean {
  return /^(?:约束|预期)性$/u.test(tidy(text))
}

/** 一、经济发展 over the whole width: what follows belongs to it. */
function isHeading(
  filled: readonly Place[],
  cells: readonly Place[],
  places: readonly (Place | null)[],
  layout: Layout
): boolean {
  if (filled.length !== 1) return false
  if (cells.length === 1 && places.length > 2) return true
  const only = filled[0]!
  return (
    layout.names.includes(only.column) &&
    /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）])/u.test(only.text)
  )
}

function draftOf(places: readonly (Place | null)[], layout: Layout, category: string | null): Draft | null {
  const at = (column: number | null) => (column === null ? null : (places[column] ?? null))
  const text = (column: number | null) => tidy(at(column)?.text ?? '') || null
  const names = distinct(layout.names.map(column => at(column)))
  const own = names.findLast(p => p.text !== '')
  if (!own) return null
  const before = names.slice(0, names.indexOf(own)).findLast(p => p.text !== '') ?? null
  const name = readName(own.text)
  const said = text(layout.unit)
  const unit = said !== null && !/^[-—–－]+$/u.test(said) ? said : name.unit
  const cells = layout.values.map(column => {
    const place = at(column.index)
    const inherited =
      column.role === 'growth' || column.role === 'annualGrowth' ? column.unit : (unit ?? column.unit)
    return {column, place, quantity: readQuantity(place?.text ?? '', inherited)}
  })
  return {
    name,
    no: text(layout.no) ?? name.no,
    parent: before ? readName(before.text) : null,
    parentCell: before?.cell ?? null,
    category,
    unit,
    attribute: text(layout.attribute),
    status: text(layout.status),
    cells,
    places: distinct(places)
  }
}

/** Finds the parent of rows whose group or host stands above them, and drops rows that are only a group's name. */
function withParents(drafts: readonly Draft[], layout: Layout): Draft[] {
  const out: Draft[] = []
  let host: Draft | null = null
  let group: Name | null = null
  let partOf: Draft | null = null
  drafts.forEach((draft, i) => {
    const next = drafts[i + 1]
    const numbered = layout.no !== null
    const bare =
      draft.cells.every(c => c.quantity.missing === 'blank') &&
      draft.attribute === null &&
      draft.status === null
    if (bare && numbered && draft.no !== null && next && next.no === null && !next.name.ofHost) {
      group = draft.name
      host = draft
      partOf = null
      return
    }
    const under = numbered && draft.no === null
    if (!under) group = null
    if (draft.parent) group = draft.parent
    let parent = draft.parent
    if (draft.name.ofHost) {
      parent = parent ?? host?.name ?? null
      partOf = host
    } else if (!parent && under && group) parent = group
    else if (!parent && under && partOf) parent = partOf.name
    else {
      host = draft
      partOf = null
    }
    const no =
      draft.no ??
      (under && parent !== null && !draft.name.ofHost && partOf === null ? (host?.no ?? null) : null)
    if (draft.parent) host = draft
    out.push({...draft, parent, no, unit: draft.unit ?? (group === parent ? (parent?.unit ?? null) : null)})
  })
  return out
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
    const own = quantity.unit ?? column.unit ?? (grows ? null : unit)
    return {
      role: column.role,
      year: column.year,
      raw: place?.text ?? '',
      comparator: quantity.comparator,
      value: quantity.value,
      unit: own,
      parts: quantity.parts === null ? null : [...quantity.parts],
      missing: quantity.missing,
      form: quantity.form,
      approximate: quantity.approximate,
      measure: measureOf(own, draft.name.name, column.role, quantity.basis ?? basis, quantity.form),
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

function spansOf(places: readonly Place[]): Span[] {
  return mergeSpans(places.flatMap(p => traceOf(p.cell)))
}

/** What all that say something say alike. */
function common(units: readonly (string | null)[]): string | null {
  const said = new Set(units.filter(u => u !== null))
  return said.size === 1 ? [...said][0]! : null
}

function distinct(places: readonly (Place | null)[]): Place[] {
  const seen = new Set<Cell>()
  const found: Place[] = []
  for (const place of places)
    if (place && !seen.has(place.cell)) {
      seen.add(place.cell)
      found.push(place)
    }
  return found
}

function signature(places: readonly (Place | null)[]): string {
  return distinct(places)
    .map(p => tidy(p.text))
    .join('|')
}
