import {mergeSpans, type Span} from './span.js'

export type Fate = 'kept' | 'moved' | 'duplicate' | 'artifact' | 'chrome' | 'layout'

/** Raw text that was let go. `of`: the kept text that a duplicate repeats. */
export interface LetGo {
  readonly span: Span
  readonly fate: 'duplicate' | 'artifact' | 'chrome' | 'layout'
  readonly rule: string
  readonly of?: Span
}

/** Raw text that is kept but reads differently: `text` stands for the whole span. */
export interface Rewritten {
  readonly span: Span
  readonly fate: 'kept'
  readonly rule: string
  readonly text: string
}

/** One hand of the double entry; the other is the output itself. */
export type Posting = LetGo | Rewritten

/** A line of the settled ledger. `text` where what is kept reads differently from the raw slice. */
export interface Entry {
  readonly start: number
  readonly end: number
  readonly fate: Fate
  readonly rule: string | null
  readonly of: Span | null
  readonly text: string | null
  /** Ordinal of the document that holds it, null where none does. */
  readonly document: number | null
}

/** A breach of the books. */
export interface Imbalance {
  readonly rule:
    'ledger/unaccounted' | 'ledger/counted-twice' | 'ledger/duplicate-of-nothing' | 'ledger/misquoted'
  readonly span: Span
}

/** White space, line ends, zero-width and control characters: what may go as layout without a posting. */
const blank =
  /^[\s\u0000-\u001f\u007f-\u00a0\u1680\u180e\u2000-\u200f\u2028-\u202f\u205f-\u2064\u3000\ufeff]*$/u

export function isBlank(text: string): boolean {
  return blank.test(text)
}

const byStart = (a: {span: Span}, b: {span: Span}) => a.span[0] - b.span[0] || a.span[1] - b.span[1]

/**
 * Do the books balance? Every raw character is kept once or let go once; what neither hand names must be blank.
 * `kept` is read off the output, in any order. Returns every breach, none where all is well.
 */
export function audit(raw: string, kept: readonly Span[], postings: readonly Posting[]): Imbalance[] {
  const claims: {span: Span}[] = []
  for (const span of kept) claims.push({span})
  for (const posting of postings) if (posting.fate !== 'kept') claims.push(posting)
  claims.sort(byStart)
  const breaches: Imbalance[] = []
  let at = 0
  for (const {span} of claims) {
    if (span[0] < at) breaches.push({rule: 'ledger/counted-twice', span: [span[0], Math.min(at, span[1])]})
    else if (span[0] > at && !isBlank(raw.slice(at, span[0])))
      breaches.push({rule: 'ledger/unaccounted', span: [at, span[0]]})
    at = Math.max(at, span[1])
  }
  if (at < raw.length && !isBlank(raw.slice(at)))
    breaches.push({rule: 'ledger/unaccounted', span: [at, raw.length]})
  return breaches
}

/**
 * The settled ledger: a sorted partition of `[0, raw.length)`.
 * `kept` holds the spans in the order they stand in the output, each with its document; whatever left the longest run that
 * kept its raw order is `moved`. Blank text that nobody names is `layout`.
 */
