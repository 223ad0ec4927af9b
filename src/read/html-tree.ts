import {Document, Element, Text, type ChildNode, type ParentNode} from 'domhandler'
import {decodeHTML} from 'entities'
import {Tokenizer, type TokenizerCallbacks} from 'htmlparser2'
import type {LetGo} from '../core/ledger.js'
import {isBlank} from '../core/ledger.js'
import type {Span} from '../core/span.js'
import {
  type Names,
  one,
  voids,
  verbatim,
  head,
  blockTags,
  formatting,
  tableParts,
  rowHolders,
  cellHolders,
  cellEnds,
  headings,
  lists,
  terms,
  termEnds,
  wanted,
  structural
} from './html-names.js'

/**
 * HTML text → a tree that knows where everything stands, in one pass and in linear time.
 * 1. Every character of the page is in exactly one text node or in exactly one posting of `markup`.
 * 2. Tags that were never closed are closed where a browser closes them (p, li, td, tr …), within `maxDepth` levels.
 * 3. `startIndex` and `endIndex` of a node are the half-open raw span of a text, or of an element from its `<` on.
 */
export interface Page {
  readonly root: Document
  readonly markup: readonly LetGo[]
  /** Where elements lie deeper than the tree goes. */
  readonly tooDeep: Span | null
  /** From where on the page was too large to be read. */
  readonly tooLarge: number | null
  /** Text swallowed by a tag, comment or script that never ends. */
  readonly unfinished: Span | null
}

/** As deep as browsers go; deeper elements become children of the last level. */
export const maxDepth = 512

/** Elements and texts of one page; with their lines, pieces and postings each costs about a kilobyte. */
export const maxNodes = 1_000_000

/** A tag that is longer and has no end has lost its quote or its `>`. */
const longTag = 200

