import type {Note} from './note.js'
import type {Posting} from './ledger.js'
import type {Span} from './span.js'

/** Where a stage says what it did: it never writes anywhere else. */
export interface Context {
  post(posting: Posting): void
  note(note: Note): void
}

/** What a text-bearing value still holds of its raw text: the kept side of the books. */
export interface Books {
  readonly raw: string
  readonly kept: readonly Span[]
}

/** A pure step from one value to the next. */
export interface Stage<I, O> {
  /** The name of its folder. */
  readonly name: string
  /** Raised whenever the same input may give another output: it is part of the cache key. */
  readonly version: number
  run(input: I, context: Context): O | Promise<O>
  /** Given, the books are balanced after the stage. */
  readonly books?: (output: O) => Books
}

/** Stages in order, as a value: `pipeline('text').to(read).to(clean)`. A wrong order does not compile. */
export interface Pipeline<I, O> {
  readonly name: string
  readonly stages: readonly Stage<never, unknown>[]
  to<P>(stage: Stage<O, P>): Pipeline<I, P>
}

export function pipeline<I>(name: string): Pipeline<I, I> {
  return grow<I, I>(name, [])
}

function grow<I, O>(name: string, stages: readonly Stage<never, unknown>[]): Pipeline<I, O> {
  return Object.freeze({
    name,
    stages,
    to: <P>(stage: Stage<O, P>) => grow<I, P>(name, [...stages, stage as Stage<never, unknown>])
  })
}

/** The part of a cache key that says which code made a value. */
export function versionOf(pipeline: Pipeline<never, unknown>): string {
  return `${pipeline.name}:${pipeline.stages.map(s => `${s.name}@${s.version}`).join('>')}`
}
