import {splitContents} from './contents.js'
import {
  attachment,
  contentsWord,
  dateLine,
  docNumber,
  issuerLine,
  noticeTitle,
  planName,
  salutation,
  signedLine
} from './notices.rules.js'
import {squeeze} from '../zh/han.js'
import type {Line} from './lines.js'

/** One document of a source, before it is a tree: the lines of its notice, its title, and the rest. */
export interface Part {
  readonly notice: readonly Line[]
  readonly title: readonly Line[]
  /** What stands between title and text: 楚雄州民政局, 2022年6月, （2021—2025年）. */
  readonly front: readonly Line[]
  readonly body: readonly Line[]
  /** The contents page, where it stands before the title. */
  readonly contents?: readonly Line[]
}

/** Splits the lines of a source into its documents: each 印发通知 opens one. A source without a notice is one document. */
export function splitDocuments(lines: readonly Line[]): Part[] {
  const starts = noticeStarts(lines)
  if (starts.length === 0) return lines.length === 0 ? [] : splitPlans(withoutNotice(lines, []))
  if (starts[0]! > 0 && hasSubstance(lines.slice(0, starts[0]))) starts.unshift(0)
  else starts[0] = 0
  return starts.flatMap((start, i) => {
    const part = lines.slice(start, starts[i + 1])
    const end = noticeEnd(part)
    return splitPlans(withoutNotice(part.slice(end), part.slice(0, end)))
  })
}

const hasSubstance = (lines: readonly Line[]) =>
  lines.some(line => line.text.length > 60 || line.block.kind !== 'paragraph')

/** A notice opens with its title; it is known by the salutation, the document number, or both. */
function noticeStarts(lines: readonly Line[]): number[] {
  const starts: number[] = []
  let last = -1
  for (const [i, line] of lines.entries()) {
    const sure = salutation.pattern.test(line.plain) || docNumber.pattern.test(line.plain)
    if (!sure || line.text === '') continue
    const start = titleAbove(lines, i, last)
    if (start < 0) continue
    if (starts.length === 0 || start > last) starts.push(start)
    last = i
  }
  return starts
}

/** First line of the notice title that ends above line `i`, or -1. It is up to four lines high and ends in 通知 or its like. */
function titleAbove(lines: readonly Line[], i: number, floor: number): number {
  let end = i - 1
  while (
    end > floor &&
    i - end < 4 &&
    !noticeTitle.pattern.test(joined(lines, end)) &&
    !/(?:通知|决定|意见|批复|公告)$/u.test(squeeze(lines[end]!.plain))
  )
    end--
  if (end <= floor || i - end >= 4) return -1
  let start = end
  while (
    start - 1 > floor &&
    end - start < 3 &&
    isTitleLine(lines[start - 1]!) &&
    !/关于/u.test(lines[start]!.plain)
  )
    start--
  return noticeTitle.pattern.test(squeeze(text(lines.slice(start, end + 1)))) ||
    /通知$/u.test(squeeze(lines[end]!.plain))
    ? start
    : -1
}

const joined = (lines: readonly Line[], end: number) =>
  squeeze(text(lines.slice(Math.max(0, end - 2), end + 1)))
const text = (lines: readonly Line[]) => lines.map(line => line.plain).join('')

function isTitleLine(line: Line): boolean {
  return (
    line.text !== '' &&
    line.text.length <= 60 &&
    line.mark === null &&
    !/[。；：:]$/u.test(line.text) &&
    !dateLine.pattern.test(line.plain)
  )
}

/** 一、 and 1. order what a notice asks for; 附件： names what it sends. */
const inNotice: ReadonlySet<string> = new Set(['enum1', 'enum3', 'none'])

/** Lines that belong to the notice: up to its date, or its signature, or the end of its first paragraph. */
function noticeEnd(part: readonly Line[]): number {
  const limit = Math.min(part.length, 40)
  let seen = 0
  let names: ReadonlySet<string> = new Set()
  for (let i = 0; i < limit; i++) {
    const line = part[i]!
    if (seen > 0 && i > seen && names.has(nameOf(line))) return i
    if (salutation.pattern.test(line.plain) || noticeTitle.pattern.test(line.plain)) seen = i + 1
    if (line.plain.includes('《')) names = namesIn(text(part.slice(0, i + 1)))
    const dated = dateLine.pattern.test(line.plain) || signedLine.pattern.test(line.plain)
    if (seen > 0 && dated && i > seen - 1) return takeRemarks(part, i + 1)
    if (line.mark !== null && !inNotice.has(line.mark.rank)) break
    if (contentsWord.pattern.test(line.plain)) break
  }
  return seen === 0 ? 0 : Math.min(seen + (isProse(part[seen]) ? 1 : 0), part.length)
}

/** The line as a name: without white space and a remark in brackets. */
const nameOf = (line: Line) => squeeze(line.plain).replace(/[（(].{1,20}[)）]$/u, '')

