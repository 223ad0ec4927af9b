import type {Source} from '../core/source.js'
import type {Span} from '../core/span.js'
import type {Books} from '../core/stage.js'
import type {Document} from './nodes.js'
import {traceOf} from './walk.js'

/** What segmenting makes of one source: it may hold several documents. */
export interface Reading {
  readonly source: Source
  readonly documents: readonly Document[]
}

/** The kept side of the books of a reading. */
export function booksOfReading({source, documents}: Reading): Books {
  const kept: Span[] = []
  for (const document of documents) for (const span of traceOf(document)) kept.push(span)
  return {raw: source.text, kept}
}
