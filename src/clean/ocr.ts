import type {Block, Draft, ParagraphBlock} from '../core/draft.js'
import {textsOf} from '../core/draft.js'
import {cut, rewrite} from '../core/edit.js'
import type {LetGo, Rewritten} from '../core/ledger.js'
import type {Context} from '../core/stage.js'
import {slice, spansOf, textOf, type Traced} from '../core/traced.js'
import {entries, leader, spacedLine, spacedWord, tabbedEntry, wideDigits, wideShare} from './ocr.rules.js'

/** What printing and scanning leave within a line. Each pass changes only what its rule is sure of, and nothing the second time. */

function paragraphsOf(blocks: readonly Block[]): ParagraphBlock[] {
  return blocks.flatMap(block =>
    block.kind === 'paragraph' ? [block] : block.kind === 'frame' ? paragraphsOf(block.blocks) : []
  )
}

/** A paragraph that is one verbatim piece: offsets in its text are offsets in the raw text. */
function wholeOf(block: ParagraphBlock): {readonly text: string; readonly start: number} | null {
  const [piece, more] = block.text
  if (!piece || more || piece.text.length !== piece.raw[1] - piece.raw[0]) return null
  return {text: piece.text, start: piece.raw[0]}
}

/** 目  录 → 目录, 青 禾 县 规 划 → 青禾县规划. */
export function closeSpacedLetters(draft: Draft, context: Context): Draft {
  const edits: Rewritten[] = []
  for (const block of paragraphsOf(draft.blocks)) {
    const whole = wholeOf(block)
    if (!whole || whole.text.length > 240 || !/^.[\s\u00a0]/u.test(whole.text)) continue
    const rule = [spacedWord, spacedLine].find(each => each.pattern.test(whole.text))
    if (!rule) continue
    edits.push({
      span: [whole.start, whole.start + whole.text.length],
      fate: 'kept',
      rule: rule.id,
      text: closed(whole.text)
    })
  }
  for (const edit of edits) context.post(edit)
  return rewrite(draft, edits)
}

/** Without the gaps between letters; a gap that is wider than the narrowest parts words and leaves a blank. */
function closed(text: string): string {
  const gaps = [...text.matchAll(/[\s\u00a0]+/gu)].map(gap => gap[0].length)
  const narrow = Math.min(...gaps)
  const even = gaps.every(gap => gap === narrow)
  return text.replace(/[\s\u00a0]+/gu, gap => (even || gap.length === narrow ? '' : ' '))
}

/** Contents pages without the dots and numbers that lead to pages: 第一章 基础…………3 → 第一章 基础. */
export function cutLeaders(draft: Draft, context: Context): Draft {
  const postings: LetGo[] = []
  let run: ContentsEntry[] = []
  const settle = () => {
    const rising = run.every((entry, i) => i === 0 || entry.page >= run[i - 1]!.page)
    if (run.length >= entries.value && rising) for (const entry of run) postings.push(...entry.postings)
    run = []
  }
  let others = 0
  for (const block of paragraphsOf(draft.blocks)) {
    const found = entriesIn(block.text)
    if (found.length > 0) {
      run.push(...found)
      others = 0
    } else if (block.text.length > 0 && ++others > 3) settle()
  }
  settle()
  for (const posting of postings) context.post(posting)
  return cut(draft, postings)
}

/** An entry's dots and page number, to be let go. */
interface ContentsEntry {
  readonly page: number
  readonly postings: readonly LetGo[]
}

const dotted = /[.．·•‥﹒…⋯_-]{2}|—{2}|[.．·…] [.．·…]/u

function entriesIn(traced: Traced): ContentsEntry[] {
  const text = textOf(traced)
  if (text.length > 4000 || !/[\divxIVX][-—)）]?(?:\s|$)/.test(text)) return []
  const take = (from: number, to: number, rule: string): ContentsEntry => ({
    postings: spansOf(slice(traced, from, to)).map(span => ({span, fate: 'chrome', rule})),
    page: Number(/\d+(?=\D*$)/.exec(text.slice(from, to))?.[0] ?? 0)
  })
  if (dotted.test(text)) {
    const found = [...text.matchAll(leader.pattern)]
    if (found.length > 0)
      return found.map(match => take(match.index, match.index + match[0].length, leader.id))
  }
  const gap = text.length < 80 ? tabbedEntry.pattern.exec(text)?.groups?.['gap'] : undefined
  return gap === undefined ? [] : [take(text.lastIndexOf(gap), text.length, tabbedEntry.id)]
}

/** ２０２５ → 2025 where the document else writes its digits half-width. */
export function narrowDigits(draft: Draft, context: Context): Draft {
  if (!/[０-９]/.test(draft.source.text)) return draft
  let wide = 0
  let narrow = 0
  for (const text of textsOf(draft.blocks)) {
    const words = textOf(text)
    if (/[０-９]/.test(words)) wide += words.match(/[０-９]/g)!.length
    narrow += words.match(/[0-9]/g)?.length ?? 0
  }
  if (wide === 0 || wide / (wide + narrow) >= wideShare.value) return draft
  const edits: Rewritten[] = []
  for (const text of textsOf(draft.blocks))
    for (const piece of text) {
      if (piece.text.length !== piece.raw[1] - piece.raw[0]) continue
      for (const match of piece.text.matchAll(wideDigits.pattern)) {
        const at = piece.raw[0] + match.index
        const said = match[0].replace(/[０-９．]/g, c => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
        edits.push({span: [at, at + match[0].length], fate: 'kept', rule: wideDigits.id, text: said})
      }
    }
  for (const edit of edits) context.post(edit)
  return rewrite(draft, edits)
}
