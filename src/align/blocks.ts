import type {Document, Node, Table, Text} from '../tree/nodes.js'
import {childrenOf} from '../tree/walk.js'
import {fold, shinglesOf} from './likeness.js'

/** What is aligned: the smallest parts of a tree a reader would call one thing. A table is one, with all its cells. */
export type BlockKind =
  'title' | 'notice' | 'contents' | 'heading' | 'paragraph' | 'item' | 'caption' | 'table' | 'signature'

export interface Block {
  /** Place in `blocks`, from 0. */
  readonly index: number
  /** Child numbers from the root, `4.1.0`: the node of `document.json` it is. */
  readonly id: string
  readonly kind: BlockKind
  /** Its text leaves joined. */
  readonly text: string
  readonly leaves: readonly Text[]
  /** Index into `parts` of the innermost section or box that holds it; 0 is the document itself. */
  readonly part: number
  readonly folded: string
  /** Cut when they are first asked for: what reads the same on both sides needs none. */
  readonly shingles: Int32Array
  readonly table: Table | null
}

/** A section, a box, or (the first) the document. */
export interface Part {
  readonly index: number
  readonly id: string
  readonly parent: number
  readonly depth: number
  readonly kind: 'document' | 'section' | 'box'
  readonly rank: string
  readonly ordinal: number | null
  readonly label: string | null
  readonly title: string
  /** Blocks `[from, to)`, its own heading and all inner parts included. */
  readonly from: number
  readonly to: number
  /** Index of its heading block, -1 where it has none. */
  readonly heading: number
  readonly children: readonly number[]
}

export interface Flat {
  readonly document: Document
  readonly blocks: readonly Block[]
  readonly parts: readonly Part[]
}

interface Named {
  readonly rank?: string
  readonly ordinal?: number | null
  readonly label?: string | null
  readonly title: string
}

type Growing = {-readonly [K in keyof Part]: Part[K]} & {children: number[]}

/** A document as two lists: blocks in reading order, parts in reading order, each knowing its place. */
export function flatten(document: Document): Flat {
  const blocks: Block[] = []
  const parts: Growing[] = []
  const open = (parent: number, id: string, kind: Part['kind'], node: Named): number => {
    const index = parts.length
    parts.push({
      index,
      id,
      parent,
      depth: parent < 0 ? 0 : parts[parent]!.depth + 1,
      kind,
      rank: node.rank ?? kind,
      ordinal: node.ordinal ?? null,
      label: node.label ?? null,
      title: node.title,
      from: blocks.length,
      to: blocks.length,
      heading: -1,
      children: []
    })
    if (parent >= 0) parts[parent]!.children.push(index)
    return index
  }
  const block = (kind: BlockKind, id: string, part: number, node: Node) => {
    const leaves = leavesOf(node)
    const text = leaves.length === 1 ? leaves[0]!.value : leaves.map(l => l.value).join('')
    const folded = fold(text)
    let shingles: Int32Array | null = null
    if (kind === 'heading' && parts[part]!.heading < 0) parts[part]!.heading = blocks.length
    blocks.push({
      index: blocks.length,
      id,
      kind,
      text,
      leaves,
      part,
      folded,
      get shingles() {
        return (shingles ??= shinglesOf(folded))
      },
      table: node.type === 'table' ? node : null
    })
  }
  const visit = (node: Node, id: string, part: number, kind: BlockKind) => {
    if (node.type === 'section' || node.type === 'box') {
      const index = open(part, id, node.type, node)
      descend(node, id, index, 'paragraph')
      parts[index]!.to = blocks.length
    } else if (node.type === 'paragraph') block(kind, id, part, node)
    else if (node.type === 'list' || node.type === 'item') descend(node, id, part, 'item')
    else if (node.type === 'notice') descend(node, id, part, 'notice')
    else if (node.type === 'contents') descend(node, id, part, 'contents')
    else if (node.type === 'signature') descend(node, id, part, 'signature')
    else if (
      node.type === 'title' ||
      node.type === 'heading' ||
      node.type === 'caption' ||
      node.type === 'table'
    )
      block(node.type, id, part, node)
  }
  const descend = (node: Node, id: string, part: number, kind: BlockKind) => {
    childrenOf(node).forEach((child, i) => visit(child, id === '' ? `${i}` : `${id}.${i}`, part, kind))
  }
  const root = open(-1, '', 'document', {title: document.meta.title})
  descend(document, '', root, 'paragraph')
  parts[root]!.to = blocks.length
  return {document, blocks, parts}
}

/** The text leaves of a node in reading order. */
export function leavesOf(node: Node): Text[] {
  if (node.type === 'text') return [node]
  const found: Text[] = []
  for (const child of childrenOf(node)) found.push(...leavesOf(child))
  return found
}
