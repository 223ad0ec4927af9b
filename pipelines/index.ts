import type {RawFile} from '../src/core/source.js'
import type {Pipeline} from '../src/core/stage.js'
import type {Plans} from '../src/indicators/plans.js'
import {corpus} from './corpus.js'
import {text} from './text.js'

/** Every pipeline by its name: the one list that the command line and the workers read. */
export const pipelines: Readonly<Record<string, Pipeline<RawFile, Plans>>> = {corpus, text}
