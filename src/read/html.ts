import {load} from 'cheerio/slim'
import type {Block, Draft, FrameBlock, GridBlock, GridCell, ParagraphBlock} from '../core/draft.js'
import {isBlank} from '../core/ledger.js'
import {note} from '../core/note.js'
import type {Source, SourceMeta} from '../core/source.js'
import type {Span} from '../core/span.js'
import type {Context} from '../core/stage.js'
import type {Traced} from '../core/traced.js'
import {judge, unseen} from './chrome.js'
import {blocksOf} from './html-blocks.js'
import {metadataOf} from './html-meta.js'
import {headMeta, remarks} from './html-page.js'
import {htmlTree} from './html-tree.js'
import type {FilledCell, LineBlock, PageBlock, TableBlock} from './page-block.js'
import {bodyOf, weigh} from './html-weight.js'

/**
 * A web page → its document.
 * 1. The raw text is the page as decoded, tags and all; markup is posted, every text node is kept or posted.
 * 2. Menus, links, the foot of the site and the like go by a rule each; headings, tables and sentences never go.
 * 3. What the page says of the document (索引号, 发文机关 …) is in `source.meta`.
 * Time and memory grow with the length of the page and with nothing else.
 */
export async function readHtml(source: Source, context: Context): Promise<Draft> {
  const raw = source.text
  const page = htmlTree(raw)
  for (const posting of page.markup) context.post(posting)
  const scale = weigh(page.root)
  const blocks = blocksOf(page.root, raw, bodyOf(page.root, scale), scale)
  const $ = load(page.root)
  const {meta: tags, pageTitle} = headMeta($)
  const {meta: block, blocks: metadata} = metadataOf(blocks)
  const heading = blocks.find(b => b.kind === 'line' && b.hint.level === 1 && b.linked < 0.5)
  const said =
    block.title ?? tags.title ?? (pageTitle !== null && isTitle(pageTitle, blocks) ? pageTitle : null)
  const titles = [block.title, tags.title, pageTitle].filter(t => t !== undefined && t !== null)
  const verdicts = judge(blocks, titles, metadata)
  const kept = blocks.flatMap((b, i) => settle(b, verdicts[i]!, raw, context))
  const meta: SourceMeta = {...tags, ...(said ? {title: said} : {}), ...block}
  if (page.tooDeep)
    context.note(note('warning', 'read/too-deep', 'Elements nest more than 512 deep', page.tooDeep))
  if (page.tooLarge !== null) {
    const reason = 'The page has more elements than can be read; the rest was let go'
    context.note(note('error', 'read/too-large', reason, [page.tooLarge, raw.length]))
  }
  if (page.unfinished)
    context.note(note('warning', 'read/unfinished', 'A tag, comment or script never ends', page.unfinished))
  if (tags.title && block.title && tags.title !== block.title)
    context.note(note('info', 'read/meta-conflict', `Two titles: ${block.title}; ${tags.title}`))
  const title = heading?.kind === 'line' ? heading.line.text : (said ?? null)
  for (const each of remarks($, raw, kept, title)) context.note(each)
  reportLabel(source, context)
  const status = page.tooLarge !== null && source.status === 'ok' ? 'partial' : source.status
  return {source: {...source, meta, status}, blocks: kept}
}

/** The name on the tab is the title of the document where a line of the page says the same, or where it reads like one. */
function isTitle(pageTitle: string, blocks: readonly PageBlock[]): boolean {
  const bare = (text: string) => text.replace(/[\s\u00a0\u3000]+/g, '')
  const words = bare(pageTitle)
  if (words.length < 6) return false
  const shown = (block: PageBlock) =>
    block.kind === 'line' &&
    block.linked < 0.5 &&
    !unseen(block.place.frame) &&
    bare(block.line.text) === words
  return blocks.some(shown) || titleWords.test(words)
}

const titleWords = /(?:规划|纲要|方案|计划|通知|意见|办法|决定|公报)(?:[（(].{1,20}[）)])?$/

