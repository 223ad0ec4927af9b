import {assign} from '../align/assign.js'
import {linkIndicators, type Mapping} from '../align/registry.js'
import {charDice, fold} from '../align/likeness.js'
import type {Indicator, IndicatorValue} from '../indicators/schema.js'
import type {IndicatorChange, IndicatorSide} from './schema.js'

/**
 * What became of every indicator: its target raised or lowered, newly binding, dropped, renamed. In the order of B, then what A lost.
 * Rows that the registry puts into one series belong together; the rest by name and unit. `names`: the reviewed names.
 */
export function indicatorChanges(
  a: readonly Indicator[],
  b: readonly Indicator[],
  names: Mapping = {indicators: [], different: []}
): IndicatorChange[] {
  const {ofA, ofB} = seriesOf(a, b, names)
  const offers = b.flatMap((y, j) =>
    a
      .map((x, i) => ({a: i, b: j, score: likeness(x, y) + (ofA[i] === ofB[j] ? 1 : 0)}))
      .filter(o => o.score >= 0.6)
  )
  const partner = new Map(assign(offers).map(p => [p.b, p.a]))
  const met = new Set(partner.values())
  return [
    ...b.map((y, j): IndicatorChange => {
      const i = partner.get(j)
      if (i === undefined) return {changes: ['added'], a: null, b: sideOf(y)}
      return changeOf(a[i]!, y)
    }),
    ...a
      .filter((_, i) => !met.has(i))
      .map((x): IndicatorChange => ({changes: ['dropped'], a: sideOf(x), b: null}))
  ]
}

/** The series of every row; both sides are told apart although two versions may name their rows alike. */
function seriesOf(a: readonly Indicator[], b: readonly Indicator[], names: Mapping) {
  const named = (side: string, rows: readonly Indicator[]) =>
    rows.map((row, i) => ({...row, id: `${side}${i}`, document: side}))
  const {members} = linkIndicators(
    [...named('a', a), ...named('b', b)],
    [
      {id: 'a', region: null},
      {id: 'b', region: null}
    ],
    names
  )
  const series = new Map(members.map(m => [m.indicator, m.series]))
  return {ofA: a.map((_, i) => series.get(`a${i}`)), ofB: b.map((_, j) => series.get(`b${j}`))}
}

/** Two that share a name but not a parent or a unit may still be one; two names that only resemble each other need the same unit. */
function likeness(x: Indicator, y: Indicator): number {
  const nameX = fold(x.name)
  const nameY = fold(y.name)
  const unit = unitOf(x) === unitOf(y) ? 0.1 : -0.1
  const parent = fold(x.parent ?? '') === fold(y.parent ?? '') ? 0.05 : -0.15
  if (nameX === nameY) return 1 + unit + parent
  if (unit < 0) return 0
  const close = charDice(nameX, nameY)
  return close < 0.7 ? 0 : close * 0.8 + unit + parent
}

const unitOf = (x: Indicator) => fold(x.unit ?? '')

function changeOf(x: Indicator, y: Indicator): IndicatorChange {
  const changes: IndicatorChange['changes'] = []
  const from = targetOf(x)
  const to = targetOf(y)
  if (fold(x.name) !== fold(y.name)) changes.push('renamed')
  if (unitOf(x) !== unitOf(y)) changes.push('unit')
  const turn = direction(from, to)
  if (turn) changes.push(turn)
  else if (!sameTarget(from, to)) changes.push('retargeted')
  if (binds(y) && !binds(x)) changes.push('nowBinding')
  if (binds(x) && !binds(y)) changes.push('noLongerBinding')
  if (baseline(x) !== baseline(y)) changes.push('baseline')
  return {changes: changes.length > 0 ? changes : ['kept'], a: sideOf(x), b: sideOf(y)}
}

/** In the unit both can be reckoned in: 3万人 is more than 20000人. */
function direction(from: IndicatorValue | null, to: IndicatorValue | null): 'raised' | 'lowered' | null {
  if (from?.value == null || to?.value == null || from.role !== to.role) return null
  if (from.measure.code !== to.measure.code) return null
  const before = from.value * from.measure.multiplier
  const after = to.value * to.measure.multiplier
  return after > before ? 'raised' : after < before ? 'lowered' : null
}

/** The same number and bound, or the same words; 60 and 60.0 are one target. */
function sameTarget(from: IndicatorValue | null, to: IndicatorValue | null): boolean {
  if (from === null || to === null) return from === to
  if (from.value === null || to.value === null) return fold(from.raw) === fold(to.raw)
  return from.comparator === to.comparator && from.measure.code === to.measure.code && from.role === to.role
}

const binds = (x: Indicator) => (x.attribute ?? '').includes('约束')

/** The last year's target; else the growth that is asked for. */
function targetOf(x: Indicator): IndicatorValue | null {
  const targets = x.values.filter(v => v.role === 'target')
  return (
    targets.reduce<IndicatorValue | null>(
      (best, v) => (best && (best.year ?? 0) > (v.year ?? 0) ? best : v),
      null
    ) ??
    x.values.find(v => v.role === 'growth' || v.role === 'annualGrowth') ??
    null
  )
}

function baseline(x: Indicator): string {
  return x.values
    .filter(v => v.role === 'actual')
    .map(v => `${v.year ?? ''}:${v.value ?? v.raw.trim()}`)
    .join(' ')
}

function sideOf(x: Indicator): IndicatorSide {
  const target = targetOf(x)
  return {
    id: x.id,
    name: x.name,
    unit: x.unit,
    attribute: x.attribute,
    year: target?.year ?? null,
    raw: target?.raw ?? null,
    value: target?.value ?? null,
    comparator: target?.comparator ?? null
  }
}
