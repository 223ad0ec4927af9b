import {endsWell} from '../../zh/sentences.js'
import {contentsIn, isTitle, longestEntry, opensEntry} from '../contents/contents.js'
import {blanksTell} from './blanks.js'
import {styleOf} from './style.js'
import {titleCuts} from './titles.js'

/** What there is to know of a unit here. */
interface Glued {
  readonly text: string
  readonly listed: boolean
  readonly opens: boolean
  readonly spaced: boolean
}

/** Characters of a title, and of the sentence that it is glued to; and the same where nothing but their places tells what they are. */
const least = {title: 2, sentence: 6, line: 4, rest: 10, sure: 24}
/** So many characters of a sentence are looked up first. */
const opening = 6
/** What has no stop for longer is no line. */
const longestLine = 2000
/** Two characters that so many texts open with open sentences; so many texts that stand three times were read by three. */
const usual = 3
/** So many texts of one opening are looked at. */
const mostAlike = 24
/** Cutting one text makes others known. */
const mostRounds = 4

const label = /^(?:第.{1,4}?(?:编|篇|部分|章|节)|.{1,3}、|[（(].{1,3}[）)])\s*/u

/** Nobody stops reading behind a mark that a sentence goes on after, or before one. */
const goesOn = /[，、；（《“‘,;(]/u
const goneOn = /[，、；：。）》”’,;:)]/u

/** What leads to a list: its first item is a paragraph of its own. */
const leads = /[：:]$/u

/** The texts of all units, without white space: how often each stands there, and those that begin alike. */
interface Known {
  readonly times: ReadonlyMap<string, number>
  readonly alike: ReadonlyMap<string, readonly string[]>
  /** Texts that are headings and nothing else. */
  readonly heads: Set<string>
  /** How many texts open with these two characters. */
  readonly starts: ReadonlyMap<string, number>
  /** Some texts stand three times. */
  readonly thirdReader: boolean
}

/** What makes two texts the same, which is neither white space nor how wide a mark is. */
type Same = (text: string) => string

/** Cuts a unit in two. */
type Cut<U> = (unit: U, at: number) => readonly U[]

/**
 * Where a reader stopped behind a heading, or another line that has no stop, another's sentence is glued to it, and the line and both
 * sentences look new. Cuts such lines off where both parts are known from elsewhere: the rest is a sentence there, or goes on as one
 * does, and the line is a heading, stands alone or opens another text. What stands twice as it is was read so, unless the heading, or
 * both parts, stand by themselves, too, where a third reader stopped. Where readers do stop behind headings, a heading that is new is
 * cut off where it most likely ends.
 */
export function unglue<U extends Glued>(units: readonly U[], same: Same, cut: Cut<U>): U[] {
  const parted = partKnown(units, same, cut)
  return parted.foreign ? partKnown(partNew(parted.units, same, cut), same, cut).units : parted.units
}

/** Units cut where both parts are known; were headings cut off sentences that follow others elsewhere? */
function partKnown<U extends Glued>(
  units: readonly U[],
  same: Same,
  cut: Cut<U>
): {readonly units: U[]; readonly foreign: boolean} {
  let now = [...units]
  let foreign = false
  for (let round = 0; round < mostRounds; round++) {
    const texts = textsOf(now, same)
    const known = knownIn(texts)
    const isNew = (text: string) => known.times.get(text) === 1
    const within = new Set(texts.filter((_, i) => !now[i]!.opens))
    const places = texts.map(text => (isNew(text) ? behindSentence(text, known) : 0))
    foreign ||= texts.some((text, i) => places[i]! > 0 && within.has(text.slice(places[i])))
    texts.forEach((text, i) => {
      if (places[i] !== 0) return
      places[i] = isNew(text) ? behindHead(text, known) || behindLine(text, known) : behindBoth(text, known)
    })
    const next = now.flatMap((unit, i) =>
      places[i]! > 0 ? cut(unit, placeOf(unit.text, places[i]!)) : [unit]
    )
    if (next.length === now.length) break
    now = next
  }
  return {units: now, foreign}
}

/** Units that stand nowhere else, cut where lines end that have no stop, and where headings most likely do. */
function partNew<U extends Glued>(units: readonly U[], same: Same, cut: Cut<U>): U[] {
  const texts = textsOf(units, same)
  const {times} = knownIn(texts)
  const style = styleOf(units)
  const blanks = blanksTell(units)
  const part = (unit: U): readonly U[] =>
    titleCuts(unit.text, style, blanks, []).reduceRight<readonly U[]>(
      ([first, ...later], at) => [...cut(first!, at), ...later],
      [unit]
    )
  return units.flatMap((unit, i) => (times.get(texts[i]!) === 1 ? part(unit) : [unit]))
}

/** The texts without white space; none for what a contents page lists. */
function textsOf(units: readonly Glued[], same: Same): string[] {
  return units.map(({text, listed}) => (listed ? '' : same(text)))
}

