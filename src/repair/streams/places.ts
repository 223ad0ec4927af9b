import {contentsIn, headingsAtStart, type Entry} from '../contents/contents.js'
import {listingsOf} from '../contents/listing.js'
import {markOf} from '../marks.js'
import type {Unit} from '../units/units.js'

/**
 * Where headings stand in the order of the document: a reader only moves forward, so that no stream can come to a heading after a
 * later one. Known from the contents page, or else from the numbers of the coarsest headings that count on through all of the text.
 */
export interface Places {
  /** For unit n: the places of the first and last heading that open it, -1 where none does. */
  readonly first: Int16Array
  readonly last: Int16Array
  /** The first unit behind the contents page, 0 where there is none: readers begin there, and may pass over some of it first. */
  readonly body: number
}

const leastChapters = 3
/** 编 and 章 by their own right, 一、 where no chapters are: (一) and finer begin anew in every chapter. */
const coarsest = [0, 1, 4]

export function placesOf(units: readonly Unit[], streams: number): Places {
  const first = new Int16Array(units.length).fill(-1)
  const last = new Int16Array(units.length).fill(-1)
  const page = soleContents(units)
  if (page) byContents(units, page.entries, streams, first, last)
  else byNumbers(units, streams, first, last)
  return {first, last, body: page?.end ?? 0}
}

/** The contents page, where there is one, or copies of one, and the first unit behind it. */
function soleContents(
  units: readonly Unit[]
): {readonly entries: readonly Entry[]; readonly end: number} | null {
  let found: readonly Entry[] | null = null
  let end = 0
  for (const [t, {text}] of units.entries()) {
    if (text.length < 40) continue
    const page = contentsIn(text)
    if (!page) continue
    const same = (entry: Entry, e: number) => entry.name === found?.[e]?.name
    // the last title of a glued page may take up some of what follows
    if (found && !page.entries.slice(0, -1).every(same)) return null
    found ??= page.entries
    end = t + 1
  }
  if (found) return {entries: found, end}
  const listings = listingsOf(units)
  const names = new Set(listings[0]?.entries.map(({name}) => name))
  const sole =
    listings.length > 0 && listings.every(({entries}) => entries.every(({name}) => names.has(name)))
  return sole ? {entries: listings[0]!.entries, end: listings.at(-1)!.to} : null
}

function byContents(
  units: readonly Unit[],
  entries: readonly Entry[],
  streams: number,
  first: Int16Array,
  last: Int16Array
): void {
  const times = new Map<string, number>()
  for (const {name} of entries) times.set(name, (times.get(name) ?? 0) + 1)
  const seen = new Uint16Array(entries.length)
  const at = units.map(({text, listed}) => {
    if (listed) return []
    const heads = headingsAtStart(text, entries).filter(head => times.get(head.entry.name) === 1)
    return heads.map(head => entries.indexOf(head.entry))
  })
  for (const list of at) for (const entry of list) seen[entry]!++
  at.forEach((list, t) => {
    if (list.length === 0 || list.some(entry => seen[entry]! > streams)) return
    first[t] = list[0]!
    last[t] = list.at(-1)!
  })
}

function byNumbers(units: readonly Unit[], streams: number, first: Int16Array, last: Int16Array): void {
  const marks = units.map(unit => (unit.listed ? null : markOf(unit.text)))
  for (const level of coarsest) {
    const byOrdinal = new Map<number, {key: number; times: number}>()
    let plain = true
    marks.forEach((mark, t) => {
      if (mark?.level !== level) return
      const known = byOrdinal.get(mark.ordinal)
      if (!known) byOrdinal.set(mark.ordinal, {key: units[t]!.key, times: 1})
      else if (known.key !== units[t]!.key || ++known.times > streams) plain = false
    })
    if (byOrdinal.size === 0) continue
    if (plain && byOrdinal.size >= leastChapters)
      marks.forEach((mark, t) => {
        if (mark?.level === level) first[t] = last[t] = mark.ordinal
      })
    return
  }
}

/** How likely a stream that has come to place `from` (-1: none yet) goes on with a heading at place `to`, as log odds. */
export function onward(from: number, to: number): number {
  if (to <= from) return -10
  return from < 0 ? 0 : Math.max(-2, 0.5 - 0.5 * (to - from - 1))
}
