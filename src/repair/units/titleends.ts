import {endsWell} from '../../zh/sentences.js'
import {closing, likelyTitle, opening, timeOpening, usualTitle} from '../contents/titles.rules.js'
import {caption} from '../marks.js'
import {begins, ends, joined, phrasingOf, type Phrasing} from './phrasing.js'

/** Where a title most likely ends that is glued to the sentence under it, by how the text is phrased. */

/** 第三章; 二、; （四）; 5.; 专栏6, 表2： */
const labels: readonly RegExp[] = [
  /^第[一二三四五六七八九十百零〇]{1,4}[编篇章节]\s*/u,
  /^[一二三四五六七八九十]{1,3}、\s*/u,
  /^[（(][一二三四五六七八九十]{1,3}[)）]\s*/u,
  /^[0-9]{1,2}[.．、](?![0-9])\s*/u,
  caption
]

/** The label that a text opens with: of which kind, and where it ends. */
export function labelOf(text: string): {readonly kind: number; readonly to: number} | null {
  const kind = labels.findIndex(label => label.test(text))
  return kind < 0 ? null : {kind, to: labels[kind]!.exec(text)![0].length}
}

/** So much of a text tells where its title ends. */
export const lookahead = 200

/** Characters of a title without its label. */
export const shortest = 2
export const longest = 40

/** A title and a sentence are together no shorter: 残疾人权益保障更加有力。 is one sentence. */
const leastSentence = 18

export const stop = /[。！？；：;:!?]/u
const pause = /[。！？；：，、,;:!?]/u

/** No title ends behind one of these, behind a time, or before one of those. */
const goesOn = /[，、,（(“《‘]/u
const time = /[0-9]年底?前?$|五”?(?:期间|时期)$/u
const goneOn = /[，、；：。,;:）)”》’·—-]/u

/** How a text is written: its phrasing, and what share of the labels of each kind opens a title that is glued to its text. */
export interface Style {
  readonly phrasing: Phrasing
  readonly titled: readonly number[]
}

/** Where titles have lines of their own, what a label opens within a line is more likely a sentence. */
export function styleOf(units: readonly {readonly text: string; readonly opens: boolean}[]): Style {
  const phrasing = phrasingOf(units.map(({text}) => text))
  const seen = labels.map(() => ({titles: 0.5, all: 1}))
  units.forEach(({text, opens}, i) => {
    const label = labelOf(text)
    if (!label) return
    const choice = choiceOf(text, phrasing)
    const line = opens && (units[i + 1]?.opens ?? true)
    if (choice) seen[label.kind]!.titles += 1 - likelihoods(choice, 0.5)[0]!
    if (choice || (line && !endsWell(text))) seen[label.kind]!.all++
  })
  return {phrasing, titled: seen.map(({titles, all}) => titles / all)}
}

/** Where the title most likely ends that a text opens with; null where that is not likely enough. */
export function likelyEnd(text: string, {phrasing, titled}: Style): number | null {
  const choice = choiceOf(text, phrasing)
  if (!choice) return null
  const [, ...titles] = likelihoods(choice, titled[choice.kind]!)
  const best = Math.max(...titles)
  return best >= likelyTitle.value ? choice.ends[titles.indexOf(best)]! : null
}

/** What a labelled text may be: a sentence, or a title that ends at one of some places. */
interface Choice {
  readonly kind: number
  /** What speaks for a sentence. */
  readonly sentence: readonly number[]
  /** Where a title may end, and what speaks for each place. */
  readonly ends: readonly number[]
  readonly titles: readonly (readonly number[])[]
}

/**
 * What each of `Choice.titles` and of `Choice.sentence` counts for: a conditional logit (McFadden 1974) over the places, fitted on the
 * labelled lines of 15 plans with the line ends taken out. Each plan left out in turn, 75 of 100 titles are found, and of 100 that are
 * split off 90 end there.
 */
const weights = {
  title: [0.48, 0.42, -2.09, 2.37, 0.76, 1.34, 2.25, -3.6, -2.05, 1.36, 1.81],
  sentence: [-1.61, -0.64, 1.82, 1.98, -0.06, -0.41, 2.43]
}

/** The choice that a text leaves; null where it opens with no label, holds no sentence, or has no room for a title. */
function choiceOf(whole: string, phrasing: Phrasing): Choice | null {
  const label = labelOf(whole)
  if (!label) return null
  const text = whole.slice(label.to, lookahead)
  const sentence = text.search(stop)
  if (sentence < 0 ? whole.length < lookahead : sentence < leastSentence) return null
  const places = placesIn(text.slice(0, sentence < 0 ? text.length : sentence))
  if (places.length === 0) return null
  return {
    kind: label.kind,
    sentence: [
      ...labels.map((_, kind) => (kind === label.kind ? 1 : 0)),
      upTo(text, stop),
      upTo(text, pause)
    ],
    ends: places.map(at => label.to + at),
    titles: places.map(at => titleOf(text, at, phrasing))
  }
}

/** Where a title may end: within no brackets, behind and before no mark. */
function placesIn(text: string): number[] {
  const places: number[] = []
  let open = 0
  for (let at = 1; at < text.length && at <= longest; at++) {
    const last = text[at - 1]!
    if (/[（(“《]/u.test(last)) open++
    if (/[）)”》]/u.test(last)) open--
    if (at < shortest || open !== 0 || goesOn.test(last) || goneOn.test(text[at]!)) continue
    if (!time.test(text.slice(0, at))) places.push(at)
  }
  return places
}

/** What speaks for a title that ends at a place. */
function titleOf(text: string, at: number, phrasing: Phrasing): number[] {
  const title = text.slice(0, at)
  const under = text.slice(at)
  return [
    begins(phrasing, text, at),
    ends(phrasing, text, at),
    joined(phrasing, text, at) ? 1 : 0,
    opening.pattern.test(under) ? 1 : 0,
    timeOpening.pattern.test(under) ? 1 : 0,
    closing.pattern.test(title) ? 1 : 0,
    usualTitle.pattern.exec(text)?.[0] === title ? 1 : 0,
    title.match(/[，,]/gu)?.length ?? 0,
    title.match(/、/gu)?.length ?? 0,
    Math.log(at),
    upTo(under, pause)
  ]
}

/** Logarithm of the characters up to a mark. */
function upTo(text: string, mark: RegExp): number {
  const at = text.search(mark)
  return Math.log((at < 0 ? text.length : at) + 1)
}

/** How likely the text is a sentence, and a title that ends at each of the places. */
function likelihoods({sentence, titles}: Choice, titled: number): number[] {
  const scores = [
    sum(sentence, weights.sentence) + Math.log((1 - titled) / titled),
    ...titles.map(title => sum(title, weights.title))
  ]
  const top = Math.max(...scores)
  const shares = scores.map(score => Math.exp(score - top))
  const all = shares.reduce((a, b) => a + b, 0)
  return shares.map(share => share / all)
}

function sum(values: readonly number[], weights: readonly number[]): number {
  return values.reduce((total, value, i) => total + value * weights[i]!, 0)
}
