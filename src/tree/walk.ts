import type {Span} from '../core/span.js'
import {spansOf, textOf, type Traced} from '../core/traced.js'
import type {Node, Paragraph, Section, Table, Text} from './nodes.js'

/** A text leaf of it. The only way a literal gets into a tree. */
export function textNode(traced: Traced): Text {
  return {type: 'text', value: textOf(traced), trace: spansOf(traced) as [number, number][]}
}

/** A paragraph of it. */
export function paragraphNode(traced: Traced): Paragraph {
  return {type: 'paragraph', children: [textNode(traced)]}
}

export function childrenOf(node: Node): readonly Node[] {
  return 'children' in node ? node.children : []
}

/** Every node, depth first, in reading order, the given one first. */
export function* walk(node: Node): Generator<Node> {
  yield node
  for (const child of childrenOf(node)) yield* walk(child)
}

/** Nodes that hold nothing but text: looking for anything else need not go in. */
const textOnly: ReadonlySet<Node['type']> = new Set(['paragraph', 'heading', 'title', 'caption', 'text'])

/** Calls `each` for every node, depth first, in reading order; into text-only nodes only if `leaves`. */
function forEachNode(node: Node, leaves: boolean, each: (node: Node) => void): void {
  each(node)
  if (!('children' in node) || (!leaves && textOnly.has(node.type))) return
  for (const child of node.children) forEachNode(child, leaves, each)
}

/** All nodes of a type, in reading order. */
export function select<T extends Node['type']>(node: Node, type: T): Extract<Node, {type: T}>[] {
  const found: Extract<Node, {type: T}>[] = []
  forEachNode(node, type === 'text', each => {
    if (each.type === type) found.push(each as Extract<Node, {type: T}>)
  })
  return found
}

/** The literal text of a node. */
export function toText(node: Node): string {
  let out = ''
  forEachNode(node, true, each => {
    if (each.type === 'text') out += each.value
  })
  return out
}

/** The raw spans behind a node, in reading order. */
export function traceOf(node: Node): Span[] {
  const spans: Span[] = []
  forEachNode(node, true, each => {
    if (each.type === 'text') for (const span of each.trace) spans.push(span)
  })
  return spans
}

/** A table, the sections (outermost first) that hold it, and the node it stands in. */
export interface TablePlace {
  readonly table: Table
  readonly path: readonly Section[]
  readonly parent: Node
}

/** Every table, in reading order. */
export function tablesOf(root: Node): TablePlace[] {
  const found: TablePlace[] = []
  const visit = (node: Node, path: readonly Section[]) => {
    const inner = node.type === 'section' ? [...path, node] : path
    for (const child of childrenOf(node)) {
      if (child.type === 'table') found.push({table: child, path: inner, parent: node})
      else if (!textOnly.has(child.type)) visit(child, inner)
    }
  }
  visit(root, [])
  return found
}
