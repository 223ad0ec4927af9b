import type {List, ListItem, Nodes, PhrasingContent, Root, RootContent, Table, TableCell} from 'mdast'
import {gfmTableFromMarkdown} from 'mdast-util-gfm-table'
import {gfmTable} from 'micromark-extension-gfm-table'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import type {Block, Draft, Hint, ParagraphBlock} from '../core/draft.js'
import {isBlank, type Posting} from '../core/ledger.js'
import {mapTexts} from '../core/edit.js'
import {note} from '../core/note.js'
import type {Source} from '../core/source.js'
import type {Span} from '../core/span.js'
import type {Context} from '../core/stage.js'
import {limits} from './markdown.rules.js'
import {stretchesOf, tooMuch} from './markdown-stretches.js'
import {spanned, type Place} from './markdown-tables.js'
import {linesOf} from './markdown-text.js'
import {readPlain} from './plain.js'

/**
 * Markdown with GFM tables → a draft; the dialect we write reads back as it was.
 * 1. The raw text is the file; marks are posted, every other character is kept.
 * 2. Only what is surely a mark goes: numbers of lists, `~` of ranges, `*` between digits and unknown tags are text.
 *    Of GFM only tables are read: its ~ and its addresses would take text for marks.
 * 3. A line is a paragraph, as scrapers write it: whether two lines are one is decided where hard line ends are joined.
 */
