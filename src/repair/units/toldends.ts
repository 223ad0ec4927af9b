import {closing, nextLabel} from '../contents/titles.rules.js'
import {labelOf, longest, lookahead, shortest, stop} from './titleends.js'

/** Where a title ends that is glued to the text under it, by what follows it. */

/** A title may be two phrases with a comma between, where the first label of what is under it follows. */
const firstLabel =
  /^[^。！？；：]*?(?=第一[章节]|(?<![二三四五六七八九十、])一、(?![一二三四五六七八九十])|[（(]一[)）])/u

/** Characters of a title that a blank ends. */
const leastBeforeBlank = 4

/** Where the title ends that a text opens with, if a label or a blank behind it tells; `blanksTell`: white space is what line ends left. */
export function toldEnd(text: string, blanksTell: boolean): number | null {
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
  return blank >= leastBeforeBlank && told ? to + blank : null
}
