import {clean} from '../src/clean/index.js'
import {correct, corrections} from '../src/clean/corrections.js'
import type {RawFile} from '../src/core/source.js'
import {pipeline, type Pipeline} from '../src/core/stage.js'
import {read} from '../src/read/index.js'
import {repair} from '../src/repair/index.js'
import {segment} from '../src/segment/index.js'
import {tables} from '../src/tables/index.js'
import type {Reading} from '../src/tree/reading.js'
import {reviewed} from './data.js'

/** The way that every pipeline of one file begins: bytes to documents with their tables in shape. */
export const reading = (name: string): Pipeline<RawFile, Reading> =>
  pipeline<RawFile>(name)
    .to(read)
    .to(correct(reviewed('corrections').map(each => corrections.parse(each))))
    .to(clean)
    .to(repair)
    .to(segment)
    .to(tables)
