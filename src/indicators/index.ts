import type {Stage} from '../core/stage.js'
import type {Node} from '../tree/nodes.js'
import {booksOfReading, type Reading} from '../tree/reading.js'
import {tablesOf} from '../tree/walk.js'
import {checkDocument} from './checks/index.js'
import {claimsOfDocument, commitmentsOf} from './commitments.js'
import type {Plans} from './plans.js'
import {readTable} from './rows.js'
import type {Commitment, Indicator} from './schema.js'

/**
 * Reads what the documents measure and promise.
 * 1. Every table that is a table of indicators by its headers becomes typed rows; no other table does.
 * 2. Numbers that running text promises become commitments, each with subject, bound, unit and year.
 * 3. No text is moved, cut or changed: the documents go through as they are.
 * 4. Every value keeps its raw text; what is not understood is null with the raw text beside it.
 * 5. What a document says against itself is noted with both places, never put right.
 */
export const indicators: Stage<Reading, Plans> = {
  name: 'indicators',
  version: 4,
  books: booksOfReading,
  run({source, documents}, context) {
    const rows: Indicator[] = []
    const commitments: Commitment[] = []
    for (const document of documents) {
      const own: Indicator[] = []
      const read = new Set<Node>()
      for (const {table, parent} of tablesOf(document)) {
        // what a box is called says what its table holds
        const title = table.title ?? (parent.type === 'box' && parent.title !== '' ? parent.title : null)
        const found = readTable({...table, title}, document.meta)
        if (found.rows.length > 0) read.add(table)
        own.push(...found.rows)
        for (const each of found.notes) context.note({...each, document: document.meta.ordinal})
      }
      const claims = claimsOfDocument(document, read)
      for (const found of checkDocument(document, own, claims)) context.note(found)
      rows.push(...own)
      commitments.push(...commitmentsOf(claims, document.meta))
    }
    return {source, documents, indicators: rows, commitments}
  }
}
