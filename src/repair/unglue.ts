import {isTitle, opensEntry} from './contents.js'

/** What there is to know of a unit here. */
interface Glued {
  readonly text: string
  readonly listed: boolean
}

const longest = 64
/** Characters of a title, and of the sentence that it is glued to. */
const least = {title: 2, sentence: 6}
/** So many characters of a sentence are looked up first. */
const opening = 6

const label = /^(?:第.{1,4}?(?:编|篇|部分|章|节)|.{1,3}、|[（(].{1,3}[）)])\s*/u

/**
 * Where a reader stopped behind a heading, another's sentence is glued to it, and the heading and both sentences look new. Cuts headings off
 * where the rest is a sentence that stands elsewhere, and where the heading itself is known from there or from a line of its own. What
 * stands twice as it is was read so. `same` says what makes two texts the same, `cut` cuts a unit in two.
 */
export function unglue<U extends Glued>(
  units: readonly U[],
  same: (text: string) => string,
  cut: (unit: U, at: number) => readonly U[]
): U[] {
  const times = new Map<string, number>()
  const openings = new Set<string>()
  const heads = new Set<string>()
  for (const {text, listed} of units) {
    if (listed) continue
    const key = same(text)
    times.set(key, (times.get(key) ?? 0) + 1)
    openings.add(text.slice(0, opening))
    if (isTitle(text)) heads.add(key)
  }
  const known = (unit: U, at: number) =>
    openings.has(unit.text.slice(at, at + opening)) && times.has(same(unit.text.slice(at)))
  const isNew = ({text}: U) => times.get(same(text)) === 1
  const bySentence = units.flatMap(unit => {
    const at = isNew(unit) ? placeIn(unit, least.sentence, place => known(unit, place)) : 0
    if (at > 0) heads.add(same(unit.text.slice(0, at)))
    return at > 0 ? cut(unit, at) : [unit]
  })
  return bySentence.flatMap(unit => {
    const at = isNew(unit) ? placeIn(unit, 1, place => heads.has(same(unit.text.slice(0, place)))) : 0
    return at > 0 ? cut(unit, at) : [unit]
  })
}

/** 一、二、三产业 counts no headings. */
const counted = /^[一二三四五六七八九十]、[一二三四五六七八九十]、/u

/** The first place behind a title at which something holds; 0 where none does, or the unit is no heading. */
function placeIn({text, listed}: Glued, rest: number, holds: (at: number) => boolean): number {
  if (listed || !opensEntry(text) || counted.test(text)) return 0
  const from = label.exec(text)?.[0].length ?? 0
  for (let at = from + least.title; at <= Math.min(text.length - rest, longest); at++) {
    if (/[。；：]/u.test(text[at - 1]!)) return 0
    if (holds(at)) return at
  }
  return 0
}
