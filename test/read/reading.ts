import {textsOf, keptInDraft, type Block, type Draft} from '../../src/core/draft.js'
import {audit, type Imbalance, type Posting} from '../../src/core/ledger.js'
import type {Note} from '../../src/core/note.js'
import type {Source} from '../../src/core/source.js'
import type {Context} from '../../src/core/stage.js'
import {textOf} from '../../src/core/traced.js'

/** A draft with what was said about it. */
export interface Result {
  readonly draft: Draft
  readonly postings: readonly Posting[]
  readonly notes: readonly Note[]
  readonly breaches: readonly Imbalance[]
}

export function sourceOf(text: string, mediaType = 'text/html'): Source {
  return {
    id: 'specimen',
    path: 'specimen',
    entry: null,
    sha256: '',
    bytes: text.length,
    mediaType,
    encoding: 'utf-8',
    decision: null,
    text,
    status: 'ok',
    meta: {},
    locators: []
  }
}

/** Runs a reader or a pass over it and balances the books. */
export async function reading<T>(
  raw: string,
  input: T,
  step: (input: T, context: Context) => Draft | Promise<Draft>,
  before: readonly Posting[] = []
): Promise<Result> {
  const postings: Posting[] = [...before]
  const notes: Note[] = []
  const draft = await step(input, {post: p => void postings.push(p), note: n => void notes.push(n)})
  return {draft, postings, notes, breaches: audit(raw, keptInDraft(draft), postings)}
}

/** A block a line; cells of a row between bars, paragraphs of a cell between slashes, spans in braces, frames indented. */
export function sketch(blocks: readonly Block[], indent = ''): string[] {
  return blocks.flatMap(block => {
    if (block.kind === 'paragraph') return [indent + textOf(block.text)]
    if (block.kind === 'frame') return [`${indent}[`, ...sketch(block.blocks, `${indent}  `), `${indent}]`]
    return block.rows.map(
      row =>
        indent +
        row
          .map(cell => {
            const spans = cell.rowSpan > 1 || cell.colSpan > 1 ? `{${cell.rowSpan}x${cell.colSpan}}` : ''
            return `| ${cell.blocks.map(textOf).join(' / ')}${spans} `
          })
          .join('') +
        '|'
    )
  })
}

/** What a posting let go, by rule. */
export function letGo(raw: string, postings: readonly Posting[], rule: string): string[] {
  return postings.filter(p => p.rule === rule).map(p => raw.slice(...p.span).trim())
}

/** All text that is kept. */
export const keptText = (draft: Draft) => [...textsOf(draft.blocks)].map(textOf).join('')
