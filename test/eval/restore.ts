import {clean} from '../../src/clean/index.js'
import type {Draft} from '../../src/core/draft.js'
import {keptInDraft} from '../../src/core/draft.js'
import {audit, type Posting} from '../../src/core/ledger.js'
import type {Note} from '../../src/core/note.js'
import type {Context, Stage} from '../../src/core/stage.js'
import {textOf} from '../../src/core/traced.js'
import {readPlain} from '../../src/read/plain.js'
import {repair} from '../../src/repair/index.js'
import {sameAs} from '../../src/repair/units/units.js'
import type {Sound} from './sources.js'
import {sentences} from '../../src/zh/sentences.js'
import {sourceOf as specimenOf} from '../read/reading.js'

/** A plain text and nothing else. */
export const sourceOf = (text: string) => specimenOf(text, 'text/plain')

export interface Repaired {
  readonly before: Draft
  readonly after: Draft
  readonly postings: readonly Posting[]
  readonly notes: readonly Note[]
  readonly breaches: number
}

/** What repair makes of a plain text, and whether its books balance. */
export const repaired = (text: string): Repaired => through([repair], text)

/** The same of a text that is cleaned first, as its lines are no paragraphs. */
export const cleanedAndRepaired = (text: string): Repaired => through([clean, repair], text)

/** The paragraphs of a sound text, cleaned and repaired: what comes back where its layout was damaged. */
export const soundLines = ({paragraphs}: Sound): string[] =>
  linesOf(cleanedAndRepaired(paragraphs.join('\n')).after)

function through(stages: readonly Stage<Draft, Draft>[], text: string): Repaired {
  const before = readPlain(sourceOf(text))
  const postings: Posting[] = []
  const notes: Note[] = []
  const context: Context = {post: p => postings.push(p), note: n => notes.push(n)}
  const after = stages.reduce((draft, stage) => stage.run(draft, context) as Draft, before)
  return {before, after, postings, notes, breaches: audit(text, keptInDraft(after), postings).length}
}

/** Lines of a draft, as text. */
export function linesOf(draft: Draft): string[] {
  return draft.blocks.flatMap(block =>
    block.kind === 'paragraph' && block.text.length > 0 ? [textOf(block.text)] : []
  )
}

/** Sentences of a draft in reading order, headings that were put back left out. */
export function sentencesOf(draft: Draft): string[] {
  const text = draft.blocks
    .flatMap(block =>
      block.kind === 'paragraph' && block.hint.style !== 'inferred-heading' ? [textOf(block.text)] : []
    )
    .join('')
  return sentences(text).map(sameAs)
}
