/** Footnotes at the foot of a page: small type under a short rule, with a raised mark that the text carries too. */
import {note} from '../core/note.js'
import type {Context} from '../core/stage.js'
import {lineOf, type Line, type Sign} from './pdf-lines.js'
import type {FlowLine} from './pdf-paragraphs.js'
import type {Sheet} from './pdf.js'

/** The lines of the text and those of its notes; marks that stand in both are let go. `usual`: the size of the text. */
export function cutNotes(
  lines: readonly Line[],
  sheet: Sheet,
  usual: number,
  context: Context
): {lines: Line[]; notes: FlowLine[]} {
  const rule = sheet.rulings.find(
    ({across, at, from, to}) =>
      across && at > 0.5 * sheet.height && to - from < 0.5 * sheet.width && to - from > 30
  )
  const sorted = [...lines].sort((a, b) => a.y - b.y)
  let first = sorted.length
  while (first > 0 && sorted[first - 1]!.size <= 0.88 * usual && (!rule || sorted[first - 1]!.y > rule.at))
    first--
  const small = sorted.slice(first)
  const head = small.find(line => markAt(line) !== null)
  if (!head || small.length === 0 || small[0]!.y < 0.5 * sheet.height) return {lines: [...lines], notes: []}
  const marks = new Set(small.map(markAt).filter(mark => mark !== null))
  const text = lines.filter(line => !small.includes(line))
  const marked = text.map(line => withoutMarks(line, marks, context))
  if (!rule && marked.every((line, i) => line === text[i])) return {lines: [...lines], notes: []}
  const column = {
    left: Math.min(...small.map(line => line.left)),
    right: Math.max(...lines.map(line => line.right))
  }
  const notes = small.map(line => {
    context.note(
      note(
        'info',
        'read/pdf-footnote',
        `A footnote of page ${sheet.page} stands after the paragraph that the page end cuts`
      )
    )
    const mark = markAt(line)
    const own = mark === null ? line : lineOf(letGo(line, mark.length, context), line.page)
    return {kind: 'line' as const, line: own ?? line, column}
  })
  return {lines: marked, notes}
}

/** The mark that a note begins with: 1, ①, [1]; null where it begins with none. */
function markAt(line: Line): string | null {
  return /^(?:[①-⑳]|\[\d{1,2}\]|〔\d{1,2}〕|\d{1,2}(?=[^\d.%,年月]))/u.exec(line.text)?.[0] ?? null
}

function letGo(line: Line, count: number, context: Context): Sign[] {
  line.signs.slice(0, count).forEach(sign => post(sign, context))
  return line.signs.slice(count)
}

/** The line without raised marks of its notes. A raised figure after a letter (m²) stays. */
function withoutMarks(line: Line, marks: ReadonlySet<string>, context: Context): Line {
  const raised = (sign: Sign) => sign.size < 0.8 * line.size && sign.y < line.y - 0.12 * line.size
  const gone = new Set<Sign>()
  for (let i = 0; i < line.signs.length; i++) {
    if (!raised(line.signs[i]!)) continue
    let end = i
    while (end < line.signs.length && raised(line.signs[end]!)) end++
    const run = line.signs.slice(i, end)
    const before = line.signs[i - 1]?.shown ?? ''
    if (
      marks.has(
        run
          .map(sign => sign.shown)
          .join('')
          .trim()
      ) &&
      !/[A-Za-z]/.test(before)
    )
      run.forEach(sign => gone.add(sign))
    i = end
  }
  if (gone.size === 0) return line
  for (const sign of gone) post(sign, context)
  return (
    lineOf(
      line.signs.filter(sign => !gone.has(sign)),
      line.page
    ) ?? line
  )
}

function post(sign: Sign, context: Context): void {
  context.post({span: [sign.start, sign.end], fate: 'artifact', rule: 'read/pdf-note-mark'})
}
