import type {Span} from '../core/span.js'
import {endOfPlan} from './years.js'

/** A sentence taken apart at its commas: where clauses begin and end, what they are about, and when. */

/** What a number is of. */
export interface Found {
  readonly subject: Span
  readonly words: string
  readonly counts: boolean
  /** The subject stands behind the number up to here: numbers within it are part of it. */
  readonly shares?: boolean
  /** 分别: several names before, as many numbers behind. */
  readonly apart?: boolean
}

export const openers =
  /^(?:并|且|同时|其中|力争|争取|确保|努力|推动|促进|实现|使得?(?!用|命)|基本(?=实现|建成|形成|完成|消除|达到)|逐步|进一步|全面|着力|积极|大力|有计划地|有重点地|高标准|原则上|要(?!素|闻|点)|应(?!急|用|届|对|征)|和(?!谐|平)|及(?!时)|的|，|、|[：:——\s]|\d{1,2}[.、．]|[（(][一二三四五六七八九十\d]+[)）])+/u

/** The words that name the measure: without openers, a date, 从7.5个. An empty clause takes the one before it. */
export function subjectOf(sentence: string, start: number, end: number, mayBeEmpty: boolean): Found | null {
  let from = start
  let to = end
  for (let again = true; again;) {
    const head = sentence.slice(from, to)
    const lead = openers.exec(head)?.[0].length ?? dated.exec(head)?.[0].length ?? 0
    from += lead
    again = lead > 0
  }
  const tail =
    /(?:由|从)[^，；]{0,14}?\d[^，；]{0,10}$|(?:总体|力争|原则上|分别|全部|(?<!平)均|都|要|应|比率?为|为)$/u.exec(
      sentence.slice(from, to)
    )
  if (tail) to = from + tail.index
  if (to - from >= 2) return {subject: [from, to], words: sentence.slice(from, to), counts: mayBeEmpty}
  if (mayBeEmpty) return {subject: [to, to], words: '', counts: true}
  if (start === 0) return null
  const before = clauseStart(sentence, start - 1)
  const words = sentence.slice(before, start - 1)
  return /\d|(?:同步|优化|完善|提高|提升|增强|改善|扩大|增加|健全|合理)$/u.test(words) || before === start
    ? null
    : subjectOf(sentence, before, start - 1, true)
}

const dated =
  /^(?:力争|争取|预计|计划|在)?(?:到|至|截至)?(?:(?:20\d\d)年?(?:底|末|前|年底|年末)?(?:之前|以前)?|[“"”]?十[一二三四五六七]五[”"]?(?:规划)?(?:时期|期间|期)?(?:末|内)?|规划期末|规划期内)(?:，|,|时|，)?/u

/** A year written as an end: 到2025年, 2025年底, “十三五”末. */
export const ending =
  /(?:到|至)(?:20\d\d年|[“"]?十[一二三四五六七]五)|20\d\d年(?:底|末|前)|十[一二三四五六七]五[”"]?(?:时期|期)?末/u

/** How far back an opening parenthesis or a date is looked for. */
const reach = 160

/** 到2025年 · 2020年 · “十三五”末: the last one before the number, else none. */
export function yearOf(sentence: string, at: number, end: number): number | null {
  let year: number | null = null
  const when =
    /(?<![\d〔[])((?:19|20)\d\d)年?(?=年|底|末|前|，|,|[^\d号])(?!年?(?:起|以来|开始|至|—|-))|(十[一二三四五六七]五)/gu
  const from = Math.max(0, at - 2 * reach)
  for (const match of sentence.slice(from, at + 8).matchAll(when)) {
    const index = from + match.index
    if (index >= at) break
    if (/《[^》]*$/u.test(sentence.slice(Math.max(0, index - reach), index))) continue
    if (match[1] && sentence[index + 4] !== '年') continue
    year = match[1] ? Number(match[1]) : endOfPlan(match[2]!)
  }
  return end > at ? year : null
}

/** Where the clause that holds a place begins: after the last comma outside parentheses, or after a 、 that ends a number. */
export function clauseStart(sentence: string, at: number): number {
  let depth = 0
  for (let i = at - 1; i >= 0; i--) {
    const c = sentence[i]!
    if (c === '）' || c === ')') depth++
    else if ((c === '（' || c === '(') && depth > 0) depth--
    else if (depth === 0 && /[，；：。;:]/u.test(c)) return i + 1
    else if (depth === 0 && c === ',' && !/\d/u.test(sentence[i + 1] ?? '')) return i + 1
    else if (depth === 0 && c === '、' && /\d[^，；：、]{0,8}$/u.test(sentence.slice(Math.max(0, i - 12), i)))
      return i + 1
  }
  return 0
}

/** The next comma or semicolon, or the end. */
export function clauseEnd(sentence: string, from: number): number {
  const end = sentence.slice(from).search(/[，；。,;]/u)
  return end < 0 ? sentence.length : from + end
}

/** Inside parentheses, quotes or a title. */
export function within(sentence: string, at: number): boolean {
  const head = sentence.slice(Math.max(0, at - reach), at)
  return /[（(《〔“][^）)》〕”]*$/u.test(head) && !/^[^（(]*[（(]\d{1,2}[)）]/u.test(sentence.slice(at - 1))
}

/** A clause without its openers and its date. */
export function lead(bare: string): string {
  let rest = bare
  for (let last = ''; last !== rest;) {
    last = rest
    rest = rest
      .replace(openers, '')
      .replace(dated, '')
      .replace(/^[我全](?:市|区|州|省|县)/u, '')
  }
  return rest
}
