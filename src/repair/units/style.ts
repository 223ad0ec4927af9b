import {endsWell} from '../../zh/sentences.js'
import {phrasingOf, type Phrasing} from './phrasing.js'
import {choiceOf, kinds, labelOf, likelihoods, type Choice, type Style, type Titled} from './titleends.js'
import {toldEnd} from './toldends.js'

interface Line {
  readonly text: string
  readonly opens: boolean
}

/** Nothing is known of titles before some were seen: two of nine characters. */
const unseen: Titled = {share: 0.5, times: 0, length: Math.log(9)}
const unseenTitles = 2

/** How a text is written, and its titles by the kind of their labels. */
export function styleOf(units: readonly Line[]): Style {
  const phrasing = phrasingOf(units.map(({text}) => text))
  const choices = units.map(({text}) => choiceOf(text, phrasing))
  const shares = sharesOf(units, choices)
  return {phrasing, titled: lengthsOf(units, phrasing, choices, shares)}
}

/**
 * What share of the labels of each kind opens a title that is glued to its text: where titles have lines of their own, what a label opens
 * within a line is more likely a sentence.
 */
function sharesOf(units: readonly Line[], choices: readonly (Choice | null)[]): Titled[] {
  const seen = Array.from({length: kinds}, () => ({titles: 0.5, all: 1}))
  units.forEach(({text, opens}, i) => {
    const label = labelOf(text)
    if (!label) return
    const choice = choices[i]
    const line = opens && (units[i + 1]?.opens ?? true)
    if (choice) seen[label.kind]!.titles += 1 - likelihoods(choice, unseen)[0]!
    if (choice || (line && !endsWell(text))) seen[label.kind]!.all++
  })
  return seen.map(({titles, all}) => ({...unseen, share: titles / all}))
}

/** How long the titles of each kind are that end where a label tells, or most likely. */
function lengthsOf(
  units: readonly Line[],
  phrasing: Phrasing,
  choices: readonly (Choice | null)[],
  shares: readonly Titled[]
): Titled[] {
  const seen = shares.map(() => ({times: 0, sum: unseenTitles * unseen.length}))
  const add = (kind: number, length: number, times: number) => {
    seen[kind]!.times += times
    seen[kind]!.sum += times * length
  }
  units.forEach(({text}, i) => {
    for (let at = 0, label = labelOf(text); label; label = labelOf(text.slice(at))) {
      const rest = text.slice(at)
      const {kind, to} = label
      const end = toldEnd(rest, false)
      if (end === null) {
        const choice = at === 0 ? choices[i] : choiceOf(rest, phrasing)
        const likely = choice ? likelihoods(choice, shares[kind]!).slice(1) : []
        likely.forEach((share, place) => add(kind, choice!.lengths[place]!, share))
        break
      }
      add(kind, Math.log(end - to), 1)
      at += end
    }
  })
  return shares.map((known, kind) => {
    const {times, sum} = seen[kind]!
    return {...known, times, length: sum / (times + unseenTitles)}
  })
}
