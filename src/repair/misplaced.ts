import type {Block, Draft} from '../core/draft.js'
import {note} from '../core/note.js'
import {hull} from '../core/span.js'
import type {Context} from '../core/stage.js'
import {spansOf, textOf} from '../core/traced.js'
import {likeness} from '../zh/shingles.js'
import {markOf} from './marks.js'
import {aheadHeading, lookingBack, misplaced} from './repair.rules.js'

/** A long paragraph that opens with a period: “十二五”期间, … */
interface Retrospect {
  readonly block: number
  readonly period: string
  readonly heading: string
  readonly text: string
}

const longParagraph = 60
const longestHeading = 30

/**
 * Says where a paragraph stands in the wrong section: it looks back on a finished period among goals and tasks for the next, alone,
 * while others of its kind stand together before. Nothing is moved: only its author knows.
 */
export function reportMisplaced(draft: Draft, context: Context): void {
  const found = retrospects(draft.blocks)
  if (found.length < 3) return
  for (const one of found) {
    if (!aheadHeading.pattern.test(one.heading)) continue
    const others = found.filter(
      other =>
        other.period === one.period && other.block < one.block && !aheadHeading.pattern.test(other.heading)
    )
    if (others.length < 2) continue
    const near = others.reduce((a, b) => (likeness(one.text, b.text) > likeness(one.text, a.text) ? b : a))
    const spanOf = (block: number) => {
      const b = draft.blocks[block]!
      return b.kind === 'paragraph' ? hull(spansOf(b.text)) : null
    }
    const there = spanOf(near.block)
    context.note(
      note(
        'warning',
        misplaced.id,
        `a paragraph on the past ${one.period} stands under “${one.heading}”; ${others.length} others of its kind stand ` +
          `under “${near.heading}”, where it would fit`,
        spanOf(one.block),
        there ? [there] : []
      )
    )
  }
}

function retrospects(blocks: readonly Block[]): Retrospect[] {
  const found: Retrospect[] = []
  let heading = ''
  blocks.forEach((block, b) => {
    if (block.kind !== 'paragraph' || block.text.length === 0) return
    const first = block.text[0]!.text
    if (first.length <= longestHeading && block.text.length === 1) {
      if (markOf(first) !== null && !/[。；，,]/u.test(first)) heading = first.trim()
      return
    }
    const code = first.charCodeAt(0)
    if (code !== 0x201c && code !== 0x22 && code !== 0x5341) return
    const match = lookingBack.pattern.exec(first)
    if (!match) return
    const text = textOf(block.text)
    if (text.length >= longParagraph) found.push({block: b, period: match[1]!, heading, text})
  })
  return found
}
