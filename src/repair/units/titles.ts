import {headingsAtStart, type Entry} from '../contents/contents.js'
import {lineCuts} from './lines.js'
import {likelyEnd, type Style} from './titleends.js'
import {toldEnd} from './toldends.js'

/** Where the titles of sections end in text whose line ends are lost. */

/**
 * Places within a sentence where a line ends that has no stop, or a title; `blanksTell`: white space is what line ends left. Titles of the
 * contents page end as they do there.
 */
export function titleCuts(
  text: string,
  style: Style,
  blanksTell: boolean,
  entries: readonly Entry[]
): number[] {
  const cuts: number[] = []
  let from = 0
  for (const to of [...lineCuts(text), text.length]) {
    const line = text.slice(from, to)
    for (let at = 0; ;) {
      const rest = line.slice(at)
      const end = listedEnd(rest, entries) ?? toldEnd(rest, blanksTell) ?? likelyEnd(rest, style)
      if (end === null || end === rest.length) break
      cuts.push(from + (at += end))
    }
    if (to < text.length) cuts.push(to)
    from = to
  }
  return cuts
}

/** Where the next line begins behind a title of the contents page that a text opens with; null where it opens with none. */
function listedEnd(text: string, entries: readonly Entry[]): number | null {
  const head = headingsAtStart(text, entries)[0]
  if (!head || head.runIn) return null
  const rest = text.slice(head.to)
  return head.to + rest.length - rest.trimStart().length
}
