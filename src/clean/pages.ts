import {textsOf, type Block, type Draft, type ParagraphBlock} from '../core/draft.js'
import {cut} from '../core/edit.js'
import type {LetGo} from '../core/ledger.js'
import type {Context} from '../core/stage.js'
import {concat, spansOf, textOf} from '../core/traced.js'
import {headTimes, pageNumber, runningHead} from './furniture.rules.js'
import {headsBeside} from './heads.js'
import {countedPage, pageOfText, pagesCounted, widestWrapped} from './pages.rules.js'

/**
 * Bare page numbers go with the running heads beside them, and a paragraph that a page break cut is one again. Comes before other
 * running heads and dressed page numbers go: they mark the breaks.
 */
export function healPageBreaks(draft: Draft, context: Context): Draft {
  const lines = linesOf(draft.blocks)
  const bare = new Set([...countedPages(lines), ...romanPages(lines)])
  const gone = new Map([
    ...headsOf(lines, bare).map(n => [n, runningHead.id] as const),
    ...[...bare].map(n => [n, countedPage.id] as const)
  ])
  const marks = new Set([
    ...bare,
    ...lines.flatMap((line, n) => (pageNumber.pattern.test(line.text) ? [n] : []))
  ])
  if (marks.size === 0) return draft
  const breaks = new Set([...marks, ...headsBeside(lines, marks, [-1, 1], headTimes.value)])
  const healed = isWrapped(lines) ? closeBreaks(draft, lines, breaks) : rejoin(draft, lines, breaks)
  const postings = [...gone].flatMap(([n, rule]) =>
    spansOf(lines[n]!.block.text).map((span): LetGo => ({span, fate: 'chrome', rule}))
  )
  for (const posting of postings) context.post(posting)
  return cut(healed, postings)
}

interface PrintedLine {
  /** Characters of the draft before it, those in tables too. */
  readonly before: number
  readonly at: number
  readonly block: ParagraphBlock
  readonly text: string
}

function linesOf(blocks: readonly Block[]): PrintedLine[] {
  const lines: PrintedLine[] = []
  let before = 0
  for (const [at, block] of blocks.entries()) {
    if (block.kind === 'paragraph') {
      const text = textOf(block.text)
      if (text !== '' && (block.hint.tabs ?? 0) === 0) lines.push({at, block, text, before})
      before += text.length
    } else for (const text of textsOf([block])) before += textOf(text).length
  }
  return lines
}

/** Lines of a text that was broken where they were full; joining those is done elsewhere, over page breaks too. */
function isWrapped(lines: readonly PrintedLine[]): boolean {
  const long = lines.filter(line => line.text.length > widestWrapped.value).length
  return long <= lines.length * 0.02
}

/** No empty lines after a break: they say nothing about the text. */
function closeBreaks(draft: Draft, lines: readonly PrintedLine[], breaks: ReadonlySet<number>): Draft {
  const blocks = [...draft.blocks]
  for (const n of breaks) {
    const next = lines[n + 1]
    if (next && !breaks.has(n + 1) && (next.block.hint.blank ?? 0) > 0)
      blocks[next.at] = {...next.block, hint: {...next.block.hint, blank: 0}}
  }
  return {...draft, blocks}
}

/** Figures alone that count up by one with a page of text between each and the next; the last page may be short. */
function countedPages(lines: readonly PrintedLine[]): number[] {
  const figures = lines.flatMap((line, n) => (/^[1-9]\d{0,2}$/.test(line.text) ? [n] : []))
  if (figures.length < pagesCounted.value) return twoPages(lines, figures)
  const end = lines.length - 1
  const between = (a: number, b: number) =>
    b === end ? Infinity : lines[b]!.before - lines[a]!.before - lines[a]!.text.length
  const alone = figures.filter(
    (n, i) =>
      (i === 0 || between(figures[i - 1]!, n) >= pageOfText.value / 2) &&
      (i === figures.length - 1 || between(n, figures[i + 1]!) >= pageOfText.value / 2)
  )
  let run: number[] = []
  let best: number[] = []
  for (const n of alone) {
    const last = run.at(-1)
    const counts = last !== undefined && Number(lines[n]!.text) === Number(lines[last]!.text) + 1
    run = counts && between(last, n) >= pageOfText.value ? [...run, n] : [n]
    if (run.length > best.length) best = run
  }
  return best.length >= pagesCounted.value ? best : []
}

