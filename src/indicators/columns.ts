import type {Table} from '../tree/nodes.js'
import type {Grid} from '../tables/grid.js'
import {narrow} from '../zh/numerals.js'
import {simplified} from '../zh/traditional.js'
import {columns as columnRules, tables as tableRules, type Role} from './columns.rules.js'
import {tidy} from './name.js'
import {plainUnit, readUnit} from './units.js'
import {periodIn, yearsIn} from './years.js'

export interface ValueColumn {
  readonly index: number
  readonly role: 'actual' | 'target' | 'growth' | 'annualGrowth'
  readonly year: number | null
  /** Unit written in the header: 增长比例%. */
  readonly unit: string | null
}

/** Where everything stands in a table of indicators. */
export interface Layout {
  /** The first row that is no header. */
  readonly body: number
  readonly no: number | null
  readonly category: readonly number[]
  readonly names: readonly number[]
  readonly unit: number | null
  readonly attribute: number | null
  readonly status: number | null
  readonly values: readonly ValueColumn[]
  /** Unit said once for the whole table: 单位：% */
  readonly tableUnit: string | null
}

/** What the document says about time. */
export interface Period {
  readonly start: number
  readonly end: number
  /** Year of signing, where known. */
  readonly signed: number | null
}

/** Reads the headers of a table; null where it is no table of indicators, whatever its title says. */
export function layoutOf(table: Table, grid: Grid, period: Period | null): Layout | null {
  const {top, body} = headerRows(table, grid)
  const width = grid[0]?.length ?? 0
  if (width < 2 || body >= grid.length) return null
  const headers = Array.from({length: width}, (_, column) => headerText(grid, top, body, column))
  const roles = headers.map(header => roleOf(header))
  settleByContent(roles, headers, grid, body)
  const named = indices(roles, 'name')
  const title = table.title ?? ''
  const strong = headers.some(h => /指标/u.test(h)) || tableRules[1]!.pattern.test(title)
  const worded = roles.some(r => r === 'target' || r === 'actual')
  const valued = worded || roles.includes('year')
  if (named.length === 0 || !valued || !(strong || worded)) return null
  const values = valueColumns(headers, roles, title, period)
  return {
    body,
    no: first(roles, 'no'),
    category: indices(roles, 'category'),
    names: named,
    unit: first(roles, 'unit'),
    attribute: first(roles, 'attribute'),
    status: first(roles, 'status'),
    values,
    tableUnit: tableUnit(title)
  }
}

/** A row that is one cell over all columns is a title or 单位：%; below it, flagged rows, or the first row where none is. */
function headerRows(table: Table, grid: Grid): {top: number; body: number} {
  let top = 0
  while (top < grid.length - 1 && new Set(grid[top]!.map(p => p?.cell)).size === 1) top++
  let body = top
  while (body < grid.length && table.children[body]!.children.length > 0 && isHeader(table, body)) body++
  if (body === top) body = top + 1
  for (let row = top; row < body; row++)
    for (const place of grid[row] ?? [])
      if (place?.origin) body = Math.max(body, Math.min(place.row + place.cell.rowSpan, grid.length - 1))
  return {top, body}
}

function isHeader(table: Table, row: number): boolean {
  return table.children[row]!.children.every(cell => cell.header)
}

/** A header with more characters than this is a text; its beginning decides. */
const longest = 120

/** All header cells over a column, top down, each once, without blanks. */
export function headerText(grid: Grid, top: number, body: number, column: number): string {
  const seen = new Set<unknown>()
  let text = ''
  for (let row = top; row < body; row++) {
    const place = grid[row]?.[column]
    if (!place || seen.has(place.cell)) continue
    seen.add(place.cell)
    text += place.text
  }
  return simplified(narrow(tidy(text.slice(0, longest)).replace(/\s/gu, '')))
}

export function roleOf(header: string): Role {
  for (const rule of columnRules) if (rule.pattern.test(header)) return rule.role
  return 'other'
}

