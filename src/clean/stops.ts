import type {Draft} from '../core/draft.js'
import {note} from '../core/note.js'
import {hull, type Span} from '../core/span.js'
import type {Context} from '../core/stage.js'
import {spansOf, textOf} from '../core/traced.js'
import {isHan} from '../zh/han.js'
import {lostStop, stopShare} from './stops.rules.js'

/** The draft as it is; paragraphs of prose that end without a stop are reported. Cells and boxes have none to lose. */
export function reportLostStops(draft: Draft, context: Context): Draft {
  const lost: (Span | null)[] = []
  let prose = 0
  for (const block of draft.blocks) {
    if (block.kind !== 'paragraph' || (block.hint.tabs ?? 0) > 0) continue
    const text = textOf(block.text)
    if (text.length < 40) continue
    prose++
    if (mayEndOpen(text) && lostStop.pattern.test(text)) lost.push(hull(spansOf(block.text)))
  }
  if (lost.length > 1 && lost.length > stopShare.value * prose)
    context.note(note('info', lostStop.id, `${lost.length} of ${prose} paragraphs end without a stop`))
  else
    for (const at of lost)
      context.note(note('info', lostStop.id, 'A paragraph ends without a stop', at && [at[1] - 1, at[1]]))
  return draft
}

/** Most paragraphs end with a stop: one character tells. */
const mayEndOpen = (text: string) => isHan(text.at(-1)) || text.endsWith('，') || text.endsWith('、')
