import {mergeSpans} from '../core/span.js'
import type {Document, Meta, Node, Paragraph} from '../tree/nodes.js'
import {childrenOf, toText} from '../tree/walk.js'
import {claimsIn, type Claim} from './claims.js'
import {spansWithin} from './spans.js'
import {past} from './claims.rules.js'
import {basisOf} from './name.js'
import {measureOf} from './measure.js'
import type {Commitment} from './schema.js'

/** A claim with its place in the document. */
export interface Placed extends Claim {
  readonly paragraph: Paragraph
  /** Titles above it, outermost first; a box is one of them. */
  readonly section: readonly string[]
  readonly inBox: boolean
  /** The section looks back. */
  readonly inPast: boolean
}

/** Every claim in the running text of a document: paragraphs, items, boxes, and tables that hold no indicators. */
export function claimsOfDocument(document: Document, tablesRead: ReadonlySet<Node>): Placed[] {
  const found: Placed[] = []
  const visit = (node: Node, section: readonly string[], inBox: boolean, back: boolean) => {
    if (
      node.type === 'notice' ||
      node.type === 'contents' ||
      node.type === 'signature' ||
      node.type === 'heading'
    )
      return
    if (node.type === 'title' || node.type === 'caption' || node.type === 'text' || tablesRead.has(node))
      return
    if (node.type === 'paragraph') {
      const text = node.children.length === 1 ? node.children[0]!.value : toText(node)
      for (const claim of claimsIn(text))
        found.push({...claim, paragraph: node, section, inBox, inPast: back})
      return
    }
    let path = section
    let behind = back
    if (node.type === 'section' || node.type === 'box') {
      if (node.title) path = [...section, node.title]
      behind = back || past[0]!.pattern.test(node.title)
    }
    for (const child of childrenOf(node)) visit(child, path, inBox || node.type === 'box', behind)
  }
  visit(document, [], false, false)
  return found
}

/** The claims that promise something: not told as reached, due after the plan begins. */
export function commitmentsOf(claims: readonly Placed[], meta: Meta): Commitment[] {
  const found: Commitment[] = []
  const period = meta.planPeriod
  for (const claim of claims) {
    if (!period && (claim.year === null || !claim.until)) continue
    const year = claim.year ?? period!.end
    const ahead = claim.year !== null && period !== null && claim.year >= period.end
    if (period && !claim.until && claim.since !== null && claim.since < period.start) continue
    if (claim.inPast || (claim.told && !ahead)) continue
    if (period && year < period.start) continue
    const node = claim.paragraph.children.length === 1 ? claim.paragraph.children[0]! : null
    found.push({
      id: `${meta.id}.c${found.length + 1}`,
      document: meta.id,
      subject: claim.subject,
      raw: claim.raw,
      comparator: claim.comparator,
      value: claim.value,
      parts: claim.parts === null ? null : [...claim.parts],
      unit: claim.unit,
      measure: measureOf(claim.unit, claim.subject, 'target', basisOf(claim.subject), 'number'),
      year,
      due: claim.year === null ? 'period' : 'stated',
      section: [...claim.section],
      sentence: claim.sentence,
      trace: node
        ? mergeSpans([...spansWithin(node, claim.subjectAt), ...spansWithin(node, claim.numberAt)])
        : claim.paragraph.children.flatMap(t => t.trace)
    })
  }
  return found
}
