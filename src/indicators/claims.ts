import type {Span} from '../core/span.js'
import type {Text} from '../tree/nodes.js'
import {narrow, readScale, times} from '../zh/numerals.js'
import {action, actionAhead, full, level, measure, past} from './claims.rules.js'
import {endOfPlan} from './columns.js'
import type {Comparator, Part} from './schema.js'
import {readUnit, unitAt} from './units.js'

/** A number that a sentence puts on something, told or promised. */
export interface Claim {
  readonly subject: string
  /** From the bound to the end of the unit, as written. */
  readonly raw: string
  readonly comparator: Comparator
  readonly value: number | null
  readonly parts: readonly Part[] | null
  readonly unit: string
  /** The year it is about: 到2025年, “十三五”末. */
  readonly year: number | null
  /** The year is written as an end: 到2025年, 2025年底. A bare year may be one that is told of. */
  readonly until: boolean
  /** True where the words around it report. */
  readonly told: boolean
  readonly sentence: string
  /** Offsets of subject and of number within the text. */
  readonly subjectAt: Span
  readonly numberAt: Span
}

const figures = /(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?/gu
const bound =
  /(不(?:得|能)?(?:低|少|小)于|至少(?:达到)?|≥|不(?:得)?超过|不(?:高|多|大)于|≤|超过|高于|大于|＞|>|低于|小于|＜|<|约|近|接近)\s*$/u
const bounds: Readonly<Record<string, Comparator>> = {
  '≥': '≥',
  至少: '≥',
  至少达到: '≥',
  '≤': '≤',
  超过: '>',
  高于: '>',
  大于: '>',
  '＞': '>',
  '>': '>',
  低于: '<',
  小于: '<',
  '＜': '<',
  '<': '<'
}
const suffix = /^\s*(?:及|或)?(以上|以内|以下|左右|上下)/u
const openers =
  /^(?:并|且|同时|其中|力争|争取|确保|努力|推动|促进|实现|使得?|基本|逐步|进一步|全面|着力|积极|大力|有计划地|有重点地|高标准|原则上|要|应|和|及|的|，|、|[：:——\s]|\d{1,2}[.、．]|[（(][一二三四五六七八九十\d]+[)）])+/u

/** All claims of a text, sentence by sentence. Texts without a digit or 全覆盖 cost one scan. */
export function claimsIn(text: string): Claim[] {
  if (text.length < 6 || !/[\d０-９]|全覆盖/u.test(text)) return []
  const plain = narrow(text)
  const found: Claim[] = []
  let from = 0
  while (from < plain.length) {
    const stop = nextStop(plain, from)
    if (stop - from > 5) claimsOf(plain, text, from, stop, found)
    from = stop + 1
  }
  return found
}

function nextStop(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === 0x3002 || c === 0xff01 || c === 0xff1f || c === 10) return i
  }
  return text.length
}

interface Found {
  readonly subject: Span
  readonly words: string
  readonly counts: boolean
  /** The subject stands behind the number up to here: numbers within it are part of it. */
  readonly shares?: boolean
}

