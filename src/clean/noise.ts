import {textsOf, type Draft} from '../core/draft.js'
import {cut} from '../core/edit.js'
import type {LetGo} from '../core/ledger.js'
import type {Context} from '../core/stage.js'
import {noise} from './noise.rules.js'

/** The draft without what programs left in its text: bookmarks, field codes, invisible characters. */
export function dropNoise(draft: Draft, context: Context): Draft {
  const present = noise.filter(rule => draft.source.text.search(rule.pattern) >= 0)
  if (present.length === 0) return draft
  const found: LetGo[] = []
  for (const text of textsOf(draft.blocks))
    for (const piece of text) {
      if (piece.text.length !== piece.raw[1] - piece.raw[0]) continue
      for (const rule of present)
        for (const match of piece.text.matchAll(rule.pattern)) {
          const start = piece.raw[0] + match.index
          found.push({span: [start, start + match[0].length], fate: 'artifact', rule: rule.id})
        }
    }
  const apart = withoutOverlaps(found)
  for (const posting of apart) context.post(posting)
  return cut(draft, apart)
}

function withoutOverlaps(found: readonly LetGo[]): LetGo[] {
  const apart: LetGo[] = []
  for (const posting of [...found].sort((a, b) => a.span[0] - b.span[0]))
    if (posting.span[0] >= (apart.at(-1)?.span[1] ?? 0)) apart.push(posting)
  return apart
}
