import {createHash} from 'node:crypto'
import type {Document} from '../tree/nodes.js'
import {applyRuns} from './wording.js'
import type {Diff, Operation, Side} from './schema.js'

/**
 * The exact side of a diff. The canonical form of a document is the bytes of its `document.json`: JSON with a known indent and
 * end. A frame is that tree with every text taken out and only its length left; texts come back from the other side's texts
 * and the runs of the operations. So what a reader sees is what the patch is made of.
 */

export interface Form {
  readonly indent: number
  readonly newline: boolean
}

export const defaultForm: Form = {indent: 0, newline: true}

/** The canonical text of a document. */
export function canonical(document: unknown, {indent, newline}: Form = defaultForm): string {
  return JSON.stringify(document, null, indent) + (newline ? '\n' : '')
}

/** The form a `document.json` is written in; null where it is none that `canonical` gives. */
export function formOf(text: string, document: unknown): Form | null {
  const newline = text.endsWith('\n')
  for (const indent of [0, 2, 1, 4]) {
    const form = {indent, newline}
    if (canonical(document, form) === text) return form
  }
  return null
}

export function sideOf(document: Document, form: Form = defaultForm): Side {
  return {
    id: document.meta.id,
    title: document.meta.title,
    sha256: sha256(canonical(document, form)),
    ...form,
    frame: emptied(document)
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

interface Json {
  readonly [key: string]: unknown
}

function emptied(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(emptied)
  if (node === null || typeof node !== 'object') return node
  const out: Record<string, unknown> = {}
  const leaf = (node as Json)['type'] === 'text'
  for (const [key, value] of Object.entries(node))
    out[key] = leaf && key === 'value' ? (value as string).length : emptied(value)
  return out
}

const blockTypes: ReadonlySet<unknown> = new Set(['paragraph', 'heading', 'title', 'caption', 'table'])

/** Every block of a tree or a frame by its id. */
export function blocksById(root: unknown): Map<string, Json> {
  const found = new Map<string, Json>()
  const visit = (node: Json, id: string) => {
    if (blockTypes.has(node['type'])) found.set(id, node)
    else childrenOf(node).forEach((child, i) => visit(child, id === '' ? `${i}` : `${id}.${i}`))
  }
  visit(root as Json, '')
  return found
}

function childrenOf(node: Json): readonly Json[] {
  return (node['children'] as Json[] | undefined) ?? []
}

function leavesOf(node: Json): Json[] {
  return node['type'] === 'text' ? [node] : childrenOf(node).flatMap(leavesOf)
}

const textOf = (node: Json) =>
  leavesOf(node)
    .map(leaf => leaf['value'] as string)
    .join('')

/** The canonical text of B, from that of A. Throws where the diff was not made from this A, or is damaged. */
export function apply(diff: Diff, a: string): string {
  if (sha256(a) !== diff.a.sha256)
    throw new Error(`This is not the document the diff was made from (${diff.a.id})`)
  const before = blocksById(JSON.parse(a))
  const holes = blocksById(diff.b.frame)
  const texts = new Map<Json, string>()
  for (const operation of diff.operations) fill(operation, before, holes, texts)
  const b = canonical(filled(diff.b.frame, texts), diff.b)
  if (sha256(b) !== diff.b.sha256)
    throw new Error('The diff is damaged: it does not give the document it names')
  return b
}

/** Gives every leaf of the blocks an operation makes its text. */
function fill(
  {a, b, runs, rows}: Operation,
  before: ReadonlyMap<string, Json>,
  holes: ReadonlyMap<string, Json>,
  texts: Map<Json, string>
): void {
  if (b.length === 0) return
  const node = (map: ReadonlyMap<string, Json>, id: string): Json => {
    const found = map.get(id)
    if (!found) throw new Error(`The diff does not fit this document: there is no ${id}`)
    return found
  }
  if (rows === null) {
    pour(
      applyRuns(a.map(id => textOf(node(before, id))).join(''), runs),
      b.flatMap(id => leavesOf(node(holes, id))),
      texts
    )
    return
  }
  const old = a.length > 0 ? node(before, a[0]!) : null
  const made = node(holes, b[0]!)
  for (const row of rows)
    for (const cell of row.cells) {
      if (cell.b === null) continue
      const was = cell.a && old ? textOf(childrenOf(childrenOf(old)[cell.a[0]]!)[cell.a[1]]!) : ''
      pour(applyRuns(was, cell.runs), leavesOf(childrenOf(childrenOf(made)[cell.b[0]]!)[cell.b[1]]!), texts)
    }
}

function pour(text: string, leaves: readonly Json[], texts: Map<Json, string>): void {
  let at = 0
  for (const leaf of leaves) {
    const end = at + (leaf['value'] as number)
    texts.set(leaf, text.slice(at, end))
    at = end
  }
}

function filled(node: unknown, texts: ReadonlyMap<Json, string>): unknown {
  if (Array.isArray(node)) return node.map(child => filled(child, texts))
  if (node === null || typeof node !== 'object') return node
  const out: Record<string, unknown> = {}
  const leaf = (node as Json)['type'] === 'text'
  for (const [key, value] of Object.entries(node))
    out[key] = leaf && key === 'value' ? (texts.get(node as Json) ?? '') : filled(value, texts)
  return out
}
