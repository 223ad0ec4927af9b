import type {Block, Draft, ParagraphBlock} from '../core/draft.js'
import {cut} from '../core/edit.js'
import type {LetGo} from '../core/ledger.js'
import type {Context} from '../core/stage.js'
import {spansOf, textOf} from '../core/traced.js'
import {endsSentence, squeeze} from '../zh/han.js'
import {bareNumber, headTimes, pageNumber, runningHead, titleOf} from './furniture.rules.js'
import {headsBeside} from './heads.js'

/** The draft without page numbers and running heads. The line after a page break counts as following the line before it. */
export function dropFurniture(draft: Draft, context: Context): Draft {
  const lines = linesOf(draft.blocks)
  const gone = new Map<number, string>()
  for (const [n, line] of lines.entries()) if (pageNumber.pattern.test(line.text)) gone.set(n, pageNumber.id)
  const heads = runningHeads(lines, gone)
  if (gone.size === 0 && heads.size === 0) return draft
  for (const n of heads) gone.set(n, runningHead.id)
  for (const n of bareNumbers(lines, heads)) gone.set(n, bareNumber.id)
  const postings = [...gone].flatMap(([n, rule]) =>
    spansOf(lines[n]!.block.text).map((span): LetGo => ({span, fate: 'chrome', rule}))
  )
  for (const posting of postings) context.post(posting)
  return cut({...draft, blocks: closeBreaks(draft.blocks, lines, gone)}, postings)
}

/** A paragraph with text, outside tables. */
interface PrintedLine {
  readonly at: number
  readonly block: ParagraphBlock
  readonly text: string
}

function linesOf(blocks: readonly Block[]): PrintedLine[] {
  const lines: PrintedLine[] = []
  for (const [at, block] of blocks.entries())
    if (block.kind === 'paragraph' && block.text.length > 0 && (block.hint.tabs ?? 0) === 0)
      lines.push({at, block, text: textOf(block.text)})
  return lines
}

/** Lines that stand beside page numbers again and again, and repetitions of the title that cut a sentence in two. */
function runningHeads(lines: readonly PrintedLine[], numbers: ReadonlyMap<number, string>): Set<number> {
  const title = lines.length > 0 ? squeeze(lines[0]!.text) : ''
  const named = title.length >= 6 && titleOf.pattern.test(title)
  const titles = lines.flatMap((line, n) =>
    named && n > 0 && !numbers.has(n) && squeeze(line.text) === title ? [n] : []
  )
  const heads = new Set(headsBeside(lines, new Set(numbers.keys()), [-1, 1], headTimes.value))
  const cutting = titles.filter(n => !endsSentence(lines[n - 1]!.text) && lines[n - 1]!.text.length > 15)
  if (cutting.length >= headTimes.value || titles.some(n => heads.has(n)))
    for (const n of titles) heads.add(n)
  return heads
}

/** Figures alone beside running heads that go up by one from head to head. */
function bareNumbers(lines: readonly PrintedLine[], heads: ReadonlySet<number>): number[] {
  const found: number[] = []
  for (const side of [-1, 1]) {
    const beside = [...heads]
      .map(n => n + side)
      .filter(n => bareNumber.pattern.test(lines[n]?.text ?? ''))
      .sort((a, b) => a - b)
    const counts = beside.every(
      (n, i) => i === 0 || Number(lines[n]!.text) - Number(lines[beside[i - 1]!]!.text) === 1
    )
    if (beside.length >= headTimes.value && counts) found.push(...beside)
  }
  return found
}

/** Takes the empty lines around a page break from the line after it: they say nothing about the text. */
function closeBreaks(
  blocks: readonly Block[],
  lines: readonly PrintedLine[],
  gone: ReadonlyMap<number, string>
): readonly Block[] {
  const out = [...blocks]
  for (const n of gone.keys()) {
    const next = lines[n + 1]
    if (next && !gone.has(n + 1) && (next.block.hint.blank ?? 0) > 0 && n > 0)
      out[next.at] = {...next.block, hint: {...next.block.hint, blank: 0}}
  }
  return out
}
