import {note} from '../core/note.js'
import {hull} from '../core/span.js'
import type {Context} from '../core/stage.js'
import type {Document, Node, Section} from '../tree/nodes.js'
import {childrenOf} from '../tree/walk.js'

/** Reports gaps, repeats and steps back in the numbers of headings. A rank may start anew in each parent or be counted through. */
export function checkNumbering(document: Document, context: Context): void {
  const through = new Map<string, number>()
  const visit = (node: Node) => {
    const here = new Map<string, number>()
    for (const child of childrenOf(node)) {
      if (child.type === 'box') continue
      if (child.type === 'section') {
        check(child, here, through, context)
        visit(child)
      }
    }
  }
  visit(document)
}

function check(
  section: Section,
  here: Map<string, number>,
  through: Map<string, number>,
  context: Context
): void {
  const {rank, ordinal} = section
  if (rank === 'none') return
  const at = hull(
    section.children[0]?.type === 'heading' ? section.children[0].children.flatMap(text => text.trace) : []
  )
  const say = (rule: string, reason: string) => context.note(note('warning', rule, reason, at))
  if (ordinal === null) {
    say(
      'segment/label-damaged',
      `The number of ${section.label ?? section.title} is damaged and leaves more than one reading`
    )
    return
  }
  const last = here.get(rank)
  const before = last ?? (ordinal === 1 ? 0 : (through.get(rank) ?? 0))
  if (section.restored.length > 0 && section.label !== null)
    say('segment/number-restored', `Damaged ${section.label} was read as number ${ordinal}`)
  if (ordinal === before && last !== undefined)
    say('segment/number-repeated', `Unexpected number ${ordinal} again, expected ${before + 1}`)
  else if (ordinal < before) say('segment/number-disordered', `Unexpected number ${ordinal} after ${before}`)
  else if (ordinal > before + 1)
    say('segment/number-gap', `Unexpected number ${ordinal} after ${before}, expected ${before + 1}`)
  here.set(rank, ordinal)
  through.set(rank, ordinal)
}
