import {note} from '../core/note.js'
import type {Context} from '../core/stage.js'
import {place} from './contents.js'
import type {Line} from './lines.js'

/**
 * A heading that lost its number: where the chapters of a text begin with the second, or one is missing between two, and just one
 * bare title stands in the gap, that title is the missing heading.
 */
export function restoreLost(lines: readonly Line[], context: Context): readonly Line[] {
  const rank = (['part', 'chapter', 'section'] as const).find(rank =>
    lines.some(line => line.mark?.rank === rank)
  )
  if (rank === undefined || rank === 'section') return lines
  const numbered = lines.flatMap((line, i) =>
    line.mark?.rank === rank && line.mark.ordinal !== null ? [{i, n: line.mark.ordinal}] : []
  )
  let out = lines
  let before = {i: -1, n: 0}
  for (const next of numbered) {
    if (next.n === before.n + 2) {
      const candidates: number[] = []
      for (let i = before.i + 1; i < next.i; i++) if (isBareTitle(lines, i)) candidates.push(i)
      const at = candidates[0]
      if (at !== undefined && (candidates.length === 1 || (before.i < 0 && at <= 2))) {
        const line = lines[at]!
        out = out.map(l =>
          l === line ? {...l, mark: {rank, ordinal: next.n - 1, label: null, end: 0, damaged: true}} : l
        )
        context.note(
          note(
            'warning',
            'segment/number-restored',
            `${line.text} is heading ${next.n - 1} of its rank: its number is lost, and only it stands in the gap`,
            place(line)
          )
        )
      }
    }
    before = next
  }
  return out
}

/** A short line of words alone, with text of its own below it. */
function isBareTitle(lines: readonly Line[], i: number): boolean {
  const line = lines[i]!
  const next = lines[i + 1]
  return (
    line.block.kind === 'paragraph' &&
    line.mark === null &&
    line.box === null &&
    line.text.length >= 2 &&
    line.text.length <= 20 &&
    /^[\u4e00-\u9fff、“”]+$/u.test(line.text) &&
    next?.block.kind === 'paragraph' &&
    (next.text.length > 40 || /。$/u.test(next.text) || next.mark !== null)
  )
}
