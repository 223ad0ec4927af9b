import {note} from '../core/note.js'
import type {Source} from '../core/source.js'
import type {Context} from '../core/stage.js'
import type {Meta, PlanPeriod} from '../tree/nodes.js'
import {squeeze} from '../zh/han.js'
import {ordinalOf} from '../zh/ordinals.js'
import {simplified} from '../zh/traditional.js'
import {place} from './contents.js'
import type {Part} from './documents.js'
import type {Line} from './lines.js'
import {attachment, dateLine, docNumber, issuerLine, signedLine} from './notices.rules.js'

/** What a document says of itself: title, number, issuer, region, period, dates; null where it does not say. */
export function readMeta(part: Part, source: Source, ordinal: number, context: Context): Meta {
  const inferred: string[] = []
  const head = [...part.notice, ...part.front]
  const number = firstOf(head, line => (docNumber.pattern.test(line.plain) ? line : null))
  const noticeTitle = noticeTitleOf(part.notice)
  const title =
    part.title.map(line => line.text).join('') ||
    namedIn(noticeTitle) ||
    source.meta.title ||
    noticeTitle ||
    ''
  if (title === '')
    context.note(
      note(
        'warning',
        'segment/no-title',
        'The document has no title line',
        part.body[0] ? place(part.body[0]) : null
      )
    )
  const issuer = issuerOf(part, noticeTitle) ?? source.meta.issuer ?? null
  const signed = dateOf(part)
  if (signed?.inferred) infer(inferred, 'signedOn', signed.iso, signed.line, context)
  const parsed = number ? readDocNumber(number.text) : null
  if (parsed?.inferred && number) infer(inferred, 'docNumber', parsed.text, number, context)
  const own = ordinal === 1 ? source.meta : {...source.meta, signedOn: undefined, docNumber: undefined}
  return {
    id: `${source.id}.${ordinal}`,
    source: source.id,
    ordinal,
    title,
    docNumber: parsed?.text ?? own.docNumber ?? null,
    issuer,
    region: regionOf(title) ?? regionOf(issuer ?? ''),
    planPeriod: periodOf(title) ?? periodOf(part.front.map(line => line.text).join('')),
    signedOn: signed?.iso ?? own.signedOn ?? null,
    publishedOn: publishedIn(part.notice) ?? source.meta.publishedOn ?? null,
    inferred
  }
}

function infer(inferred: string[], field: string, value: string, line: Line, context: Context): void {
  inferred.push(field)
  context.note(
    note(
      'warning',
      'segment/number-inferred',
      `Damaged ${line.text} was read as ${value}, the one reading left`,
      place(line)
    )
  )
}

function firstOf<T>(lines: readonly Line[], pick: (line: Line) => T | null): T | null {
  for (const line of lines) {
    const found = pick(line)
    if (found !== null) return found
  }
  return null
}

/** The title of the notice: its lines up to the document number or the salutation. */
export function noticeTitleOf(notice: readonly Line[]): string | null {
  const lines: string[] = []
  for (const line of notice) {
    if (attachment.pattern.test(line.plain)) break
    if (lines.length === 0 && /(?:公报|文件)$/u.test(line.plain)) continue
    if (docNumber.pattern.test(line.plain) || /[：:]$/u.test(line.text) || lines.length === 4) break
    lines.push(line.text)
    if (/(?:通知|决定|意见|批复|公告|函)$/u.test(squeeze(line.plain))) break
  }
  const joined = lines.join('')
  const glued = /^.{4,120}?关于.{2,120}?的(?:通知|决定|意见|批复|公告)/u.exec(joined)
  return glued?.[0] ?? (joined.length > 0 && joined.length < 160 ? joined : null)
}

const namedIn = (noticeTitle: string | null) =>
  noticeTitle ? (/《(.+)》/u.exec(noticeTitle)?.[1] ?? null) : null

const sound = /^(.+?)[〔［[(（【﹝]\s*((?:19|20)\d{2})\s*[〕］\])）】﹞]\s*(?:第)?(\d{1,4})号$/u
const broken = /^(.+?)[〔［[(（【﹝]\s*((?:19|20)\d{2})\s*[〕］\])）】﹞]?\s*(\d{1,3})号?$/u

/** A document number in its standard dress, `inferred` where glyphs were lost: 云政办发〔20187 → 云政办发〔2018〕7号. */
export function readDocNumber(text: string): {text: string; inferred: boolean} | null {
  const bare = squeeze(text).replace(/號/gu, '号')
  const whole = sound.exec(bare)
  if (whole) return {text: `${whole[1]}〔${whole[2]}〕${Number(whole[3])}号`, inferred: false}
  const left = broken.exec(bare)
  return left ? {text: `${left[1]}〔${left[2]}〕${Number(left[3])}号`, inferred: true} : null
}

