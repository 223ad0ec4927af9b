/**
 * Word 97–2003 files (.doc, and WPS's .wps, which are the same) → Draft.
 * 1. Raw text: the characters of the file in order of their positions: body, footnotes, heads, comments, endnotes, text boxes; cell and
 *    paragraph marks, field marks and anchors are its control characters.
 * 2. Every raw character is in a block or posted.
 * 3. Numbering, heading levels, spans and the place of text boxes and footnotes come from the file's own tables.
 * The libraries that give the text alone lose numbering, cell marks and spans, so the tables of [MS-DOC] are read here, over cfb.
 */
import {textsOf, type Block, type Draft} from '../core/draft.js'
import {audit, type Posting} from '../core/ledger.js'
import {note} from '../core/note.js'
import type {Locator, RawFile, Source} from '../core/source.js'
import type {Span} from '../core/span.js'
import type {Context} from '../core/stage.js'
import {spansOf, trace, trim} from '../core/traced.js'
import {docBlocks, type DocWorld} from './doc-body.js'
import {openDoc, uint32, type DocFile, type DocTrouble} from './doc-file.js'
import {docLists} from './doc-lists.js'
import {stretchesOf} from './doc-properties.js'
import {docStyles} from './doc-styles.js'
import {numberingOf} from './docx-numbering.js'

const troubles: Readonly<Record<DocTrouble, readonly [rule: string, reason: string]>> = {
  locked: ['read/doc-locked', 'The file is locked with a password'],
  'locked-docx': ['read/docx-encrypted', 'The Word file is locked with a password'],
  'no-word': ['read/doc-no-text', 'A compound file without a Word document: another Office format'],
  old: ['read/doc-old', 'Written by Word 6 or 95, a format of its own that is not read'],
  damaged: ['read/doc-damaged', 'The file is damaged: its text cannot be found']
}

export async function readDoc(
  file: RawFile,
  base: Omit<Source, 'text' | 'status' | 'meta' | 'locators'>,
  context: Context
): Promise<Draft> {
  const doc = await openDoc(file.bytes)
  if (typeof doc === 'string') {
    context.note(note('error', ...troubles[doc]))
    return {source: {...base, text: '', status: 'unreadable', meta: {}, locators: []}, blocks: []}
  }
  const starts = startsOf(doc)
  const postings: Posting[] = []
  const book = joiningBook(postings, context)
  const plain: DocWorld = {
    file: doc,
    styles: docStyles(doc),
    numbering: numberingOf(docLists(doc)),
    paragraphs: stretchesOf(doc, 'paragraphs'),
    characters: stretchesOf(doc, 'characters'),
    context: book,
    boxesAt: new Map(),
    notesAt: new Map(),
    deleted: [],
    say: remark => context.note(note('warning', remark, 'In a table of the file')),
    pictures: 0,
    line: 0
  }
  const placed = new Set<string>()
  const notesAt = new Map([
    ...notesOf(plain, 2, 3, starts.footnotes, starts.heads),
    ...notesOf(plain, 46, 47, starts.endnotes, starts.boxes)
  ])
  const boxesAt = boxesOf(plain, starts.boxes, placed)
  const world: DocWorld = {...plain, notesAt, boxesAt}
  const blocks = docBlocks(world, 0, doc.counts.body)
  const boxEnd = Math.min(starts.boxes + doc.counts.boxes, doc.text.length)
  for (const [from, to] of looseBoxes(doc, starts.boxes, boxEnd, placed)) {
    const inner = docBlocks(world, from, to)
    if (inner.length > 0)
      blocks.push({kind: 'frame', blocks: inner, hint: {line: world.line++, style: 'textbox'}})
  }
  for (const [rule, from, to] of [
    ['read/docx-header', starts.heads, starts.comments],
    ['read/docx-comment', starts.comments, starts.endnotes],
    ['read/docx-header', boxEnd, doc.text.length]
  ] as const)
    letGo(doc, from, to, rule, book)
  book.end()
  const lost = looseText(world, blocks, postings)
  blocks.push(...lost)
  report(world, notesAt, context)
  const locators: Locator[] = doc.pieces.map((piece, run) => ({
    span: [piece.from, piece.to],
    place: {kind: 'part', part: 'WordDocument', run, offset: piece.at}
  }))
  const source: Source = {
    ...base,
    encoding: 'utf-16le',
    text: doc.text,
    status: lost.length > 0 ? 'partial' : 'ok',
    meta: {},
    locators
  }
  return {source, blocks}
}

/** Where each part begins. */
function startsOf({counts}: DocFile) {
  const footnotes = counts.body
  const heads = footnotes + counts.footnotes
  const comments = heads + counts.heads + counts.macros
  const endnotes = comments + counts.comments
  const boxes = endnotes + counts.endnotes
  return {footnotes, heads, comments, endnotes, boxes}
}

/** A context that joins postings of neighbouring characters to one. */
function joiningBook(postings: Posting[], context: Context): Context & {end(): void} {
  let last: Posting | null = null
  const end = () => {
    if (!last) return
    postings.push(last)
    context.post(last)
    last = null
  }
  return {
    note: context.note,
    end,
    post(posting) {
      const goesOn =
        last &&
        posting.fate !== 'kept' &&
        last.fate === posting.fate &&
        last.rule === posting.rule &&
        last.span[1] === posting.span[0]
      if (goesOn) last = {...posting, span: [last!.span[0], posting.span[1]]}
      else {
        end()
        last = posting
      }
    }
  }
}

