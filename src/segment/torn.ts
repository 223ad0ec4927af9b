import {note} from '../core/note.js'
import type {Context} from '../core/stage.js'
import {squeeze} from '../zh/han.js'
import {entryOf, place} from './contents.js'
import {readLines, type Line} from './lines.js'

const mostLines = 3

/** Headings that were torn over several lines, joined where the contents page has their title whole. */
export function joinTorn(
  lines: readonly Line[],
  contents: readonly Line[],
  context: Context
): readonly Line[] {
  const entries = new Set(contents.filter(line => line.mark !== null).map(entryOf))
  if (entries.size === 0) return lines
  const out: Line[] = []
  for (let i = 0; i < lines.length;) {
    const end = tornEnd(lines, i, entries)
    const [joined] = end > i + 1 ? joinedOf(lines.slice(i, end)) : []
    out.push(joined ?? lines[i]!)
    if (joined)
      context.note(
        note('info', 'segment/title-joined', `${joined.text} stood on several lines`, place(joined))
      )
    i = joined ? end : i + 1
  }
  return out
}

/** The line after the last of a title that begins at `start`, by the entry that all of its lines make up together. */
function tornEnd(lines: readonly Line[], start: number, entries: ReadonlySet<string>): number {
  if (lines[start]!.mark === null || entries.has(squeeze(lines[start]!.text))) return start
  let text = ''
  for (let i = start; i < Math.min(lines.length, start + mostLines); i++) {
    const {block, mark, box} = lines[i]!
    if (block.kind !== 'paragraph' || (i > start && (mark ?? box) !== null)) return start
    text += squeeze(lines[i]!.text)
    if (entries.has(text)) return i + 1
  }
  return start
}

function joinedOf(parts: readonly Line[]): readonly Line[] {
  const blocks = parts.flatMap(({block}) => (block.kind === 'paragraph' ? [block] : []))
  return readLines([{...blocks[0]!, text: blocks.flatMap(block => block.text)}])
}