/** A text of two pages: 1 stands after a page of text, and 2 is the last line. */
function twoPages(lines: readonly PrintedLine[], figures: readonly number[]): number[] {
  const [first, second] = figures.map(n => lines[n]!)
  if (first?.text !== '1' || second?.text !== '2' || second !== lines.at(-1) || !isWrapped(lines)) return []
  const apart = Math.min(first.before, second.before - first.before - 1)
  return apart >= pageOfText.value ? [...figures] : []
}

/** Roman numerals alone that rise from the first on: the pages of a contents page or a preface. */
function romanPages(lines: readonly PrintedLine[]): number[] {
  const numerals = lines.flatMap((line, n) => (/^[IVX]{1,5}$/.test(line.text) ? [n] : []))
  const values = numerals.map(n => roman(lines[n]!.text))
  const rises = values.every((value, i) => value > (values[i - 1] ?? 0))
  const apart = numerals.filter(
    (n, i) => i > 0 && lines[n]!.before - lines[numerals[i - 1]!]!.before >= pageOfText.value
  )
  return values.length >= pagesCounted.value && values[0]! <= 2 && rises && 2 * apart.length >= values.length
    ? numerals
    : []
}

const letters: Readonly<Record<string, number>> = {I: 1, V: 5, X: 10}

function roman(text: string): number {
  const values = [...text].map(letter => letters[letter]!)
  return values.reduce((sum, value, i) => sum + (value < (values[i + 1] ?? 0) ? -value : value), 0)
}

/** Lines that stand again and again on the same side of bare page numbers. */
function headsOf(lines: readonly PrintedLine[], bare: ReadonlySet<number>): number[] {
  const least = Math.max(headTimes.value, bare.size / headShare)
  return [-1, 1].flatMap(side => headsBeside(lines, bare, [side], least))
}

/** Left and right pages may have heads of their own, and some pages none. */
const headShare = 3

const label =
  /^\s*(?:第[一二三四五六七八九十百\d]{1,4}[编篇章节条]|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．]|[①-⑳]|——|[-•·●■]|附[件录表]|专栏|表\s*\d|注[:：]|目\s*录)/

/** Does the text break off in the middle of a sentence? A long one does wherever no sentence ends, a short one at a letter or comma. */
function breaksOff(text: string): boolean {
  if (label.test(text) && text.length < 30 && !/[，。；]/.test(text)) return false
  if (text.length < 15 || /[。！？；：!?;:…]["”’」』）)】]*$/u.test(text)) return false
  return text.length >= 60 || /[，。；、]/.test(text) || /[\p{Script=Han}\d]$/u.test(text)
}

/** The draft with the line after each break joined to the line before it, where both are halves of one. */
function rejoin(draft: Draft, lines: readonly PrintedLine[], breaks: ReadonlySet<number>): Draft {
  const joined = new Map<number, ParagraphBlock>()
  /** For a line that was joined, the block it went into. */
  const into = new Map<number, number>()
  for (let n = 1; n < lines.length; n++) {
    if (!breaks.has(n) || breaks.has(n - 1)) continue
    let next = n + 1
    while (breaks.has(next)) next++
    const before = lines[n - 1]!
    const after = lines[next]
    if (!after || after.at - before.at > 12) continue
    if (draft.blocks.slice(before.at, after.at).some(b => b.kind !== 'paragraph')) continue
    const root = into.get(before.at) ?? before.at
    const first = joined.get(root) ?? before.block
    if (!breaksOff(textOf(first.text)) || !goesOn(after)) continue
    joined.set(root, {...first, text: concat(first.text, after.block.text)})
    into.set(after.at, root)
  }
  if (into.size === 0) return draft
  return {
    ...draft,
    blocks: draft.blocks.flatMap((block, at) => (into.has(at) ? [] : [joined.get(at) ?? block]))
  }
}

const goesOn = ({block, text}: PrintedLine) =>
  !label.test(text) &&
  /[，。；、：]/.test(text) &&
  (block.hint.indent ?? 0) === 0 &&
  block.hint.align !== 'center'
