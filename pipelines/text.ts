import type {Stage} from '../src/core/stage.js'
import type {Plans} from '../src/indicators/plans.js'
import type {Reading} from '../src/tree/reading.js'
import {reading} from './reading.js'

/** Nothing is measured: a reading goes out as it is. */
const unmeasured: Stage<Reading, Plans> = {
  name: 'unmeasured',
  version: 1,
  run: reading => ({...reading, indicators: [], commitments: []})
}

/** Clean texts and their structure alone. */
export const text = reading('text').to(unmeasured)
