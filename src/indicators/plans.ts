import type {Reading} from '../tree/reading.js'
import type {Indicator} from './schema.js'

/** A reading with its indicator tables typed: the value of the whole way from bytes. */
export interface Plans extends Reading {
  readonly indicators: readonly Indicator[]
}
