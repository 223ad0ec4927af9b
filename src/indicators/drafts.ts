import {note, type Note} from '../core/note.js'
import {hull, mergeSpans, type Span} from '../core/span.js'
import type {Grid, Place} from '../tables/grid.js'
import type {Cell} from '../tree/nodes.js'
import {traceOf} from '../tree/walk.js'
import type {Layout, ValueColumn} from './columns.js'
import {readName, tidy, type Name} from './name.js'
import {readQuantity, type Quantity} from './quantity.js'

/** A row as far as its own cells tell. */
export interface Draft {
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

/** The rows below the headers, each by itself, and what of them has no name. */
export function draftsOf(
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
      category = readName(filled[0]!.text).name.replace(rowCount, '')
      continue
    }
    layout.category.forEach((column, i) => {
      const text = places[column]?.text
      if (text) carried[i] = tidy(text).replace(rowCount, '')
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

/** 经济发展（7项）: how many rows the field has. */
const rowCount = /[（(]\s*\d{1,3}\s*[项个][)）]$/u

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
    attribute: /^(?:约束|预期)性/u.exec(text(layout.attribute) ?? '')?.[0] ?? text(layout.attribute),
    status: text(layout.status),
    cells,
    places: distinct(places)
  }
}

/** The raw spans behind some places, joined. */
export function spansOf(places: readonly Place[]): Span[] {
  return mergeSpans(places.flatMap(p => traceOf(p.cell)))
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