const isProse = (line: Line | undefined) => line !== undefined && /[。]$/u.test(line.text)

/** （此件公开发布）, 附件：… under the date. */
function takeRemarks(part: readonly Line[], end: number): number {
  while (
    end < part.length &&
    /^[（(].{2,16}[)）]$|^附件?\s*[：:]/u.test(part[end]!.text) &&
    !/^[（(]\d{4}/u.test(part[end]!.text)
  )
    end++
  return end
}

function withoutNotice(rest: readonly Line[], head: readonly Line[]): Part {
  const labels = rest.findIndex(line => !attachment.pattern.test(line.plain))
  const notice = labels > 0 ? [...head, ...rest.slice(0, labels)] : head
  const all = labels > 0 ? rest.slice(labels) : rest
  const {before, contents, after} = splitContents(all)
  if (before.length > 0 || contents.length === 0) return titled(all, notice)
  const part = titled(after, notice)
  return {...part, contents}
}

function titled(lines: readonly Line[], notice: readonly Line[]): Part {
  const from = titleLines(lines, notice)
  let to = from
  while (to < lines.length && to - from < 6 && isFront(lines[to]!)) to++
  return {notice, title: lines.slice(0, from), front: lines.slice(from, to), body: lines.slice(to)}
}

const titleWord =
  /(?:规划|计划|纲要|方案|办法|规定|规则|条例|意见|细则|决定|通知|报告|章程|预案|行动|的建议)(?:[（(].{1,20}[)）])?$/u

/**
 * How many lines the title at the head takes: until what the notice names in 《》 or what ends like a title, at most three; 0 where
 * none does.
 */
function titleLines(lines: readonly Line[], notice: readonly Line[]): number {
  const named = namesIn(text(notice))
  for (let n = 1; n <= Math.min(3, lines.length); n++)
    if (named.has(squeeze(text(lines.slice(0, n))))) return n
  for (let n = 1; n <= Math.min(3, lines.length); n++) {
    const line = lines[n - 1]!
    if (
      line.block.kind !== 'paragraph' ||
      line.mark !== null ||
      line.text.length > 70 ||
      /[。；：:，]$/u.test(line.text)
    )
      return 0
    if (titleWord.test(text(lines.slice(0, n)))) return titleGoesOn(lines[n]) ? n + 1 : n
  }
  return lines.length > 0 &&
    isTitleLine(lines[0]!) &&
    lines[0]!.text.length <= 50 &&
    (lines[1]?.text.length ?? 0) > 60
    ? 1
    : 0
}

/** 和二〇三五年远景目标纲要: a title of two parts goes on in a line that begins with a conjunction and ends like a title. */
const titleGoesOn = (line: Line | undefined) =>
  line !== undefined &&
  line.text.length <= 40 &&
  /^[和及与暨]/u.test(line.plain) &&
  titleWord.test(line.plain)

/**
 * Several plans under each other without notices: where a line that names another plan stands between two texts that both count
 * from one, a new document begins.
 */
function splitPlans(part: Part): Part[] {
  const [head, ...more] = planStarts(part.body, squeeze(text(part.title)))
  if (head === undefined) return [part]
  const starts = [head, ...more]
  return [
    {...part, body: part.body.slice(0, head)},
    ...starts.map((start, i) => withoutNotice(part.body.slice(start, starts[i + 1]), []))
  ]
}

function planStarts(body: readonly Line[], title: string): number[] {
  const starts: number[] = []
  let reached = new Set<string>()
  let prose = false
  for (const [i, line] of body.entries()) {
    prose ||= line.mark === null && isProse(line)
    if (line.mark?.ordinal && line.mark.ordinal > 1) reached.add(line.mark.rank)
    if (!planName.pattern.test(line.plain) || line.mark || line.box || line.text.length > 60) continue
    if (!prose || squeeze(line.plain) === title) continue
    const first = body.slice(i + 1, i + 12).find(next => next.mark && isTop.has(next.mark.rank))?.mark
    if (first?.ordinal !== 1 || !reached.has(first.rank)) continue
    starts.push(attachment.pattern.test(body[i - 1]?.plain ?? '') ? i - 1 : i)
    reached = new Set()
    prose = false
  }
  return starts
}

const isTop: ReadonlySet<string> = new Set(['part', 'chapter', 'enum1'])

/** What stands in 《》, without white space. */
function namesIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/《([^《》]{4,80})》/gu)].map(match => squeeze(match[1]!)))
}

function isFront(line: Line): boolean {
  return (
    line.text !== '' &&
    line.mark === null &&
    line.text.length <= 60 &&
    (/^[（(].{2,58}[)）]$/u.test(line.text) ||
      /^(?:组织)?(?:编制|发布|主编|承编)(?:单位|机关|时间|日期)[：:]/u.test(line.plain) ||
      dateLine.pattern.test(line.plain) ||
      issuerLine.pattern.test(line.plain) ||
      docNumber.pattern.test(line.plain))
  )
}
