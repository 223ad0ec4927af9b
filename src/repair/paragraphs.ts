import {solidIn} from './units.js'
import {likeness} from '../zh/shingles.js'
import {markOf} from './marks.js'

/** Where paragraphs begin in text whose line ends are lost. */

const longestLead = 26

/** 表1：, 专栏3 */
const caption = /^(?:表|图|专栏)\s?[0-9一二三四五六七八九十]{1,3}[：: ]/u

/** A lead says what is to be done: it opens with a verb. 作用充分发挥。 is no lead. */
const leadVerb =
  /^(?:全面|积极|大力|加快|切实|充分|着力|扎实|深入|进一步|不断|持续|有序|稳步)?(?:加强|健全|完善|推进|深化|提升|提高|强化|优化|建立|构建|推动|培育|规范|扩大|增强|发挥|缩小|拓宽|拓展|巩固|开发|培养|实施|创新|保障|落实|统筹|支持|打造|促进|发展|改革|引导|开展|做好|坚持|严格|加大|营造)/u

/** Does a sentence begin a paragraph: by its number, as an item, or as the lead of what follows? */
export function opensParagraph(text: string, before: string, next: string): boolean {
  if (before === '' || markOf(text) !== null || text.startsWith('——') || caption.test(text)) return true
  if (before.startsWith('——') && solidIn(before) <= longestLead) return false
  return isLead(text) && !isLead(before) && leads(text, before, next)
}

/** 健全多元投入机制。: a short whole sentence without a comma. */
function isLead(text: string): boolean {
  return (
    text.endsWith('。') &&
    leadVerb.test(text) &&
    solidIn(text) <= longestLead &&
    !/[，、,：:；“”《》0-9]/u.test(text)
  )
}

/** The sentences after a lead elaborate it: they share more of its words than those before it. */
function leads(text: string, before: string, next: string): boolean {
  return likeness(text, next) >= likeness(text, before)
}
