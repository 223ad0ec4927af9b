import {clean} from '../../src/clean/index.js'
import {keptInDraft} from '../../src/core/draft.js'
import {audit, type Posting} from '../../src/core/ledger.js'
import type {Note} from '../../src/core/note.js'
import type {Context} from '../../src/core/stage.js'
import {readPlain} from '../../src/read/plain.js'
import {segment} from '../../src/segment/index.js'
import {tables} from '../../src/tables/index.js'
import type {Box, Document, Node, Section, Table} from '../../src/tree/nodes.js'
import {booksOfReading} from '../../src/tree/reading.js'
import {childrenOf, select, toText} from '../../src/tree/walk.js'
import {sourceOf} from '../read/reading.js'

/** What became of a text, its books balanced. */
export interface Segmented {
  readonly documents: readonly Document[]
  readonly notes: readonly Note[]
}

/** Reads, cleans and segments a text as plain text; throws where the books do not balance. */
export async function segmented(text: string): Promise<Segmented> {
  const postings: Posting[] = []
  const notes: Note[] = []
  const context: Context = {post: posting => postings.push(posting), note: each => notes.push(each)}
  const draft = await clean.run(readPlain(sourceOf(text, 'text/plain')), context)
  const breaches = audit(text, keptInDraft(draft), postings)
  const reading = await tables.run(await segment.run(draft, context), context)
  const books = booksOfReading(reading)
  breaches.push(...audit(books.raw, books.kept, postings))
  if (breaches.length > 0) throw new Error(`unbalanced: ${JSON.stringify(breaches)}`)
  return {documents: reading.documents, notes}
}

/** The one document of a text. */
export async function documentOf(text: string): Promise<Document> {
  const {documents} = await segmented(text)
  if (documents.length !== 1) throw new Error(`expected one document, found ${documents.length}`)
  return documents[0]!
}

/** Rules of the findings about a text. */
export async function findings(text: string): Promise<string[]> {
  return (await segmented(text)).notes.map(note => note.rule)
}

/** Headings, indented by depth: `第一章 总则`, run-in ones with a trailing …, boxes in 【】, tables as rows × columns. */
export function outline(document: Document): string[] {
  const lines: string[] = []
  const visit = (node: Node, depth: number) => {
    for (const child of childrenOf(node)) {
      const pad = '  '.repeat(depth)
      if (child.type === 'section') lines.push(pad + headed(child))
      else if (child.type === 'box') lines.push(`${pad}【${named(child)}】`)
      else if (child.type === 'table') lines.push(pad + sized(child))
      else if (child.type === 'list') lines.push(`${pad}list of ${child.children.length}`)
      if (child.type === 'section' || child.type === 'box') visit(child, depth + 1)
    }
  }
  visit(document, 0)
  return lines
}

const headed = ({label, title, runIn}: Section) =>
  `${[label, title].filter(part => part).join(' ')}${runIn ? '…' : ''}`
const named = ({label, title}: Box) => [label, title].filter(part => part).join(' ')
const sized = (table: Table) => `table of ${table.children.length} rows`

/** The cells of a table, a row a line: header cells starred, spans as →2 and ↓2. */
export function cellsOf(table: Table): string[] {
  return table.children.map(row =>
    row.children
      .map(
        cell =>
          (cell.header ? '*' : '') +
          toText(cell) +
          (cell.colSpan > 1 ? `→${cell.colSpan}` : '') +
          (cell.rowSpan > 1 ? `↓${cell.rowSpan}` : '')
      )
      .join(' | ')
  )
}

/** The tables of a text. */
export async function tablesOf(text: string): Promise<Table[]> {
  return (await segmented(text)).documents.flatMap(document => select(document, 'table'))
}

/** How many headings of each rank a document has, inside and outside boxes. */
export function ranksOf(document: Document): Record<string, number> {
  const count: Record<string, number> = {}
  for (const {rank} of select(document, 'section')) count[rank] = (count[rank] ?? 0) + 1
  return count
}
