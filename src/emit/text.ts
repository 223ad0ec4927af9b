import type {Document, Item, Node, Table} from '../tree/nodes.js'
import {gridOf} from './grid.js'
import {wordsOf} from './leaves.js'

/**
 * `document.txt`: a paragraph a line, headings too, a run-in heading on the line it opens, table rows tab-separated (a covered
 * cell is an empty field), without the contents page. Ends with a line end where there is text.
 */
export function textFile(document: Document): string {
  const lines: string[] = []
  const open: Node[] = [document]
  while (open.length > 0) {
    const node = open.pop()!
    if (node.type === 'contents') continue
    if (node.type === 'table') lines.push(...tableLines(node))
    else if (node.type === 'item') open.push(...itemParts(node, lines).reverse())
    else if (node.type === 'section' && node.runIn) open.push(...runInParts(node, lines).reverse())
    else if (isLine(node)) push(lines, wordsOf(node))
    else if (node.type !== 'text') open.push(...([...node.children] as Node[]).reverse())
  }
  return lines.length === 0 ? '' : lines.join('\n') + '\n'
}

const isLine = (node: Node) =>
  node.type === 'paragraph' || node.type === 'heading' || node.type === 'title' || node.type === 'caption'

function push(lines: string[], words: string): void {
  const line = words.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ')
  if (line.trim() !== '') lines.push(line)
}

/** A heading and the text that goes on after it are one line, as they were. */
function runInParts(section: Extract<Node, {type: 'section'}>, lines: string[]): Node[] {
  const [first, second, ...rest] = section.children as Node[]
  if (first?.type !== 'heading' || second?.type !== 'paragraph') return section.children as Node[]
  push(lines, wordsOf(first) + wordsOf(second))
  return rest
}

/** The marker stands before the words of an item even where the tree keeps it as an attribute alone. */
function itemParts(item: Item, lines: string[]): Node[] {
  const [first, ...rest] = item.children as Node[]
  if (first?.type !== 'paragraph') return item.children as Node[]
  push(lines, markedWords(item.marker, wordsOf(first)))
  return rest
}

/** The words of an item with its marker, once. */
export function markedWords(marker: string | null, words: string): string {
  return marker === null || words.startsWith(marker) ? words : marker + words
}

function tableLines(table: Table): string[] {
  const field = (words: string) => words.replace(/[\t\n\v\f\r\u0085\u2028\u2029]+/g, ' ').trim()
  return gridOf(table)
    .map(row =>
      row.map(({cell, covers}) =>
        cell && covers === 'own' ? field(cell.children.map(wordsOf).filter(Boolean).join(' ')) : ''
      )
    )
    .map(fields => fields.join('\t'))
    .filter(line => line.trim() !== '')
}
