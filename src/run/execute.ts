import {audit, type Posting} from '../core/ledger.js'
import {note, type Note} from '../core/note.js'
import type {Books, Context, Pipeline, Stage} from '../core/stage.js'

/** What a pipeline made of one input. `failed` names the stage that broke; `value` is then what the stage before it gave. */
export interface Outcome<O> {
  readonly value: O | null
  /** The last value there was, of whatever stage: all that is left to show where a stage broke. */
  readonly last: unknown
  readonly postings: readonly Posting[]
  readonly notes: readonly Note[]
  readonly failed: string | null
}

/** As many breaches of one stage as are reported one by one. */
const breachesShown = 20

/**
 * Runs the stages over one input.
 * 1. The books are balanced after every stage that has them and did anything: a loss is blamed on the stage that lost it.
 * 2. A stage that breaks ends the run over this input, not the program: its postings and notes are void, those before it hold.
 */
export async function execute<I, O>(pipeline: Pipeline<I, O>, input: I): Promise<Outcome<O>> {
  const postings: Posting[] = []
  const notes: Note[] = []
  const blamed = new Set<string>()
  let value: unknown = input
  for (const stage of pipeline.stages as readonly Stage<unknown, unknown>[]) {
    const posted: Posting[] = []
    const noted: Note[] = []
    const context: Context = {
      post: posting => void posted.push(posting),
      note: note => void noted.push(note)
    }
    try {
      const next = await stage.run(value, context)
      const touched = next !== value || posted.length > 0
      const books = touched ? stage.books?.(next) : undefined
      value = next
      for (const posting of posted) postings.push(posting)
      for (const note of noted) notes.push(note)
      if (books) notes.push(...breachesOf(stage.name, books, postings, blamed))
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      notes.push(note('error', 'run/stage-failed', `Stage \`${stage.name}\` broke: ${reason}`))
      return {value: null, last: value, postings, notes, failed: stage.name}
    }
  }
  return {value: value as O, last: value, postings, notes, failed: null}
}

/** The breaches of the books as error findings that name the stage; what an earlier stage was blamed for is said once. */
function breachesOf(
  stage: string,
  {raw, kept}: Books,
  postings: readonly Posting[],
  blamed: Set<string>
): Note[] {
  const breaches = audit(raw, kept, postings).filter(
    ({rule, span}) => blamed.size < blamed.add(`${rule} ${span.join(' ')}`).size
  )
  const notes = breaches.slice(0, breachesShown).map(({rule, span}) => {
    const [start, end] = span
    const words = raw.slice(start, Math.min(end, start + 40)).trim()
    return note('error', rule, `Books do not balance after \`${stage}\` at ${start}–${end}: ${words}`, span)
  })
  if (breaches.length > breachesShown)
    notes.push(
      note(
        'error',
        breaches[breachesShown]!.rule,
        `${breaches.length - breachesShown} more breaches after \`${stage}\``
      )
    )
  return notes
}