export function readMarkdown(source: Source, context: Context): Draft {
  const raw = source.text
  const fault = tooMuch(raw)
  if (fault) {
    context.note(note('warning', fault, 'The file is read as plain text: its marks are too many or too deep'))
    return readPlain(source)
  }
  const front = /^---[ \t]*\r?\n[^]{0,4000}?\r?\n---[ \t]*(?:\r?\n|$)/.exec(raw)?.[0] ?? ''
  const fields = /^[\w-]+:/m.test(front) ? front : ''
  if (fields) context.post({span: [0, fields.length], fate: 'chrome', rule: 'read/front-matter'})
  const said = /^title:\s*["']?(.+?)["']?\s*$/m.exec(fields)?.[1]
  const parser = unified()
    .use(remarkParse)
    .data({micromarkExtensions: [gfmTable()], fromMarkdownExtensions: [gfmTableFromMarkdown()]})
  const blocks: Block[] = []
  for (const [start, end] of stretchesOf(raw, fields.length)) {
    const part = raw.slice(start, end)
    const tooMany = (part.match(/[[<*_`!]/g)?.length ?? 0) > limits.marks.value
    if (tooMany)
      context.note(
        note('warning', limits.marks.id, 'A stretch of the file is read as plain text', [start, end])
      )
    const made = tooMany
      ? readPlain({...source, text: part}).blocks
      : build(part, parser.parse(part), posting => context.post(shifted(posting, start)))
    blocks.push(...mapTexts(made, text => text.map(piece => ({...piece, raw: shift(piece.raw, start)}))))
  }
  return {source: {...source, meta: {...source.meta, ...(said ? {title: said} : {})}}, blocks}
}

const shift = ([start, end]: Span, by: number): Span => [start + by, end + by]
const shifted = (posting: Posting, by: number): Posting => ({...posting, span: shift(posting.span, by)})

const startOf = (node: Nodes) => node.position!.start.offset!
const endOf = (node: Nodes) => node.position!.end.offset!

function build(raw: string, root: Root, post: (posting: Posting) => void): Block[] {
  const lines = linesOf(raw, post)

  /** What lies between the parts of a node and is no part: marks where it looks like it, else text of its own. */
  const between = (start: number, end: number, marks: RegExp): Block[] => {
    const slice = raw.slice(start, end)
    if (start >= end || isBlank(slice)) return []
    if (marks.test(slice)) {
      lines.mark(start, end)
      return []
    }
    lines.text(start, end)
    return paragraphs({})
  }

  const paragraphs = (hint: Hint): ParagraphBlock[] =>
    lines.take().map(text => ({kind: 'paragraph', text, hint}))

  const within = (
    node: Nodes & {children: readonly Nodes[]},
    marks: RegExp,
    each: (child: Nodes) => readonly Block[]
  ): Block[] => {
    const blocks: Block[] = []
    let at = startOf(node)
    for (const child of node.children) {
      blocks.push(...between(at, startOf(child), marks), ...each(child))
      at = endOf(child)
    }
    blocks.push(...between(at, endOf(node), marks))
    return blocks
  }

  const flow = (node: Nodes, hint: Hint): readonly Block[] => {
    switch (node.type) {
      case 'heading':
        phrases(node.children, startOf(node), endOf(node))
        return paragraphs(
          /^ {0,3}#/.test(raw.slice(startOf(node), startOf(node) + 9))
            ? {...hint, level: node.depth, style: 'heading'}
            : hint
        )
      case 'paragraph': {
        phrases(node.children, startOf(node), endOf(node))
        const bold =
          node.children.length > 0 && node.children.every(c => c.type === 'strong' || c.type === 'html')
        return paragraphs(bold ? {...hint, bold} : hint)
      }
      case 'blockquote': {
        const blocks = within(node, /^[\s>]*$/, child => flow(child, {}))
        return blocks.length > 0 ? [{kind: 'frame', blocks, hint: {style: 'quotation'}}] : []
      }
      case 'list':
        return within(node, /^[\s>]*$/, child => item(child as ListItem, node, hint))
      case 'table':
        return tableOf(node)
      case 'thematicBreak':
        lines.mark(startOf(node), endOf(node))
        return []
      case 'html':
        html(node.value, startOf(node), endOf(node))
        return paragraphs(hint)
      case 'code':
        code(startOf(node), endOf(node))
        return paragraphs(hint)
      default:
        lines.text(startOf(node), endOf(node))
        return paragraphs(hint)
    }
  }

  const item = (node: ListItem, list: List, hint: Hint): readonly Block[] => {
    const style: Hint = {...hint, style: 'item'}
    const start = startOf(node)
    const marker = /^(?:[-+*]|\d{1,9}[.)])[ \t]*/.exec(raw.slice(start, start + 40))?.[0] ?? ''
    const first = node.children[0]
    const numbered = list.ordered === true
    if (!numbered) lines.mark(start, start + marker.trimEnd().length)
    else {
      lines.text(start, start + marker.length)
      if (first?.type !== 'paragraph' && first?.type !== 'heading') lines.end()
    }
    const blocks: Block[] = []
    let at = start + marker.length
    for (const child of node.children) {
      if (!(numbered && child === first))
        blocks.push(...paragraphs(style), ...between(at, startOf(child), /^[\s>]*$/))
      blocks.push(...flow(child, style))
      at = endOf(child)
    }
    return [...blocks, ...paragraphs(style), ...between(at, endOf(node), /^[\s>]*$/)]
  }

  /** Lines of code are lines of text: in plans an indent of four is an indent and no code. */
  const code = (start: number, end: number) => {
    const fence = /^(?:`{3,}|~{3,})[^\n]*/.exec(raw.slice(start, Math.min(end, start + 200)))?.[0] ?? ''
    const close = fence ? (/\n[ \t>]*(?:`{3,}|~{3,})[ \t]*$/.exec(raw.slice(start, end))?.[0] ?? '') : ''
    lines.mark(start, start + fence.length)
    lines.mark(end - close.length, end)
    for (const match of raw.slice(start + fence.length, end - close.length).matchAll(/[^\r\n]+/g)) {
      const at = start + fence.length + match.index
      const quote = /^[ \t]*>[ \t>]*/.exec(match[0])?.[0] ?? ''
      lines.mark(at, at + quote.length)
      lines.text(at + quote.length, at + match[0].length)
      lines.end()
    }
  }

  const html = (value: string, start: number, end: number) => {
    if (/^<!--[^]*-->\s*$/.test(value)) lines.mark(start, end, 'read/comment')
    else {
      let at = start
      for (const match of raw.slice(start, end).matchAll(/<\/?[a-z][^<>]{0,2000}>|<!--[^]*?-->/gi)) {
        lines.text(at, start + match.index)
        at = start + match.index + match[0].length
        lines.mark(start + match.index, at)
        if (/^<\/?(?:br|p|div|tr|td|th|table|li|h[1-6])\b/i.test(match[0])) lines.end()
      }
      lines.text(at, end)
    }
  }

  /** Words within a block. The space that we write after a run-in heading is none of its text. */
  const phrases = (nodes: readonly PhrasingContent[], start: number, end: number) => {
    let at = start
    nodes.forEach((node, i) => {
      markOrText(at, startOf(node))
      const afterLead =
        i === 1 && nodes[0]!.type === 'strong' && node.type === 'text' && startOf(nodes[0]!) === start
      phrase(node, afterLead && raw[startOf(node)] === ' ' ? startOf(node) + 1 : startOf(node))
      at = endOf(node)
    })
    markOrText(at, end)
  }

  const markOrText = (start: number, end: number) => {
    if (/^[\s#=>-]*$/.test(raw.slice(start, end))) lines.mark(start, end)
    else lines.text(start, end)
  }

  const phrase = (node: PhrasingContent, start: number) => {
    const end = endOf(node)
    switch (node.type) {
      case 'text':
        strongText(start, end)
        break
      case 'strong':
      case 'emphasis':
      case 'link': {
        if (node.type === 'emphasis' && betweenDigits(raw, start, end)) {
          lines.text(start, end)
          break
        }
        const children = node.children
        if (children.length === 0) {
          lines.mark(start, end)
          break
        }
        lines.mark(start, startOf(children[0]!))
        phrases(children, startOf(children[0]!), endOf(children.at(-1)!))
        lines.mark(endOf(children.at(-1)!), end)
        break
      }
      case 'break':
        lines.mark(start, end)
        lines.end()
        break
      case 'html':
        html(node.value, start, end)
        break
      case 'image':
        lines.mark(start, end)
        break
      default:
        lines.text(start, end)
    }
  }

  /** `**` in pairs is strong text also where full-width punctuation keeps Markdown from seeing it. */
  const strongText = (start: number, end: number) => {
    let at = start
    for (const match of raw
      .slice(start, end)
      .matchAll(/(?<![\\*\dA-Za-z])\*\*(?=[^\s*])([^*\n]+?)(?<=[^\s*\\])\*\*(?![*\dA-Za-z])/g)) {
      const open = start + match.index
      const close = open + match[0].length
      lines.text(at, open)
      lines.mark(open, open + 2)
      lines.text(open + 2, close - 2)
      lines.mark(close - 2, close)
      at = close
    }
    lines.text(at, end)
  }

  const tableOf = (node: Table): Block[] => {
    const marks = /^[\s|:>-]*$/
    const loose: Block[] = []
    const grid: Place[][] = []
    let at = startOf(node)
    for (const row of node.children) {
      loose.push(...between(at, startOf(row), marks))
      at = startOf(row)
      grid.push(
        row.children.map(cell => {
          loose.push(...between(at, startOf(cell), marks))
          at = endOf(cell)
          return placeOf(cell)
        })
      )
      loose.push(...between(at, endOf(row), marks))
      at = endOf(row)
    }
    loose.push(...between(at, endOf(node), marks))
    const headless = grid[0]?.every(place => place.blocks.length === 0 && place.cover === null) ?? false
    const rows = spanned(headless ? grid.slice(1) : grid, !headless)
    return [...loose, ...(rows.length > 0 ? [{kind: 'grid', rows, hint: {style: 'table'}} as const] : [])]
  }

  const placeOf = (cell: TableCell): Place => {
    const start = startOf(cell)
    const end = endOf(cell)
    const first = cell.children[0]
    const last = cell.children.at(-1)
    const gap = (from: number, to: number) =>
      /^[\s|]*$/.test(raw.slice(from, to)) ? lines.mark(from, to) : lines.text(from, to)
    if (!first || !last) {
      gap(start, end)
      return {blocks: lines.take(), cover: null, strong: false}
    }
    gap(start, startOf(first))
    phrases(cell.children, startOf(first), endOf(last))
    gap(endOf(last), end)
    const blocks = lines.take()
    const only =
      cell.children.length === 1 && first.type === 'html'
        ? /^<!-- (up|left) -->$/.exec(first.value)?.[1]
        : undefined
    return {
      blocks,
      cover: (only as Place['cover']) ?? null,
      strong: cell.children.every(c => c.type === 'strong' || (c.type === 'text' && c.value.trim() === ''))
    }
  }

  const last = root.children.at(-1)
  const made = root.children.flatMap((node: RootContent, i) => {
    const before = i === 0 ? 0 : endOf(root.children[i - 1]!)
    return [...between(before, startOf(node), /^[\s>]*$/), ...flow(node, {})]
  })
  return [...made, ...between(last ? endOf(last) : 0, raw.length, /^[\s>]*$/)]
}

/** 2*3*4 is a product. */
function betweenDigits(raw: string, start: number, end: number): boolean {
  return /[\dA-Za-z）)]/.test(raw[start - 1] ?? '') || /[\dA-Za-z（(]/.test(raw[end] ?? '')
}
