import {heaviestRun} from './assign.js'
import type {Flat} from './blocks.js'
import type {Alignment, Link} from './paragraphs.js'

/** What left its place: sections (with all they hold), and blocks within what stayed. */
export interface Moves {
  /** Parts of B whose partner stood elsewhere. */
  readonly parts: ReadonlySet<number>
  /** Links whose blocks stood elsewhere. */
  readonly links: ReadonlySet<Link>
}

/** Fewest things moved first, then fewest characters. */
const one = 1_000_000

/**
 * A moved section is one move: what it holds moves with it and is judged by its place within.
 * What moved is whatever lies outside the heaviest run that kept its order.
 */
export function moves(a: Flat, b: Flat, alignment: Alignment): Moves {
  const parts = movedParts(a, b, alignment)
  const order = orderAfterMoves(a, b, alignment, parts)
  const links = alignment.links
  const run = heaviestRun(
    links.map(l => order[l.a[0]!]!),
    links.map(l => weightOf(b, l))
  )
  return {parts, links: new Set(links.filter((_, i) => !run.has(i)))}
}

function weightOf(b: Flat, link: Link): number {
  const block = b.blocks[link.b[0]!]!
  return block.kind === 'heading' ? one * 50 : one + Math.min(block.folded.length, 1000)
}

/** Sections under another parent, or out of order among the children of the same one. */
function movedParts(a: Flat, b: Flat, {parts: {ofA, ofB}}: Alignment): Set<number> {
  const moved = new Set<number>()
  const siblings = new Map<number, number[]>()
  for (const q of b.parts) {
    if (q.index === 0 || ofB[q.index]! < 0) continue
    const p = a.parts[ofB[q.index]!]!
    if (ofA[p.parent]! >= 0 && ofB[q.parent]! >= 0 && ofA[p.parent] !== q.parent) moved.add(q.index)
    else if (ofA[p.parent] === q.parent) {
      const list = siblings.get(q.parent)
      if (list) list.push(q.index)
      else siblings.set(q.parent, [q.index])
    }
  }
  for (const list of siblings.values()) {
    const run = heaviestRun(
      list.map(q => ofB[q]!),
      list.map(q => one + b.parts[q]!.to - b.parts[q]!.from)
    )
    list.forEach((q, i) => {
      if (!run.has(i)) moved.add(q)
    })
  }
  return moved
}

/** A rank for every block of A, as if moved sections already stood where B has them. */
function orderAfterMoves(a: Flat, b: Flat, {parts: {ofB}, links}: Alignment, moved: ReadonlySet<number>) {
  const carrier = new Int32Array(a.blocks.length).fill(-1)
  const carried = [...moved].sort((x, y) => x - y)
  // parts come outermost first, so the innermost moved part has the last word
  const byStart = [...carried].sort((x, y) => ofB[x]! - ofB[y]!)
  for (const q of byStart) {
    const p = a.parts[ofB[q]!]!
    for (let i = p.from; i < p.to; i++) carrier[i] = q
  }
  const next = new Map<number, number[]>()
  const head: number[] = []
  const partnerOfB = new Map<number, number>()
  for (const link of links) for (const j of link.b) partnerOfB.set(j, link.a.at(-1)!)
  for (const q of carried) {
    let anchor = -1
    for (let j = b.parts[q]!.from - 1; j >= 0; j--) {
      const i = partnerOfB.get(j)
      if (i === undefined || carrier[i] === q) continue
      anchor = i
      break
    }
    if (anchor < 0) head.push(q)
    else next.set(anchor, [...(next.get(anchor) ?? []), q])
  }
  const order = new Float64Array(a.blocks.length)
  const done = new Set<number>()
  let at = 0
  const place = (q: number): void => {
    if (done.has(q)) return
    done.add(q)
    const p = a.parts[ofB[q]!]!
    for (let i = p.from; i < p.to; i++) if (carrier[i] === q) put(i)
  }
  const put = (i: number): void => {
    order[i] = at++
    for (const q of next.get(i) ?? []) place(q)
  }
  for (const q of head) place(q)
  for (let i = 0; i < a.blocks.length; i++) if (carrier[i] === -1) put(i)
  for (const q of carried) place(q)
  return order
}
