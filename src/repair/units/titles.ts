import {headingsAtStart, type Entry} from '../contents/contents.js'
import {closing, nextLabel} from '../contents/titles.rules.js'
import {labelOf, likelyEnd, longest, lookahead, shortest, stop, type Style} from './titleends.js'

/** Where the titles of sections end in text whose line ends are lost. */

/** A title may be two phrases with a comma between, where the first label of what is under it follows. */
const firstLabel =
  /^[^。！？；：]*?(?=第一[章节]|(?<![二三四五六七八九十、])一、(?![一二三四五六七八九十])|[（(]一[)）])/u

/** Characters of a title that a blank ends. */
const leastBeforeBlank = 4

/** A title of a list or a part, and the label of the first thing in it: nobody goes on like that within a sentence. */
const titleAndFirst =
  /(?<=[^第、，：（(\s])(?:第[一二三四五六七八九十]{1,3}[编篇章节]|[一二三四五六七八九十]{1,3}、)(?=[^。！？；：，、（(]{2,30}(?:第一[章节]|一、|[（(]一[)）]))/u

/** White space, and the label of a heading. */
const spacedLabel =
  /(?<=\S\s+)(?:第[一二三四五六七八九十]{1,3}[编篇章节](?!的)|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])/u

/**
 * Places within a sentence where a title or the text under one begins; `blanksTell`: white space is what line ends left. Titles of the
 * contents page end as they do there.
 */
export function titleCuts(
  text: string,
  style: Style,
  blanksTell: boolean,
  entries: readonly Entry[]
): number[] {
  const cuts: number[] = []
  const before = titleAndFirst.exec(text) ?? spacedLabel.exec(text)
  if (before && before.index > 0 && !labelOf(text)) cuts.push(before.index)
  for (let at = cuts[0] ?? 0; ;) {
    const rest = text.slice(at)
    const end = listedEnd(rest, entries) ?? titleEnd(rest, style, blanksTell)
    if (end === null || end === rest.length) return cuts
    cuts.push((at += end))
  }
}

/** Where the next line begins behind a title of the contents page that a text opens with; null where it opens with none. */
function listedEnd(text: string, entries: readonly Entry[]): number | null {
  const head = headingsAtStart(text, entries)[0]
  if (!head || head.runIn) return null
  const rest = text.slice(head.to)
  return head.to + rest.length - rest.trimStart().length
}

/** Where the title ends that a text opens with, if it is glued to what follows; null where it is none, or nothing tells. */
export function titleEnd(text: string, style: Style, blanksTell: boolean): number | null {
  const label = labelOf(text)
  if (!label) return null
  const {to} = label
  const rest = text.slice(to, lookahead)
  const end = rest.search(stop)
  const room = Math.min(longest, end < 0 ? rest.length : end)
  const next = nextLabel.pattern.exec(rest)?.index ?? Infinity
  if (next >= shortest && next <= room) return to + next
  const first = firstLabel.exec(rest)?.[0].length ?? 0
  if (first >= shortest && first <= longest) return to + first
  const blanks = [...rest.slice(0, room).matchAll(/\s+/gu)]
  const blank = blanks[0]?.index ?? 0
  const told = (blanksTell && blanks.length === 1) || closing.pattern.test(rest.slice(0, blank))
  return blank >= leastBeforeBlank && told ? to + blank : likelyEnd(text, style)
}