/** Text that no table of a damaged file points to any more, as paragraphs at the end. */
function looseText(world: DocWorld, blocks: readonly Block[], postings: readonly Posting[]): Block[] {
  const text = world.file.text
  const kept = [...textsOf(blocks)].flatMap(spansOf)
  const lost = audit(text, kept, postings).filter(({rule}) => rule === 'ledger/unaccounted')
  if (lost.length > 0)
    world.context.note(
      note(
        'warning',
        'read/doc-damaged',
        `${lost.length} stretches of text have lost their place; they stand at the end`
      )
    )
  return lost.flatMap(({span}) => {
    const bare = trim(trace(text, ...span), /[\s\u0000-\u001f\u00a0\u3000\u200b\ufeff]/u)
    return bare.length > 0 ? [{kind: 'paragraph', text: bare, hint: {line: world.line++}}] : []
  })
}

/** Notes by the place of their reference: `refs` and `texts` are the tables of positions. */
function notesOf(
  world: DocWorld,
  refs: number,
  texts: number,
  start: number,
  end: number
): Map<number, Block[]> {
  const anchors = world.file.plc(refs)
  const positions = world.file.plc(texts)
  const found = new Map<number, Block[]>()
  const count = Math.floor((anchors.length - 4) / 6)
  let last = start
  for (let i = 0; i < count; i++) {
    const from = Math.max(last, start + uint32(positions, 4 * i))
    const to = Math.min(start + uint32(positions, 4 * (i + 1)), end, world.file.text.length)
    if (to <= from) continue
    last = to
    const blocks = docBlocks(world, from, to).map(block => ({
      ...block,
      hint: {...block.hint, style: 'footnote'}
    }))
    found.set(uint32(anchors, 4 * i), blocks)
  }
  return found
}

/** Text boxes by the place of their anchor: the drawing (FSPA) and the text (FTXBXS) share a shape number. */
function boxesOf(world: DocWorld, start: number, placed: Set<string>): Map<number, Block[]> {
  const anchors = world.file.plc(40)
  const count = Math.floor((anchors.length - 4) / 30)
  const anchorOf = new Map<number, number>()
  for (let i = 0; i < count; i++)
    anchorOf.set(uint32(anchors, 4 * (count + 1) + 26 * i), uint32(anchors, 4 * i))
  const found = new Map<number, Block[]>()
  for (const {from, to, shape} of boxTexts(world.file, start)) {
    const anchor = anchorOf.get(shape)
    if (anchor === undefined) continue
    placed.add(`${from}`)
    const blocks = docBlocks(world, from, to)
    if (blocks.length > 0) found.set(anchor, [...(found.get(anchor) ?? []), ...blocks])
  }
  return found
}

function boxTexts(file: DocFile, start: number): {from: number; to: number; shape: number}[] {
  const texts = file.plc(56)
  const count = Math.floor((texts.length - 4) / 26)
  const out: {from: number; to: number; shape: number}[] = []
  let last = start
  for (let i = 0; i < count; i++) {
    const from = Math.max(last, start + uint32(texts, 4 * i))
    const to = Math.min(start + uint32(texts, 4 * (i + 1)), start + file.counts.boxes, file.text.length)
    if (to <= from) continue
    last = to
    out.push({from, to, shape: uint32(texts, 4 * (count + 1) + 22 * i + 14)})
  }
  return out
}

/** Stretches of text-box text that no anchor claimed. */
function looseBoxes(file: DocFile, start: number, end: number, placed: ReadonlySet<string>): Span[] {
  const loose: Span[] = []
  let at = start
  for (const {from, to} of boxTexts(file, start)) {
    if (from > at) loose.push([at, from])
    if (!placed.has(`${from}`)) loose.push([from, to])
    at = Math.max(at, to)
  }
  if (at < end) loose.push([at, end])
  return loose
}

function letGo(file: DocFile, from: number, to: number, rule: string, context: Context): void {
  const end = Math.min(to, file.text.length)
  if (end > from) context.post({span: [from, end], fate: 'chrome', rule})
}

function report(world: DocWorld, notesAt: ReadonlyMap<number, readonly Block[]>, context: Context): void {
  const {deleted, pictures, file} = world
  if (deleted.length > 0)
    context.note(
      note(
        'warning',
        'read/docx-tracked',
        `Tracked changes were taken as accepted: ${deleted.length} stretches taken out`,
        deleted[0],
        deleted.slice(1, 51)
      )
    )
  for (const [at, blocks] of notesAt)
    if ([...textsOf(blocks)].length > 0)
      context.note(
        note('info', 'read/docx-footnote', 'A footnote stands after the text it belongs to', [at, at + 1])
      )
  if (file.counts.comments > 0) context.note(note('info', 'read/docx-comment', 'Comments were let go'))
  if (pictures > 0)
    context.note(note('info', 'read/docx-pictures', `${pictures} pictures, which are not read`))
}