/** An ISO date, as precise as the text: 2022年6月 → 2022-06. Damaged ones only where one valid reading is left: 2018226 → 2018-02-26. */
export function readDate(text: string): {iso: string; inferred: boolean} | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[（()）\s]/gu, '')
    .replace(/^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/u, '$1年$2月$3日')
  const match =
    /^(\d{4}|[二〇○零0一三四五六七八九]{4})年(\d{1,2}|[一二三四五六七八九十]{1,3})月(?:(\d{1,2}|[一二三四五六七八九十廿卅]{1,3})日)?$/u.exec(
      plain
    )
  if (match) {
    const [year, month, day] = match
      .slice(1)
      .map(part =>
        part === undefined
          ? undefined
          : (ordinalOf(part.replace(/0/gu, part.length === 4 && /[〇二]/u.test(part) ? '〇' : '0')) ?? NaN)
      )
    return valid(year!, month!, day) ? {iso: iso(year!, month!, day), inferred: false} : null
  }
  const digits = /^(\d{4})年?(\d{1,4})月?(\d{0,2})日?$/.exec(plain)
  if (!digits || digits[2] === undefined) return null
  const year = Number(digits[1])
  const rest = digits[2] + digits[3]
  const readings = [1, 2].flatMap(n => {
    const [month, day] = [Number(rest.slice(0, n)), Number(rest.slice(n))]
    return rest.length > n && !rest.slice(n).startsWith('0') && valid(year, month, day)
      ? [iso(year, month, day)]
      : []
  })
  return readings.length === 1 ? {iso: readings[0]!, inferred: true} : null
}

const pad = (n: number) => String(n).padStart(2, '0')
const iso = (year: number, month: number, day?: number) =>
  `${year}-${pad(month)}${day === undefined ? '' : `-${pad(day)}`}`
const valid = (year: number, month: number, day = 1) =>
  year >= 1949 &&
  year <= 2100 &&
  month >= 1 &&
  month <= 12 &&
  day >= 1 &&
  day <= new Date(Date.UTC(year, month, 0)).getUTCDate()

function dateOf(part: Part): {iso: string; inferred: boolean; line: Line} | null {
  for (const line of [...part.front, ...part.notice].reverse()) {
    const signed = signedLine.pattern.exec(line.plain)
    if (!signed && !dateLine.pattern.test(line.plain)) continue
    const date = readDate(signed?.[2] ?? line.text)
    if (date) return {...date, line}
  }
  for (const line of part.notice) {
    const match = /(?:19|20)\d{2}年\d{1,2}月\d{1,2}日(?=\s*(?:[（(]此件|$))/u.exec(line.text)
    const date = match ? readDate(match[0]) : null
    if (date) return {...date, line}
  }
  return null
}

function publishedIn(notice: readonly Line[]): string | null {
  const match = /发布(?:日期|时间)[：:]\s*(\d{4})[-年/.](\d{1,2})[-月/.](\d{1,2})/u.exec(
    notice.map(line => line.text).join('\n')
  )
  return match ? iso(Number(match[1]), Number(match[2]), Number(match[3])) : null
}

/** The body that signs: its line above the date, or the name that opens the notice's title, or the line under the plan's title. */
function issuerOf(part: Part, noticeTitle: string | null): string | null {
  const signing = [...part.notice]
    .reverse()
    .find(
      (line, i, all) =>
        issuerLine.pattern.test(line.plain) && (i === 0 || dateLine.pattern.test(all[i - 1]!.plain))
    )
  if (signing) return signing.text
  for (const line of part.notice) {
    const signed = signedLine.pattern.exec(line.plain)
    if (signed) return line.text.slice(0, signed[1]!.length)
  }
  const named = noticeTitle ? /^(.{4,30}?)关于/u.exec(noticeTitle)?.[1] : undefined
  if (named && issuerLine.pattern.test(named)) return named
  return part.front.find(line => issuerLine.pattern.test(line.plain))?.text ?? null
}

const regionName =
  /^([\u4e00-\u9fff]{2,11}?(?:自治区|自治州|自治县|省|市|州|盟|地区|县|旗|区))(?!域|划|块|位|长)/u

/** The region a title or a body's name begins with. */
export function regionOf(text: string): string | null {
  const bare = text.replace(/^中共/u, '')
  const name = bare.slice(0, regionName.exec(simplified(bare))?.[1]!.length ?? 0) || null
  return name === null || /^(?:城市|全国|城乡|社区|农村|国家)/u.test(name) ? null : name
}

/** “十四五” → 2021 to 2025 (the third plan began in 1966, each runs five years); else a range of years in the title. */
export function periodOf(title: string): PlanPeriod | null {
  const text = simplified(title)
  const named =
    /第([一二三四五六七八九十]{1,3})个五年/u.exec(text) ??
    /(?<![一二三四五六七八九十〇○零0-9])([一二三四五六七八九十]{1,3})五(?:[”"]|(?=时期|期间|末|[\u4e00-\u9fff]{0,24}(?:规划|计划|纲要|方案)))/u.exec(
      text
    )
  const n = named ? ordinalOf(named[1]!) : null
  if (n !== null && n >= 6 && n <= 30) {
    const start = 1966 + 5 * (n - 3)
    return {name: `${named![1]}五`, start, end: start + 4}
  }
  const range = /((?:19|20)\d{2})\s*年?\s*[-—－–~～至]+\s*((?:19|20)\d{2})\s*年?/u.exec(text)
  return range && Number(range[2]) > Number(range[1])
    ? {name: `${range[1]}—${range[2]}`, start: Number(range[1]), end: Number(range[2])}
    : null
}
