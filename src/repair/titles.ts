import {closing, nextLabel, opening, timeOpening, usualTitle} from './titles.rules.js'

/** Where the titles of sections end in text whose line ends are lost. */

/** 第三章, 二、, （四）, 5. */
const label =
  /^(?:第[一二三四五六七八九十百零〇]{1,4}[编篇章节]|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）]|[0-9]{1,2}[.．、](?![0-9]))\s*/u

/** Characters of a title. */
const shortest = 2
const longest = 26

/** A title may be two phrases with a comma between, where the first label of what is under it follows. */
const longestPair = 40
const firstLabel =
  /^[^。！？；：]*?(?=第一[章节]|(?<![二三四五六七八九十、])一、(?![一二三四五六七八九十])|[（(]一[)）])/u

/** So much of a sentence tells where its title ends. */
const lookahead = 200

/** A title is told from its text by their words only where both are long enough: 残疾人权益保障更加有力。 is one sentence. */
const leastWords = {title: 4, sentence: 26}

const mark = /[。！？；：，,;:!?]/u

/** How often two characters stand side by side in a text. */
export type Pairs = ReadonlyMap<string, number>

export function pairsOf(texts: readonly string[]): Pairs {
  const pairs = new Map<string, number>()
  for (const text of texts)
    for (let i = 1; i < text.length; i++) {
      const pair = text.slice(i - 1, i + 1)
      pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
    }
  return pairs
}

/** A title of a list or a part, and the label of the first thing in it: nobody goes on like that within a sentence. */
const titleAndFirst =
  /(?<=[^第、，：（(\s])(?:第[一二三四五六七八九十]{1,3}[编篇章节]|[一二三四五六七八九十]{1,3}、)(?=[^。！？；：，、（(]{2,30}(?:第一[章节]|一、|[（(]一[)）]))/u

/** White space, and the label of a heading. */
const spacedLabel =
  /(?<=\S\s+)(?:第[一二三四五六七八九十]{1,3}[编篇章节](?!的)|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])/u

/** Places within a sentence where a title or the text under one begins; `blanksTell`: white space is what line ends left. */
export function titleCuts(text: string, pairs: Pairs, blanksTell: boolean): number[] {
  const cuts: number[] = []
  const before = titleAndFirst.exec(text) ?? spacedLabel.exec(text)
  if (before && before.index > 0 && !label.test(text)) cuts.push(before.index)
  for (let at = cuts[0] ?? 0; ;) {
    const end = titleEnd(text.slice(at, at + lookahead), pairs, blanksTell)
    if (end === null) return cuts
    cuts.push((at += end))
  }
}

/** Where the title ends that a sentence opens with, if it is glued to what follows; null where it is none, or nothing tells. */
function titleEnd(text: string, pairs: Pairs, blanksTell: boolean): number | null {
  const from = label.exec(text)?.[0].length
  if (from === undefined) return null
  const rest = text.slice(from)
  const room = Math.min(longest, rest.search(mark) < 0 ? rest.length : rest.search(mark))
  const next = nextLabel.pattern.exec(rest)?.index ?? Infinity
  if (next >= shortest && next <= room) return from + next
  const first = firstLabel.exec(rest)?.[0].length ?? 0
  if (first >= shortest && first <= longestPair) return from + first
  const blanks = [...rest.slice(0, room).matchAll(/\s+/gu)]
  const blank = blanks[0]?.index ?? 0
  if (
    blank >= leastWords.title &&
    ((blanksTell && blanks.length === 1) || closing.pattern.test(rest.slice(0, blank)))
  )
    return from + blank
  const usual = usualTitle.pattern.exec(rest)?.[0].length ?? 0
  if (usual > 0 && usual < room) {
    const told = opening.pattern.test(rest.slice(usual))
    if (told || (usual >= leastWords.title && isNew(rest, usual, pairs))) return from + usual
  }
  const place = byWords(rest, room, pairs)
  return place === null ? null : from + place
}

/** Do two characters meet here that meet nowhere else in the text? */
function isNew(text: string, at: number, pairs: Pairs): boolean {
  return (pairs.get(text.slice(at - 1, at + 1)) ?? 0) <= 1
}

/** The only place where a title can end and a text begin. */
function byWords(rest: string, room: number, pairs: Pairs): number | null {
  if (rest.length < leastWords.sentence || !/[，、,]/u.test(rest)) return null
  // a noun may be what the title says something of: 主体责任进一步加强
  const openings = opening.pattern.test(rest) ? opening : timeOpening
  let found: number | null = null
  for (let at = leastWords.title; at < room; at++) {
    if (!openings.pattern.test(rest.slice(at)) || !isNew(rest, at, pairs)) continue
    const title = rest.slice(0, at)
    const ends = closing.pattern.test(title) && !opening.pattern.test(title.slice(-2))
    if (ends === (found !== null)) return null
    if (ends) found = at
  }
  return found
}
