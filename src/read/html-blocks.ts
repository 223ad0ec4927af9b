import {Element, Text, type ChildNode, type Document, type ParentNode} from 'domhandler'
import type {Hint} from '../core/draft.js'
import {isBlank} from '../core/ledger.js'
import {thresholds} from './chrome.rules.js'
import {boxStyle, gridOf, kindOf} from './html-table.js'
import {lineOf, type Run} from './html-text.js'
import {hintOf, holdsChapters, specialPlace, textIn, titleRow} from './html-hints.js'
import type {FilledCell, PageBlock, Place, TableBlock} from './page-block.js'
import {blockTags} from './html-names.js'
import {frameNamed, type Scale} from './html-weight.js'

const boldTags = new Set(['b', 'strong'])

/** Dates, bullets and brackets beside a link. */
const dressing = /[\d\s\u00a0\u3000\-/.:：>＞»|｜·•●[\]【】（）()]+|&\w+;/g

/** Everything that a block inherits from what is around it. */
interface Setting {
  readonly hint: Hint
  readonly place: Place
  readonly pre: boolean
}

/**
 * The tree of a page → its lines, tables and boxes, top to bottom.
 * Every text node ends in exactly one line; text that stands loose in a table comes before it, as browsers show it.
 */
export function blocksOf(root: Document, raw: string, body: ParentNode, scale: Scale): PageBlock[] {
  const total = scale(root).chars
  let out: PageBlock[] = []
  let runs: Run[] = []
  let blank = 0
  let linkEnd = -1
  let boldEnd = -1
  let raisedEnd = -1
  let href: string | null = null
  let prefix = ''

  const endLine = ({hint, place}: Setting) => {
    if (runs.length === 0) return
    const line = lineOf(raw, runs)
    const done = runs
    const leads = href
    runs = []
    href = null
    if (line.text === '') {
      blank++
      if (line.postings.length > 0) out.push({kind: 'line', line, hint, place, linked: 0, href: null})
      return
    }
    let chars = 0
    let linked = 0
    let loose = 0
    let bold = 0
    for (const run of done) {
      const words = raw.slice(run.start, run.end)
      const length = words.trim().length
      chars += length
      if (run.linked) linked += length
      else if (leads !== null) loose += words.replace(dressing, '').length
      if (run.bold) bold += length
    }
    const indent = line.indent + (hint.indent ?? 0)
    const numbered = prefix.length
    const pieces =
      numbered > 0
        ? [{text: prefix, raw: [line.pieces[0]!.raw[0], line.pieces[0]!.raw[0]] as const}, ...line.pieces]
        : line.pieces
    prefix = ''
    out.push({
      kind: 'line',
      line: numbered > 0 ? {...line, pieces} : line,
      hint: {
        ...hint,
        indent,
        blank,
        ...(bold === chars ? {bold: true} : {}),
        ...(numbered > 0 ? {numbered} : {})
      },
      place,
      linked: linked === 0 ? 0 : linked / (linked + loose),
      href: linked > 0 ? leads : null
    })
    blank = 0
  }

  const addText = (node: Text, setting: Setting) => {
    const start = node.startIndex!
    const end = node.endIndex!
    const flags = {linked: start < linkEnd, bold: start < boldEnd, raised: start < raisedEnd}
    if (runs.length === 0 && isBlank(node.data) && !setting.pre) return
    if (!setting.pre) {
      runs.push({start, end, ...flags})
      return
    }
    let from = start
    for (const match of node.data.matchAll(/\r\n|\n|\r/g)) {
      if (start + match.index > from) runs.push({start: from, end: start + match.index, ...flags})
      endLine(setting)
      from = start + match.index + match[0].length
    }
    if (from < end) runs.push({start: from, end, ...flags})
  }

  const inside = (make: () => void): PageBlock[] => {
    const outer = out
    out = []
    make()
    const made = out
    out = outer
    return made
  }

  const visitAll = (children: readonly ChildNode[], setting: Setting) => {
    for (const child of children) {
      if (child instanceof Text) addText(child, setting)
      else if (child instanceof Element) visit(child, setting)
    }
  }

  const visit = (element: Element, outer: Setting) => {
    const {name, attribs} = element
    if (name === 'br') {
      endLine(outer)
      return
    }
    if (name === 'a' && 'href' in attribs) {
      linkEnd = Math.max(linkEnd, element.endIndex ?? 0)
      href ??= attribs['href']!
    } else if (boldTags.has(name) || /font-weight:\s*(?:bold|[6-9]00)/i.test(attribs['style'] ?? ''))
      boldEnd = Math.max(boldEnd, element.endIndex ?? 0)
    else if (name === 'sup') raisedEnd = Math.max(raisedEnd, element.endIndex ?? 0)
    const special = specialPlace(element)
    if (!special && !blockTags.has(name) && !('id' in attribs) && !('class' in attribs)) {
      visitAll(element.children, outer)
      return
    }
    const frame = special ?? outer.place.frame ?? frameOf(element)
    const inBody = outer.place.inBody || element === body
    const place = frame === outer.place.frame && inBody === outer.place.inBody ? outer.place : {frame, inBody}
    if (!blockTags.has(name) && !special) {
      visitAll(element.children, place === outer.place ? outer : {...outer, place})
      return
    }
    endLine(outer)
    const setting: Setting = {
      hint: hintOf(element, outer.hint),
      place,
      pre: outer.pre || name === 'pre' || name === 'xmp'
    }
    if (name === 'table') visitTable(element, setting)
    else if (name === 'ol') visitList(element, setting)
    else if (isBox(element, setting)) {
      const blocks = inside(() => {
        visitAll(element.children, setting)
        endLine(setting)
      })
      const lines = blocks.filter(b => b.kind !== 'line' || b.line.text !== '')
      if (lines.length > 1) out.push({kind: 'frame', blocks, hint: {style: name}, place})
      else out.push(...blocks)
    } else visitAll(element.children, setting)
    endLine(setting)
  }

  /** Named as furniture and light enough for it. */
  const frameOf = (element: Element): string | null => {
    const {id = '', class: classes = '', style = ''} = element.attribs
    const hides = 'hidden' in element.attribs || /(?:display:\s*none|visibility:\s*hidden)/i.test(style)
    if (id === '' && classes === '' && !hides && !/^(?:nav|footer|header)$/.test(element.name)) return null
    const weight = scale(element)
    if (weight.chars > total * thresholds.swallowed.value) return null
    if (hides) return 'read/hidden'
    return frameNamed(element)
  }

  const isBox = (element: Element, {place}: Setting): boolean => {
    if (
      !place.inBody ||
      place.frame ||
      element === body ||
      !/^(?:div|section|aside|fieldset|blockquote)$/.test(element.name)
    )
      return false
    const weight = scale(element)
    if (weight.chars * 2 > total || weight.chars < 8) return false
    const start = element.startIndex!
    const words = raw.slice(start, Math.min(element.endIndex ?? start, start + 2000))
    const titled =
      element.name === 'blockquote' &&
      /^<[^>]*>(?:<(?:p|div|span)\b[^>]*>|\s)*<(?:b|strong|h\d)\b/i.test(words)
    const named = /^(?:<[^>]*>|\s|&\w+;|　)*专\s*栏/.test(words)
    const boxed = /^(?:fieldset|aside)$/.test(element.name) || titled || named || boxStyle(element)
    return boxed && !holdsChapters(raw, element)
  }

  const visitList = (list: Element, setting: Setting) => {
    const items = list.children.filter((c): c is Element => c instanceof Element && c.name === 'li')
    const bare = /list-style(?:-type)?:\s*none/i.test(list.attribs['style'] ?? '')
    const numbers =
      !bare &&
      setting.place.inBody &&
      !setting.place.frame &&
      items.every(item => !/^\s*[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．]/.test(textIn(item)))
    let number = Number.parseInt(list.attribs['start'] ?? '1', 10) || 1
    for (const child of list.children) {
      if (numbers && child instanceof Element && child.name === 'li' && textIn(child).trim() !== '')
        prefix = `${number++}.`
      visitAll([child], setting)
    }
    prefix = ''
  }

  const visitTable = (table: Element, setting: Setting) => {
    const rows = gridOf(table)
    const {place} = setting
    const kind = kindOf(table, rows, {
      scale,
      total,
      inBody: place.inBody,
      chapters: holdsChapters(raw, table)
    })
    const cells = new Set(rows.flat().map(cell => cell.element))
    /** What is in no cell comes first: captions, and text that browsers move out of the table. */
    const loose = (node: ParentNode) => {
      for (const child of node.children) {
        if (child instanceof Text) addText(child, setting)
        else if (child instanceof Element && !cells.has(child)) {
          if (/^(?:tbody|thead|tfoot|tr|colgroup)$/.test(child.name)) loose(child)
          else visit(child, setting)
        }
      }
      endLine(setting)
    }
    loose(table)
    const hint: Hint = {style: 'table', ...(setting.hint.align ? {align: setting.hint.align} : {})}
    if (kind === 'layout') {
      for (const cell of rows.flat()) visit(cell.element, setting)
      return
    }
    const filled = rows.map(row =>
      row.map((cell): FilledCell => {
        blank = 0
        return {...cell, blocks: inside(() => visit(cell.element, {...setting, hint: {}}))}
      })
    )
    blank = 0
    if (kind === 'frame')
      out.push({kind: 'frame', blocks: filled.flat().flatMap(cell => cell.blocks), hint, place})
    else {
      const {chars, linked} = scale(table)
      const share = chars === 0 ? 0 : linked / chars
      const head = titleRow(filled)
      if (head === null) out.push({kind: 'grid', rows: filled, hint, place, linked: share})
      else {
        const rest: TableBlock = {kind: 'grid', rows: filled.slice(1), hint, place, linked: share}
        if (head.boxed) out.push({kind: 'frame', blocks: [...head.blocks, rest], hint, place})
        else out.push(...head.blocks, rest)
      }
    }
  }

  const start: Setting = {hint: {}, place: {frame: null, inBody: body === root}, pre: false}
  visitAll(root.children, start)
  endLine(start)
  return out
}
