import type {Draft, Hint, ParagraphBlock} from '../../core/draft.js'
import {note} from '../../core/note.js'
import type {Span} from '../../core/span.js'
import type {Context} from '../../core/stage.js'
import {slice, trim, type Traced} from '../../core/traced.js'
import {endsWell} from '../../zh/sentences.js'
import {contentsIn, isTitle, type Entry, type Head} from '../contents/contents.js'
import {noticeParts} from '../contents/notice.js'
import {titleSplit} from '../contents/titles.rules.js'
import {contentsSplit, headingSplit} from '../repair.rules.js'
import {longest, rawSpans} from '../repeats/drop.js'
import {blanksTell} from '../units/blanks.js'
import {styleOf} from '../units/style.js'
import type {Style} from '../units/titleends.js'
import {titleCuts} from '../units/titles.js'
import type {Unit} from '../units/units.js'
import {opensParagraph} from './paragraphs.js'

/** Paragraphs of text whose line ends are lost: contents entries, headings, items and leads each open one. */

/** A part of a sentence that becomes a paragraph, or part of one. */
export interface Part {
  readonly traced: Traced
  readonly hint: Hint
  /** Begins a paragraph; `alone`: is one. */
  readonly opens: boolean
  readonly alone: boolean
}

/** Sentences in reading order: `kept` says which units they are. */
export interface Sentences {
  readonly draft: Draft
  readonly units: readonly Unit[]
  readonly kept: readonly number[]
  /** What the contents page lists. */
  readonly entries: readonly Entry[]
  readonly style: Style
  /** White space stands before some sentences and not before most: it is what line ends and indents left. */
  readonly blanksTell: boolean
  /** Units whose line ends are the author's. */
  readonly sound: Uint8Array
}

export function sentencesOf(
  draft: Draft,
  units: readonly Unit[],
  kept: readonly number[],
  entries: readonly Entry[],
  sound: Uint8Array = new Uint8Array(units.length)
): Sentences {
  const own = kept.map(t => units[t]!)
  return {
    draft,
    units,
    kept,
    entries,
    style: styleOf(own),
    blanksTell: blanksTell(own),
    sound
  }
}

/** Parts as paragraphs. */
export function paragraphsOf(parts: readonly Part[]): ParagraphBlock[] {
  const paragraphs: {traced: Traced[]; hint: Hint}[] = []
  let open = false
  for (const {traced, hint, opens, alone} of parts) {
    if (open && !opens && !alone) paragraphs.at(-1)!.traced.push(traced)
    else paragraphs.push({traced: [traced], hint})
    open = !alone
  }
  return paragraphs.map(({traced, hint}) => ({kind: 'paragraph', text: trim(traced.flat()), hint}))
}

/** A sentence, cut where a contents page, a notice or headings are glued to it. */
export function partsOf(
  {draft, units, kept, entries, style, blanksTell, sound}: Sentences,
  i: number,
  heads: readonly Head[],
  context: Context
): Part[] {
  const unit = units[kept[i]!]!
  const block = draft.blocks[unit.block] as ParagraphBlock
  const own = slice(block.text, unit.from, unit.to)
  const hint: Hint = unit.opens ? block.hint : block.hint.line === undefined ? {} : {line: block.hint.line}
  if (sound[kept[i]!] === 1) return [{traced: own, hint, opens: unit.opens, alone: false}]
  const cut = (from: number, to: number, style?: string): Part => ({
    traced: slice(own, from, to),
    hint: style ? {...hint, style} : hint,
    opens: true,
    alone: true
  })
  const span = (): Span | null => longest(rawSpans(draft, unit)) ?? null
  const page = contentsIn(unit.text)
  if (page) {
    context.note(note('info', contentsSplit.id, `contents page with ${page.entries.length} entries`, span()))
    const head = unit.text.slice(0, page.from)
    const cuts = [0, ...noticeParts(head), page.from]
    const first = page.entries[0]!.from
    return [
      ...cuts.slice(1).map((to, k) => cut(cuts[k]!, to)),
      ...(first > page.from ? [cut(page.from, first, 'contents')] : []),
      ...page.entries.map(entry => cut(entry.from, entry.to, 'contents')),
      cut(page.to, unit.text.length)
    ].filter(part => part.traced.length > 0)
  }
  const notice = noticeParts(unit.text)
  if (notice.length > 0) {
    const cuts = [0, ...notice, unit.text.length]
    return cuts.slice(1).map((to, k) => cut(cuts[k]!, to))
  }
  if (isTitle(unit.text)) return [cut(0, unit.text.length)]
  const before = i > 0 ? units[kept[i - 1]!]!.text : ''
  const next = i + 1 < kept.length ? units[kept[i + 1]!]!.text : ''
  const running = (from: number, to: number): Part => ({
    traced: slice(own, from, to),
    hint,
    opens: from > 0 || (blanksTell ? unit.spaced : opensParagraph(unit.text, before, next)),
    alone: false
  })
  let at = heads[0]?.from ?? 0
  const out: Part[] = at > 0 ? [running(0, at)] : []
  for (const {entry, to, runIn} of heads) {
    if (runIn) break
    out.push(cut(at, to))
    at = to
    if (to < unit.text.length) context.note(note('info', headingSplit.id, `${entry.name} ends here`, span()))
  }
  const titled = unit.text.slice(at)
  for (const end of titleCuts(titled, style, blanksTell, entries).map(
    place => unit.text.length - titled.length + place
  )) {
    const line = unit.text.slice(at, end)
    const title = isLine(line)
    out.push(title ? cut(at, end) : running(at, end))
    if (title) context.note(note('info', titleSplit.id, `${line.trim()} ends here`, span()))
    at = end
  }
  const whole = isLine(unit.text, unit.opens ? longestLine.whole : longestLine.glued)
  if (at < unit.text.length) out.push((whole ? cut : running)(at, unit.text.length))
  return out
}

/** Characters of a line without a stop (a title, a date, who signs): where it stood as one, and where text is glued to it. */
const longestLine = {whole: 60, glued: 40}

/** Sentences end with a stop: what ends without one ended a line, or a copy of what was glued to it tells. */
function isLine(text: string, longest = longestLine.glued): boolean {
  return text.length <= longest && /[^\s，、—,;]\s*$/u.test(text) && !endsWell(text)
}
