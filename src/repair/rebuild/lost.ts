import type {Block, Draft, ParagraphBlock} from '../../core/draft.js'
import {hull} from '../../core/span.js'
import type {Context} from '../../core/stage.js'
import {slice, spansOf, startOf, textOf} from '../../core/traced.js'
import {squeeze} from '../../zh/han.js'
import {entriesOf, isTitle, type Entry, type Head} from '../contents/contents.js'
import {listingsOf} from '../contents/listing.js'
import {eachItsOwn} from '../contents/namesakes.js'
import {markOf} from '../marks.js'
import {bond, wordingOf} from '../streams/cohesion.js'
import {topicDimensions} from '../streams/evidence.js'
import {unitsOf, type Unit} from '../units/units.js'
import {backIn, inferred, type Shown} from './back.js'
import {headingsIn} from './heads.js'

/** Headings that a text which is in order has lost: pictures on a page, lines that a filter took. */

/** Where more of the headings are lost, little tells where each belongs, or the page is that of another text. */
const mostLost = 0.5

/** Puts headings back that only the contents page still names, each before the paragraph that it most likely stood over. */
export function restoreLost(draft: Draft, context: Context): Draft {
  const page = pageIn(draft.blocks)
  if (!page) return draft
  const {entries} = page
  const body = unitsOf(draft.blocks).filter(({block}) => block >= page.end)
  const heads = eachItsOwn(
    body.map(({text, opens}) => (opens ? headingsIn(text, entries) : [])),
    entries
  )
  const places = placesOf(body, heads, entries)
  const read = places.flat()
  const lost = entries.length - read.length
  // headings that stand twice, or out of their order, are no ground to stand on
  if (read.some((place, i) => place <= (read[i - 1] ?? -1))) return draft
  if (lost === 0 || lost > mostLost * entries.length) return draft
  const ends = heads.map(list => list.at(-1)?.to ?? 0)
  const wording = wordingOf(body, topicDimensions)
  const shown: Shown = {
    texts: body.map(({text}, t) => text.slice(ends[t])),
    start: 0,
    heads: places,
    // paragraphs are the author's
    boundary: body.map(({opens}) => (opens ? 0 : -Infinity)),
    bond: t => (t === 0 ? 0 : bond(wording, t - 1, t))
  }
  const paragraphOf = (t: number) => draft.blocks[body[t]!.block] as ParagraphBlock
  const back = backIn(entries, shown, t => hull(spansOf(paragraphOf(t).text)), context)
  const opened = new Map<number, readonly ParagraphBlock[]>()
  for (const [t, puts] of back) {
    const paragraph = paragraphOf(t)
    // behind the coarser heading that opens the paragraph, if one does
    const at = puts[0]!.within ? body[t]!.from + ends[t]! : 0
    const parts = [slice(paragraph.text, 0, at), slice(paragraph.text, at)]
    const from = startOf(parts[1]!.length > 0 ? parts[1]! : paragraph.text)
    const [head, rest] = parts.map(text => (text.length > 0 ? [{...paragraph, text}] : []))
    opened.set(body[t]!.block, [...head!, ...puts.map(({entry}) => inferred(entry, from)), ...rest!])
  }
  return {
    ...draft,
    blocks: draft.blocks.flatMap((block, b): readonly Block[] => opened.get(b) ?? [block])
  }
}

/** What the contents page lists and the block that it ends before, where the text has just one. */
function pageIn(blocks: readonly Block[]): {readonly entries: readonly Entry[]; readonly end: number} | null {
  const lines = blocks.flatMap((block, b) => {
    if (block.kind !== 'paragraph' || block.text.length === 0) return []
    return [{block: b, text: textOf(block.text), opens: true, contents: block.hint.style === 'contents'}]
  })
  const pageOf = (entries: readonly Entry[], to: number) => ({
    entries,
    end: lines[to]?.block ?? blocks.length
  })
  const from = lines.findIndex(({contents, text}) => contents && markOf(text) !== null)
  if (from < 0) {
    const [listing, ...more] = listingsOf(lines)
    return listing && more.length === 0 ? pageOf(listing.entries, listing.to) : null
  }
  let to = from
  while (lines[to]?.contents) to++
  if (lines.slice(to).some(({contents}) => contents)) return null
  return pageOf(entriesOf(lines.slice(from, to).map(({text}) => text)), to)
}

/**
 * The entries that open each sentence. A title with the number of an entry, or with its words, is that entry in another wording, where
 * it stands between the headings before and after it.
 */
function placesOf(
  body: readonly Unit[],
  heads: readonly (readonly Head[])[],
  entries: readonly Entry[]
): number[][] {
  const places = heads.map(list => list.map(({entry}) => entries.indexOf(entry)))
  const read = new Set(places.flat())
  let last = -1
  return places.map((own, t) => {
    if (own.length === 0) {
      const next = entries.findIndex((_, e) => e > last && read.has(e))
      const also = entries.findIndex((entry, e) => e > last && !read.has(e) && isAlso(body[t]!, entry))
      if (also < 0 || (next >= 0 && next < also)) return own
      read.add((last = also))
      return [also]
    }
    last = Math.max(last, ...own)
    return own
  })
}

/** 第二节 发展的基础 for 第二节 发展基础, or 发展基础 alone. */
function isAlso({text, opens}: Unit, {level, ordinal, name}: Entry): boolean {
  if (!opens) return false
  const mark = markOf(text)
  if (mark !== null) return isTitle(text) && mark.level === level && mark.ordinal === ordinal
  const title = squeeze(text)
  return title.length > 1 && name.endsWith(title) && name.length - title.length <= (markOf(name)?.to ?? 0)
}
