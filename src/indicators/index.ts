import {note} from '../core/note.js'
import {hull} from '../core/span.js'
import type {Stage} from '../core/stage.js'
import {booksOfReading, type Reading} from '../tree/reading.js'
import {tablesOf} from '../tree/walk.js'
import type {Plans} from './plans.js'
import {indicatorsOf} from './rows.js'
import type {Commitment, Indicator} from './schema.js'

/**
 * Reads what the documents measure.
 * 1. Every table that is a table of indicators by its headers becomes typed rows; no other table does.
 * 2. No text is moved, cut or changed: the documents go through as they are.
 * 3. Every value keeps its raw text; what is not understood is null with the raw text beside it.
 */
export const indicators: Stage<Reading, Plans> = {
  name: 'indicators',
  version: 1,
  books: booksOfReading,
  run({source, documents}, context) {
    const rows: Indicator[] = []
    const commitments: Commitment[] = []
    for (const document of documents) {
      for (const {table} of tablesOf(document)) {
        for (const row of indicatorsOf(table, document.meta)) {
          rows.push(row)
          for (const value of row.values)
            if (value.unit !== null && value.measure.code === null)
              context.note({
                ...note(
                  'info',
                  'indicators/unknown-unit',
                  `${row.name}: ${value.measure.reason}`,
                  hull(value.trace)
                ),
                document: document.meta.ordinal
              })
        }
      }
    }
    return {source, documents, indicators: rows, commitments}
  }
}
