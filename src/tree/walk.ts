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

/** All nodes of a type, in reading order. */
export function select<T extends Node['type']>(node: Node, type: T): Extract<Node, {type: T}>[] {
  const found: Extract<Node, {type: T}>[] = []
  for (const each of walk(node)) if (each.type === type) found.push(each as Extract<Node, {type: T}>)
  return found
}

/** The literal text of a node. */
export function toText(node: Node): string {
  let out = ''
  for (const each of walk(node)) if (each.type === 'text') out += each.value
  return out
}

/** The raw spans behind a node, in reading order. */
export function traceOf(node: Node): Span[] {
  const spans: Span[] = []
  for (const each of walk(node)) if (each.type === 'text') spans.push(...each.trace)
  return spans
}

/** Every table with the sections (outermost first) that hold it. */
export function tablesOf(root: Node): {readonly table: Table; readonly path: readonly Section[]}[] {
  const found: {table: Table; path: Section[]}[] = []
  const visit = (node: Node, path: Section[]) => {
    if (node.type === 'table') found.push({table: node, path})
    const inner = node.type === 'section' ? [...path, node] : path
    for (const child of childrenOf(node)) visit(child, inner)
  }
  visit(root, [])
  return found
}
