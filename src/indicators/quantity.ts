import {narrow, readNumber, readScale, times} from '../zh/numerals.js'
import {after, before} from './quantity.rules.js'
import type {Comparator, Part} from './schema.js'
import {plainUnit, readUnit} from './units.js'

/** What a cell or a phrase says: a number with its bound and unit, or that there is none. */
export interface Quantity {
  readonly form: 'number' | 'range' | 'composite' | 'qualitative' | 'missing'
  readonly comparator: Comparator | null
  readonly value: number | null
  readonly parts: readonly Part[] | null
  readonly missing: 'blank' | 'dash' | null
  readonly unit: string | null
  readonly approximate: boolean
  readonly basis: 'cumulative' | 'annual' | null
}

const none: Quantity = {
  form: 'qualitative',
  comparator: null,
  value: null,
  parts: null,
  missing: null,
  unit: null,
  approximate: false,
  basis: null
}
const number = /^[-−－]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?/u
/** A cell with more characters than this holds no number but a text. */
const longest = 200
const dash = /^[-—–－―‐─~～/／\\_]+$/u
const bracketed = /^[[［〔【](.+)[\]］〕】]$/u
const footnote = /(?:[①-⑳*∗※]|\s*注\d?)+$/u
/** 5左右，力争更好: what is hoped for beside the target has no figure. */
const hope = /[,，]\D+$/u
/** 19428.8，年均增速4.8%: another measure beside the value. */
const aside = /[,，](?:年均|同比|比上年)增[长速幅][^\d,，]{0,3}[\d.]+[%％]?$/u

/**
 * Reads a cell: 60, ≥55%, ＞30平方米, 1.3倍, 60／50, 城市27；农村牧区32, 4-5个, [13.5], —, and words that are no number.
 * `unit` is what is written in the cell itself; `known` is the unit the row or column gives, which decides what 万 belongs to.
 */
export function readQuantity(raw: string, known: string | null = null): Quantity {
  const text = narrow(raw)
    .replace(/\s+/gu, '')
    .replace(/[。；;，,、]+$/u, '')
    .replace(footnote, '')
    .replace(aside, '')
  if (text === '') return {...none, form: 'missing', missing: raw.trim() === '' ? 'blank' : 'dash'}
  if (text.length > longest) return none
  if (dash.test(text)) return {...none, form: 'missing', missing: 'dash'}
  const inner = bracketed.exec(text)
  if (inner) {
    const quantity = readQuantity(inner[1]!, known)
    if (quantity.form === 'number') return {...quantity, basis: 'cumulative'}
  }
  const read = readComposite(text) ?? readSingle(text, known)
  if (read || !hope.test(text)) return read ?? none
  return readQuantity(text.replace(hope, ''), known)
}

/** 城市27；农村牧区32 · 60/50 · 4-5个 */
function readComposite(text: string): Quantity | null {
  const range = /^(\d+(?:\.\d+)?)(.*?)(?:-|—|–|~|～|至|到)(\d+(?:\.\d+)?)(.*)$/u.exec(text)
  if (range && !/\d/u.test(range[2]! + range[4]!)) {
    const unit = tail(range[4]!)
    if (unit && (range[2] === '' || plainUnit(range[2]!) === plainUnit(unit.unit ?? '')))
      return {
        ...none,
        form: 'range',
        comparator: '=',
        parts: [Number(range[1]), Number(range[3])],
        unit: unit.unit
      }
  }
  if (number.exec(text)?.[0] === text) return null
  const pieces = text.split(/[/；;、|]|，|,(?!\d{3}(?:\D|$))/u).filter(Boolean)
  if (pieces.length < 2) return null
  const parts: Part[] = []
  let shared: string | null = null
  for (const piece of pieces) {
    const found = /^([^\d]*?)[:：]?(\d+(?:\.\d+)?)(\D*)$/u.exec(piece)
    if (!found) return null
    const end = tail(found[3]!)
    if (!end || end.comparator) return null
    shared = end.unit ?? shared
    parts.push(found[1] === '' ? Number(found[2]) : {label: found[1]!, value: Number(found[2])})
  }
  return {...none, form: 'composite', comparator: '=', parts, unit: shared}
}

function readSingle(text: string, known: string | null): Quantity | null {
  let rest = text
  let comparator: Comparator | null = null
  let approximate = false
  let basis: Quantity['basis'] = null
  for (let again = true; again;) {
    again = false
    for (const rule of before) {
      const word = rule.pattern.exec(rest)?.[0]
      if (!word || word.length === rest.length) continue
      if (rule.comparator) comparator = rule.comparator
      if (rule.id === 'quantity/before-about') approximate = true
      if (word.includes('累计')) basis = 'cumulative'
      if (/每年|年均/u.test(word)) basis = 'annual'
      rest = rest.slice(word.length)
      again = true
    }
  }
  const read = figure(rest)
  if (!read) return null
  const end = tail(read.rest)
  if (!end) return null
  let {value} = read
  let {unit} = end
  const scale = end.scale
  if (scale !== null && !(known ?? '').startsWith(scale)) value = times(value, readScale(scale)!)
  if (unit === null && scale !== null && (known ?? '').startsWith(scale)) unit = null
  return {
    ...none,
    form: 'number',
    comparator: comparator ?? end.comparator ?? '=',
    value,
    unit,
    approximate: approximate || end.approximate,
    basis
  }
}

/** The number at the front: Arabic, 三分之二, or Chinese from end to end. */
function figure(text: string): {value: number; rest: string} | null {
  const fraction = /^(?:\d+\/\d+|[一二三四五六七八九十百]+分之[一二三四五六七八九十点〇零]+)(?!\d)/u.exec(
    text
  )
  if (fraction) {
    const value = readNumber(fraction[0])
    if (value !== null) return {value, rest: text.slice(fraction[0].length)}
  }
  const arabic = number.exec(text)
  if (arabic)
    return {
      value: Number(arabic[0].replaceAll(',', '').replace(/[−－]/u, '-')),
      rest: text.slice(arabic[0].length)
    }
  const chinese = /^[〇零一二两三四五六七八九十百千万亿]+/u.exec(text)
  for (let n = chinese?.[0].length ?? 0; n > 0; n--) {
    const value = readNumber(text.slice(0, n))
    if (value !== null) return {value, rest: text.slice(n)}
  }
  return null
}

interface Tail {
  readonly unit: string | null
  readonly scale: string | null
  readonly comparator: Comparator | null
  readonly approximate: boolean
}

/** What follows the number: scale, unit, 以上. Null where it is more than that. */
function tail(text: string): Tail | null {
  let rest = text
  let comparator: Comparator | null = null
  let approximate = false
  for (let again = true; again;) {
    again = false
    for (const rule of after) {
      const word = rule.pattern.exec(rest)?.[0]
      if (!word) continue
      if (rule.comparator) comparator = rule.comparator
      else approximate = true
      rest = rest.slice(0, rest.length - word.length)
      again = true
    }
  }
  const said = {comparator, approximate}
  if (rest === '') return {...said, unit: null, scale: null}
  if (readUnit(rest)) return {...said, unit: rest, scale: null}
  const scale = /^(?:[百千]?[万亿]|万亿)$/u.exec(rest)
  if (scale) return {...said, unit: null, scale: rest}
  const remark = /^(.*?)[（(][^（）()]{1,20}[)）]$/u.exec(rest)
  const bare = rest.replace(/^[（(]|[)）]$/gu, '')
  if (bare !== rest && readUnit(bare)) return {...said, unit: bare, scale: null}
  if (remark) return tail(remark[1]!)
  return null
}
