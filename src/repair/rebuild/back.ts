import type {ParagraphBlock} from '../../core/draft.js'
import {note} from '../../core/note.js'
import type {Span} from '../../core/span.js'
import type {Context} from '../../core/stage.js'
import type {Entry} from '../contents/contents.js'
import {emptyEntry, headingBack} from '../repair.rules.js'
import {putBack, type Body, type PutBack} from './headings.js'
import {subjectsOf} from './subjects.js'

/** A heading that was put back, at so many characters of the raw text. */
export function inferred({name}: Entry, at: number): ParagraphBlock {
  return {kind: 'paragraph', text: [{text: name, raw: [at, at]}], hint: {style: 'inferred-heading'}}
}

/** What a text shows of where its headings may stand. */
export type Shown = Omit<Body, 'about' | 'shift'>

/** The headings that only the contents page still names, by the sentence they stand before; says of each where that is. */
export function backIn(
  entries: readonly Entry[],
  body: Shown,
  spanOf: (t: number) => Span | null,
  context: Context
): Map<number, PutBack[]> {
  const out = new Map<number, PutBack[]>()
  // what nothing was lost of need not be looked for
  if (new Set(body.heads.flat()).size === entries.length) return out
  for (const put of putBack(entries, {...body, ...subjectsOf(body.texts, entries)})) {
    const {entry, before, doubtful} = put
    if (before === null) {
      context.note(note('warning', emptyEntry.id, `${entry.name} has no text`, null))
      continue
    }
    const list = out.get(before)
    if (list) list.push(put)
    else out.set(before, [put])
    const reason = doubtful ? 'over one sentence that may not be its own' : 'from the contents page'
    context.note(
      note(
        doubtful ? 'warning' : 'info',
        headingBack.id,
        `${entry.name} is put back ${reason}`,
        spanOf(before)
      )
    )
  }
  return out
}
