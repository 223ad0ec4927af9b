/** Entries of a contents page: the heading stays, the leader and the page number go. */
import type {Context} from '../core/stage.js'
import {dotted} from './contents.rules.js'
import {slice, spansOf, textOf, type Traced} from '../core/traced.js'

const leader =
  /(?:[\s.．…·•‥⋯﹒-]*[\t.．…·‥⋯][\s.．…·•‥⋯﹒-]*|\s+)[-—(（]?\s*(?:\d{1,4}|[ivxlcIVXLC]{1,6})\s*[-—)）]?\s*$/u
const bareLeader = /[\s.．…·‥⋯]*(?:\t|[.．…·‥⋯]{2,})[\s.．…·‥⋯]*$/u

/** Does a line of print lead to a page number over dots? */
export function isDotted(line: string): boolean {
  return dotted.pattern.test(line)
}

/** The entry without its leader and page number, which are posted. */
export function withoutPage(text: Traced, context: Context): Traced {
  const whole = textOf(text)
  const at = (leader.exec(whole) ?? bareLeader.exec(whole))?.index
  if (at === undefined || at === 0) return text
  for (const span of spansOf(slice(text, at))) context.post({span, fate: 'chrome', rule: dotted.id})
  return slice(text, 0, at)
}