export function settle(
  raw: string,
  kept: readonly {readonly span: Span; readonly document: number}[],
  postings: readonly Posting[]
): Entry[] {
  const inOrder = longestRun(kept.map(k => k.span[0]))
  const claims: Entry[] = []
  const rewritten = postings.filter((p): p is Rewritten => p.fate === 'kept').sort(byStart)
  const blankKept: Entry = {start: 0, end: 0, fate: 'kept', rule: null, of: null, text: null, document: null}
  const sorted = kept
    .map((k, i) => ({
      span: k.span,
      document: k.document,
      fate: inOrder.has(i) ? ('kept' as const) : ('moved' as const)
    }))
    .sort(byStart)
  let r = 0
  for (const {span, document, fate} of sorted) {
    let at = span[0]
    while (r < rewritten.length && rewritten[r]!.span[1] <= at) r++
    while (r < rewritten.length && rewritten[r]!.span[0] < span[1]) {
      const edit = rewritten[r]!
      if (edit.span[0] > at) claims.push({...blankKept, start: at, end: edit.span[0], fate, document})
      claims.push({
        ...blankKept,
        start: edit.span[0],
        end: edit.span[1],
        fate,
        rule: edit.rule,
        text: edit.text,
        document
      })
      at = edit.span[1]
      r++
    }
    if (at < span[1]) claims.push({...blankKept, start: at, end: span[1], fate, document})
  }
  const held = mergeSpans(kept.map(k => k.span))
  for (const posting of postings) {
    if (posting.fate === 'kept') continue
    const {fate, rule} = posting
    for (const {span, of = null} of piecesOf(raw, posting, held))
      claims.push({...blankKept, start: span[0], end: span[1], fate, rule, of})
  }
  claims.sort((a, b) => a.start - b.start)
  const entries: Entry[] = []
  let at = 0
  const layout = (end: number) => {
    if (end > at) entries.push({...blankKept, start: at, end, fate: 'layout'})
  }
  for (const claim of claims) {
    layout(claim.start)
    entries.push(claim)
    at = claim.end
  }
  layout(raw.length)
  return entries
}

/**
 * A duplicate in pieces, each of which repeats text that is kept without a break: what reads as one sentence may be kept as a label
 * and the text behind it, and the blank between is layout. Where the two texts do not match sign by sign (one was reworded), it is one
 * piece and repeats the longest stretch.
 */
function piecesOf(raw: string, posting: LetGo, held: readonly Span[]): Pick<LetGo, 'span' | 'of'>[] {
  const {span, of} = posting
  if (!of) return [posting]
  const parts = within(held, of).filter(([start, end]) => !isBlank(raw.slice(start, end)))
  if (parts.length === 0) return [posting]
  if (parts.length === 1) return [{span, of: parts[0]!}]
  const here = solidIn(raw, span)
  const there = solidIn(raw, of)
  if (here.length !== there.length) {
    const lengths = parts.map(([start, end]) => end - start)
    return [{span, of: parts[lengths.indexOf(Math.max(...lengths))]!}]
  }
  const starts = parts.map(([start], i) => (i === 0 ? span[0] : here[there.findIndex(at => at >= start)]!))
  return parts.map((part, i) => ({span: [starts[i]!, starts[i + 1] ?? span[1]], of: part}))
}

/** What is left of sorted spans within one. */
function within(spans: readonly Span[], [start, end]: Span): Span[] {
  let low = 0
  for (let high = spans.length; low < high;) {
    const middle = (low + high) >> 1
    if (spans[middle]![1] > start) high = middle
    else low = middle + 1
  }
  const found: Span[] = []
  for (let i = low; i < spans.length && spans[i]![0] < end; i++)
    found.push([Math.max(start, spans[i]![0]), Math.min(end, spans[i]![1])])
  return found
}

/** Where the characters of a span stand that are not blank. */
function solidIn(raw: string, [start, end]: Span): number[] {
  const found: number[] = []
  for (let at = start; at < end; at++) if (!isBlank(raw[at]!)) found.push(at)
  return found
}

/** Indices of one longest increasing run: those that kept their order. */
export function longestRun(values: readonly number[]): Set<number> {
  const tails: number[] = []
  const before = new Int32Array(values.length).fill(-1)
  for (let i = 0; i < values.length; i++) {
    let lo = 0
    let hi = tails.length
    while (lo < hi) {
      const mid = (lo + hi) >> 1
      if (values[tails[mid]!]! < values[i]!) lo = mid + 1
      else hi = mid
    }
    if (lo > 0) before[i] = tails[lo - 1]!
    tails[lo] = i
  }
  const run = new Set<number>()
  for (let i = tails.at(-1) ?? -1; i >= 0; i = before[i]!) run.add(i)
  return run
}
