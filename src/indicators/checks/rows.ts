import {note, type Note} from '../../core/note.js'
import {hull} from '../../core/span.js'
import {lower, share} from '../checks.rules.js'
import type {Indicator, IndicatorValue} from '../schema.js'
import {ceilings} from '../units.rules.js'

/** What a row contradicts by itself: its status, the range of a share, a count above all there is. */
export function rowNotes(rows: readonly Indicator[]): Note[] {
  const each = rows.flatMap(row => [
    ...statusNotes(row),
    ...row.values.flatMap(value => [...shareNotes(row, value), ...ceilingNotes(row, value)])
  ])
  return [...each, ...partNotes(rows)]
}

/** 其中 rows of counts that add up to more than their host, value by value. */
function partNotes(rows: readonly Indicator[]): Note[] {
  const byHost = new Map<string, Indicator[]>()
  for (const row of rows) {
    if (row.parent === null) continue
    const key = `${row.table.ordinal} ${row.parent}`
    const parts = byHost.get(key)
    if (parts) parts.push(row)
    else byHost.set(key, [row])
  }
  return rows.flatMap(host => {
    const parts = byHost.get(`${host.table.ordinal} ${host.name}`) ?? []
    byHost.delete(`${host.table.ordinal} ${host.name}`)
    if (parts.length < 2) return []
    return host.values.flatMap((value, i) => {
      const others = parts
        .map(p => p.values[i])
        .filter(v => v?.value != null && sameUnit(v, value)) as IndicatorValue[]
      if (
        value.value === null ||
        value.role === 'growth' ||
        value.role === 'annualGrowth' ||
        others.length < 2
      )
        return []
      if (value.measure.kind === 'ratio' || value.measure.kind === 'growth') return []
      const sum = others.reduce((total, v) => total + v.value!, 0)
      if (sum <= value.value * (1 + 1e-9) + others.length * 0.05) return []
      const reason = `${host.name}: the parts add up to ${Number(sum.toFixed(6))}, the whole is ${value.raw}`
      return [
        note(
          'warning',
          'check/parts-exceed-whole',
          reason,
          hull(value.trace),
          others.map(v => hull(v.trace)).filter(at => at !== null)
        )
      ]
    })
  })
}

function sameUnit(a: IndicatorValue, b: IndicatorValue): boolean {
  return (
    a.measure.code !== null &&
    a.measure.code === b.measure.code &&
    a.measure.multiplier === b.measure.multiplier
  )
}

function statusNotes(row: Indicator): Note[] {
  const met = statusOf(row.status)
  if (met === null) return []
  const target = row.values.find(v => v.role === 'target' && v.value !== null)
  const actual = row.values.find(v => v.role === 'actual' && v.year === target?.year)
  if (!target || !actual || target.measure.code !== actual.measure.code) return []
  if (target.comparator !== '≤' && target.comparator !== '<' && lower.pattern.test(row.name)) return []
  const reached = numbersOf(actual).map(value => compare(value * actual.measure.multiplier, target))
  if (reached.length === 0 || new Set(reached).size > 1 || reached[0] === met) return []
  const reason = `${row.name}: ${row.status} stands beside target ${target.raw} and value ${actual.raw}`
  return [note('warning', 'check/status-against-numbers', reason, hull(actual.trace), spans(target, row))]
}

/** 完成, 已完成 → true; 未完成 → false; 基本完成, 推进中 → null. */
function statusOf(status: string | null): boolean | null {
  if (status === null) return null
  if (/^(?:未|没有|尚未)(?:完成|达标|实现)$/u.test(status)) return false
  return /^(?:已|超额|提前|全面|已经)?(?:完成|达标|实现)$/u.test(status) ? true : null
}

function numbersOf(value: IndicatorValue): number[] {
  if (value.value !== null) return [value.value]
  if (value.form !== 'composite') return []
  return (value.parts ?? []).map(p => (typeof p === 'number' ? p : p.value))
}

function compare(value: number, target: IndicatorValue): boolean {
  const aim = target.value! * target.measure.multiplier
  if (target.comparator === '≤') return value <= aim
  if (target.comparator === '<') return value < aim
  if (target.comparator === '>') return value > aim
  return value >= aim
}

function shareNotes(row: Indicator, value: IndicatorValue): Note[] {
  if (value.value === null || value.measure.kind !== 'ratio' || !share.pattern.test(row.name)) return []
  const whole = value.measure.code === '%' ? 100 : value.measure.code === '[ppth]' ? 1000 : null
  if (whole === null || (value.value >= 0 && value.value <= whole)) return []
  return [note('warning', 'check/share-out-of-range', `${row.name}: ${value.raw}`, hull(value.trace), [])]
}

function ceilingNotes(row: Indicator, value: IndicatorValue): Note[] {
  if (value.value === null || value.measure.code === null) return []
  const ceiling = ceilingOf(value.measure.code)
  if (ceiling === null || value.value * value.measure.multiplier <= ceiling) return []
  return [
    note('warning', 'check/unit-too-large', `${row.name}: ${value.raw} ${value.unit}`, hull(value.trace), [])
  ]
}

/** The most there can be of a code, or null where there is no such limit. People each time anew have none. */
export function ceilingOf(code: string): number | null {
  if (code === '{household}' || code === '{household_occurrence}') return ceilings[0]!.value
  return code === '{person}' ? ceilings[1]!.value : null
}

function spans(target: IndicatorValue, row: Indicator) {
  return [hull(target.trace), hull(row.trace)].filter(s => s !== null).slice(0, 1)
}
