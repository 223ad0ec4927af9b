/** The raw text of a file of parts or pages while it is read: what is added last stands last, and each stretch knows its place. */
import type {Locator, Place} from '../core/source.js'
import type {Span} from '../core/span.js'

export interface Transcript {
  /** Where the next character will stand. */
  readonly at: () => number
  /** Adds characters that lie together in the file; without a place they belong to the stretch before (a line end). */
  readonly add: (text: string, place?: Place) => Span
  readonly text: () => string
  readonly locators: () => readonly Locator[]
}

export function transcript(): Transcript {
  const parts: string[] = []
  const locators: Locator[] = []
  let length = 0
  return {
    at: () => length,
    add(text, place) {
      const span: Span = [length, length + text.length]
      parts.push(text)
      length = span[1]
      if (place && text !== '') locators.push({span, place})
      return span
    },
    text: () => parts.join(''),
    locators: () => locators
  }
}
