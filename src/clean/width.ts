import {textsOf, type Draft} from '../core/draft.js'
import {rewrite} from '../core/edit.js'
import type {Rewritten} from '../core/ledger.js'
import type {Context} from '../core/stage.js'
import {widths} from './width.rules.js'

/** Without one of these there is nothing to settle: most Chinese text has none. */
const suspect = /[,;:?!○OoΟ]|[一二三四五六七八九〇]0/u

/** The draft with marks and noughts in their right width, where that is sure. Each is an edit in the ledger. */
export function settleWidth(draft: Draft, context: Context): Draft {
  const edits: Rewritten[] = []
  for (const text of textsOf(draft.blocks))
    for (const piece of text) {
      if (!suspect.test(piece.text)) continue
      if (piece.text.length !== piece.raw[1] - piece.raw[0]) continue
      for (const rule of widths)
        for (const match of piece.text.matchAll(rule.pattern)) {
          const start = piece.raw[0] + match.index
          edits.push({
            span: [start, start + match[0].length],
            fate: 'kept',
            rule: rule.id,
            text: rule.to(match[0])
          })
        }
    }
  for (const edit of edits) context.post(edit)
  return rewrite(draft, edits)
}
