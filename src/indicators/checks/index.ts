import type {Note} from '../../core/note.js'
import type {Document} from '../../tree/nodes.js'
import {select} from '../../tree/walk.js'
import type {Placed} from '../commitments.js'
import type {Indicator} from '../schema.js'
import {growthNotes} from './growth.js'
import {pairNotes} from './pairs.js'
import {rowNotes} from './rows.js'
import {textNotes} from './text.js'

/** Everything a document says against itself. Nothing is put right: both places are named and a reader decides. */
export function checkDocument(
  document: Document,
  rows: readonly Indicator[],
  claims: readonly Placed[]
): Note[] {
  return [
    ...growthNotes(rows),
    ...rowNotes(rows),
    ...pairNotes(rows, claims, document.meta),
    ...select(document, 'paragraph').flatMap(textNotes)
  ].map(found => ({...found, document: document.meta.ordinal}))
}
