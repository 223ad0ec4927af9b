import type {Draft} from '../core/draft.js'
import type {Source} from '../core/source.js'
import type {Context, Stage} from '../core/stage.js'
import type {Contents, Document, Flow, Paragraph} from '../tree/nodes.js'
import {booksOfReading, type Reading} from '../tree/reading.js'
import {paragraphNode, select, textNode} from '../tree/walk.js'
import {markDamagedArticles} from './articles.js'
import {buildFlow, type Site} from './build.js'
import {gatherCells} from './cells.js'
import {gatherColumns} from './columns.js'
import {compareContents, splitContents} from './contents.js'
import {markDecimals} from './decimals.js'
import {splitDocuments, type Part} from './documents.js'
import {gatherFlattened} from './flattened.js'
import {gatherGapped} from './gapped.js'
import {readLines, type Line} from './lines.js'
import {noticeTitleOf, readMeta} from './meta.js'
import {dateLine, issuerLine} from './notices.rules.js'
import {checkNumbering} from './numbering.js'
import {gatherPrinted} from './printed.js'
import {joinTorn} from './torn.js'

/**
 * Draft → the documents of a source as trees.
 * 1. Any draft gives documents; a draft without text gives none.
 * 2. Every piece of the draft is a text leaf, whole or cut in two at the end of a heading; nothing is added.
 */
export const segment: Stage<Draft, Reading> = {
  name: 'segment',
  version: 4,
  run: segmentDraft,
  books: booksOfReading
}

function segmentDraft({source, blocks}: Draft, context: Context): Reading {
  const gathered = [gatherColumns, gatherGapped, gatherPrinted, gatherCells, gatherFlattened].reduce(
    (all, gather) => gather(all, context),
    blocks
  )
  const lines = readLines(gathered)
  const parts = splitDocuments(lines)
  return {source, documents: parts.map((part, i) => documentNode(part, source, i + 1, context))}
}

function documentNode(part: Part, source: Source, ordinal: number, context: Context): Document {
  const about: Context = {post: context.post, note: n => context.note({...n, document: ordinal})}
  const inBody = splitContents(part.body)
  const contents = part.contents ?? inBody.contents
  const {before, after} = part.contents ? {before: [], after: part.body} : inBody
  const meta = readMeta(part, source, ordinal, about)
  const site: Site = {context: about, region: meta.region, boxes: {last: 0}, headings: []}
  const [body, signed] = splitSignature(markDecimals(markDamagedArticles(joinTorn(after, contents, about))))
  const contentsNode: Contents = {type: 'contents', children: contents.flatMap(paragraphs)}
  const document: Document = {
    type: 'document',
    meta,
    children: [
      ...(part.notice.length > 0
        ? [
            {
              type: 'notice' as const,
              title: noticeTitleOf(part.notice),
              children: part.notice.flatMap(paragraphs)
            }
          ]
        : []),
      ...(part.contents ? [contentsNode] : []),
      ...(part.title.length > 0 ? [{type: 'title' as const, children: part.title.flatMap(lineTexts)}] : []),
      ...signatureOf(part.front),
      ...buildFlow(before, site),
      ...(part.contents || contents.length === 0 ? [] : [contentsNode]),
      ...buildFlow(body, site),
      ...signatureOf(signed)
    ]
  }
  for (const [i, table] of select(document, 'table').entries()) table.ordinal = i + 1
  compareContents(contents, site.headings, about)
  checkNumbering(document, about)
  return document
}

const paragraphs = (line: Line): Paragraph[] =>
  line.block.kind === 'paragraph' ? [paragraphNode(line.block.text)] : []
const lineTexts = (line: Line) => (line.block.kind === 'paragraph' ? [textNode(line.block.text)] : [])
const signatureOf = (lines: readonly Line[]): Flow[] =>
  lines.length > 0 ? [{type: 'signature', children: lines.flatMap(paragraphs)}] : []

/** The names and the date that close a text: at most three lines, the last of them a date. */
function splitSignature(lines: readonly Line[]): [readonly Line[], readonly Line[]] {
  const last = lines.at(-1)
  if (!last || !dateLine.pattern.test(last.plain)) return [lines, []]
  let start = lines.length - 1
  while (start > 0 && lines.length - start < 3 && issuerLine.pattern.test(lines[start - 1]!.plain)) start--
  return [lines.slice(0, start), lines.slice(start)]
}
