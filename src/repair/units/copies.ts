import {isTitle} from '../contents/contents.js'

/** What is shorter may stand again on a line because it is meant so: the words of a slogan, and the cells of a row; a title never. */
const least = {words: 8, row: 20, title: 4}

/**
 * Where copies of its beginning end in a text that is nothing but copies of it: w w, w w w. None where it says anything else. Its
 * sentences do not show this where w does not end as one: what ends the first copy is glued to what opens the second. White space
 * between and in them does not count.
 */
export function copyEnds(text: string): number[] {
  if (!opensAgain(text)) return []
  const solid = text.replace(/\s+/gu, '')
  const period = periodOf(solid)
  const kind = isTitle(text) ? 'title' : solid.length < text.length ? 'row' : 'words'
  if (period === solid.length || period < least[kind]) return []
  const ends: number[] = []
  let seen = 0
  for (let at = 0; at < text.length; at++)
    if (/\S/u.test(text[at]!) && ++seen % period === 0) ends.push(at + 1)
  return ends
}

/** Does it open once more behind the character that ends it? Few texts do, and this costs less than to compare all of it. */
function opensAgain(text: string): boolean {
  const opening = text.slice(0, least.title)
  let at = text.indexOf(opening, least.title)
  while (at > 0 && solidBefore(text, at) !== solidBefore(text, text.length))
    at = text.indexOf(opening, at + least.title)
  return at > 0
}

/** The last character before a place that is not white space. */
function solidBefore(text: string, end: number): string | undefined {
  let at = end - 1
  while (at >= 0 && /\s/u.test(text[at]!)) at--
  return text[at]
}

/** The length of the shortest text that, written again and again, is this one; its own where none is shorter. */
function periodOf(text: string): number {
  const borders = new Int32Array(text.length)
  let border = 0
  for (let at = 1; at < text.length; at++) {
    while (border > 0 && text[at] !== text[border]) border = borders[border - 1]!
    if (text[at] === text[border]) border++
    borders[at] = border
  }
  const period = text.length - border
  return text.length % period === 0 ? period : text.length
}
