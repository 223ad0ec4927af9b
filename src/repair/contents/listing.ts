import {endsWell} from '../../zh/sentences.js'
import {
  contentsIn,
  entriesOf,
  entryOf,
  finestSure,
  headingsAtStart,
  leastAnnounced,
  opensEntry,
  type Entry
} from './contents.js'
import {markOf} from '../marks.js'

/** A contents page (目录) that stands line by line: units `[from, to)`, headings and nothing else, whose numbers count on. */
export interface Listing {
  readonly from: number
  readonly to: number
  readonly entries: readonly Entry[]
}

/** So many entries of the rest of a page are no finer than the one before. */
const leastAnew = 2

/** A sentence as far as it can be an entry. */
interface Line {
  readonly text: string
  readonly opens: boolean
}

const leastLines = 6
/** Of a page without its word, so many entries of a fine kind come again in the text: lists of names open with 一、, too. */
const leastAgain = {entries: 3, share: 0.3}

/**
 * Lines up to where the first stands again, the next page, without those that stand again soon: what repeats a stretch repeats it here,
 * too. `at` is the unit of each, `end` the first unit that is not of them.
 */
function once(units: readonly Line[], from: number, to: number, least: number) {
  const lines: {readonly text: string; readonly at: number}[] = []
  for (let at = from; at < to; at++) {
    const text = units[at]!.text.trim()
    if (lines.length >= least && entryOf(text)?.name === entryOf(lines[0]!.text)?.name)
      return {lines, end: at}
    if (!lines.slice(1 - leastLines).some(line => line.text === text)) lines.push({text, at})
  }
  return {lines, end: to}
}

/** The contents pages of a text, in order. In the body text stands between headings, but for a chapter and its first section. */
export function listingsOf(units: readonly Line[]): Listing[] {
  const listings: Listing[] = []
  for (let from = 0, to = 0; from < units.length; from = to) {
    to = from
    while (to < units.length && isEntry(units, to)) to++
    // a page that stands twice is two pages
    let start = from
    for (;;) {
      const known = announced(units, start)
      const least = known ? leastAnnounced : leastLines
      const {lines, end} = once(units, start, to, least)
      const entries = entriesOf(lines.map(({text}) => text))
      if (entries.length < least) break
      const after = lines[entries.length]?.at ?? end
      if (!known && !comesAgain(units, start, after, entries)) break
      if (entries.length < leastLines && !isWhole(units, entries)) break
      listings.push({from: start, to: after, entries})
      start = after
    }
    // shorter ones begin anew less often
    if (listings.length > 0 && to - start > leastAnew)
      listings.push(...restsOf(units, start, to, listings[0]!.entries))
    if (to === from) to++
  }
  return listings
}

function isEntry(units: readonly Line[], t: number): boolean {
  const {text, opens} = units[t]!
  return opens && (units[t + 1]?.opens ?? true) && opensEntry(text.trimStart()) && !endsWell(text)
}

/**
 * Where the page goes on behind other text, as a second reader leaves it: entries in a row that the page has in a row. Headings of a
 * body that stand in a row are each finer than the one before.
 */
function restsOf(units: readonly Line[], from: number, to: number, page: readonly Entry[]): Listing[] {
  const names = units.slice(from, to).map(({text}) => entryOf(text.trim())?.name)
  const rests: Listing[] = []
  for (let start = 0; start < names.length;) {
    const first = page.findIndex(({name}) => name === names[start])
    let end = start + 1
    while (first >= 0 && end < names.length && names[end] === page[first + end - start]?.name) end++
    const entries = first < 0 ? [] : page.slice(first, first + end - start)
    const anew = entries.filter(({level}, i) => level <= (entries[i - 1]?.level ?? -1))
    if (anew.length >= leastAnew) rests.push({from: from + start, to: from + end, entries})
    start = end
  }
  return rests
}

/** What the contents page lists, whether it is glued into one line or stands line by line; nothing where there is none. */
export function listedIn(units: readonly Line[]): readonly Entry[] {
  for (const {text} of units) {
    const page = contentsIn(text)
    if (page) return page.entries
  }
  return listingsOf(units)[0]?.entries ?? []
}

/** A short page lists all there is: what goes on elsewhere is a piece of a longer one. */
function isWhole(units: readonly Line[], entries: readonly Entry[]): boolean {
  const {level} = entries[0]!
  const last = Math.max(...entries.filter(entry => entry.level === level).map(({ordinal}) => ordinal))
  return !units.some(({text}) => {
    const mark = markOf(text)
    return mark?.level === level && mark.ordinal > last
  })
}

function announced(units: readonly Line[], from: number): boolean {
  return from > 0 && /^目\s*录$/u.test(units[from - 1]!.text.trim())
}

/** Chapters and sections need not come again: they may all be lost. */
function comesAgain(units: readonly Line[], from: number, to: number, entries: readonly Entry[]): boolean {
  const fine = entries.filter(({level}) => level > finestSure)
  if (fine.length === 0) return true
  const found = new Set<Entry>()
  units.forEach(({text}, t) => {
    if (t < from || t >= to) for (const {entry} of headingsAtStart(text, fine)) found.add(entry)
  })
  return found.size >= Math.max(leastAgain.entries, leastAgain.share * fine.length)
}