/** Kept blocks become blocks of the draft, the others are posted with the rule that let them go. */
function settle(block: PageBlock, rule: string | null, raw: string, context: Context): Block[] {
  if (rule !== null) {
    drop(block, rule, raw, context)
    return []
  }
  if (block.kind === 'line') {
    const text = keep(block, raw, context)
    return text ? [{kind: 'paragraph', text, hint: block.hint} satisfies ParagraphBlock] : []
  }
  if (block.kind === 'frame') {
    const blocks = block.blocks.flatMap(b => settle(b, null, raw, context))
    return blocks.length > 0 ? [{kind: 'frame', blocks, hint: block.hint} satisfies FrameBlock] : []
  }
  return [gridOf(block, raw, context)]
}

function gridOf({rows, hint}: TableBlock, raw: string, context: Context): GridBlock {
  const cellOf = ({blocks, rowSpan, colSpan, header, capped, element}: FilledCell): GridCell => {
    const at = element.startIndex!
    const tag: Span = [at, at + 3]
    if (capped)
      context.note(note('warning', 'read/span-capped', 'A cell spans more than a table can hold', tag))
    if (blocks.some(b => b.kind === 'grid'))
      context.note(note('info', 'read/nested-table', 'A table stands in a cell', tag))
    const texts: Traced[] = []
    for (const line of linesIn(blocks)) {
      const text = keep(line, raw, context)
      if (text) texts.push(text)
    }
    return {blocks: texts, rowSpan, colSpan, header}
  }
  return {kind: 'grid', rows: rows.map(row => row.map(cellOf)), hint}
}

/** Every line of blocks, those in tables and frames too. */
function* linesIn(blocks: readonly PageBlock[]): Generator<LineBlock> {
  for (const block of blocks) {
    if (block.kind === 'line') yield block
    else if (block.kind === 'frame') yield* linesIn(block.blocks)
    else for (const row of block.rows) for (const cell of row) yield* linesIn(cell.blocks)
  }
}

/** The text of a line, with the postings that are due; null where there is none to keep. */
function keep(block: LineBlock, raw: string, context: Context): Traced | null {
  const hidden = unseen(block.place.frame)
  if (hidden) {
    drop(block, hidden, raw, context)
    return null
  }
  for (const posting of block.line.postings) context.post(posting)
  return block.line.pieces.length > 0 ? block.line.pieces : null
}

function drop(block: PageBlock, rule: string, raw: string, context: Context): void {
  for (const {line} of linesIn([block]))
    for (const {start, end} of line.runs)
      if (!isBlank(raw.slice(start, end))) context.post({span: [start, end], fate: 'chrome', rule})
}

/** Says where the page names another encoding than its bytes have. */
function reportLabel({text, encoding}: Source, context: Context): void {
  const label = labelIn(text.slice(0, 4096))
  if (!label || familyOf(label.encoding) === familyOf(encoding)) return
  const reason = `The page calls itself ${label.encoding} (${label.where}); its bytes are ${encoding}`
  context.note(note('info', 'read/encoding-label', reason))
}

/** GB2312 and GBK are parts of GB18030, and their labels are used for one another. */
function familyOf(encoding: string): string {
  const name = encoding.toLowerCase().replace(/[^a-z0-9]/g, '')
  return /^(?:x?gbk|(?:cs|hz)?gb2312(?:80)?|gb18030|cp936|ms936|windows936)$/.test(name) ? 'gb18030' : name
}

/** The encoding a page or the header saved with it claims, and where; null where it claims none. Never throws. */
export function htmlEncodingHint(
  bytes: Uint8Array
): {readonly encoding: string; readonly where: string} | null {
  return labelIn(Buffer.from(bytes.subarray(0, 4096)).toString('latin1').replaceAll('\0', ''))
}

const labels: readonly (readonly [where: string, pattern: RegExp])[] = [
  ['HTTP header', /^HTTP\/[^]*?\ncontent-type:[^\r\n]*charset=["']?([\w-]+)/i],
  ['meta charset', /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i],
  ['XML declaration', /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i]
]

function labelIn(head: string): {readonly encoding: string; readonly where: string} | null {
  for (const [where, pattern] of labels) {
    const encoding = pattern.exec(head)?.[1]
    if (encoding) return {encoding: encoding.toLowerCase(), where}
  }
  return null
}
