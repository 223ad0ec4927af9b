import {indicators} from '../src/indicators/index.js'
import {reading} from './reading.js'

/** Everything: bytes to documents, tables, indicators and commitments. */
export const corpus = reading('corpus').to(indicators)
