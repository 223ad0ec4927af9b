import {note, type Note} from '../../core/note.js'
import {hull} from '../../core/span.js'
import type {Indicator, IndicatorValue} from '../schema.js'
import {halfStep} from './precision.js'

type Verdict = 'fits' | 'points' | 'against' | 'differs'

interface Case {
  readonly row: Indicator
  readonly growth: IndicatorValue
  readonly from: IndicatorValue
  readonly to: IndicatorValue
  readonly verdict: Verdict
  readonly expected: number
}

/** Growth that does not follow from its two values. Points are only told as such where the column also holds per cents. */
export function growthNotes(rows: readonly Indicator[]): Note[] {
  const columns = new Map<string, Case[]>()
  for (const row of rows) {
    row.values.forEach((growth, column) => {
      const found = judge(row, growth)
      if (!found) return
      const key = `${row.table.ordinal}:${column}`
      const cases = columns.get(key)
      if (cases) cases.push(found)
      else columns.set(key, [found])
    })
  }
  return [...columns.values()].flatMap(cases => {
    const relative = cases.some(c => c.verdict === 'fits')
    return cases.flatMap(c => noteOf(c, relative))
  })
}

function judge(row: Indicator, growth: IndicatorValue): Case | null {
  if (
    (growth.role !== 'growth' && growth.role !== 'annualGrowth') ||
    growth.value === null ||
    growth.comparator !== '='
  )
    return null
  if (growth.unit !== null && growth.unit !== '%' && growth.unit !== '％') return null
  const levels = row.values.filter(
    v => (v.role === 'actual' || v.role === 'target') && v.value !== null && v.year !== null
  )
  const [from, to] = [...levels].sort((a, b) => a.year! - b.year!)
  if (!from || !to || levels.length !== 2 || from.year === to.year || from.value! <= 0 || to.value! < 0)
    return null
  if (scale(from) !== scale(to)) return null
  const years = growth.role === 'annualGrowth' ? to.year! - from.year! : 1
  return {row, growth, from, to, ...verdictOf(growth, from, to, years)}
}

function verdictOf(
  growth: IndicatorValue,
  from: IndicatorValue,
  to: IndicatorValue,
  years: number
): {verdict: Verdict; expected: number} {
  const [a, b, g] = [from.value!, to.value!, growth.value!]
  const compound = (x: number, y: number) => ((y / x) ** (1 / years) - 1) * 100
  const expected = compound(a, b)
  if (g * (b - a) < 0) return {verdict: 'against', expected}
  const [da, db, dg] = [halfStep(from.raw), halfStep(to.raw), halfStep(growth.raw)]
  const low = compound(a + da, Math.max(b - db, 0))
  const high = a > da ? compound(a - da, b + db) : Infinity
  if (g + dg >= low && g - dg <= high) return {verdict: 'fits', expected}
  const simple = ((b / a - 1) * 100) / years
  if (Math.abs(g - simple) <= dg) return {verdict: 'fits', expected}
  const ratio = from.measure.kind === 'ratio' || from.measure.kind === 'growth'
  if (ratio && Math.abs(g - (b - a) / years) <= dg + (da + db) / years) return {verdict: 'points', expected}
  return {verdict: 'differs', expected}
}

function noteOf({row, growth, from, to, verdict, expected}: Case, relative: boolean): Note[] {
  const both = [hull(from.trace), hull(to.trace)].filter(s => s !== null)
  const values = `${from.year}: ${from.raw}, ${to.year}: ${to.raw}`
  const per = growth.role === 'annualGrowth' ? ' a year' : ''
  const say = (rule: string, reason: string) => [
    note('warning', rule, `${row.name}: ${reason} (${values})`, hull(growth.trace), both)
  ]
  if (verdict === 'points' && relative)
    return say(
      'check/growth-in-points',
      `growth ${growth.raw} is a difference in points; in per cent${per} it is ${expected.toFixed(1)}`
    )
  if (verdict === 'against')
    return say('check/growth-against-values', `growth ${growth.raw} goes against its values`)
  if (verdict === 'differs')
    return say(
      'check/growth-differs',
      `growth ${growth.raw} does not follow; in per cent${per} it is ${expected.toFixed(2)}`
    )
  return []
}

function scale(value: IndicatorValue): string {
  return `${value.measure.code}*${value.measure.multiplier}`
}
