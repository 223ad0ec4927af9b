import {solidIn} from './units.js'
import {likeness} from '../zh/shingles.js'
import {markOf} from './marks.js'

/** Where paragraphs begin in text whose line ends are lost. */

const longestLead = 26

/** Does a sentence begin a paragraph: by its number, as an item, or as the lead of what follows? */
export function opensParagraph(text: string, before: string, next: string): boolean {
  if (before === '' || markOf(text) !== null || text.startsWith('——')) return true
  if (before.startsWith('——') && solidIn(before) <= longestLead) return false
  return isLead(text) && !isLead(before) && leads(text, before, next)
}

/** 健全多元投入机制。: a short whole sentence without a comma. */
function isLead(text: string): boolean {
  return text.endsWith('。') && solidIn(text) <= longestLead && !/[，、,：:；“”《》0-9]/u.test(text)
}

/** The sentences after a lead elaborate it: they share more of its words than those before it. */
function leads(text: string, before: string, next: string): boolean {
  return likeness(text, next) >= likeness(text, before)
}