function knownIn(texts: readonly string[]): Known {
  const times = new Map<string, number>()
  const alike = new Map<string, string[]>()
  const heads = new Set<string>()
  const starts = new Map<string, number>()
  for (const text of texts) {
    if (text === '') continue
    const count = times.get(text) ?? 0
    times.set(text, count + 1)
    if (count > 0) continue
    if (isTitle(text)) heads.add(text)
    starts.set(text.slice(0, 2), (starts.get(text.slice(0, 2)) ?? 0) + 1)
    const list = alike.get(text.slice(0, opening))
    if (!list) alike.set(text.slice(0, opening), [text])
    else if (list.length < mostAlike) list.push(text)
  }
  const thrice = [...times].filter(([text, count]) => count === 3 && text.length >= least.sure)
  return {times, alike, heads, starts, thirdReader: thrice.length >= usual}
}

/** The place in a text behind so many characters that are not white space, and behind white space. */
function placeOf(text: string, characters: number): number {
  let at = 0
  for (let seen = 0; at < text.length; at++) if (/\S/u.test(text[at]!) && seen++ === characters) break
  return at
}

/** The texts that begin as a part of one does. */
function begunLike(part: string, alike: Known['alike']): readonly string[] {
  return alike.get(part.slice(0, opening)) ?? []
}

/** A place in a text where another begins, 0 if there is none. */
type Find = (text: string, known: Known) => number

/** A heading, and a sentence that stands elsewhere, or another heading that opens one there. */
const behindSentence: Find = (text, {times, alike, heads}) => {
  const at = behindTitle(text, least.sentence, place => {
    const rest = text.slice(place)
    const begun = begunLike(rest, alike)
    if (begun.length === 0) return false
    if (opensEntry(rest)) return begun.some(other => common(other, rest) >= least.rest)
    return endsWell(rest) && times.has(rest)
  })
  if (at > 0) heads.add(text.slice(0, at))
  return at
}

/** A heading that is known, or behind which two texts part that begin with it, and whatever is glued to it. */
const behindHead: Find = (text, {heads, alike, starts}) => {
  const begins = (rest: string) => (starts.get(rest.slice(0, 2)) ?? 0) >= usual
  const parts = begunLike(text, alike)
    .map(other => ({other, at: other === text ? 0 : common(other, text)}))
    .filter(({other, at}) => at >= least.rest && begins(text.slice(at)) && begins(other.slice(at)))
    .map(({at}) => at)
  return behindTitle(text, 1, place => heads.has(text.slice(0, place)) || parts.includes(place))
}

/** A heading that stands by itself elsewhere, where a third reader stopped; or a line and a sentence that both do. */
const behindBoth: Find = (text, {times, alike, heads, thirdReader}) => {
  if (text.length > longestLine || !endsWell(text)) return 0
  for (let at = least.title; at <= text.length - least.sentence; at++) {
    if (at <= longestEntry) {
      const line = text.slice(0, at)
      if (thirdReader && heads.has(line) && times.has(line)) return at
    }
    if (!alike.has(text.slice(at, at + opening)) || !times.has(text.slice(at))) continue
    const line = text.slice(0, at)
    if (heads.has(line) || (at >= least.line && times.has(line))) return at
  }
  return 0
}

/**
 * A line that stands alone, leads to a list or opens another text, and what goes on as another does. Where one of the two is long, it is
 * enough that it is known.
 */
const behindLine: Find = (text, known) => {
  const at = text.length > longestLine ? 0 : endOfLine(text, known)
  return at > 0 && contentsIn(text) === null ? at : 0
}

function endOfLine(text: string, {alike}: Known): number {
  const begun = (part: string) => begunLike(part, alike).filter(other => other !== text)
  const parted = (at: number) => !goesOn.test(text[at - 1]!) && !goneOn.test(text[at]!)
  const openings = begun(text)
  const whole = openings.find(
    other => other.length >= least.sure && text.startsWith(other) && parted(other.length)
  )
  if (whole) return whole.length
  for (let at = least.line; at <= text.length - least.rest; at++) {
    if (!alike.has(text.slice(at, at + opening)) || !parted(at)) continue
    const rest = text.slice(at)
    const shared = Math.max(
      0,
      ...begun(rest).map(other => (other === rest ? rest.length : common(other, rest)))
    )
    if (shared >= least.sure) return at
    if (shared === rest.length && leads.test(text.slice(0, at))) return at
    const goesOnElsewhere = shared === rest.length || shared >= 2 * least.rest
    if (goesOnElsewhere && openings.some(other => other.startsWith(text.slice(0, at)))) return at
  }
  return 0
}

/** So many characters the two begin with. */
function common(a: string, b: string): number {
  let at = 0
  while (at < a.length && at < b.length && a[at] === b[at]) at++
  return at
}

/** 一、二、三产业 counts no headings. */
const counted = /^[一二三四五六七八九十]、[一二三四五六七八九十]、/u

/** The first place behind a title at which something holds; 0 where none does, or the text is no heading. */
function behindTitle(text: string, rest: number, holds: (at: number) => boolean): number {
  if (!opensEntry(text) || counted.test(text)) return 0
  const from = label.exec(text)?.[0].length ?? 0
  for (let at = from + least.title; at <= Math.min(text.length - rest, longestEntry); at++) {
    if (/[。；：]/u.test(text[at - 1]!)) return 0
    if (holds(at)) return at
  }
  return 0
}
