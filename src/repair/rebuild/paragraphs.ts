import {endsWell} from '../../zh/sentences.js'
import {likeness} from '../../zh/shingles.js'
import {caption, markOf} from '../marks.js'
import {numbersIn} from '../streams/numbering.js'
import {solidIn} from '../units/units.js'

/** Where paragraphs begin in text whose line ends are lost. */

const longestLead = 26

/** A whole sentence without another mark, or a number. */
const plain = /^[^，、,：:；“”《》0-9]+。$/u

/** A lead says what is to be done: it opens with a verb. 作用充分发挥。 is no lead. */
const leadVerb =
  /^(?:全面|积极|大力|加快|切实|充分|着力|扎实|深入|进一步|不断|持续|有序|稳步)?(?:加强|健全|完善|推进|深化|提升|提高|强化|优化|建立|构建|推动|培育|规范|扩大|增强|发挥|缩小|拓宽|拓展|巩固|开发|培养|实施|创新|保障|落实|统筹|支持|打造|促进|发展|改革|引导|开展|做好|坚持|严格|加大|营造)/u

/** What has become of something: 综合实力迈上新台阶。 says it in few words, and longer sentences tell how. */
const longestChange = 16
const change = /新|更加|更为|显著|明显|不断|持续|稳步|大幅|进一步|有效|有力|有序|全面|突破/u
const muchLonger = 1.5

/** Does a sentence begin a paragraph: by its number, as an item, or as the lead of what follows? */
export function opensParagraph(text: string, before: string, next: string): boolean {
  if (before === '' || markOf(text) !== null || text.startsWith('——') || caption.test(text)) return true
  if (before.startsWith('——') && solidIn(before) <= longestLead) return false
  return saysChange(text, before, next) || (isLead(text) && !isLead(before) && leads(text, before, next))
}

/** A short sentence about a change, between longer ones; no item of a list. */
function saysChange(text: string, before: string, next: string): boolean {
  const size = solidIn(text)
  return (
    size <= longestChange &&
    plain.test(text) &&
    change.test(text) &&
    !leadVerb.test(text) &&
    !isItem(text) &&
    endsWell(before) &&
    solidIn(before) > size &&
    solidIn(next) > muchLonger * size &&
    !isItem(next)
  )
}

/** ——, 一是, 1. */
function isItem(text: string): boolean {
  return text.startsWith('——') || numbersIn(text).opening !== null
}

/** 健全多元投入机制。 */
function isLead(text: string): boolean {
  return plain.test(text) && leadVerb.test(text) && solidIn(text) <= longestLead
}

/** The sentences after a lead elaborate it: they share more of its words than those before it. */
function leads(text: string, before: string, next: string): boolean {
  return likeness(text, next) >= likeness(text, before)
}
