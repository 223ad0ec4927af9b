import {readScale} from '../zh/numerals.js'
import {units, type Kind, type UnitRule} from './units.rules.js'

/** A unit as written, understood: its code, what one of it is worth in that code, and what it measures. */
export interface Unit {
  /** UCUM. */
  readonly code: string
  /** Local name in the QUDT unit vocabulary, null where it has none. */
  readonly qudt: string | null
  /** A value times this is a value in `code`: 万人 → 10000. */
  readonly multiplier: number
  readonly kind: Kind
}

const byForm: ReadonlyMap<string, UnitRule> = new Map(
  units.flatMap(rule => rule.written.map(form => [plainUnit(form), rule]))
)
const scaled = /^([十百千]?[万亿]|万亿|[十百千])(.+)$/u
/** A counted base of a rate: 人/10万人, 个/100户. */
const counted = /^(10{1,6})(.+)$/u
const known = new Map<string, Unit | null>()

/**
 * Reads a unit: %, 万人, 亿元, 元/月·人, 人/万人, 吨标准煤/万元, 平方米/百户, 张/千人. Null where any part of it is unknown.
 * Remembered by text, so asking again costs nothing.
 */
export function readUnit(text: string): Unit | null {
  let found = known.get(text)
  if (found === undefined) {
    found = parse(plainUnit(text))
    if (known.size < 20000) known.set(text, found)
  }
  return found
}

/** The same unit in one writing: half-width, without blanks, · between factors. */
export function plainUnit(text: string): string {
  return text
    .replace(/\s/gu, '')
    .replace(/％/gu, '%')
    .replace(/[／∕]/gu, '/')
    .replace(/[•・.．*×]/gu, '·')
    .replace(/（/gu, '(')
    .replace(/）/gu, ')')
}

function parse(text: string): Unit | null {
  if (text.length === 0 || text.length > 24 || /[每/]$/u.test(text)) return null
  const whole = term(text)
  if (whole) return whole
  const parts = text.replace(/每/gu, '/').split('/').filter(Boolean)
  if (parts.length === 0) return null
  if (parts.length === 1) return product(parts[0]!)
  const above = product(parts[0]!)
  if (!above) return null
  let code = above.code
  let multiplier = above.multiplier
  for (const part of parts.slice(1)) {
    for (const factor of part.split('·')) {
      const below = term(factor)
      if (!below) return null
      code += `/${below.code}`
      multiplier /= below.multiplier
    }
  }
  return {code, qudt: null, multiplier: round(multiplier), kind: rateKind(above, code)}
}

function product(text: string): Unit | null {
  const factors = text.split('·').map(term)
  const [first, ...rest] = factors
  if (!first || rest.some(f => f === null)) return null
  return rest.length === 0
    ? first
    : {
        code: factors.map(f => f!.code).join('.'),
        qudt: null,
        multiplier: factors.reduce((m, f) => m * f!.multiplier, 1),
        kind: 'other'
      }
}

function term(text: string): Unit | null {
  const rule = byForm.get(text)
  if (rule) return {code: rule.ucum, qudt: rule.qudt, multiplier: rule.factor, kind: rule.kind}
  const base = counted.exec(text)
  const of = base ? term(base[2]!) : null
  if (base && of) return {...of, multiplier: round(Number(base[1]) * of.multiplier)}
  const scale = scaled.exec(text)
  if (scale) {
    const by = readScale(scale[1]!)
    const of = byForm.get(scale[2]!)
    if (by !== null && of && of.kind !== 'ratio' && of.kind !== 'points')
      return {code: of.ucum, qudt: of.qudt, multiplier: round(by * of.factor), kind: of.kind}
  }
  return null
}

function rateKind(above: Unit, code: string): Kind {
  if (above.kind === 'mass' && /\/(?:m3|L)$/.test(code)) return 'concentration'
  return 'rate'
}

function round(value: number): number {
  return Number(value.toPrecision(12))
}

/** Every character a unit is written with: a unit ends where another one stands. */
const characters: ReadonlySet<string> = new Set([
  ...units.flatMap(rule => rule.written.flatMap(form => [...form])),
  ...'十百千万亿每/／∕·•・.．*×()（）%％ \u00a0\u3000'
])

/** Longest unit at the start of a text, for numbers in prose: 张 of 张床位, 元/月·人 of 元/月·人。 */
export function unitAt(text: string): string | null {
  let max = 0
  while (max < text.length && max < 14 && characters.has(text[max]!)) max++
  for (let end = max; end > 0; end--) {
    const slice = text.slice(0, end)
    if (readUnit(slice)) return slice
  }
  return null
}
