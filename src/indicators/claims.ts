import type {Span} from '../core/span.js'
import {narrow, readScale, times} from '../zh/numerals.js'
import {actionAhead, crowded, full, past as pasts} from './claims.rules.js'
import {namesApart} from './apart.js'
import {clauseEnd, clauseStart, ending, subjectOf, within, yearOf, type Found} from './clauses.js'
import type {Comparator, Part} from './schema.js'
import {asAction, asLevel, asNext, asShare} from './shapes.js'
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
  /** 由3张提高到6张: the year or period that stands before it, which may be that of the first number. */
  readonly since: number | null
  /** The year is written as an end: 到2025年, 2025年底. A bare year may be one that is told of. */
  readonly until: boolean
  /** True where the words around it report. */
  readonly told: boolean
  readonly sentence: string
  /** Offsets of subject and of number within the text. */
  readonly subjectAt: Span
  readonly numberAt: Span
}

const reports = pasts[1]!
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
/** All claims of a text, sentence by sentence. Texts without a digit or 全覆盖 cost one scan. */
export function claimsIn(text: string): Claim[] {
  if (text.length < 6 || !/[\d０-９]|全覆盖/u.test(text)) return []
  const plain = narrow(text)
  const found: Claim[] = []
  for (let from = 0; from < plain.length && found.length < crowded.value;) {
    const {stop, worth} = nextSentence(plain, from)
    if (worth && stop - from > 5) claimsOf(plain, text, from, stop, found)
    from = stop + 1
  }
  return found
}

/** A sentence with more numbers than this is a list that lost its lines. */
const most = 60

/** No sentence is longer than this: what has no stops is cut at a pause, else anywhere, so that it stays cheap. */
const longest = 1200

/** Where a sentence ends, and whether it holds a digit or 全 at all. */
function nextSentence(text: string, from: number): {readonly stop: number; readonly worth: boolean} {
  const end = Math.min(text.length, from + longest)
  let pause = -1
  let worth = false
  for (let i = from; i < end; i++) {
    const c = text.charCodeAt(i)
    if (c === 0x3002 || c === 0xff01 || c === 0xff1f || c === 10) return {stop: i, worth}
    if ((c >= 0x30 && c <= 0x39) || c === 0x5168) worth = true
    else if (c === 0xff1b || c === 0xff0c) pause = i
  }
  return {stop: end === text.length || pause < 0 ? end : pause, worth}
}

function claimsOf(plain: string, text: string, from: number, to: number, found: Claim[]): void {
  const sentence = plain.slice(from, to)
  let past: boolean | null = null
  const told = () => (past ??= reports.pattern.test(sentence))
  let last: {claim: Found; end: number} | null = null
  let shared = 0
  let previous = ''
  let apart: Apart | null = null
  let seen = 0
  for (const match of sentence.matchAll(figures)) {
    if (++seen > most) break
    const at = match.index
    if (/[\dA-Za-z第+〔[“"'‘/.《]/u.test(sentence[at - 1] ?? '') || within(sentence, at)) continue
    let value: number | null = Number(match[0].replaceAll(',', ''))
    let end = at + match[0].length
    let parts: Part[] | null = null
    const range = /^(?:%)?\s*[-—–~～至]\s*(\d+(?:\.\d+)?)/u.exec(sentence.slice(end))
    if (range) {
      parts = [value, Number(range[1])]
      value = null
      end += range[0].length
    } else if (/\d%?\s*[-—–~～至]$/u.test(sentence.slice(Math.max(0, at - 6), at))) continue
    const gap = /^\s*/u.exec(sentence.slice(end))![0].length
    const unit = unitAfter(sentence.slice(end + gap))
    if (!unit) continue
    const kind = readUnit(unit.unit)!.kind
    if (kind === 'other') continue
    const lasts = kind === 'time'
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
    let claim: Found | null
    if (apart && at < apart.until) claim = nextOf(apart)
    else {
      claim =
        asLevel(sentence, start, bare, before !== null, unit.unit, lasts, end) ??
        (lasts
          ? null
          : (asShare(sentence, bare, unit.unit, end) ??
            asAction(sentence, start, bare, end) ??
            asNext(sentence, start, bare, end, last)))
      if (claim?.apart) {
        const until = clauseEnd(sentence, at)
        const count = sentence.slice(at, until).match(figures)!.length
        apart = {names: namesApart(claim.words, count) ?? [], of: claim, until}
        claim = nextOf(apart)
      }
    }
    if (!claim) continue
    last = {claim, end}
    if (claim.shares) shared = claim.subject[1]
    const words = completed(claim.words, previous)
    previous = words
    const climbs = !of && /[由从從][^，；]*\d[^，；]*(?:到|至)$/u.test(bare)
    const year = yearOf(sentence, at, end)
    if (words.replace(/[^\p{Script=Han}]/gu, '').length < 2 || /^完成全.$/u.test(words)) continue
    const at0 = before ? start + before.index : at
    found.push({
      subject: words,
      raw: text.slice(from + at0, from + end),
      comparator: boundOf(before?.[1], after?.[1], head),
      value,
      parts,
      unit: unit.unit,
      year: of ? Number(of[1]) : climbs ? null : year,
      since: climbs ? year : null,
      until: !of && ending.test(sentence.slice(0, at)),
      told: told(),
      sentence: text.slice(from, to),
      subjectAt: [from + claim.subject[0], from + claim.subject[1]],
      numberAt: [from + at0, from + end]
    })
  }
  coverage(sentence, text, from, to, told, found)
}

const verbs = new RegExp(`^(?:${actionAhead.source}|升级|加固|和|、)+`, 'u')

/** 新建殡仪馆2个、改造4个: a verb alone takes the noun of the claim before it. */
function completed(words: string, before: string): string {
  const noun = before.replace(verbs, '')
  return verbs.exec(words)?.[0] === words && noun !== before ? words + noun : words
}

/** Names that 分别 hands numbers out to, up to the end of the clause. */
interface Apart {
  readonly names: string[]
  readonly of: Found
  readonly until: number
}

function nextOf({names, of}: Apart): Found | null {
  const words = names.shift()
  return words === undefined ? null : {...of, words}
}

/** 到2025年，县级救助机构全覆盖 */
function coverage(
  sentence: string,
  text: string,
  from: number,
  to: number,
  told: () => boolean,
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
      since: null,
      until: true,
      told: told(),
      sentence: text.slice(from, to),
      subjectAt: [from + claim.subject[0], from + claim.subject[1]],
      numberAt: [from + at, from + at + 3]
    })
  }
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
  if (whole && /^(?:工作日|自然日|月|小时|学时|课时)/u.test(text.slice(whole.length))) return null
  if (whole) return {scale: null, unit: whole}
  const scale = /^(?:[百千]?[万亿]|万亿)余?多?/u.exec(text)?.[0]
  if (!scale) return null
  const unit = unitAt(text.slice(scale.length))
  return unit ? {scale: scale.replace(/[余多]/gu, ''), unit} : null
}
