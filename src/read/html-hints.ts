import {Element, Text, type ParentNode} from 'domhandler'
import type {Hint} from '../core/draft.js'
import type {FilledCell, PageBlock} from './page-block.js'

const forms = new Set(['select', 'option', 'button', 'textarea', 'input'])
const fallbacks = new Set([
  'noscript',
  'noframes',
  'object',
  'svg',
  'canvas',
  'audio',
  'video',
  'template',
  'iframe',
  'math'
])
const alignments = new Set(['left', 'center', 'right'])

/** A first row that is one cell and names the table (表1 …) or the box around it (专栏1 …). */
export function titleRow(
  rows: readonly (readonly FilledCell[])[]
): {boxed: boolean; blocks: readonly PageBlock[]} | null {
  const [cell, more] = rows[0] ?? []
  const width = (rows[1] ?? []).reduce((sum, each) => sum + each.colSpan, 0)
  if (!cell || more || rows.length < 2 || cell.rowSpan > 1 || cell.colSpan < Math.max(2, width)) return null
  const lines = cell.blocks.filter(block => block.kind !== 'line' || block.line.text !== '')
  const first = lines[0]
  if (first?.kind !== 'line' || lines.length > 2) return null
  const named = /^(?:(专\s*栏)|表\s*[\d一二三四五六七八九十])/.exec(first.line.text)
  return named ? {boxed: named[1] !== undefined, blocks: cell.blocks} : null
}

/** Places that are known by the kind of element alone. */
export function specialPlace(element: Element): string | null {
  if (element.name === 'title' && element.parent instanceof Element && element.parent.name === 'head')
    return 'read/page-title'
  if (element.name === 'title') return 'read/page-title'
  if (forms.has(element.name)) return 'read/form'
  if (element.name === 'div' && /^(?:header|footer)$/.test(element.attribs['title'] ?? ''))
    return 'read/page-edge'
  return fallbacks.has(element.name) ? 'read/no-script' : null
}

export function hintOf(element: Element, outer: Hint): Hint {
  const {align = '', style = ''} = element.attribs
  const said = (/text-align:\s*(left|center|right)/i.exec(style)?.[1] ?? align).toLowerCase()
  const aligned = element.name === 'center' ? 'center' : alignments.has(said) ? said : outer.align
  const level = /^h([1-6])$/.exec(element.name)?.[1]
  const indent = /text-indent:\s*(\d+(?:\.\d+)?)(em|pt|px)/i.exec(style)
  return {
    style: element.name,
    ...(aligned ? {align: aligned as 'left' | 'center' | 'right'} : {}),
    ...(level ? {level: Number(level)} : {}),
    ...(indent ? {indent: Math.round(Number(indent[1]) * (indent[2] === 'em' ? 2 : 0.125))} : {})
  }
}

/** Does it hold headings of chapters? Then it is no box but a part of the page. */
export function holdsChapters(raw: string, element: Element): boolean {
  const start = element.startIndex!
  const words = raw.slice(start, Math.min(element.endIndex ?? start, start + 200_000))
  return /[>\s　;]第[一二三四五六七八九十百]{1,4}[编篇章节][\s　<&]/.test(words)
}

export function textIn(element: Element): string {
  let text = ''
  const visit = (node: ParentNode) => {
    for (const child of node.children) {
      if (text.length > 40) return
      if (child instanceof Text) text += child.data
      else if (child instanceof Element) visit(child)
    }
  }
  visit(element)
  return text
}
