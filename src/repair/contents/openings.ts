import {openings} from './openings.rules.js'

/** The opening words of a sentence, in characters. */
const lead = 60

/** Does a text open as texts under such a title usually do: 发展目标, 到2025年…? */
export function opensUnder(title: string, text: string): boolean {
  return openings.some(({pattern}) => pattern.test(`${title}|${text.slice(0, lead)}`))
}