export function htmlTree(raw: string): Page {
  const root = new Document([])
  const markup: LetGo[] = []
  const stack: Element[] = []
  const overflow = new Map<string, number>()
  let nodes = 0
  let tooDeep: Span | null = null
  let tooLarge: number | null = null
  let unfinished: Span | null = null
  /** The answer of the server, where a program saved it with the page. */
  const header = /^HTTP\/\d[^]{0,8000}?\r?\n\r?\n/.exec(raw.slice(0, 8100))?.[0].length ?? 0
  /** All before it is in a text or posted. */
  let at = 0
  let name = ''
  let attributes: Record<string, string> = {}
  let attribute = ''

  /** The posting under way begins here; it is written when another rule or a text follows. */
  let from = 0
  let rule = ''
  let fate: LetGo['fate'] = 'layout'
  const flush = () => {
    if (at > from && rule !== '') markup.push({span: [from, at], fate, rule})
    from = at
  }
  const post = (end: number, nextRule: string, nextFate: LetGo['fate']) => {
    if (end <= at) return
    if (rule !== nextRule) {
      flush()
      rule = nextRule
      fate = nextFate
    }
    at = end
  }
  const tag = (end: number) => post(end, 'read/markup', 'layout')
  const top = (): ParentNode => stack.at(-1) ?? root

  const append = (node: Element | Text) => {
    const parent = top()
    const before = parent.children.at(-1) ?? null
    node.parent = parent
    node.prev = before
    if (before) before.next = node
    parent.children.push(node)
    nodes++
  }
  /** How many elements of a name are open. */
  const openNames = new Map<string, number>()
  const isOpen = (tagName: string) => (openNames.get(tagName) ?? 0) > 0
  const popTo = (index: number) => {
    while (stack.length > index) {
      const element = stack.pop()!
      element.endIndex ??= at
      openNames.set(element.name, openNames.get(element.name)! - 1)
    }
  }
  /** Index of the nearest open element of these names, looking no further than a barrier; -1 where there is none. */
  const nearest = (names: Names, barrier: Names | null): number => {
    for (let i = stack.length - 1; i >= 0; i--) {
      const each = stack[i]!.name
      if (names.has(each)) return i
      if (barrier?.has(each)) return -1
    }
    return -1
  }
  const close = (names: Names, barrier: Names | null) => {
    const index = nearest(names, barrier)
    if (index >= 0) popTo(index)
  }

  const makeRoom = () => {
    if (!head.has(name) && isOpen('head')) close(one('head'), null)
    if (tableParts.has(name)) {
      const cell = name === 'td' || name === 'th'
      const holder = nearest(name === 'tr' ? rowHolders : cell ? cellHolders : one('table'), null)
      if (holder >= 0) popTo(holder + 1)
      return
    }
    if (blockTags.has(name) && isOpen('p')) close(one('p'), cellEnds)
    if (name === 'li' && isOpen('li')) {
      const item = nearest(one('li'), lists)
      if (item >= 0 && nearest(cellEnds, null) < item) popTo(item)
    } else if (name === 'dt' || name === 'dd') close(terms, termEnds)
    else if (name === 'option') close(one('option'), one('select'))
    else if (headings.has(name) && headings.has(stack.at(-1)?.name ?? '')) popTo(stack.length - 1)
    else if (name === 'a') endFormatting('a')
  }
  const open = (end: number, selfClosed: boolean) => {
    if (tooLarge !== null) return
    if (nodes >= maxNodes) {
      tooLarge = at
      return
    }
    makeRoom()
    const again = (name === 'html' || name === 'body' || name === 'head') && isOpen(name)
    if (again) return
    const element = new Element(name, attributes)
    element.startIndex = at
    append(element)
    const closed = voids.has(name) || (selfClosed && (!blockTags.has(name) || name.includes(':')))
    if (closed) element.endIndex = end
    else if (stack.length < maxDepth) {
      stack.push(element)
      openNames.set(name, (openNames.get(name) ?? 0) + 1)
    } else {
      tooDeep = [tooDeep?.[0] ?? at, end]
      overflow.set(name, (overflow.get(name) ?? 0) + 1)
    }
  }
  /** `</b>` and its like end their reach here even where a block that stands between keeps the element open. */
  const endFormatting = (tagName: string) => {
    const index = isOpen(tagName) ? nearest(one(tagName), cellEnds) : -1
    if (index < 0) return
    stack[index]!.endIndex ??= at
    if (stack.slice(index + 1).every(e => !blockTags.has(e.name))) popTo(index)
  }
  const shut = (tagName: string) => {
    if (tooLarge !== null || tagName === 'body' || tagName === 'html') return
    const waiting = overflow.get(tagName) ?? 0
    if (waiting === 0 && !isOpen(tagName) && !headings.has(tagName)) return
    if (waiting > 0) overflow.set(tagName, waiting - 1)
    else if (formatting.has(tagName)) endFormatting(tagName)
    else if (tableParts.has(tagName)) close(one(tagName), one('table'))
    else if (tagName === 'table') close(one('table'), null)
    else if (headings.has(tagName)) close(headings, cellEnds)
    else if (blockTags.has(tagName)) close(one(tagName), cellEnds)
    else close(one(tagName), blockTags)
  }

  const text = (begin: number, end: number) => {
    const start = Math.max(begin, header)
    if (start >= end) return
    const holder = stack.at(-1)?.name ?? ''
    if (
      isBlank(raw.slice(start, end)) &&
      isBetweenBlocks(raw.slice(start, end), holder, top().children.at(-1))
    )
      return
    tag(start)
    if (tooLarge !== null) {
      post(end, 'read/too-large', 'artifact')
      return
    }
    if (verbatim.has(holder)) {
      post(end, 'read/script', 'chrome')
      return
    }
    flush()
    const before = top().children.at(-1)
    if (before instanceof Text && before.endIndex === start) {
      before.endIndex = end
      before.data = raw.slice(before.startIndex!, end)
    } else {
      const node = new Text(raw.slice(start, end))
      node.startIndex = start
      node.endIndex = end
      append(node)
    }
    at = end
    from = end
  }

  const callbacks: TokenizerCallbacks = {
    onopentagname(start, end) {
      name = raw.slice(start, end).toLowerCase()
      attributes = {}
      tag(start - 1)
    },
    onattribname(start, end) {
      attribute = raw.slice(start, end).toLowerCase()
      if (wanted.has(attribute)) attributes[attribute] ??= ''
    },
    onattribdata(start, end) {
      if (wanted.has(attribute) && attributes[attribute] === '') {
        const value = raw.slice(start, end)
        attributes[attribute] = value.includes('&') ? decodeHTML(value) : value
      }
    },
    onattribentity() {},
    onattribend() {},
    onopentagend(end) {
      open(end + 1, false)
      tag(end + 1)
    },
    onselfclosingtag(end) {
      open(end + 1, true)
      tag(end + 1)
    },
    onclosetag(start, end) {
      tag(start - 2)
      const tagName = raw.slice(start, end).toLowerCase()
      if (tagName === 'br') {
        name = 'br'
        attributes = {}
        open(end + 1, true)
      } else shut(tagName)
      tag(end)
    },
    ontext: text,
    ontextentity() {},
    oncomment(start, end) {
      tag(start - (raw.startsWith('<!--', start - 4) ? 4 : 2))
      post(Math.min(end + 1, raw.length), 'read/comment', 'chrome')
    },
    oncdata(start, end, offset) {
      text(start, end - offset)
    },
    ondeclaration(_start, end) {
      tag(end + 1)
    },
    onprocessinginstruction(_start, end) {
      tag(end + 1)
    },
    onend() {
      if (raw.length - at > longTag && !isBlank(raw.slice(at))) unfinished = [at, raw.length]
      else if (fate === 'chrome' && at === raw.length && at - from > longTag && !raw.endsWith('-->'))
        unfinished = [from, at]
      tag(raw.length)
      flush()
      popTo(0)
    }
  }
  post(header, 'read/http-header', 'chrome')
  const tokenizer = new Tokenizer({decodeEntities: false}, callbacks)
  tokenizer.write(raw)
  tokenizer.end()
  return {root, markup, tooDeep, tooLarge, unfinished}
}

/** A line end between tags that no browser shows. */
function isBetweenBlocks(blank: string, holder: string, before: ChildNode | undefined): boolean {
  if (holder === 'pre' || holder === 'xmp' || holder === 'textarea') return false
  if (structural.has(holder)) return true
  return (
    blank.includes('\n') &&
    (before === undefined || (before instanceof Element && blockTags.has(before.name)))
  )
}
