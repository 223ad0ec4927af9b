import {narrow} from '../zh/numerals.js'
import {readUnit} from './units.js'

/** The name cell of a row, taken apart. */
export interface Name {
  /** Without number, unit, footnote marks, 其中 and the full stop. */
  readonly name: string
  readonly no: string | null
  readonly unit: string | null
  /** 其中：… — part of the row above. */
  readonly ofHost: boolean
  readonly basis: 'cumulative' | 'annual' | null
}

const mark = /(?:[①-⑳*∗※＊]|[［[【〔](?:注)?\d{1,2}[\]］】〕]|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|注\d{1,2})+$/u
const stop = /[。；;，,、：:.．\s]+$/u
const numbered =
  /^(?:(\d{1,3})(?:[、．:：]|\.(?!\d)|[)）])|[（(](\d{1,3}|[一二三四五六七八九十]{1,3})[)）]|([一二三四五六七八九十]{1,3})、)\s*/u
const host = /^(?:其\s*中|#)\s*[:：,，、]?\s*/u
const trailing = /\s*[（([［〔]\s*([^（）()［］[\]〔〕]{1,20})\s*[)）\]］〕]?$/u

/** Reads a name: 5、城乡低保标准年均增长率（%）。 → name, number, unit. Parentheses that hold no unit stay in the name. */
export function readName(text: string): Name {
  let rest = tidy(text)
  let no: string | null = null
  const lead = numbered.exec(rest)
  if (lead && lead[0].length < rest.length) {
    no = lead[1] ?? lead[2] ?? lead[3]!
    rest = rest.slice(lead[0].length)
  }
  const isPart = host.exec(rest)
  if (isPart && isPart[0].length < rest.length) rest = rest.slice(isPart[0].length)
  rest = strip(rest)
  let unit: string | null = null
  let basis: Name['basis'] = null
  const parens = trailing.exec(rest)
  if (parens && parens.index > 0) {
    const found = unitIn(parens[1]!)
    if (found) {
      ;({unit, basis} = found)
      rest = rest.slice(0, parens.index)
    }
  }
  if (unit === null) {
    const bare = /[%‰％]$/u.exec(rest)
    if (bare && rest.length > 1) {
      unit = bare[0]
      rest = rest.slice(0, -1)
    }
  }
  rest = strip(rest)
  if (basis === null) basis = basisOf(rest)
  return {name: rest, no, unit, ofHost: isPart !== null, basis}
}

/** Does a name speak of a sum over years or of a year's share? */
export function basisOf(name: string): Name['basis'] {
  if (/累计/u.test(name)) return 'cumulative'
  if (/年均|年度增|年增长|每年/u.test(name)) return 'annual'
  return null
}

/** %，累计 → %; 单位：张 → 张. Null where no part is a unit. */
function unitIn(text: string): {unit: string; basis: Name['basis']} | null {
  const plain = text.replace(/^单位[:：]?/u, '').trim()
  if (readUnit(plain)) return {unit: plain, basis: null}
  const parts = plain.split(/[，,；;、\s]/u).filter(Boolean)
  const unit = parts.find(p => readUnit(p))
  if (!unit || parts.length < 2) return null
  return {unit, basis: basisOf(plain)}
}

function strip(text: string): string {
  for (let last = ''; last !== text;) {
    last = text
    text = text.replace(stop, '').replace(mark, '')
  }
  return text
}

/** One line, without blanks between Chinese characters. */
export function tidy(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/(?<=[^\u0020-\u007e]) | (?=[^\u0020-\u007e])/gu, '')
    .trim()
}

/** Footnote marks are no numbers: kept apart so that a value cell may use the same eyes. */
export function plainName(text: string): string {
  return narrow(readName(text).name)
}
