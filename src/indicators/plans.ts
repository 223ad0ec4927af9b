import type {Reading} from '../tree/reading.js'
import type {Commitment, Indicator} from './schema.js'

/** A reading with its indicator tables typed and its promises in prose found: the value of the whole way from bytes. */
export interface Plans extends Reading {
  readonly indicators: readonly Indicator[]
  /** Absent where nobody looked for them: a source that could not be read. */
  readonly commitments?: readonly Commitment[]
}
