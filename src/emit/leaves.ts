import type {Document, Node, Text} from '../tree/nodes.js'

/** Every text leaf of a node, in reading order. Walks with a stack of its own, so that depth costs no call stack. */
export function leavesOf(root: Node): Text[] {
  const leaves: Text[] = []
  const open: Node[] = [root]
  while (open.length > 0) {
    const node = open.pop()!
    if (node.type === 'text') leaves.push(node)
    else for (let i = node.children.length - 1; i >= 0; i--) open.push(node.children[i]!)
  }
  return leaves
}

/** The words of a node, leaf after leaf. */
export function wordsOf(node: Node): string {
  let words = ''
  for (const leaf of leavesOf(node)) words += leaf.value
  return words
}

/** What a document holds, in numbers. */
export interface Counts {
  readonly chars: number
  readonly sections: number
  readonly boxes: number
  readonly tables: number
  readonly lists: number
  readonly paragraphs: number
}

/** Counted off the tree; `chars` are UTF-16 units of text, those of the contents page too; paragraphs in cells do not count. */
export function countsOf(document: Document): Counts {
  const counts = {chars: 0, sections: 0, boxes: 0, tables: 0, lists: 0, paragraphs: 0}
  const open: {node: Node; inCell: boolean}[] = [{node: document, inCell: false}]
  while (open.length > 0) {
    const {node, inCell} = open.pop()!
    if (node.type === 'text') counts.chars += node.value.length
    else if (node.type === 'section') counts.sections++
    else if (node.type === 'box') counts.boxes++
    else if (node.type === 'table') counts.tables++
    else if (node.type === 'list') counts.lists++
    else if (node.type === 'paragraph' && !inCell) counts.paragraphs++
    if (node.type !== 'text')
      for (const child of node.children) open.push({node: child, inCell: inCell || node.type === 'cell'})
  }
  return counts
}
