import {endsWell} from '../zh/sentences.js'
import {contentsIn, type Entry} from './contents.js'
import {markOf} from './marks.js'

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

/** 编, 章, 节 */
const finest = 2
const leastLines = 6

/**
 * Lines up to where the first stands again, the next page, without those that stand again soon: what repeats a stretch repeats it here,
 * too. `at` is the unit of each, `end` the first unit that is not of them.
 */
function once(units: readonly Line[], from: number, to: number) {
  const lines: {readonly text: string; readonly at: number}[] = []
  for (let at = from; at < to; at++) {
    const text = units[at]!.text.trim()
    if (lines.length >= leastLines && text === lines[0]!.text) return {lines, end: at}
    if (!lines.slice(1 - leastLines).some(line => line.text === text)) lines.push({text, at})
  }
  return {lines, end: to}
}

/** The contents pages of a text, in order. In the body text stands between headings, but for a chapter and its first section. */
export function listingsOf(units: readonly Line[]): Listing[] {
  const isEntry = (t: number) => {
    const {text, opens} = units[t]!
    return (
      opens &&
      (units[t + 1]?.opens ?? true) &&
      (markOf(text.trimStart())?.level ?? Infinity) <= finest &&
      !endsWell(text)
    )
  }
  const listings: Listing[] = []
  for (let from = 0, to = 0; from < units.length; from = to) {
    to = from
    while (to < units.length && isEntry(to)) to++
    // a page that stands twice is two pages
    for (let start = from; to - start >= leastLines;) {
      const {lines, end} = once(units, start, to)
      const entries = contentsIn(`目录${lines.map(({text}) => text).join('')}`)?.entries ?? []
      if (entries.length < leastLines) break
      const after = lines[entries.length]?.at ?? end
      listings.push({from: start, to: after, entries})
      start = after
    }
    if (to === from) to++
  }
  return listings
}