/** Some headers are ambiguous; what stands below them decides: 类型 over 约束性, 完成情况 over numbers. */
function settleByContent(roles: Role[], headers: readonly string[], grid: Grid, body: number): void {
  for (let column = 0; column < roles.length; column++) {
    const role = roles[column]!
    if (role !== 'category' && role !== 'status' && role !== 'other' && role !== 'attribute') continue
    const texts: string[] = []
    for (let row = body; row < grid.length; row++) {
      const place = grid[row]?.[column]
      if (place?.origin && place.text) texts.push(place.text)
    }
    if (texts.length === 0) continue
    const share = (pattern: RegExp) => texts.filter(t => pattern.test(t)).length / texts.length
    if (role === 'status') {
      if (share(/^[\s≥≤><＞＜]*\d/u) > 0.5) roles[column] = 'actual'
    } else if (share(/^(?:约束|预期)性?(?:指标)?$/u) > 0.5) roles[column] = 'attribute'
    else if (role === 'other' && headers[column] === '' && column === 0 && share(/^\d{1,3}$/u) === 1)
      roles[column] = 'no'
    else if (
      role === 'other' &&
      headers[column] === '' &&
      texts.filter(t => readUnit(t)).length / texts.length > 0.7
    )
      roles[column] = 'unit'
  }
  if (!roles.includes('name') && roles.some(r => r === 'target' || r === 'actual' || r === 'year'))
    adoptName(roles, headers)
  spreadName(roles, headers)
}

/** No header says 指标: the last blank header left of the values is the name's. */
function adoptName(roles: Role[], headers: readonly string[]): void {
  const firstValue = roles.findIndex(r => r === 'target' || r === 'actual' || r === 'year')
  for (let column = firstValue - 1; column >= 0; column--)
    if (roles[column] === 'other' && headers[column] === '') {
      roles[column] = 'name'
      return
    }
}

/** A blank header right of a name belongs to it: the second column of grouped rows. */
function spreadName(roles: Role[], headers: readonly string[]): void {
  for (let column = 1; column < roles.length; column++)
    if (roles[column] === 'other' && headers[column] === '' && roles[column - 1] === 'name')
      roles[column] = 'name'
}

/** Gives bare years their side and every value column its year. */
function valueColumns(
  headers: readonly string[],
  roles: readonly Role[],
  title: string,
  period: Period | null
): ValueColumn[] {
  const years = headers.map(yearsIn)
  const backward = tableRules[0]!.pattern.test(title)
  const stated = headers.flatMap((_, i) => (roles[i] === 'target' ? (years[i]!.at(-1) ?? []) : []))
  const bare = headers.flatMap((_, i) => (roles[i] === 'year' ? (years[i]!.at(-1) ?? []) : []))
  const ends = periodIn(title) ?? period?.end ?? null
  const latest = bare.length > 0 ? Math.max(...bare) : null
  const aim = stated.length > 0 ? Math.max(...stated) : ends !== null && bare.includes(ends) ? ends : latest
  const found: ValueColumn[] = []
  headers.forEach((header, index) => {
    const role = roles[index]!
    const unit = headerUnit(header)
    const own = years[index]!
    if (role === 'growth' || role === 'annualGrowth')
      found.push({index, role, year: own.length === 1 ? own[0]! : null, unit})
    else if (role === 'target') {
      const year = own.at(-1) ?? ends
      found.push({index, role: isEstimate(header, year, aim) ? 'actual' : role, year, unit})
    } else if (role === 'actual') {
      const base = /基期|基准|基数/u.test(header) && period && !backward ? period.start - 1 : null
      found.push({index, role, year: own.at(-1) ?? base ?? (backward ? ends : null), unit})
    } else if (role === 'year') {
      const year = own.at(-1) ?? null
      const ahead =
        year !== null && aim !== null && (year >= aim || (period?.signed != null && year > period.signed))
      found.push({index, role: ahead && !(backward && stated.length === 0) ? 'target' : 'actual', year, unit})
    }
  })
  return found
}

/** 2025年预计 beside 2030年目标: the year the plan starts from was not over when it was written. */
function isEstimate(header: string, year: number | null, aim: number | null): boolean {
  return /预计/u.test(header) && !/目标/u.test(header) && year !== null && aim !== null && year < aim
}

function headerUnit(header: string): string | null {
  const parens = /[（(]([^（）()]{1,12})[)）]?$/u.exec(header)
  if (parens && readUnit(parens[1]!)) return plainUnit(parens[1]!) === parens[1] ? parens[1] : parens[1]!
  const bare = /[%‰]$/u.exec(header)
  return bare ? bare[0] : null
}

function tableUnit(title: string): string | null {
  const said = /单位[:：]\s*([^\s，,；;）)]{1,12})/u.exec(title)
  return said && readUnit(said[1]!) ? said[1]! : null
}

function first(roles: readonly Role[], role: Role): number | null {
  const index = roles.indexOf(role)
  return index < 0 ? null : index
}

function indices(roles: readonly Role[], role: Role): number[] {
  return roles.flatMap((r, i) => (r === role ? [i] : []))
}
