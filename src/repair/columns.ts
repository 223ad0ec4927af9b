import type {Block, Draft, ParagraphBlock} from '../core/draft.js'
import {note} from '../core/note.js'
import {hull} from '../core/span.js'
import type {Context} from '../core/stage.js'
import {concat, slice, spansOf, textOf, trim, type Traced} from '../core/traced.js'
import {endsSentence} from '../zh/han.js'
import {markOf} from './marks.js'
import {columns} from './repair.rules.js'
import {solidIn} from './units.js'

/** Two columns of a page that were read across: halves of a line with a gap between, each half going on in the next line. */

const gap = /[ \u00a0\u3000\t]{2,}/gu
const leastLines = 6
const leastHalf = 6

/** A line cut at its gap. */
interface Halves {
  readonly left: Traced
  readonly right: Traced
}

/** Reads such columns down again, left before right; everything else stays as it is. */
export function readDown(draft: Draft, context: Context): Draft {
  const blocks: Block[] = []
  let stretch: {block: ParagraphBlock; halves: Halves}[] = []
  let changed = false
  const close = () => {
    if (stretch.length >= leastLines && goesDown(stretch.map(s => s.halves))) {
      changed = true
      const hint = stretch[0]!.block.hint
      const lefts = paragraphs(stretch.map(s => s.halves.left))
      const rights = paragraphs(stretch.map(s => s.halves.right))
      for (const text of [...lefts, ...rights])
        blocks.push({kind: 'paragraph', text, hint: {...hint, blank: 0}})
      const at = hull(stretch.flatMap(s => spansOf(s.block.text)))
      context.note(
        note('warning', columns.id, `${stretch.length} lines of two columns are read down again`, at)
      )
    } else for (const {block} of stretch) blocks.push(block)
    stretch = []
  }
  for (const block of draft.blocks) {
    const halves = block.kind === 'paragraph' ? halvesOf(block) : null
    if (halves && block.kind === 'paragraph') stretch.push({block, halves})
    else {
      close()
      blocks.push(block)
    }
  }
  close()
  return changed ? {...draft, blocks} : draft
}

function halvesOf(block: ParagraphBlock): Halves | null {
  const text = textOf(block.text)
  const gaps = [...text.matchAll(gap)]
  if (gaps.length !== 1) return null
  const {index, 0: blank} = gaps[0]!
  const left = trim(slice(block.text, 0, index))
  const right = trim(slice(block.text, index + blank.length))
  return solidIn(textOf(left)) >= leastHalf && solidIn(textOf(right)) >= leastHalf ? {left, right} : null
}

/**
 * Running text on both sides: most halves stop in the middle of a sentence, both columns hold whole sentences, and the left halves are
 * about equally wide. Cells of a table hold no sentences; a name and its explanation do not go on below.
 */
function goesDown(lines: readonly Halves[]): boolean {
  const sides = [lines.map(l => textOf(l.left)), lines.map(l => textOf(l.right))]
  return sides.every(halves => {
    const open = halves.filter(half => !endsSentence(half) && !/[；：:]$/u.test(half)).length
    const stops = halves.join('').split('。').length - 1
    const widths = halves.map(half => half.length).sort((a, b) => a - b)
    const middle = widths[widths.length >> 1]!
    const even = widths.filter(w => Math.abs(w - middle) <= 0.15 * middle + 1).length
    return open >= 0.55 * halves.length && stops >= halves.length / 12 && even >= 0.6 * halves.length
  })
}

/** Halves of one column as paragraphs: one ends where a short half ends a sentence, or the next half opens with a number. */
function paragraphs(halves: readonly Traced[]): Traced[] {
  const widest = Math.max(...halves.map(half => textOf(half).length))
  const out: Traced[] = []
  let open: Traced[] = []
  halves.forEach((half, i) => {
    open.push(half)
    const text = textOf(half)
    const next = halves[i + 1]
    const ends =
      endsSentence(text) &&
      (text.length < 0.8 * widest || (next !== undefined && markOf(textOf(next)) !== null))
    if (next === undefined || ends) {
      out.push(concat(...open))
      open = []
    }
  })
  return out
}
