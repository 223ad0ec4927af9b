import type {Context} from '../core/stage.js'
import {note} from '../core/note.js'
import {hull} from '../core/span.js'
import {spansOf} from '../core/traced.js'
import {squeeze} from '../zh/han.js'
import {contentsWord} from './notices.rules.js'
import {markOf, type Line, type Mark} from './lines.js'

/** The contents page of a document and the lines around it. */
export interface Split {
  readonly before: readonly Line[]
  readonly contents: readonly Line[]
  readonly after: readonly Line[]
}

/** An entry of the contents page without its dots and page number. */
export function entryOf(line: Line): string {
  return squeeze(line.text).replace(/[.．·…‥。—_-]*[（(]?[0-9０-９ivxⅠ-Ⅹ]*[)）]?$/u, '')
}

/**
 * Finds the contents page (目录). It runs from its word, or from blocks a reader marked as such, to the line where its first entry
 * comes again or a line stands that is no entry.
 */
export function splitContents(lines: readonly Line[]): Split {
  let start = lines.findIndex(line => isContents(line) || contentsWord.pattern.test(line.plain))
  if (start < 0) start = unannounced(lines)
  if (start < 0) return {before: [], contents: [], after: lines}
  let end = start + 1
  let marked = !contentsWord.pattern.test(lines[start]!.plain) && isContents(lines[start]!)
  const entries = new Set<string>([entryOf(lines[start]!)])
  // where it is torn over two lines, its first opens the body
  let first: string | null = null
  for (; end < lines.length; end++) {
    const line = lines[end]!
    if (isContents(line)) {
      marked = true
      continue
    }
    if (marked) break
    const entry = entryOf(line)
    if (!isEntry(line) || entries.has(entry) || (line.mark !== null && first?.startsWith(entry))) break
    entries.add(entry)
    if (line.mark !== null) first ??= entry
  }
  return {before: lines.slice(0, start), contents: lines.slice(start, end), after: lines.slice(end)}
}

const isContents = (line: Line) => line.block.hint.style === 'contents'

function isEntry(line: Line): boolean {
  if (line.block.kind !== 'paragraph' || line.text.length > 80) return false
  return (
    line.mark !== null ||
    line.box !== null ||
    (!/[。；，：]$/u.test(line.text) && /[.…·]{3,}\s*\d*$|\s\d{1,3}$/u.test(line.text))
  )
}

/** A contents page without its word: five headings or more in a row near the head, all of which come again. */
function unannounced(lines: readonly Line[]): number {
  const limit = Math.min(lines.length, 30)
  for (let start = 0; start < limit; start++) {
    let end = start
    while (end < lines.length && isEntry(lines[end]!) && lines[end]!.text.length <= 60) end++
    if (end - start < 5) {
      start = Math.max(start, end - 1)
      continue
    }
    const later = new Set(lines.slice(end).map(line => squeeze(line.text)))
    const again = lines.slice(start, end).filter(line => later.has(entryOf(line)))
    if (again.length * 10 >= (end - start) * 6 && again.length >= 4) return start
    start = end
  }
  return -1
}

/** So many entries in a row at the end of the page are the rest of a text that stops. */
const longRest = 4

/** Reports entries that have no heading in the text, and headings of listed ranks that are no entries. */
export function compareContents(
  contents: readonly Line[],
  headings: readonly {mark: Mark; text: string; line: Line}[],
  context: Context
): void {
  const entries = contents.flatMap(line => {
    const mark = markOf(line.text)
    return mark && mark.rank !== 'none' ? [{line, mark, key: entryOf(line)}] : []
  })
  if (entries.length === 0) return
  const key = (text: string) => squeeze(text)
  const inText = new Set(headings.map(heading => key(heading.text)))
  const listed = new Set(entries.map(entry => entry.key))
  const ranks = new Set(entries.map(entry => entry.mark.rank))
  const missing = (reason: string, {line}: {readonly line: Line}) =>
    context.note(note('warning', 'segment/contents-only', reason, place(line)))
  // all that follows the last heading that was found is said once
  const found = entries.findLastIndex(entry => inText.has(entry.key)) + 1
  const rest = found > 0 && entries.length - found >= longRest ? found : entries.length
  for (const entry of entries.slice(0, rest))
    if (!inText.has(entry.key)) missing(`Unexpected entry ${entry.key} without a heading in the text`, entry)
  if (rest < entries.length) {
    const {key} = entries[rest]!
    missing(
      `The text ends before ${key}; ${entries.length - rest} entries have no heading in it`,
      entries[rest]!
    )
  }
  for (const {mark, text, line} of headings)
    if (ranks.has(mark.rank) && !listed.has(key(text)))
      context.note(
        note(
          'info',
          'segment/not-in-contents',
          `Unexpected heading ${text}, which the contents page does not list`,
          place(line)
        )
      )
}

export function place(line: Line) {
  return line.block.kind === 'paragraph' ? hull(spansOf(line.block.text)) : null
}
