import {pipeline} from '../src/core/stage.js'
import type {RawFile} from '../src/core/source.js'
import {clean} from '../src/clean/index.js'
import {correct, corrections} from '../src/clean/corrections.js'
import {indicators} from '../src/indicators/index.js'
import {read} from '../src/read/index.js'
import {repair} from '../src/repair/index.js'
import {segment} from '../src/segment/index.js'
import {tables} from '../src/tables/index.js'
import {reviewed} from './data.js'

/** Everything: bytes to documents, tables, indicators and commitments. */
export const corpus = pipeline<RawFile>('corpus')
  .to(read)
  .to(correct(reviewed('corrections').map(each => corrections.parse(each))))
  .to(clean)
  .to(repair)
  .to(segment)
  .to(tables)
  .to(indicators)
