import type {CheerioAPI} from 'cheerio/slim'
import {Element} from 'domhandler'
import type {Block} from '../core/draft.js'
import {textsOf} from '../core/draft.js'
import {note, type Note} from '../core/note.js'
import type {SourceMeta} from '../core/source.js'
import {textOf} from '../core/traced.js'
import {toIso} from './html-meta.js'
import {metaNames} from './html-meta.rules.js'
import {headline, reporting, thresholds} from './html.rules.js'

/** What the head of the page says in `<meta>` and `<title>`. */
export function headMeta($: CheerioAPI): {readonly meta: SourceMeta; readonly pageTitle: string | null} {
  const meta: Record<string, string> = {}
  const html = $.root().children('html')
  /** One by one: joining sets of siblings sorts them, which takes the square of their number. */
  const top = [
    $.root().children(),
    html.children(),
    $.root().children('head').children(),
    html.children('head').children()
  ]
  const heads = top.flatMap(set => set.toArray())
  for (const element of heads) {
    if (element.name !== 'meta' || !('content' in element.attribs)) continue
    const {name, property, content = ''} = element.attribs
    const field = metaNames[(name ?? property ?? '').toLowerCase()]
    const value = field === 'publishedOn' ? toIso(content) : content.trim()
    if (field && value) meta[field] ??= value
  }
  const pageTitle =
    $(heads.find(e => e.name === 'title'))
      .text()
      .replace(/\s+/g, ' ')
      .trim() || null
  return {meta, pageTitle: pageTitle === null ? null : withoutSite(pageTitle)}
}

/** 规划标题_政务公开_青禾县人民政府 → 规划标题 */
function withoutSite(title: string): string {
  const parts = title.split(/\s*[_|｜]\s*|\s+[-–—]\s+|-(?=[^-]*(?:政府|网站|门户|信息公开|局)[^-]*$)/)
  return parts[0]!.trim() || title
}

const file = /\.(docx?|wps|pdf|xlsx?|et|rar|zip|ofd|ceb)(?:[?#]|$)/i
const fileAnywhere = /\.(?:docx?|wps|pdf|xlsx?|et|rar|zip|ofd|ceb)\b/i
const plan = /规划|纲要|方案|计划|目标/
const chapter = /^\s*(?:第[一二三四五六七八九十]{1,3}[编篇章节]|[一二三四五六七八九十]{1,3}、)/

/** Is the plan on this page at all? */
export function remarks($: CheerioAPI, raw: string, blocks: readonly Block[], title: string | null): Note[] {
  const notes: Note[] = []
  const texts = [...textsOf(blocks)].map(textOf)
  const chars = texts.reduce((sum, text) => sum + text.length, 0)
  const chapters = texts.filter(text => chapter.test(text) && text.length < 60).length
  const short = chars < thresholds.short.value && chapters < 3
  const attached: {name: string; at: readonly [number, number] | null}[] = []
  if (fileAnywhere.test(raw))
    $('a[href]').each((_, link) => {
      const name = $(link).text().replace(/\s+/g, '')
      const {href = '', title: tip = ''} = link.attribs
      if (file.test(href) || file.test(name)) attached.push({name: name || tip || href, at: spanOf(link)})
    })
  if (fileAnywhere.test(raw))
    $('iframe[src], embed[src]').each((_, shown) => {
      const name = shown.attribs['src'] ?? ''
      if (file.test(name)) attached.push({name: `${title ?? ''} ${name}`.trim(), at: spanOf(shown)})
    })
  const pages = Number(/createPageHTML\(\s*(\d+)/.exec(raw)?.[1] ?? 1)
  const next =
    /下\s*一\s*页/.test(raw) &&
    $('a[href]')
      .toArray()
      .some(link => isNextPage($(link).text(), link.attribs['href']!))
  if (pages > 1 || next)
    notes.push(
      note('warning', 'read/continued', 'The text goes on on another page of the site, which is not here')
    )
  const announced = attached.filter(a => plan.test(a.name))
  if (short && announced.length > 0) {
    for (const {name, at} of announced)
      notes.push(
        note('warning', 'read/attachment-missing', `The plan is attached and not on the page: ${name}`, at)
      )
  } else if (short && texts.some(text => /^附件[:：]?\s*\d?[.．、]?.{0,60}(?:规划|纲要)/.test(text.trim())))
    notes.push(
      note('warning', 'read/attachment-missing', 'The plan is named as an annex and not on the page')
    )
  else if (attached.length > 0)
    notes.push(
      note(
        'info',
        'read/attachment',
        `Attached files: ${attached
          .map(a => a.name)
          .join('; ')
          .slice(0, 300)}`,
        attached[0]!.at
      )
    )
  const about = title ?? texts.find(text => text.trim() !== '') ?? ''
  const reported = texts.slice(0, 12).some(text => reporting.pattern.test(text.trim()))
  const explained = /解读|图解|一图|读懂|答记者问|发布会|问答/.test(about)
  if (headline.pattern.test(about) && (explained || reported || short))
    notes.push(
      note('warning', 'read/news', `The page tells of a plan and is not the plan: ${about.slice(0, 80)}`)
    )
  return notes
}

function spanOf(element: Element): readonly [number, number] | null {
  const {startIndex, endIndex} = element
  return startIndex !== null && endIndex !== null && startIndex < endIndex ? [startIndex, endIndex] : null
}

const isNextPage = (text: string, href: string) =>
  /^[【[]?下\s*一\s*页[】\]]?[>»]*$/.test(text.trim()) && !/^(?:#|javascript:(?:void|;))/.test(href)
