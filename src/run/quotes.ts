import {note, type Note} from '../core/note.js'
import type {LetGo, Posting, Rewritten} from '../core/ledger.js'
import type {Reading} from '../tree/reading.js'
import {leavesOf} from '../emit/leaves.js'
import type {Text} from '../tree/nodes.js'

/** What a proof compares: letters, figures and Han characters; marks and blanks may be set anew. */
const slight = /[^0-9A-Za-z\u3400-\u9fff\uf900-\ufaff]+/g

/** The longest label that a format numbers by itself: 第一百二十三章, （十二）. */
const longestLabel = 12

/**
 * Does a text of the tree say what the raw text says, in letters, figures and Han characters? Where the format counts by itself
 * (`numbered`: Word files and pages with lists), a label may stand before the words that are nowhere in the file.
 */
export function quotes(value: string, raw: string, numbered: boolean): boolean {
  if (value === raw) return true
  const [said, read] = [value.replace(slight, ''), raw.replace(slight, '')]
  return said === read || (numbered && said.endsWith(read) && said.length - read.length <= longestLabel)
}

/** Does the format number paragraphs by itself? */
export const numbersItself = (mediaType: string) => mediaType !== 'text/plain'

/** How many misquotes are reported one by one. */
const shown = 20

/**
 * Does every text of the trees read as the raw text it is traced to, with the rewrites that were posted? And is every text that a
 * duplicate repeats still kept? An error for each that does not.
 */
export function misquotes({source, documents}: Reading, postings: readonly Posting[]): Note[] {
  const rewrites = postings
    .filter((posting): posting is Rewritten => posting.fate === 'kept')
    .sort((a, b) => a.span[0] - b.span[0])
  const starts = Int32Array.from(rewrites, rewrite => rewrite.span[0])
  const notes: Note[] = []
  const kept: (readonly [number, number])[] = []
  for (const document of documents)
    for (const leaf of leavesOf(document)) {
      for (const span of leaf.trace) kept.push(span)
      if (leaf.trace.length === 0 || notes.length >= shown) continue
      const reads = read(source.text, leaf, rewrites, starts)
      if (!quotes(leaf.value, reads, numbersItself(source.mediaType)))
        notes.push(
          note(
            'error',
            'ledger/misquoted',
            `Expected \`${reads.slice(0, 40)}\` where it is traced to, unexpected \`${leaf.value.slice(0, 40)}\``,
            leaf.trace[0],
            leaf.trace.slice(1)
          )
        )
    }
  return [...notes, ...orphans(source.text, postings, kept)]
}

/** The raw text behind a leaf, with what was posted to stand in its place. */
function read(raw: string, leaf: Text, rewrites: readonly Rewritten[], starts: Int32Array): string {
  let text = ''
  for (const [start, end] of leaf.trace) {
    let at = start
    for (let i = firstFrom(starts, start); i < rewrites.length && rewrites[i]!.span[0] < end; i++) {
      text += raw.slice(at, rewrites[i]!.span[0]) + rewrites[i]!.text
      at = rewrites[i]!.span[1]
    }
    if (at < end) text += raw.slice(at, end)
  }
  return text
}

/** Duplicates of text that is nowhere kept. */
function orphans(
  raw: string,
  postings: readonly Posting[],
  kept: readonly (readonly [number, number])[]
): Note[] {
  const duplicates = postings.filter((posting): posting is LetGo => posting.fate === 'duplicate')
  if (duplicates.length === 0) return []
  const sorted = [...kept].sort((a, b) => a[0] - b[0])
  const starts = Int32Array.from(sorted, span => span[0])
  const notes: Note[] = []
  for (const {span, rule, of} of duplicates) {
    if (of && holds(raw, of, sorted, starts)) continue
    const reason = of ? `text at ${of[0]}–${of[1]} that is not kept` : 'nothing'
    notes.push(
      note('error', 'ledger/duplicate-of-nothing', `\`${rule}\` let go a duplicate of ${reason}`, span)
    )
  }
  return notes.slice(0, shown)
}

/** Is all that is solid in `of` within the kept spans? */
function holds(
  raw: string,
  [start, end]: readonly [number, number],
  kept: readonly (readonly [number, number])[],
  starts: Int32Array
): boolean {
  let at = start
  let i = firstFrom(starts, start)
  if (i > 0 && kept[i - 1]![1] > start) at = kept[i - 1]![1]
  for (; i < kept.length && kept[i]![0] < end && at < end; i++) {
    if (kept[i]![0] > at && raw.slice(at, kept[i]![0]).replace(slight, '') !== '') return false
    at = Math.max(at, kept[i]![1])
  }
  return at >= end || raw.slice(at, end).replace(slight, '') === ''
}

function firstFrom(starts: Int32Array, value: number): number {
  let lo = 0
  let hi = starts.length
  while (lo < hi) {
    const mid = (lo + hi) >> 1
    if (starts[mid]! < value) lo = mid + 1
    else hi = mid
  }
  return lo
}
