import {textsOf, type Draft} from '../core/draft.js'
import {rewrite} from '../core/edit.js'
import type {Rewritten} from '../core/ledger.js'
import type {Context} from '../core/stage.js'
import {textOf, type Traced} from '../core/traced.js'
import {widths} from './width.rules.js'

/** Without one of these there is nothing to settle: most Chinese text has none. */
const suspect = /[,;:?!○OoΟ]|[一二三四五六七八九〇]0/u

/** The draft with marks and noughts in their right width, where that is sure. Each is an edit in the ledger. */
export function settleWidth(draft: Draft, context: Context): Draft {
  const edits = [...textsOf(draft.blocks)].flatMap(editsIn)
  for (const edit of edits) context.post(edit)
  return rewrite(draft, edits)
}

/** Every mark and nought of a text that is put right; what stands around it may have been another line. */
function editsIn(text: Traced): Rewritten[] {
  const words = textOf(text)
  if (!suspect.test(words)) return []
  return widths.flatMap(rule => {
    let piece = 0
    let start = 0
    return [...words.matchAll(rule.pattern)].flatMap(({index, 0: found}): Rewritten[] => {
      while (index >= start + text[piece]!.text.length) start += text[piece++]!.text.length
      const {text: own, raw} = text[piece]!
      if (own.length !== raw[1] - raw[0]) return []
      const at = raw[0] + index - start
      return [{span: [at, at + found.length], fate: 'kept', rule: rule.id, text: rule.to(found)}]
    })
  })
}
