import type {Document, Item, List, Node, Paragraph, Section, Table} from '../tree/nodes.js'
import {gridOf} from './grid.js'
import {wordsOf} from './leaves.js'
import {inCell, inHeading, inline, opening} from './markdown-escape.js'
import {markedWords} from './text.js'

/**
 * `document.md`: the clean text with its structure, in CommonMark with GFM tables. Read back, it gives the same tree.
 *
 * The dialect, for who reads it back (all words escaped so that Markdown gives them back exactly):
 * - title: `# …`. A section's heading: `#` × (depth + 1), six at most; the words are those of the heading, label and all.
 * - A run-in heading (（一）标题。正文…): a paragraph that opens with strong text: `**（一）标题。** 正文…`. The one space after the strong
 *   text is not of the document (beside full-width punctuation Markdown would not see the end of it). A run-in heading without text
 *   after it is a paragraph of strong text alone.
 * - A heading that was put back and not read ends in ` <!-- inferred -->`.
 * - box 专栏: a block quotation; its heading is its first paragraph, wholly strong. All within it is written as outside.
 * - table: GFM. The first line is the first row where that has header cells, else it is empty. A header cell of a further row is
 *   wholly strong. `<!-- up -->` stands in a place covered by the cell above, `<!-- left -->` in one covered by the cell left of it.
 *   Paragraphs within a cell are parted by `<br>`.
 * - caption: a paragraph of its own before the table. Notice, contents page and signature: paragraphs in their place.
 * - list: `- ` and the marker as written, where there is one: `- ——坚持…`. A list that follows a list bullets with `*`.
 * - A line end within a paragraph is `&#10;`; blanks at its ends are `&#32;` and `&#9;`.
 */
export function markdownFile(document: Document): string {
  const lines: string[] = []
  const top: Frame = {parent: null, depth: 0, prefix: '', bullet: null}
  const open: Step[] = [{node: document, frame: top}]
  let last: Frame | null = null
  const put = (frame: Frame, block: readonly string[]) => {
    if (last) {
      const common = meet(last, frame)
      if (!(
        frame.bullet &&
        last.bullet &&
        common === frame.parent &&
        frame.parent === last.parent &&
        !frame.spent
      ))
        lines.push(common.prefix.trimEnd())
    }
    for (const line of block) {
      lines.push((frame.bullet && !frame.spent ? frame.parent!.prefix + frame.bullet : opened(frame)) + line)
      frame.spent = true
    }
    last = frame
  }
  while (open.length > 0) {
    const {node, frame, star} = open.pop()!
    const next = steps(node, frame, put, star ?? false)
    for (let i = next.length - 1; i >= 0; i--) open.push(next[i]!)
  }
  return lines.length === 0 ? '' : lines.join('\n') + '\n'
}

/** What a block stands in: quotations and list items put something before each of its lines, a bullet before the first. */
interface Frame {
  readonly parent: Frame | null
  readonly depth: number
  readonly prefix: string
  readonly bullet: string | null
  spent?: boolean
}

interface Step {
  readonly node: Node
  readonly frame: Frame
  /** A list that bullets with `*`. */
  readonly star?: boolean
}

type Put = (frame: Frame, block: readonly string[]) => void

const within = (parent: Frame, indent: string, bullet: string | null = null): Frame => ({
  parent,
  depth: parent.depth + 1,
  prefix: parent.prefix + indent,
  bullet
})

/** The prefix of a line in a frame; a frame within an item whose bullet is not yet written writes it. */
function opened(frame: Frame): string {
  for (let f: Frame | null = frame.parent; f; f = f.parent)
    if (f.bullet && !f.spent) {
      f.spent = true
      return f.parent!.prefix + f.bullet + frame.prefix.slice(f.prefix.length)
    }
  return frame.prefix
}

/** The innermost frame that holds both. */
function meet(a: Frame, b: Frame): Frame {
  while (a !== b) {
    if (a.depth >= b.depth) a = a.parent!
    else b = b.parent!
  }
  return a
}

/** Writes what a node says by itself; gives back what is to be written next. */
function steps(node: Node, frame: Frame, put: Put, star: boolean): readonly Step[] {
  switch (node.type) {
    case 'document':
    case 'notice':
    case 'contents':
    case 'signature':
      return flow(node.children, frame)
    case 'title':
      put(frame, [`# ${inHeading(wordsOf(node))}`])
      return []
    case 'section':
      return sectionSteps(node, frame, put)
    case 'box':
      return flow(node.children, within(frame, '> '))
    case 'heading':
      if (wordsOf(node).trim() !== '') put(frame, [strong(wordsOf(node))])
      return []
    case 'paragraph':
    case 'caption':
      if (wordsOf(node).trim() !== '') put(frame, [opening(wordsOf(node))])
      return []
    case 'list':
      return node.children.map(item => ({node: item, frame, star}))
    case 'item':
      return itemSteps(node, within(frame, '  ', star ? '* ' : '- '), put)
    case 'table':
      put(frame, tableLines(node))
      return []
    default:
      return []
  }
}

/** The children in turn; a list right after a list takes the other bullet, or Markdown would join them. */
function flow(children: readonly Node[], frame: Frame): Step[] {
  let star = false
  return children.map((node, i) => {
    star = node.type === 'list' && children[i - 1]?.type === 'list' ? !star : false
    return {node, frame, star}
  })
}

const strong = (words: string) => `**${inline(words.trim())}**`

function sectionSteps(section: Section, frame: Frame, put: Put): Step[] {
  const [first, second, ...rest] = section.children as Node[]
  if (first?.type !== 'heading') return flow(section.children, frame)
  const words = wordsOf(first).trim()
  const mark = section.inferred ? ' <!-- inferred -->' : ''
  if (words === '') return flow(section.children.slice(1), frame)
  if (!section.runIn) {
    put(frame, [`${'#'.repeat(Math.min(section.depth + 1, 6))} ${inHeading(words)}${mark}`])
    return flow(section.children.slice(1), frame)
  }
  if (second?.type !== 'paragraph') {
    put(frame, [strong(words) + mark])
    return flow(section.children.slice(1), frame)
  }
  put(frame, [`${strong(words)}${mark} ${inline(wordsOf(second).trim())}`])
  return flow(rest, frame)
}

function itemSteps(item: Item, frame: Frame, put: Put): Step[] {
  const [first, ...rest] = item.children as readonly (Paragraph | List)[]
  if (first?.type !== 'paragraph') return flow(item.children, frame)
  put(frame, [opening(markedWords(item.marker, wordsOf(first)))])
  return flow(rest, frame)
}

function tableLines(table: Table): string[] {
  const grid = gridOf(table)
  const width = grid[0]?.length ?? 0
  if (width === 0) return []
  const line = (fields: readonly string[]) => `| ${fields.join(' | ')} |`
  const headed = grid[0]!.some(place => place.cell?.header)
  const fields = grid.map((row, r) =>
    row.map(({cell, covers}) => {
      if (!cell) return ''
      if (covers !== 'own') return `<!-- ${covers} -->`
      const words = cell.children.map(each => inCell(wordsOf(each).trim())).join('<br>')
      return cell.header && (r > 0 || !headed) && words !== '' ? `**${words}**` : words
    })
  )
  const head = headed ? fields.shift()! : Array.from({length: width}, () => '')
  return [line(head), line(head.map(() => '---')), ...fields.map(line)]
}
