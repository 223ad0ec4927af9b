import {flatten} from '../../src/align/blocks.js'
import type {Diff} from '../../src/diff/schema.js'
import type {Document} from '../../src/tree/nodes.js'
import type {EditedPair} from '../eval/edits.js'

/** The operations of a diff on paragraphs, and those asked for, as keys that can be compared: `moved 3 > 7`. */

export function foundIn(diff: Diff, a: Document, b: Document): Set<string> {
  const left = numbering(a)
  const right = numbering(b)
  const keys = new Set<string>()
  for (const o of diff.operations)
    if (o.op !== 'kept' && o.kind === 'paragraph')
      keys.add(`${o.op} ${o.a.map(id => left.get(id))} > ${o.b.map(id => right.get(id))}`)
  return keys
}

export function wantedOf(pair: EditedPair): Set<string> {
  return new Set(pair.expected.map(e => `${e.op} ${e.a} > ${e.b}`))
}

/** Numbers of the paragraphs behind block ids. */
function numbering(document: Document): Map<string, number> {
  const numbers = new Map<string, number>()
  for (const block of flatten(document).blocks)
    if (block.kind === 'paragraph') numbers.set(block.id, numbers.size)
  return numbers
}
