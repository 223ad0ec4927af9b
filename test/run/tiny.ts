import {pipeline, type Stage} from '../../src/core/stage.js'
import type {RawFile, Source} from '../../src/core/source.js'
import {trace} from '../../src/core/traced.js'
import type {Plans} from '../../src/indicators/plans.js'
import {paragraphNode} from '../../src/tree/walk.js'
import {booksOfReading} from '../../src/tree/reading.js'
import {sourceId} from '../../src/read/index.js'
import {createHash} from 'node:crypto'

/** A stage of one thought: a paragraph for each line. A line of tildes makes it break. */
export const lines: Stage<RawFile, Plans> = {
  name: 'lines',
  version: 1,
  run(file, context) {
    const text = new TextDecoder().decode(file.bytes)
    if (text.includes('~~~')) throw new Error('tildes')
    const source: Source = {
      id: sourceId(file),
      path: file.path,
      entry: file.entry ?? null,
      sha256: createHash('sha256').update(file.bytes).digest('hex'),
      bytes: file.bytes.length,
      mediaType: 'text/plain',
      encoding: 'utf-8',
      decision: null,
      text,
      status: 'ok',
      meta: {},
      locators: []
    }
    const children = [...text.matchAll(/[^\n]+/g)]
      .filter(match => match[0].trim() !== '' && !match[0].startsWith('打印'))
      .map(match => paragraphNode(trace(text, match.index, match.index + match[0].length)))
    for (const match of text.matchAll(/^打印.*$/gm))
      context.post({span: [match.index, match.index + match[0].length], fate: 'chrome', rule: 'tiny/print'})
    const meta = {
      id: `${source.id}-1`,
      source: source.id,
      ordinal: 1,
      title: '',
      docNumber: null,
      issuer: null,
      region: null,
      planPeriod: null,
      signedOn: null,
      publishedOn: null,
      inferred: []
    }
    return {
      source,
      documents: children.length === 0 ? [] : [{type: 'document', meta, children}],
      indicators: [],
      commitments: []
    }
  },
  books: booksOfReading
}

export const tiny = pipeline<RawFile>('tiny').to(lines)
export const workshop = {pipeline: tiny, unpack: (file: RawFile) => [file]}
