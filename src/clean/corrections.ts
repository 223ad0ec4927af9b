import {createHash} from 'node:crypto'
import {z} from 'zod'
import {keptInDraft, textsOf, type Draft} from '../core/draft.js'
import {cut, rewrite} from '../core/edit.js'
import type {LetGo, Rewritten} from '../core/ledger.js'
import {note} from '../core/note.js'
import type {Span} from '../core/span.js'
import type {Context, Stage} from '../core/stage.js'

/** One judgement: where `find` stands just `expect` times, each is cut or replaced by `value`. */
export const correction = z.strictObject({
  find: z.string().min(1),
  expect: z.number().int().positive(),
  action: z.enum(['cut', 'replace']),
  value: z.string().optional(),
  because: z.string().min(10),
  reviewed: z.iso.date()
})

/** The judgements about one file, known by its bytes. */
export const corrections = z.strictObject({sha256: z.string().length(64), corrections: z.array(correction)})

export type Correction = z.infer<typeof correction>
export type Corrections = z.infer<typeof corrections>

/** The stage that applies reviewed corrections. Its version is a digest of them: other judgements, other cache. */
export function correct(all: readonly Corrections[]): Stage<Draft, Draft> {
  const bySource = new Map(all.map(each => [each.sha256, each.corrections]))
  return {
    name: 'corrections',
    version: parseInt(createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 8), 16),
    run: (draft, context) =>
      (bySource.get(draft.source.sha256) ?? []).reduce((d, one) => applyOne(d, one, context), draft),
    books: draft => ({raw: draft.source.text, kept: keptInDraft(draft)})
  }
}

function applyOne(draft: Draft, one: Correction, context: Context): Draft {
  const spans: Span[] = []
  for (const text of textsOf(draft.blocks))
    for (const {text: verbatim, raw} of text)
      if (verbatim.length === raw[1] - raw[0])
        for (const at of occurrences(verbatim, one.find))
          spans.push([raw[0] + at, raw[0] + at + one.find.length])
  if (spans.length !== one.expect) {
    context.note(
      note(
        'error',
        'corrections/stale',
        `${one.find} stands ${spans.length} times, expected ${one.expect}; look at the correction again`
      )
    )
    return draft
  }
  if (one.action === 'cut') {
    const postings = spans.map((span): LetGo => ({span, fate: 'artifact', rule: 'corrections/cut'}))
    for (const posting of postings) context.post(posting)
    return cut(draft, postings)
  }
  const edits = spans.map((span): Rewritten => ({
    span,
    fate: 'kept',
    rule: 'corrections/replace',
    text: one.value ?? ''
  }))
  for (const edit of edits) context.post(edit)
  return rewrite(draft, edits)
}

function occurrences(text: string, find: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(find); at >= 0; at = text.indexOf(find, at + find.length)) found.push(at)
  return found
}
