import {
  contentsIn,
  finestSure,
  headingsAtStart,
  labelsIn,
  matchEnd,
  type Entry,
  type Head
} from '../contents/contents.js'
import {caption, markOf} from '../marks.js'

/** A sentence names a chapter so: 详见第三章, 按照《第二章…》, 第四章…的要求. */
const namedAfter = /[见照按据在和与及、至到《“‘（(]$/u
const namedBefore = /^[的”’》）)和与及、]/u

/** The headings of the contents page that open a sentence, or the text behind a line without a stop that is glued to it. */
export function headingsIn(text: string, entries: readonly Entry[]): Head[] {
  const at = headingBehind(text, entries)
  if (at > 0 && contentsIn(text) !== null) return []
  const heads = headingsAtStart(text.slice(at), entries)
  // a piece of a contents page: in the body text stands between headings of one level
  if (at > 0 && heads.some(({entry}, i) => i > 0 && entry.level <= heads[i - 1]!.entry.level)) return []
  return heads.map(head => ({...head, from: at + head.from, to: at + head.to}))
}

/**
 * Where a heading of the contents page begins behind a line that has no stop: a caption, a date, a line of a table. 0 where none does.
 * 编, 章 and 节 are headings behind any such line, finer numbers behind captions.
 */
function headingBehind(text: string, entries: readonly Entry[]): number {
  if (entries.length === 0 || markOf(text) !== null) return 0
  const finest = caption.test(text) ? Infinity : finestSure
  const found = labelsIn(text).find(({at, level}) => {
    if (at === 0 || level > finest || namedAfter.test(text.slice(0, at))) return false
    const end = Math.max(...entries.map(({name}) => matchEnd(text, at, name)))
    return end > 0 && !namedBefore.test(text.slice(end))
  })
  return found?.at ?? 0
}
