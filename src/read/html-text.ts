import {decodeHTML} from 'entities'
import type {Posting} from '../core/ledger.js'
import {isBlank} from '../core/ledger.js'
import type {Piece} from '../core/traced.js'

/** A line of a page as a browser would show it, with the postings that are due if it is kept. */
export interface Line {
  readonly pieces: readonly Piece[]
  readonly text: string
  /** Postings for what reads differently (`&ge;`) and for blanks that have a spelling (`&nbsp;`), should the line be kept. */
  readonly postings: readonly Posting[]
  /** Raw spans of every text run in it: what is let go, should the line be. */
  readonly runs: readonly Run[]
  /** White space before the text, in characters; an em counts two. */
  readonly indent: number
}

/** A text node, or the part of one on this line. */
export interface Run {
  readonly start: number
  readonly end: number
  /** Within a link. */
  readonly linked: boolean
  /** Within bold type. */
  readonly bold: boolean
  /** Raised: digits become superscripts. */
  readonly raised: boolean
}

const special = /[ \t\r\n\f]{2,}|[\t\r\n\f]|&(?:#x[0-9a-f]{1,8}|#\d{1,8}|[a-z][a-z0-9]{1,31});?/gi
const raised: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '-': '⁻',
  '－': '⁻'
}

/**
 * Text runs → a line. White space in a row is one space; with a line end in it it joins Han characters without a gap;
 * entities become the character they stand for; digits in `<sup>` become superscripts, lest 10⁸ be read 108.
 */
export function lineOf(raw: string, runs: readonly Run[]): Line {
  const pieces: Piece[] = []
  const replaced: Posting[] = []
  let gap: {start: number; end: number; blank: ' ' | '\t' | null} | null = null
  const push = (text: string, start: number, end: number, rule: string | null) => {
    if (gap) {
      const before = pieces.at(-1)?.text.at(-1)
      if (before !== undefined && (gap.blank !== null || (isNarrow(before) && isNarrow(text[0]!)))) {
        const blank = gap.blank ?? ' '
        pieces.push({text: blank, raw: [gap.start, gap.end]})
        if (raw.slice(gap.start, gap.end) !== blank)
          replaced.push({span: [gap.start, gap.end], fate: 'kept', rule: 'read/space', text: blank})
      }
      gap = null
    }
    const last = pieces.at(-1)
    if (
      !rule &&
      last &&
      last.raw[1] === start &&
      last.text.length === last.raw[1] - last.raw[0] &&
      !/^[ \t]/.test(last.text)
    )
      pieces[pieces.length - 1] = {text: raw.slice(last.raw[0], end), raw: [last.raw[0], end]}
    else pieces.push({text, raw: [start, end]})
    if (rule) replaced.push({span: [start, end], fate: 'kept', rule, text})
  }
  for (const run of runs) {
    const slice = raw.slice(run.start, run.end)
    const digits = run.raised ? superscript(slice) : null
    if (digits !== null) {
      push(digits, run.start, run.end, 'read/superscript')
      continue
    }
    let from = 0
    special.lastIndex = 0
    for (let match = special.exec(slice); match; match = special.exec(slice)) {
      const found = match[0]
      const entity = found.charCodeAt(0) === 38
      const decoded = entity ? decodeHTML(found) : ''
      if (entity && decoded === found) continue
      if (match.index > from)
        push(slice.slice(from, match.index), run.start + from, run.start + match.index, null)
      from = match.index + found.length
      const start = run.start + match.index
      if (entity && !/^[\r\n\t]$/.test(decoded)) push(decoded, start, run.start + from, 'read/entity')
      else if (entity)
        replaced.push({span: [start, run.start + from], fate: 'layout', rule: 'read/blank-entity'})
      else
        gap = {
          start,
          end: run.start + from,
          blank: /[\r\n]/.test(found) ? null : found.includes('\t') ? '\t' : ' '
        }
    }
    if (from < slice.length) push(slice.slice(from), run.start + from, run.end, null)
  }
  return trimmed(raw, pieces, replaced, runs)
}

function superscript(text: string): string | null {
  if (!/^[-－]?[0-9]{1,3}$/.test(text)) return null
  return [...text].map(c => raised[c]!).join('')
}

/** Latin letters, digits and their marks: words that a line end keeps apart. */
function isNarrow(char: string): boolean {
  const code = char.charCodeAt(0)
  return code > 0x20 && code < 0x2000 && code !== 0xa0
}

/** White space at both ends goes; where it was spelt as an entity it is posted. */
function trimmed(raw: string, pieces: Piece[], replaced: Posting[], runs: readonly Run[]): Line {
  let from = 0
  let to = pieces.length
  let indent = 0
  const width = (text: string) => {
    for (const char of text) indent += char === '\u3000' || char === '\u2003' ? 2 : 1
  }
  while (from < to && isBlank(pieces[from]!.text)) width(pieces[from++]!.text)
  while (to > from && isBlank(pieces[to - 1]!.text)) to--
  const kept = from === 0 && to === pieces.length ? pieces : pieces.slice(from, to)
  const first = kept[0]
  if (first && isVerbatim(first)) {
    let n = 0
    while (n < first.text.length && isBlank(first.text[n]!)) n++
    if (n > 0) {
      width(first.text.slice(0, n))
      kept[0] = {text: first.text.slice(n), raw: [first.raw[0] + n, first.raw[1]]}
    }
  }
  const last = kept.at(-1)
  if (last && isVerbatim(last)) {
    let n = last.text.length
    while (n > 0 && isBlank(last.text[n - 1]!)) n--
    if (n < last.text.length)
      kept[kept.length - 1] = {text: last.text.slice(0, n), raw: [last.raw[0], last.raw[0] + n]}
  }
  const start = kept[0]?.raw[0] ?? Infinity
  const end = kept.at(-1)?.raw[1] ?? -Infinity
  const postings = replaced.flatMap((posting): Posting[] => {
    if (posting.fate !== 'kept' || (posting.span[0] >= start && posting.span[1] <= end)) return [posting]
    const spelt = !isBlank(raw.slice(...posting.span))
    return spelt ? [{span: posting.span, fate: 'layout', rule: 'read/blank-entity'}] : []
  })
  let text = ''
  for (const piece of kept) text += piece.text
  return {pieces: kept, text, postings, runs, indent}
}

const isVerbatim = ({text, raw}: Piece) => text.length === raw[1] - raw[0]
