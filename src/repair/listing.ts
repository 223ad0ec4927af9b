import {anyNumeral} from '../zh/ordinals.js'
import {endsWell} from '../zh/sentences.js'
import {contentsIn, type Entry} from './contents.js'

/** A contents page (目录) that stands line by line: units `[from, to)`, headings and nothing else, whose numbers count on. */
export interface Listing {
  readonly from: number
  readonly to: number
  readonly entries: readonly Entry[]
}

/** A sentence as far as it can be an entry. */
interface Line {
  readonly text: string
  readonly opens: boolean
}

const entryLine = new RegExp(`^\\s*第(?:${anyNumeral})(?:编|篇|部分|章|节)`, 'u')
const leastLines = 6

const entriesOf = (lines: readonly string[]) => contentsIn(`目录${lines.join('')}`)?.entries ?? []

/** The lines without those that stand again soon, and where each stands: what repeats a stretch repeats it here, too. */
function once(lines: readonly string[]): {readonly text: string; readonly at: number}[] {
  const kept: {text: string; at: number}[] = []
  lines.forEach((text, at) => {
    if (!kept.slice(1 - leastLines).some(line => line.text === text)) kept.push({text, at})
  })
  return kept
}

/** The contents pages of a text, in order. In the body text stands between headings, but for a chapter and its first section. */
export function listingsOf(units: readonly Line[]): Listing[] {
  const isEntry = (t: number) => {
    const {text, opens} = units[t]!
    return opens && (units[t + 1]?.opens ?? true) && entryLine.test(text) && !endsWell(text)
  }
  const listings: Listing[] = []
  for (let from = 0, to = 0; from < units.length; from = to) {
    to = from
    while (to < units.length && isEntry(to)) to++
    // a page that stands twice is two pages
    for (let start = from; to - start >= leastLines;) {
      const lines = once(units.slice(start, to).map(({text}) => text.trim()))
      const count = entriesOf(lines.map(line => line.text)).length
      if (count < leastLines) break
      const end = start + (lines[count]?.at ?? to - start)
      listings.push({from: start, to: end, entries: entriesOf(lines.slice(0, count).map(line => line.text))})
      start = end
    }
    if (to === from) to++
  }
  return listings
}
