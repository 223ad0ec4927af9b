import type {Damaged} from './damage.js'

/** Pages of two columns as programs give them that read across: how a line of the left and one of the right column meet. */
export interface Page {
  readonly name: string
  /** Columns of the screen a text column is wide; a Han character takes two. */
  readonly width: number
  /** Lines of a page. */
  readonly height: number
  /**
   * `padded`: the right column stands below itself; `gap`: as much white space everywhere; `lines`: a line of the left, a line of
   * the right.
   */
  readonly layout: 'padded' | 'gap' | 'lines'
  readonly gap: string
  /** What stands between pages. */
  readonly between: 'blank' | 'number' | 'figure' | 'nothing'
  /** So many paragraphs stand over both columns of the first page. */
  readonly title: number
  /** Does the first of them stand on top of each further page, too? */
  readonly head: boolean
  /** Does the first line of a paragraph begin two characters further in? */
  readonly indent: boolean
  /** Are the columns of the last page equally long, or is the left one full? */
  readonly balanced: boolean
}

/** Marks that no line begins with; they hang over the end of the line before. */
const hanging = /[，。、；：？！”’）》]/u

/** Columns of the screen that a text takes. */
export function widthOf(text: string): number {
  let width = 0
  for (const char of text) width += char.charCodeAt(0) > 0x2000 || char === '·' ? 2 : 1
  return width
}

/** A paragraph broken into lines, figures and Latin words in one piece. */
function typeset(paragraph: string, page: Page): string[] {
  const words = paragraph.match(/[0-9A-Za-z.,%]+|./gu) ?? []
  const lines: string[] = []
  let line = page.indent ? '　　' : ''
  for (const word of words) {
    if (widthOf(line) + widthOf(word) > page.width && !hanging.test(word)) {
      lines.push(line)
      line = ''
    }
    line += word
  }
  return [...lines, line]
}

/** The pages, read across. */
export function readAcross(paragraphs: readonly string[], page: Page): Damaged {
  const lines = paragraphs.slice(page.title).flatMap(paragraph => typeset(paragraph, page))
  const out = paragraphs.slice(0, page.title)
  for (let from = 0, number = 1; from < lines.length; from += 2 * page.height, number++) {
    const rest = lines.slice(from, from + 2 * page.height)
    const height = page.balanced ? Math.ceil(rest.length / 2) : Math.min(page.height, rest.length)
    for (let i = 0; i < height; i++) out.push(...across(rest[i]!, rest[height + i], page))
    if (page.between === 'figure') out.push(String(number))
    if (from + 2 * page.height >= lines.length) break
    if (page.between === 'blank') out.push('')
    if (page.between === 'number') out.push('', `— ${number} —`, '')
    if (page.head) out.push(paragraphs[0]!)
  }
  return {text: out.join('\n'), truth: paragraphs}
}

function across(left: string, right: string | undefined, {layout, gap, width}: Page): string[] {
  if (right === undefined) return [left]
  if (layout === 'lines') return [left, right]
  const pad = layout === 'padded' ? ' '.repeat(Math.max(0, width - widthOf(left))) : ''
  return [left + pad + gap + right]
}

const base: Page = {
  name: '',
  width: 44,
  height: 38,
  layout: 'padded',
  gap: '    ',
  between: 'blank',
  title: 0,
  head: false,
  indent: true,
  balanced: true
}

export const pages: readonly Page[] = [
  {...base, name: 'columns, padded'},
  {
    ...base,
    name: 'columns, padded, narrow, page numbers',
    width: 34,
    height: 50,
    gap: '  ',
    between: 'number'
  },
  {...base, name: 'columns, one blank between', layout: 'gap', gap: ' ', width: 40},
  {
    ...base,
    name: 'columns, a tab between, no page marks',
    layout: 'gap',
    gap: '\t',
    between: 'nothing',
    width: 40
  },
  {
    ...base,
    name: 'columns, wide blank, no indents',
    layout: 'gap',
    gap: '　　',
    indent: false,
    balanced: false
  },
  {...base, name: 'columns, nothing between', layout: 'gap', gap: ''},
  {
    ...base,
    name: 'columns, nothing between, no indents, no page marks',
    layout: 'gap',
    gap: '',
    indent: false,
    between: 'nothing',
    height: 45
  },
  {...base, name: 'columns, line by line', layout: 'lines'},
  {
    ...base,
    name: 'columns, one tall page',
    height: 10_000
  },
  {
    ...base,
    name: 'columns, one tall page, line by line',
    layout: 'lines',
    height: 10_000
  },
  {
    ...base,
    name: 'columns, line by line, title, page numbers',
    layout: 'lines',
    between: 'figure',
    title: 2,
    height: 34,
    balanced: false
  },
  {
    ...base,
    name: 'columns, a tab between, running head, page numbers',
    layout: 'gap',
    gap: '\t',
    between: 'figure',
    title: 1,
    head: true,
    width: 50,
    height: 30
  },
  {
    ...base,
    name: 'columns, line by line, no indents, no page marks',
    layout: 'lines',
    indent: false,
    between: 'nothing',
    height: 30,
    balanced: false
  }
]
