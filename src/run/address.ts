import type {Document, Node} from '../tree/nodes.js'

/** A node of a document with the name it can be asked for by. */
export interface Addressed {
  /** Names from the document down, with their ordinals: `chapter3/section2/p4`, `box2/table1/r3/c2`. */
  readonly address: string
  readonly node: Node
  /** Titles of what holds it, outermost first. */
  readonly path: readonly string[]
}

/** Every node of a document but its texts, in reading order, each with an address that no other has. */
export function addressed(document: Document): Addressed[] {
  const found: Addressed[] = []
  const open: Addressed[] = [{address: '', node: document, path: []}]
  while (open.length > 0) {
    const at = open.pop()!
    if (at.node.type !== 'document') found.push(at)
    if (at.node.type === 'text') continue
    const own = titleOf(at.node)
    const path = own === null ? at.path : [...at.path, own]
    const seen = new Map<string, number>()
    const below: Addressed[] = []
    for (const child of at.node.children as readonly Node[]) {
      if (child.type === 'text') continue
      const name = nameOf(child, seen)
      below.push({address: at.address === '' ? name : `${at.address}/${name}`, node: child, path})
    }
    for (let i = below.length - 1; i >= 0; i--) open.push(below[i]!)
  }
  return found
}

const titleOf = (node: Node): string | null =>
  node.type === 'section'
    ? `${node.label ?? ''}${node.label && node.title ? ' ' : ''}${node.title}`
    : node.type === 'box' || node.type === 'table'
      ? [node.type === 'box' ? node.label : node.number, node.title].filter(Boolean).join(' ') || node.type
      : node.type === 'notice' || node.type === 'contents' || node.type === 'signature'
        ? node.type
        : null

const short: Partial<Record<Node['type'], string>> = {paragraph: 'p', row: 'r', cell: 'c'}

/** The name of a node among its siblings: by its own ordinal where it has one, else by counting. A name met again gets `~2`. */
function nameOf(node: Node, seen: Map<string, number>): string {
  const kind = node.type === 'section' ? node.rank : (short[node.type] ?? node.type)
  const count = (seen.get(kind) ?? 0) + 1
  seen.set(kind, count)
  if (kind === 'heading' || kind === 'title') return count === 1 ? kind : `${kind}~${count}`
  const own = node.type === 'section' || node.type === 'box' || node.type === 'table' ? node.ordinal : null
  const name = `${kind}${/\d$/.test(kind) ? '-' : ''}${own ?? count}`
  const again = (seen.get(`=${name}`) ?? 0) + 1
  seen.set(`=${name}`, again)
  return again === 1 ? name : `${name}~${again}`
}
