/**
 * Word files (.docx, and WPS's, which are the same) → Draft.
 * 1. Raw text: the characters of `w:t`, `w:tab`, `w:br`, `w:sym` in file order, a line end after each paragraph; first the body, then headers,
 *    footers, footnotes, endnotes, comments, diagrams. Of two spellings of one drawing (mc:AlternateContent) only one is carried.
 * 2. Every raw character is in a block or posted.
 * 3. Automatic numbers stand in the text as generated pieces; headings carry the level of their style; spans are the file's own.
 * 4. Damaged, locked or hostile files end as `partial` or `unreadable` with a finding, in bounded time and memory.
 * The OOXML is read directly: the libraries that turn it into HTML drop text boxes, numbering or changes on the way.
 */
import {textsOf, type Block, type Draft} from '../core/draft.js'
import {note} from '../core/note.js'
import type {RawFile, Source, SourceMeta} from '../core/source.js'
import type {Context} from '../core/stage.js'
import {hull} from '../core/span.js'
import {spansOf, startOf, textOf, trim} from '../core/traced.js'
import {partReader, type PartReader} from './docx-body.js'
import {reportUnread, type World} from './docx-structure.js'
import {readNumbering} from './docx-numbering.js'
import {openPackage, type Fault, type Package} from './docx-package.js'
import {readStyles} from './docx-styles.js'
import {transcript} from './transcript.js'
import {child, readXml, xmlText, xmlTree} from './xml.js'

export async function readDocx(
  file: RawFile,
  base: Omit<Source, 'text' | 'status' | 'meta' | 'locators'>,
  context: Context
): Promise<Draft> {
  const book = await openPackage(file.bytes)
  reportFaults(book.faults, context)
  const main = mainPart(book)
  if (main === null) {
    const [rule, reason] = book.faults.some(fault => fault.kind === 'locked')
      ? (['read/docx-encrypted', 'The file is locked with a password'] as const)
      : (['read/docx-no-text', 'No text part (word/document.xml) can be read in it'] as const)
    context.note(note('error', rule, reason))
    return {source: {...base, text: '', status: 'unreadable', meta: {}, locators: []}, blocks: []}
  }
  const folder = main.slice(0, main.lastIndexOf('/') + 1)
  const world: World = {
    styles: readStyles(partText(book, `${folder}styles.xml`)),
    numbering: readNumbering(partText(book, `${folder}numbering.xml`)),
    transcript: transcript(),
    context,
    tracked: {deleted: [], inserted: 0},
    unread: new Map(),
    notesAfter: new Map(),
    line: 0
  }
  let broken = false
  const read = (part: string): PartReader | null => {
    const xml = partText(book, part)
    if (xml === undefined) return null
    const reader = partReader(part, world)
    const faults = readXml(xml, reader)
    if (faults.doctype)
      context.note(
        note('warning', 'read/xml-doctype', `${part} declares a document type; nothing of it was expanded`)
      )
    if (faults.broken !== null) {
      broken = true
      context.note(note('warning', 'read/xml-broken', `${part} is not well formed: ${faults.broken}`))
    }
    return reader
  }
  const body = read(main)!.blocks()
  letGo(world, partsLike(book, folder, 'header'), 'read/docx-header', read)
  letGo(world, partsLike(book, folder, 'footer'), 'read/docx-footer', read)
  const footnotes = notesOf(read(`${folder}footnotes.xml`), 'f', world)
  const endnotes = notesOf(read(`${folder}endnotes.xml`), 'e', world)
  const blocks = placeNotes(body, world, new Map([...footnotes, ...endnotes]))
  readComments(`${folder}comments.xml`, world, read)
  blocks.push(...readDiagrams(book, folder, world))
  reportTracked(world)
  reportUnread(world)
  for (const format of world.numbering.unknown)
    context.note(
      note('info', 'read/docx-numbering', `Numbers of the format ${format} were written in Arabic figures`)
    )
  const text = world.transcript.text()
  if (text.trim() === '')
    context.note(
      note(
        'warning',
        'read/docx-no-text',
        world.unread.has('read/docx-pictures') ? 'It holds pictures but no text' : 'It holds no text'
      )
    )
  const torn = broken || book.faults.some(fault => fault.kind !== 'climbs')
  const source: Source = {
    ...base,
    encoding: 'utf-8',
    text,
    status:
      text.trim() === '' && world.unread.has('read/docx-pictures') ? 'unreadable' : torn ? 'partial' : 'ok',
    meta: metaOf(book, text),
    locators: world.transcript.locators()
  }
  return {source, blocks}
}

