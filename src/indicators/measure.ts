import type {IndicatorValue, Measure} from './schema.js'
import {readUnit} from './units.js'

type Role = IndicatorValue['role']

/** Names whose ratio is a growth: 低保标准年均增长率. */
const growing = /(?:增长率|增速|增幅|增长|降幅|降低率|下降率|增长速度)(?:[（(].*)?$/u

/** 每千名老年人拥有…, 人均…: counted per something, whatever the unit says. */
const each = /^(?:全.|.{0,6}平均)?(?:每[一十百千万]|人均|户均)/u
const perHead: ReadonlySet<string> = new Set(['count', 'area', 'money', 'length', 'volume', 'mass', 'energy'])

/** The unit of a value, typed: its code and kind, or the reason why it has none. */
export function measureOf(
  unit: string | null,
  name: string,
  role: Role,
  basis: Measure['basis'],
  form: IndicatorValue['form']
): Measure {
  const read = unit === null || several(unit, form) ? null : readUnit(unit)
  const growth = role === 'growth' || role === 'annualGrowth' || growing.test(name)
  const span = role === 'annualGrowth' ? 'annual' : basis
  if (read)
    return {
      code: read.code,
      qudt: read.qudt,
      multiplier: read.multiplier,
      kind:
        growth && read.kind === 'ratio'
          ? 'growth'
          : each.test(name) && perHead.has(read.kind)
            ? 'rate'
            : read.kind,
      basis: span,
      reason: null
    }
  return {
    code: null,
    qudt: null,
    multiplier: 1,
    kind: growth ? 'growth' : null,
    basis: span,
    reason: why(unit, form)
  }
}

/** 支/名 over 912/3400: a unit for each part, and no rate. */
function several(unit: string, form: IndicatorValue['form']): boolean {
  const units = unit.split(/[/／、]/u)
  return form === 'composite' && units.length > 1 && units.every(u => readUnit(u)?.kind === 'count')
}

function why(unit: string | null, form: IndicatorValue['form']): string {
  if (unit !== null && several(unit, form)) return `${unit} names a unit for each part`
  if (unit !== null) return `the unit ${unit} is not in the lexicon`
  if (form === 'qualitative') return 'the target is put in words and has no unit'
  return 'no unit is written in the name, a column, a header or the cell'
}
