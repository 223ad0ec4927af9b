import {Element, Text, type Document, type ParentNode} from 'domhandler'
import {blockTags} from './html-names.js'
import {nameRules, thresholds} from './chrome.rules.js'

/** How much text an element holds, in characters without the white space around them. */
export interface Weight {
  readonly chars: number
  /** Of these, within links. */
  readonly linked: number
  /** Of the others, within elements that are named as furniture. */
  readonly framed: number
  /** Tables within. */
  readonly tables: number
  /** Characters within tables within. */
  readonly tabled: number
}

/** Weighs an element of the page; what is no block weighs nothing. */
export type Scale = (element: ParentNode) => Weight

const none: Weight = {chars: 0, linked: 0, framed: 0, tables: 0, tabled: 0}

/** Weighs every block of the page, once. */
export function weigh(root: Document): Scale {
  const weights = new Map<ParentNode, Weight>()
  const visit = (node: ParentNode, inLink: boolean): Weight => {
    let {chars, linked, framed, tables, tabled} = none
    for (const child of node.children) {
      if (child instanceof Text) {
        const length = child.data.trim().length
        chars += length
        if (inLink) linked += length
      } else if (child instanceof Element) {
        const weight = visit(child, inLink || (child.name === 'a' && 'href' in child.attribs))
        chars += weight.chars
        linked += weight.linked
        framed += frameNamed(child) ? weight.chars - weight.linked : weight.framed
        tables += weight.tables
        tabled += weight.tabled
        if (child.name === 'table') {
          tables++
          tabled += weight.chars - weight.tabled
        }
      }
    }
    const weight = {chars, linked, framed, tables, tabled}
    if (
      !(node instanceof Element) ||
      blockTags.has(node.name) ||
      node.name === 'font' ||
      node.name === 'span'
    )
      weights.set(node, weight)
    return weight
  }
  visit(root, false)
  return node => weights.get(node) ?? none
}

const names = new Map<string, string | null>()

/** The rule by which an element is furniture, if its name says so. */
export function frameNamed({name, attribs}: Element): string | null {
  const {id = '', class: classes = ''} = attribs
  if (id === '' && classes === '' && !/^(?:nav|footer|header)$/.test(name)) return null
  const key = `${name} ${id} ${classes}`
  const known = names.get(key)
  if (known !== undefined) return known
  const rule = nameRules.find(each => each.pattern.test(key))?.id ?? null
  if (names.size < 10_000) names.set(key, rule)
  return rule
}

const leaves = new Set([
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'li',
  'dt',
  'dd',
  'pre',
  'caption',
  'option',
  'select',
  'head'
])
const inTable = new Set(['table', 'tbody', 'thead', 'tfoot', 'tr'])

/** The body of the page: the innermost element that holds most of its text outside links. */
export function bodyOf(root: Document, scale: Scale): ParentNode {
  let body: ParentNode = root
  let inner: ParentNode = root
  const whole = scale(root)
  const trusted = whole.framed * 2 < whole.chars - whole.linked
  const own = (node: ParentNode) => {
    const {chars, linked, framed} = scale(node)
    return chars - linked - (trusted ? framed : 0)
  }
  const enough = own(root) * thresholds.body.value
  if (enough === 0) return root
  for (;;) {
    const next: Element | undefined = inner.children.find(
      (child): child is Element => child instanceof Element && !leaves.has(child.name) && own(child) >= enough
    )
    if (!next) return body
    inner = next
    if (!inTable.has(next.name)) body = next
  }
}