/** The name of the part that holds the text: what the package says it is, or where it usually lies. */
function mainPart(book: Package): string | null {
  const root = child(xmlTree(partText(book, '_rels/.rels') ?? ''), 'Relationships')
  for (const {attributes} of root?.children ?? []) {
    const target = (attributes['Target'] ?? '').replace(/^\//, '')
    if (/\/officeDocument$/.test(attributes['Type'] ?? '') && book.parts.has(target)) return target
  }
  return book.parts.has('word/document.xml') ? 'word/document.xml' : null
}

function partText(book: Package, name: string): string | undefined {
  const bytes = book.parts.get(name)
  return bytes && xmlText(bytes)
}

function partsLike(book: Package, folder: string, name: string): string[] {
  const pattern = new RegExp(`^${folder}${name}\\d*\\.xml$`)
  return [...book.parts.keys()]
    .filter(part => pattern.test(part))
    .sort((a, b) => a.length - b.length || (a < b ? -1 : 1))
}

function reportFaults(faults: readonly Fault[], context: Context): void {
  for (const {kind, entry} of faults.slice(0, 20)) {
    if (kind === 'torn')
      context.note(note('warning', 'read/docx-torn', 'The zip has no directory: it breaks off, or is none'))
    else {
      const why = {
        'too-big': 'unpacks to more than the limit; it was left out',
        climbs: 'has a name that climbs out of its folder; it was left alone',
        damaged: 'is damaged; it was read as far as it goes',
        locked: 'is locked with a password; it was left out'
      }[kind]
      context.note(note('warning', 'read/docx-entry', `The entry ${entry.slice(0, 100)} ${why}`))
    }
  }
}

/** Lets go whole parts (heads, feet) as chrome. */
function letGo(
  world: World,
  parts: readonly string[],
  rule: string,
  read: (part: string) => PartReader | null
): void {
  for (const part of parts) post(world, read(part)?.blocks() ?? [], rule)
}

function post(world: World, blocks: readonly Block[], rule: string): void {
  for (const text of textsOf(blocks))
    for (const piece of text)
      if (piece.raw[0] < piece.raw[1]) world.context.post({span: piece.raw, fate: 'chrome', rule})
}

/** Footnotes by the key that references carry; `-1` and `0` are Word's separator lines. */
function notesOf(reader: PartReader | null, kind: string, world: World): Map<string, readonly Block[]> {
  const found = new Map<string, readonly Block[]>()
  if (!reader) return found
  const loose = reader.blocks()
  if (loose.length > 0) found.set(`${kind} loose`, loose)
  for (const [id, blocks] of reader.notes())
    found.set(
      `${kind}${id}`,
      blocks.map(block => ({...block, hint: {...block.hint, style: 'footnote', line: world.line++}}))
    )
  return found
}

/** The blocks with each footnote after the one that refers to it; those that nobody refers to come last. */
function placeNotes(blocks: readonly Block[], world: World, notes: Map<string, readonly Block[]>): Block[] {
  const within = (blocks: readonly Block[]): Block[] => {
    const placed: Block[] = []
    for (const block of blocks) {
      placed.push(block.kind === 'frame' ? {...block, blocks: within(block.blocks)} : block)
      for (const id of world.notesAfter.get(block) ?? []) {
        const found = notes.get(id)
        if (found) placed.push(...found)
        notes.delete(id)
      }
    }
    return placed
  }
  if (notes.size === 0) return [...blocks]
  for (const note of notes.values()) reportNote(note, world.context)
  const placed = within(blocks)
  for (const rest of notes.values()) placed.push(...rest)
  return placed
}

function reportNote(blocks: readonly Block[], context: Context): void {
  for (const text of textsOf(blocks)) {
    const at = startOf(text)
    if (at < 0) continue
    const words = textOf(text).slice(0, 20)
    context.note(
      note('info', 'read/docx-footnote', `A footnote (${words}…) stands after the text it belongs to`, [
        at,
        at + 1
      ])
    )
    return
  }
}

function readComments(part: string, world: World, read: (part: string) => PartReader | null): void {
  const reader = read(part)
  if (!reader) return
  for (const blocks of [reader.blocks(), ...reader.notes().values()]) {
    if (blocks.length === 0) continue
    post(world, blocks, 'read/docx-comment')
    const spans = [...textsOf(blocks)].flatMap(spansOf)
    const words = [...textsOf(blocks)].map(textOf).join('').slice(0, 20)
    world.context.note(note('info', 'read/docx-comment', `A comment was let go: ${words}…`, hull(spans)))
  }
}

/** The words of diagrams and charts, one paragraph each. */
function readDiagrams(book: Package, folder: string, world: World): Block[] {
  if (!world.unread.has('read/docx-drawing')) return []
  const blocks: Block[] = []
  const parts = [...book.parts.keys()].filter(name =>
    /^(?:diagrams\/data|charts\/chart)\d*\.xml$/.test(name.slice(folder.length))
  )
  for (const part of parts.sort()) {
    let run = 0
    let words = ''
    let inText = false
    const end = () => {
      if (words.trim() !== '') {
        const raw = world.transcript.add(words, {kind: 'part', part, run, offset: 0})
        blocks.push({
          kind: 'paragraph',
          text: trim([{text: words, raw}]),
          hint: {line: world.line++, style: 'diagram'}
        })
        world.transcript.add('\n')
      }
      words = ''
    }
    readXml(partText(book, part)!, {
      open(name) {
        if (name === 'a:t') inText = true
        if (name === 'a:r') run++
      },
      close(name) {
        if (name === 'a:t') inText = false
        if (name === 'a:p') end()
      },
      text(value) {
        if (inText) words += value
      }
    })
  }
  return blocks
}

function reportTracked(world: World): void {
  const {deleted, inserted} = world.tracked
  if (deleted.length === 0 && inserted === 0) return
  const reason = `Tracked changes were taken as accepted: ${inserted} stretches put in, ${deleted.length} taken out`
  world.context.note(note('warning', 'read/docx-tracked', reason, deleted[0] ?? null, deleted.slice(1, 51)))
}

/** The title of the file's properties, if the text holds it too: templates pass on titles of other documents. */
function metaOf(book: Package, text: string): SourceMeta {
  const core = child(xmlTree(partText(book, 'docProps/core.xml') ?? ''), 'cp:coreProperties')
  const title = child(core, 'dc:title')?.text.trim() ?? ''
  return title.length >= 6 && text.slice(0, 2000).includes(title) ? {title} : {}
}
