import {lineRules, relatedHeading, thresholds} from './chrome.rules.js'
import type {LineBlock, PageBlock} from './page-block.js'
import {isProse} from './html-meta.js'

/**
 * Which blocks of a page are furniture of the site, and by which rule; null is text of the document.
 * A data table, a heading, a title and a sentence are never furniture, wherever they stand.
 */
export function judge(
  blocks: readonly PageBlock[],
  titles: readonly string[],
  metadata: ReadonlySet<number>
): (string | null)[] {
  const named = titles.map(squeeze).filter(t => t.length >= 4)
  const bodyLines = blocks.flatMap((b, i) =>
    b.kind === 'line' && b.place.inBody && b.line.text !== '' ? [i] : []
  )
  const firstProse = blocks.findIndex(b => isSentence(b) && b.place.inBody)
  const lastProse = blocks.findLastIndex(b => (isSentence(b) || b.kind !== 'line') && b.place.inBody)
  const edge = {from: bodyLines[12] ?? Infinity, to: bodyLines.at(-30) ?? -1}
  const verdicts: (string | null | 'maybe')[] = []
  let related = false
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!
    if (metadata.has(i)) verdicts.push('read/metadata')
    else if (block.kind !== 'line') {
      related = false
      verdicts.push(ofTable(block))
    } else if (block.line.text === '') verdicts.push(null)
    else {
      const outer = i < firstProse || i > lastProse || i < edge.from || i > edge.to
      const verdict = ofLine(block, {
        named,
        outer,
        beyond: firstProse < 0 || i < firstProse || i > lastProse,
        related
      })
      if (verdict === relatedHeading.id) related = true
      else if (
        related &&
        verdict !== 'read/link-list' &&
        !/^[[（(]?[\d\-/.年月日:]+[\])）]?$/.test(squeeze(block.line.text))
      )
        related = false
      verdicts.push(related && verdict === 'maybe' ? 'read/link-list' : verdict)
    }
  }
  return settle(blocks, verdicts)
}

const squeeze = (text: string) => text.replace(/[\s\u00a0\u3000]+/g, '')

function isSentence(block: PageBlock): boolean {
  return (
    block.kind === 'line' &&
    block.linked < 0.5 &&
    isProse(block.line.text) &&
    unseen(block.place.frame) === null
  )
}

/** Places whose text nobody reads as text, whatever it says. */
export function unseen(frame: string | null): string | null {
  return frame && /^read\/(?:hidden|form|no-script|page-title|page-edge)$/.test(frame) ? frame : null
}

function ofTable(block: Exclude<PageBlock, LineBlock>): string | null {
  const sure = unseen(block.place.frame)
  if (sure || block.kind === 'frame') return sure
  const elsewhere = !block.place.inBody && block.linked >= thresholds.linked.value
  return elsewhere ? (block.place.frame ?? 'read/link-list') : null
}

const heading =
  /^(?:第[一二三四五六七八九十百零〇\d]{1,4}[编篇章节条部]|[一二三四五六七八九十]{1,3}[、．.]|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,2}[、．]|附[件录表]|目录$|前言$|引言$|序言$|专栏|表\d|——)/
const title =
  /(?:规划|纲要|方案|计划|通知|意见|办法|决定|公报|公告|报告|细则|规定|批复|条例|说明)(?:[（(].{1,20}[）)])?$|[〔[（(]\d{4}[〕\]）)]\d+号$/
const signedDate =
  /^[一二三四五六七八九〇○零\d]{4}年[一二三四五六七八九十\d]{1,3}月[一二三四五六七八九十\d]{1,3}日$/
const file = /\.(?:docx?|wps|pdf|xlsx?|et|rar|zip|ofd|txt|ceb|jpg|png)(?:[?#]|$)/i

/** What no text says of itself, near an end of the body; other furniture is believed only after its last sentence. */
const buttons = new Set(['read/breadcrumb', 'read/print-links', 'read/share', 'read/previous-next'])

interface Near {
  readonly named: readonly string[]
  /** Near an end of the body, or outside it. */
  readonly outer: boolean
  /** Before the first sentence of the body or after its last. */
  readonly beyond: boolean
  readonly related: boolean
}

/** `maybe`: a short text outside the body, which depends on what is around it. */
function ofLine(block: LineBlock, near: Near): string | null | 'maybe' {
  const {place, linked, hint} = block
  const text = squeeze(block.line.text)
  const sure = unseen(place.frame)
  if (sure) return sure
  const away = linked >= thresholds.linked.value
  const anchor = block.href?.startsWith('#') ?? false
  const attached = (block.href !== null && file.test(block.href)) || /^附件/.test(text)
  const named = near.named.includes(text)
  const isTitle = named || (!away && text.length <= 60 && title.test(text))
  if (near.outer && !named && text.length <= 160) {
    const rule = lineRules.find(each => each.pattern.test(text))
    if (rule && (near.beyond || !place.inBody || buttons.has(rule.id))) return rule.id
  }
  if (near.beyond && relatedHeading.pattern.test(text)) return relatedHeading.id
  if (place.frame) {
    if (!away && (isTitle || heading.test(text) || isProse(text))) return null
    if (!place.inBody) return attached && !away && !near.related ? null : place.frame
    return linked >= 0.5 ||
      (text.length <= 12 && hint.level === undefined && /share|previous|breadcrumb/.test(place.frame))
      ? place.frame
      : null
  }
  const button = block.href === '#' || (block.href?.startsWith('javascript:') ?? false)
  if (away && button && near.beyond && text.length <= 40 && !isTitle) return 'read/print-links'
  if (away && !anchor) {
    if (attached) return place.inBody || !file.test(block.href ?? '') ? null : 'read/attachment'
    if (!place.inBody || near.related) return 'read/link-list'
    return near.beyond && !isTitle && !heading.test(text) ? 'maybe' : null
  }
  if (place.inBody) return null
  return isTitle || heading.test(text) || isProse(text) || signedDate.test(text) ? null : 'maybe'
}

/** What may be furniture is text where text of the document stands on both sides; a row of links in the body goes from three on. */
function settle(blocks: readonly PageBlock[], verdicts: readonly (string | null)[]): (string | null)[] {
  const kept = (i: number) => verdicts[i] === null && !(blocks[i]!.kind === 'line' && textless(blocks[i]!))
  const indices = blocks.map((_, i) => i).filter(kept)
  const first = indices[0] ?? -1
  const last = indices.at(-1) ?? -1
  const isLink = (i: number) => {
    const block = blocks[i]
    return block?.kind === 'line' && verdicts[i] === 'maybe' && block.place.inBody
  }
  return verdicts.map((verdict, i) => {
    if (verdict !== 'maybe') return verdict
    if (isLink(i)) {
      let from = i
      let to = i
      while (isLink(from - 1) && i - from < 3) from--
      while (isLink(to + 1) && to - i < 3) to++
      return to - from >= 2 ? 'read/link-list' : null
    }
    return first >= 0 && i > first && i < last ? null : 'read/outside-body'
  })
}

const textless = (block: PageBlock) => block.kind === 'line' && block.line.text === ''
