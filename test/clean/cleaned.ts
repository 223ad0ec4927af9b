import {expect} from 'vitest'
import {clean} from '../../src/clean/index.js'
import {draftText, keptInDraft, textsOf, type Draft} from '../../src/core/draft.js'
import {audit, type Posting} from '../../src/core/ledger.js'
import type {Note} from '../../src/core/note.js'
import type {Context} from '../../src/core/stage.js'
import {textOf} from '../../src/core/traced.js'
import {readPlain} from '../../src/read/plain.js'
import {sourceOf} from '../read/reading.js'

export interface Cleaned {
  readonly draft: Draft
  readonly lines: readonly string[]
  readonly postings: readonly Posting[]
  readonly notes: readonly Note[]
}

/** Cleans a plain text; the books must balance and a second time must change nothing. */
export async function cleaned(text: string): Promise<Cleaned> {
  const postings: Posting[] = []
  const notes: Note[] = []
  const context: Context = {post: posting => postings.push(posting), note: n => notes.push(n)}
  const draft = await clean.run(readPlain(sourceOf(text, 'text/plain')), context)
  expect(audit(text, keptInDraft(draft), postings)).toEqual([])
  const again: Posting[] = []
  const second = await clean.run(draft, {post: posting => again.push(posting), note: () => {}})
  expect(draftText(second)).toBe(draftText(draft))
  expect(again).toEqual([])
  const lines = [...textsOf(draft.blocks)].map(textOf).filter(line => line !== '')
  return {draft, lines, postings, notes}
}
