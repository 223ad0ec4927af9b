import {unified} from 'unified'
import type {Node as UnistNode} from 'unist'
import {VFile} from 'vfile'
import {note} from '../core/note.js'
import type {Span} from '../core/span.js'
import type {Context, Stage} from '../core/stage.js'
import {booksOfReading, type Reading} from '../tree/reading.js'
import {spanGroups} from './groups.js'
import {markHeaders} from './headers.js'

const passes = unified().use(spanGroups).use(markHeaders).freeze()

/**
 * Tables get their shape: every cell knows how far it reaches and which rows are headers.
 * 1. No text is moved between cells. 2. A table that is square already stays as it is.
 */
export const tables: Stage<Reading, Reading> = {
  name: 'tables',
  version: 3,
  run: shapeTables,
  books: booksOfReading
}

function shapeTables(reading: Reading, context: Context): Reading {
  for (const document of reading.documents) {
    const file = new VFile()
    passes.runSync(document as UnistNode, file)
    for (const message of file.messages) {
      const [start, end] = (message.actual ?? '').split('-').map(Number)
      const at: Span | null = end === undefined ? null : [start!, end]
      const severity = message.fatal ? 'error' : 'warning'
      context.note({
        ...note(severity, `${message.source}/${message.ruleId}`, message.reason, at),
        document: document.meta.ordinal
      })
    }
  }
  return reading
}