function claimsOf(plain: string, text: string, from: number, to: number, found: Claim[]): void {
  const sentence = plain.slice(from, to)
  const told = past[1]!.pattern.test(sentence)
  let last: {claim: Found; end: number} | null = null
  let shared = 0
  for (const match of sentence.matchAll(figures)) {
    const at = match.index
    if (/[\dA-Za-z第+〔[“"'‘/.《]$/u.test(sentence.slice(0, at)) || within(sentence, at)) continue
    let value: number | null = Number(match[0].replaceAll(',', ''))
    let end = at + match[0].length
    let parts: Part[] | null = null
    const range = /^(?:%)?\s*[-—–~～至]\s*(\d+(?:\.\d+)?)/u.exec(sentence.slice(end))
    if (range) {
      parts = [value, Number(range[1])]
      value = null
      end += range[0].length
    } else if (
      /[-—–~～至]$/u.test(sentence.slice(0, at)) &&
      /\d%?\s*[-—–~～至]$/u.test(sentence.slice(0, at))
    )
      continue
    const gap = /^\s*/u.exec(sentence.slice(end))![0].length
    const unit = unitAfter(sentence.slice(end + gap))
    if (!unit) continue
    const kind = readUnit(unit.unit)!.kind
    if (kind === 'time' || kind === 'other') continue
    if (value !== null && unit.scale) value = times(value, readScale(unit.scale)!)
    end += gap + (unit.scale?.length ?? 0) + unit.unit.length
    const after = suffix.exec(sentence.slice(end))
    if (after) end += after[0].length
    if (at < shared) continue
    const start = clauseStart(sentence, at)
    const head = sentence.slice(start, at)
    const before = bound.exec(head)
    const whole = (before ? head.slice(0, before.index) : head).trimEnd()
    const of = /((?:19|20)\d\d)年(?:底|末)?的$/u.exec(whole)
    const bare = of ? whole.slice(0, of.index) : whole
    const claim: Found | null =
      asLevel(sentence, start, bare, before !== null, unit.unit, end) ??
      asShare(sentence, bare, unit.unit, end) ??
      asAction(sentence, start, bare, end) ??
      asNext(sentence, start, bare, end, last)
    if (!claim) continue
    last = {claim, end}
    if (claim.shares) shared = claim.subject[1]
    const words = claim.words
    if (words.replace(/[^\p{Script=Han}]/gu, '').length < 2 || /^完成全.$/u.test(words)) continue
    const at0 = before ? start + before.index : at
    found.push({
      subject: words,
      raw: text.slice(from + at0, from + end),
      comparator: boundOf(before?.[1], after?.[1], head),
      value,
      parts,
      unit: unit.unit,
      year: of
        ? Number(of[1])
        : /(?:由|从)[^，；]*\d[^，；]*(?:到|至)$/u.test(bare)
          ? null
          : yearOf(sentence, at, end),
      until: !of && ending.test(sentence.slice(0, at)),
      told,
      sentence: text.slice(from, to),
      subjectAt: [from + claim.subject[0], from + claim.subject[1]],
      numberAt: [from + at0, from + end]
    })
  }
  coverage(sentence, text, from, to, told, found)
}

/** 覆盖率达到60% · 占比不低于60% · 完成率100% */
function asLevel(
  sentence: string,
  start: number,
  bare: string,
  bounded: boolean,
  unit: string,
  end: number
): Found | null {
  if (sentence[end] === '的' || sentence.startsWith('标准', end)) return null
  const verb = level.pattern.exec(bare)
  const words = verb ? bare.slice(0, verb.index) : bare
  const change = unit.endsWith('百分点') && /(?:提高|提升|上升|增加|下降|降低)$/u.test(bare)
  const known =
    verb !== null || change || measure.pattern.test(words) || (bounded && !action.pattern.test(words))
  if (!known) return null
  return subjectOf(sentence, start, start + words.length, false)
}

/** 90%以上的旗县建有一所救助站 · 95%的甲和60%的乙建成… */
function asShare(sentence: string, bare: string, unit: string, end: number): Found | null {
  const pair = /%(?:以上)?的[^，；%]{2,12}和$/u.test(bare)
  if (unit !== '%' || sentence[end] !== '的' || (!pair && lead(bare).length > 6)) return null
  const first = clauseEnd(sentence, end)
  const adjectives =
    !sentence.slice(end + 1, first).includes('的') && sentence.slice(end, first).includes('、')
  const stop = adjectives && sentence[first] === '，' ? clauseEnd(sentence, first + 1) : first
  const words = sentence.slice(end + 1, stop)
  const verb = /建|设|达到|实现|配备|开展|成为|拥有|入选/u
  if (!verb.test(words)) return null
  const both = /^([^，；%]{2,12})和\d+%(?:以上)?的(.+)$/u.exec(words)
  if (both) {
    const predicate = both[2]!.slice(both[2]!.search(verb))
    return {subject: [end + 1, end + 1 + both[1]!.length], words: both[1]! + predicate, counts: false}
  }
  if (words.includes('%')) return null
  return {subject: [end + 1, stop], words, counts: false, shares: true}
}

/** 新建3所养老院 · 新建养老院3所 */
function asAction(sentence: string, start: number, bare: string, end: number): Found | null {
  const verb = action.pattern.exec(bare)
  const open = sentence.slice(end)
  if (/^(?:的|标准)/u.test(open)) return null
  if (verb) {
    const noun = nounAt(open)
    if (noun !== null) {
      const head = bare.slice(0, verb.index).replace(/至少$|和$|和至少$/u, '')
      const whole = subjectOf(sentence, start, start + head.length, true)
      const words = `${whole?.words ?? ''}${verb[0]}${noun}`
      return {
        subject: [start + (head.length - (whole?.words.length ?? 0)), end + noun.length],
        words,
        counts: true
      }
    }
  }
  if (!/^(?:[，；。、,;）)]|$)/u.test(open)) return null
  const ahead = actionAhead.exec(bare)
  if (!ahead || bare.length - ahead.index > 32 || bare.length - ahead.index < 4) return null
  return subjectOf(sentence, start + ahead.index, start + bare.length, true)
}

/** What is counted, behind the unit; null where it is only half a phrase. */
function nounAt(open: string): string | null {
  const whole = /^(?:[^，；。,;:：（()）\d]|（[^（）\d]{1,6}）|\([^()\d]{1,6}\)){2,45}/u.exec(open)?.[0]
  if (!whole) return null
  const comma = whole.indexOf('、')
  const noun = comma < 0 || /、[^、]*的[^、]*$/u.test(whole) ? whole : whole.slice(0, comma)
  return noun.length < 2 || /^的|(?:级|和|及|适度|完善|合理|齐全|独立|优良)$/u.test(noun) ? null : noun
}

/** A clause without its openers and its date. */
function lead(bare: string): string {
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

/** …6所，光荣院34所: the next of a row whose verb stands before the first. */
function asNext(
  sentence: string,
  start: number,
  bare: string,
  end: number,
  last: {claim: Found; end: number} | null
): Found | null {
  if (!last?.claim.counts || start - last.end > 40 || start < last.end) return null
  const between = sentence.slice(last.end, start)
  if (/[；。;]/u.test(between)) return null
  const open = sentence.slice(end)
  const words = bare.replace(openers, '')
  if (words === '') {
    const noun = /^[^，；。、,;：:（(\d]{2,30}/u.exec(open)?.[0]
    return noun && !/级$/u.test(noun) ? {subject: [end, end + noun.length], words: noun, counts: true} : null
  }
  if (words.length > 24 || !/^(?:[，；。、,;）)]|$)/u.test(open) || between.length > 2) return null
  return {subject: [start + bare.length - words.length, start + bare.length], words, counts: true}
}

/** 到2025年，县级救助机构全覆盖 */
function coverage(
  sentence: string,
  text: string,
  from: number,
  to: number,
  told: boolean,
  found: Claim[]
): void {
  for (const match of sentence.matchAll(/全覆盖(?=[，；。,;、”"]|$)/gu)) {
    const at = match.index
    const start = clauseStart(sentence, at)
    const year = yearOf(sentence, at, at + 3)
    if (year === null) continue
    const head = sentence.slice(start, at + 3)
    const verb = full.pattern.exec(head)
    if (!verb) continue
    const claim = subjectOf(sentence, start, start + verb.index, false)
    if (!claim || claim.words.length < 4 || /\d|个$|[“"]/u.test(claim.words)) continue
    found.push({
      subject: claim.words,
      raw: text.slice(from + at, from + at + 3),
      comparator: '=',
      value: 100,
      parts: null,
      unit: '%',
      year,
      until: true,
      told,
      sentence: text.slice(from, to),
      subjectAt: [from + claim.subject[0], from + claim.subject[1]],
      numberAt: [from + at, from + at + 3]
    })
  }
}

/** The words that name the measure: without openers, a date, 从7.5个. An empty clause takes the one before it. */
function subjectOf(sentence: string, start: number, end: number, mayBeEmpty: boolean): Found | null {
  let from = start
  let to = end
  for (let again = true; again;) {
    const head = sentence.slice(from, to)
    const lead = openers.exec(head)?.[0].length ?? dated.exec(head)?.[0].length ?? 0
    from += lead
    again = lead > 0
  }
  const tail =
    /(?:由|从)[^，；]{0,14}?\d[^，；]{0,10}$|(?:总体|力争|原则上|分别|全部|均|都|要|应|比率?为|为)$/u.exec(
      sentence.slice(from, to)
    )
  if (tail) to = from + tail.index
  if (to - from >= 2) return {subject: [from, to], words: sentence.slice(from, to), counts: mayBeEmpty}
  if (mayBeEmpty) return {subject: [to, to], words: '', counts: true}
  if (start === 0) return null
  const before = clauseStart(sentence, start - 1)
  const words = sentence.slice(before, start - 1)
  return /\d/u.test(words) || before === start ? null : subjectOf(sentence, before, start - 1, true)
}

const dated =
  /^(?:力争|争取|预计|计划|在)?(?:到|至|截至)?(?:(?:20\d\d)年?(?:底|末|前|年底|年末)?(?:之前|以前)?|[“"”]?十[一二三四五六七]五[”"]?(?:规划)?(?:时期|期间|期)?(?:末|内)?|规划期末|规划期内)(?:，|,|时|，)?/u

const ending =
  /(?:到|至)(?:20\d\d年|[“"]?十[一二三四五六七]五)|20\d\d年(?:底|末|前)|十[一二三四五六七]五[”"]?(?:时期|期)?末/u

/** 到2025年 · 2020年 · “十三五”末: the last one before the number, else none. */
function yearOf(sentence: string, at: number, end: number): number | null {
  let year: number | null = null
  const when =
    /(?<![\d〔[])((?:19|20)\d\d)年?(?=年|底|末|前|，|,|[^\d号])(?!年?(?:起|以来|开始|至|—|-))|(十[一二三四五六七]五)/gu
  for (const match of sentence.matchAll(when)) {
    if (match.index >= at) break
    if (/《[^》]*$/u.test(sentence.slice(0, match.index))) continue
    if (match[1] && !/年/u.test(sentence.slice(match.index + 4, match.index + 5))) continue
    year = match[1] ? Number(match[1]) : endOfPlan(match[2]!)
  }
  return end > at ? year : null
}

function boundOf(before: string | undefined, after: string | undefined, head: string): Comparator {
  if (before) {
    if (bounds[before]) return bounds[before]
    if (/^不/u.test(before)) return /[低少小]于$/u.test(before) ? '≥' : '≤'
  }
  if (after === '以上') return '≥'
  if (after === '以内' || after === '以下') return '≤'
  return /至少[^，；]{0,6}$/u.test(head) ? '≥' : '='
}

/** Scale and unit behind a number: 万张, % — the longest that is a unit, and not the start of a longer word. */
function unitAfter(text: string): {scale: string | null; unit: string} | null {
  const whole = unitAt(text)
  if (whole) return {scale: null, unit: whole}
  const scale = /^(?:[百千]?[万亿]|万亿)余?多?/u.exec(text)?.[0]
  if (!scale) return null
  const unit = unitAt(text.slice(scale.length))
  return unit ? {scale: scale.replace(/[余多]/gu, ''), unit} : null
}

function clauseStart(sentence: string, at: number): number {
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

function clauseEnd(sentence: string, from: number): number {
  const end = sentence.slice(from).search(/[，；。,;]/u)
  return end < 0 ? sentence.length : from + end
}

/** Inside parentheses, quotes or a title. */
function within(sentence: string, at: number): boolean {
  const head = sentence.slice(0, at)
  return /[（(《〔“][^）)》〕”]*$/u.test(head) && !/^[^（(]*[（(]\d{1,2}[)）]/u.test(sentence.slice(at - 1))
}

/** Raw spans of a stretch of a text node: exact where the text is verbatim, else all of it. */
export function spansWithin(node: Text, [from, to]: Span): Span[] {
  const length = node.trace.reduce((sum, [a, b]) => sum + b - a, 0)
  if (length !== node.value.length) return node.trace.map(([a, b]) => [a, b])
  const spans: Span[] = []
  let at = 0
  for (const [start, end] of node.trace) {
    const a = Math.max(from - at, 0)
    const b = Math.min(to - at, end - start)
    if (a < b) spans.push([start + a, start + b])
    at += end - start
  }
  return spans
}
