import {closing, likelyTitle, opening, predicate, timeOpening, usualTitle} from '../contents/titles.rules.js'
import {caption, markOf} from '../marks.js'
import {begins, ends, joined, type Phrasing} from './phrasing.js'

/** Where a title most likely ends that is glued to the sentence under it, by how the text is phrased. */

/** Kinds of labels, by the level of the mark: 编, 章 and 节 have titles alike; 条, and what is numbered finer than 1., opens sentences. */
const kindAt: readonly (number | undefined)[] = [0, 0, 0, undefined, 1, 2, 3]
const captions = 4
export const kinds = 5

/** The label that a text opens with: of which kind, and where the text behind it begins. */
export function labelOf(text: string): {readonly kind: number; readonly to: number} | null {
  const mark = markOf(text)
  const name = mark ? null : caption.exec(text)
  const kind = mark ? kindAt[mark.level] : name ? captions : undefined
  if (kind === undefined) return null
  const to = mark?.to ?? name![0].length
  return {kind, to: to + text.slice(to).search(/\S|$/u)}
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

/** Nor is its last phrase, behind a comma, shorter. */
const shortestPhrase = 4

/** No title ends behind one of these, behind a time, or before one of those. */
const goesOn = /[，、,（(“《‘]/u
const time = /[0-9]年底?前?$|五”?(?:期间|时期)$/u
const goneOn = /[，、；：。,;:）)”》’·—-]/u

/** How what the labels of one kind open is titled in a text. */
export interface Titled {
  /** The share of it that is a title glued to its text. */
  readonly share: number
  /** So many titles were seen, and the mean logarithm of their lengths. */
  readonly times: number
  readonly length: number
}

/** How a text is written: its phrasing, and its titles by the kind of their labels. */
export interface Style {
  readonly phrasing: Phrasing
  readonly titled: readonly Titled[]
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
export interface Choice {
  readonly kind: number
  /** What speaks for a sentence. */
  readonly sentence: readonly number[]
  /** Where a title may end, the logarithm of its length, and what speaks for each place. */
  readonly ends: readonly number[]
  readonly lengths: readonly number[]
  readonly titles: readonly (readonly number[])[]
}

/**
 * What each of `Choice.titles` and of `Choice.sentence` counts for: a conditional logit (McFadden 1974) over the places, fitted on the
 * labelled lines of ten texts with the line ends taken out, and held near an earlier fit on 15 plans (ridge), as ten texts hold few
 * sentences with labels. Each text left out in turn, 80 of 100 titles are found, and of 100 that are split off 97 end there.
 */
const weights = {
  title: [0.48, 0.33, -2.04, 2.95, 1.27, 2.68, -2.04, 2.72, -3.3, -2.49, 0.91, 2.08],
  /** A title is about as long as others of its kind. */
  length: -2.3,
  sentence: [-1.83, 0.19, 1.62, 1.85, -0.15, -0.47, 2.9]
}

/** So many titles of a kind tell half of what is to know of their lengths. */
const few = 5

/** The choice that a text leaves; null where it opens with no label, holds no sentence, or has no room for a title. */
export function choiceOf(whole: string, phrasing: Phrasing): Choice | null {
  const label = labelOf(whole)
  if (!label) return null
  const text = whole.slice(label.to, lookahead)
  const sentence = text.search(stop)
  const short = sentence < leastSentence && !usualTitle.pattern.test(text)
  if (sentence < 0 ? whole.length < lookahead : short) return null
  const places = placesIn(text.slice(0, sentence < 0 ? text.length : sentence))
  if (places.length === 0) return null
  return {
    kind: label.kind,
    sentence: [
      ...Array.from({length: kinds}, (_, kind) => (kind === label.kind ? 1 : 0)),
      upTo(text, stop),
      upTo(text, pause)
    ],
    ends: places.map(at => label.to + at),
    lengths: places.map(Math.log),
    titles: places.map(at => titleOf(text, at, phrasing))
  }
}

/** Where a title may end: within no brackets, behind and before no mark. */
function placesIn(text: string): number[] {
  const places: number[] = []
  let open = 0
  let phrase = 0
  for (let at = 1; at < text.length && at <= longest; at++) {
    const last = text[at - 1]!
    if (/[（(“《]/u.test(last)) open++
    if (/[）)”》]/u.test(last)) open--
    if (/[，,]/u.test(last)) phrase = at
    if (at < shortest || open !== 0 || goesOn.test(last) || goneOn.test(text[at]!)) continue
    if (phrase > 0 && at - phrase < shortestPhrase) continue
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
    !opening.pattern.test(title) && predicate.pattern.test(under) ? 1 : 0,
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
export function likelihoods({sentence, titles, lengths}: Choice, titled: Titled): number[] {
  const told = titled.times / (titled.times + few)
  const scores = [
    sum(sentence, weights.sentence) + Math.log((1 - titled.share) / titled.share),
    ...titles.map(
      (title, i) => sum(title, weights.title) + weights.length * told * Math.abs(lengths[i]! - titled.length)
    )
  ]
  const top = Math.max(...scores)
  const shares = scores.map(score => Math.exp(score - top))
  const all = shares.reduce((a, b) => a + b, 0)
  return shares.map(share => share / all)
}

function sum(values: readonly number[], weights: readonly number[]): number {
  return values.reduce((total, value, i) => total + value * weights[i]!, 0)
}
