import type {Hint, ParagraphBlock} from '../core/draft.js'
import type {Source} from '../core/source.js'
import type {Draft} from '../core/draft.js'

const lineEnd = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/g

/** Is it white space of any width? Tabs are told apart by the caller. */
function isSpace(code: number): boolean {
  return (
    code === 32 ||
    code === 9 ||
    code === 0x3000 ||
    code === 0xa0 ||
    code === 0xfeff ||
    code === 0x200b ||
    (code >= 0x2000 && code <= 0x200f) ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x1680 ||
    code === 0x180e
  )
}

/**
 * A paragraph for each line that is not empty. White space at both ends goes as layout but stays as evidence: `indent`, `tabs`,
 * and how many empty lines stood before (`blank`). A line of blanks alone is empty; one of wider white space or a tab is a
 * paragraph without text: it may be an empty cell.
 */
export function readPlain(source: Source): Draft {
  const raw = source.text
  const blocks: ParagraphBlock[] = []
  let line = 0
  let blank = 0
  let start = 0
  const close = (end: number) => {
    if (isEmptyLine(raw, start, end)) blank++
    else {
      blocks.push(readLine(raw, start, end, line, blank))
      blank = 0
    }
    line++
  }
  lineEnd.lastIndex = 0
  for (let match = lineEnd.exec(raw); match; match = lineEnd.exec(raw)) {
    close(match.index)
    start = lineEnd.lastIndex
  }
  if (start < raw.length) close(raw.length)
  return {source, blocks}
}

/** Nothing, or blanks that an editor left; wider white space and tabs may hold the place of a cell. */
function isEmptyLine(raw: string, start: number, end: number): boolean {
  let at = start
  while (at < end && raw.charCodeAt(at) === 32) at++
  return at === end
}

function readLine(raw: string, start: number, end: number, line: number, blank: number): ParagraphBlock {
  let from = start
  let tabs = 0
  let indent = 0
  for (; from < end; from++) {
    const code = raw.charCodeAt(from)
    if (!isSpace(code)) break
    if (code === 9) tabs++
    else indent += code === 0x3000 ? 2 : 1
  }
  let to = end
  while (to > from && isSpace(raw.charCodeAt(to - 1))) to--
  const hint: Hint = {line, blank, indent, tabs}
  return {kind: 'paragraph', text: from < to ? [{text: raw.slice(from, to), raw: [from, to]}] : [], hint}
}
