import {endsWell} from '../../zh/sentences.js'
import {isTitle} from '../contents/contents.js'
import {opensUnder} from '../contents/openings.js'
import type {Unit} from '../units/units.js'
import {bond, type Wording} from './cohesion.js'
import type {Numbers} from './numbering.js'

/** How well one sentence stands after another, by their form as well as by their words. */

/** What the form of a sentence says of its neighbours. */
export interface Form {
  readonly text: string
  /** A heading and nothing else. */
  readonly title: boolean
  /** Opens something new, by a number or ——: it need not be like what stands before it. */
  readonly opens: boolean
  /** Short and whole, without a comma: 健全多元投入机制。 What elaborates it comes next. */
  readonly lead: boolean
  /** Ends with ；: more of the same comes next. */
  readonly goesOn: boolean
  /** The last line of the text, without a mark at its end, or a copy of it: nothing comes after. */
  readonly ends: boolean
}

const longestLead = 26

export function formsOf(units: readonly Unit[], numbers: readonly Numbers[]): readonly Form[] {
  const last = units.at(-1)
  const end = last && !endsWell(last.text) ? last.key : -1
  return units.map(({text, key, solid, listed}, t) => ({
    text,
    title: !listed && isTitle(text),
    opens: numbers[t]!.opening !== null || text.startsWith('——'),
    lead: solid <= longestLead && /。\s*$/u.test(text) && !/[，,；;]/u.test(text),
    goesOn: /[；;]\s*$/u.test(text),
    ends: key === end
  }))
}

/** Weights of the forms, in log odds; fitted, as those of words and topics, on stretches of plan documents in two orders. */
const odds = {
  leadAlone: -3.2,
  leadAgain: -0.5,
  elaborates: 0.5,
  goesOn: 2,
  ends: -3,
  under: 2.5
}

/** Log odds that one stands under the other: it opens as it usually does under a title that every plan has. */
export function under({title, text}: Form, after: Form): number {
  return title && opensUnder(text, after.text) ? odds.under : 0
}

/** Log odds that b stands right after a. */
export function joint(wording: Wording, forms: readonly Form[], a: number, b: number): number {
  const before = forms[a]!
  const after = forms[b]!
  let sum = after.opens ? 0 : bond(wording, a, b)
  if (before.opens && before.lead && after.opens) sum += odds.leadAlone
  if (before.lead) sum += after.lead ? odds.leadAgain : odds.elaborates
  if (before.goesOn) sum += after.opens ? -odds.goesOn : odds.goesOn
  if (before.ends) sum += odds.ends
  return sum
}
