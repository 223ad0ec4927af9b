import {pipeline, type Stage} from '../src/core/stage.js'
import type {RawFile} from '../src/core/source.js'
import type {Plans} from '../src/indicators/plans.js'
import type {Reading} from '../src/tree/reading.js'
import {clean} from '../src/clean/index.js'
import {correct, corrections} from '../src/clean/corrections.js'
import {read} from '../src/read/index.js'
import {repair} from '../src/repair/index.js'
import {segment} from '../src/segment/index.js'
import {tables} from '../src/tables/index.js'
import {reviewed} from './data.js'

/** Nothing is measured: a reading goes out as it is. */
const unmeasured: Stage<Reading, Plans> = {
  name: 'unmeasured',
  version: 1,
  run: reading => ({...reading, indicators: [], commitments: []})
}

/** Clean texts and their structure alone. */
export const text = pipeline<RawFile>('text')
  .to(read)
  .to(correct(reviewed('corrections').map(each => corrections.parse(each))))
  .to(clean)
  .to(repair)
  .to(segment)
  .to(tables)
  .to(unmeasured)
