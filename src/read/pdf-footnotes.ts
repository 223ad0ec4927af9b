/** Footnotes at the foot of a page: small type under a short rule, with a raised mark that the text carries too. */
import {note} from '../core/note.js'
import type {Context} from '../core/stage.js'
import {lineOf, type Line, type Sign} from './pdf-lines.js'
import type {FlowLine} from './pdf-paragraphs.js'
import type {Sheet} from './pdf-sheet.js'

export interface Noted {
  readonly lines: readonly Line[]
  /** Notes by the line that carries their mark. */
  readonly at: ReadonlyMap<Line, readonly FlowLine[]>
  /** Notes whose mark was not found among the lines. */
  readonly loose: readonly FlowLine[]
  /** Marks within tables and boxes. */
  readonly gone: ReadonlySet<Sign>
}

/**
 * The lines of the text without the notes; marks that stand in both are let go. `inner`: lines of tables and boxes;
 * `usual`: the size of the text.
 */
export function cutNotes(
  lines: readonly Line[],
  inner: readonly Line[],
  sheet: Sheet,
  usual: number,
  context: Context
): Noted {
  const none: Noted = {lines, at: new Map(), loose: [], gone: new Set()}
  const rule = sheet.rulings.find(
    ({across, at, from, to}) =>
      across && at > 0.5 * sheet.height && to - from < 0.5 * sheet.width && to - from > 30
  )
  const sorted = [...lines].sort((a, b) => a.y - b.y)
  let first = sorted.length
  while (first > 0 && sorted[first - 1]!.size <= 0.88 * usual && (!rule || sorted[first - 1]!.y > rule.at))
    first--
  const small = sorted.slice(first)
  if (small.length === 0 || small[0]!.y < 0.5 * sheet.height || small.every(line => markAt(line) === null))
    return none
  const notes = notesIn(small, Math.max(...lines.map(line => line.right)))
  const carriers = [...lines.filter(line => !small.includes(line)), ...inner]
  const found = carriers.map(line => ({line, marks: marksIn(line, notes)}))
  if (!rule && found.every(each => each.marks.size === 0)) return none
  const gone = new Set<Sign>()
  const at = new Map<Line, readonly FlowLine[]>()
  const placed = new Set<Note>()
  const kept: Line[] = []
  for (const {line, marks} of found) {
    for (const signs of marks.values()) for (const sign of signs) gone.add(sign)
    const rest = line.signs.filter(sign => !gone.has(sign))
    const bare = marks.size === 0 ? line : (lineOf(rest, line.page) ?? line)
    if (inner.includes(line)) continue
    kept.push(bare)
    const own = [...marks.keys()].filter(each => !placed.has(each))
    own.forEach(each => placed.add(each))
    if (own.length > 0)
      at.set(
        bare,
        own.flatMap(each => each.lines)
      )
  }
  for (const sign of gone) post(sign, context)
  for (const each of notes) {
    each.signs.forEach(sign => post(sign, context))
    const words = each.lines[0]?.line.text.slice(0, 20) ?? ''
    const reason = `A footnote of page ${sheet.page} (${words}…) stands after the text it belongs to`
    context.note(note('info', 'read/pdf-footnote', reason))
  }
  return {lines: kept, at, loose: notes.filter(each => !placed.has(each)).flatMap(each => each.lines), gone}
}

interface Note {
  readonly mark: string | null
  /** Its mark, at its head. */
  readonly signs: readonly Sign[]
  readonly lines: FlowLine[]
}

function notesIn(small: readonly Line[], right: number): Note[] {
  const column = {left: Math.min(...small.map(line => line.left)), right}
  const notes: Note[] = []
  for (const line of small) {
    const mark = markAt(line)
    const open = notes.at(-1)
    if (mark === null && open) open.lines.push({kind: 'line', line, column})
    else {
      const signs = line.signs.slice(0, mark?.length ?? 0)
      const rest = lineOf(line.signs.slice(signs.length), line.page)
      notes.push({mark, signs, lines: rest ? [{kind: 'line', line: rest, column}] : []})
    }
  }
  return notes
}

/** The mark that a note begins with: 1, ①, [1]; null where it begins with none. */
function markAt(line: Line): string | null {
  return /^(?:[①-⑳]|\[\d{1,2}\]|〔\d{1,2}〕|\d{1,2}(?=[^\d.%,年月]))/u.exec(line.text)?.[0] ?? null
}

/** The raised marks of notes in a line. A raised figure after a letter (m²) is none. */
function marksIn(line: Line, notes: readonly Note[]): Map<Note, Sign[]> {
  const raised = (sign: Sign) => sign.size < 0.8 * line.size && sign.y < line.y - 0.12 * line.size
  const found = new Map<Note, Sign[]>()
  for (let i = 0; i < line.signs.length; i++) {
    if (!raised(line.signs[i]!)) continue
    let end = i
    while (end < line.signs.length && raised(line.signs[end]!)) end++
    const run = line.signs.slice(i, end)
    const words = run
      .map(sign => sign.shown)
      .join('')
      .trim()
    const own = notes.find(each => each.mark === words)
    if (own && !/[A-Za-z]/.test(line.signs[i - 1]?.shown ?? '')) found.set(own, run)
    i = end
  }
  return found
}

function post(sign: Sign, context: Context): void {
  context.post({span: [sign.start, sign.end], fate: 'artifact', rule: 'read/pdf-note-mark'})
}
