/**
 * PDF with a text layer → Draft.
 * 1. Raw text: the characters of the glyphs in the order they are drawn, a line end where the baseline changes.
 * 2. Every raw character is in a block or posted.
 * 3. Reading order, paragraphs, tables and boxes are found from where things stand; what the file does not say is not made up.
 * 4. A scan, fonts without characters, a locked or damaged file give `unreadable` with the reason, never mush.
 */
import type {Draft} from '../core/draft.js'
import {note} from '../core/note.js'
import type {RawFile, Source} from '../core/source.js'
import type {Context} from '../core/stage.js'
import {blocksOf} from './pdf-flow.js'
import {glyphsOf} from './pdf-glyphs.js'
import {openPdf, type PdfFile} from './pdf-open.js'
import {mushOf, writePage} from './pdf-text.js'
import type {Sheet} from './pdf-sheet.js'
import {mushLimit, oddLimit, operatorLimit, pageLimit, streamLimit} from './pdf.rules.js'
import {transcript} from './transcript.js'

export async function readPdf(
  file: RawFile,
  base: Omit<Source, 'text' | 'status' | 'meta' | 'locators'>,
  context: Context
): Promise<Draft> {
  const unreadable = (rule: string, reason: string): Draft => {
    context.note(note('error', rule, reason))
    return {source: {...base, text: '', status: 'unreadable', meta: {}, locators: []}, blocks: []}
  }
  const pdf = await openPdf(file.bytes)
  if (pdf === 'locked') return unreadable('read/pdf-locked', 'The PDF is locked with a password')
  if (pdf === 'damaged')
    return unreadable('read/pdf-damaged', 'The PDF cannot be opened: it is damaged, or none')
  if (pdf === 'bomb') return unreadable(streamLimit.id, 'A stream of the PDF unpacks to more than is read')
  try {
    return await readPages(pdf, base, context, unreadable)
  } finally {
    await pdf.close()
  }
}

async function readPages(
  pdf: PdfFile,
  base: Omit<Source, 'text' | 'status' | 'meta' | 'locators'>,
  context: Context,
  unreadable: (rule: string, reason: string) => Draft
): Promise<Draft> {
  const raw = transcript()
  const posted: Parameters<Context['post']>[0][] = []
  const book: Context = {post: posting => void posted.push(posting), note: context.note}
  const sheets: Sheet[] = []
  const damaged: number[] = []
  const heavy: number[] = []
  const empty: number[] = []
  let unseen = 0
  let seen = 0
  for (let number = 1; number <= Math.min(pdf.pages, pageLimit.value); number++) {
    const page = await pdf.page(number)
    if (typeof page === 'string') {
      ;(page === 'damaged' ? damaged : heavy).push(number)
      if (heavy.length >= 10) break
      continue
    }
    const {glyphs, rulings} = glyphsOf(page, pdf.ops)
    for (const glyph of glyphs) if (glyph.unseen) unseen++
    seen += glyphs.length
    const signs = writePage(glyphs, number, raw, book)
    if (signs.every(sign => sign.blank)) empty.push(number)
    sheets.push({page: number, width: page.width, height: page.height, signs, rulings})
  }
  const text = raw.text()
  if (sheets.length === 0)
    return heavy.length > 0
      ? unreadable(operatorLimit.id, 'Its pages draw too much to be read')
      : unreadable('read/pdf-damaged', 'None of its pages can be read')
  if (text.trim() === '')
    return unreadable('read/pdf-scan', `Its ${pdf.pages} pages hold no text: it is a scan, or empty`)
  const mush = mushOf(text)
  if (mush > mushLimit.value)
    return unreadable(
      'read/pdf-mush',
      `Its fonts do not tell their characters: ${Math.round(mush * 100)}% of what they give is no text`
    )
  const odd = mush > oddLimit.value
  if (odd)
    context.note(
      note(
        'warning',
        'read/pdf-odd-characters',
        `${Math.round(mush * 1000) / 10}% of the characters are none: a font does not tell them`
      )
    )
  if (unseen > 0.5 * seen)
    context.note(
      note(
        'warning',
        'read/pdf-text-layer',
        'The text is an invisible layer under a scan; it may hold errors of recognition'
      )
    )
  if (heavy.length > 0)
    context.note(
      note('warning', operatorLimit.id, `${heavy.length} pages draw too much to be read: ${heavy.join(', ')}`)
    )
  if (damaged.length > 0)
    context.note(
      note(
        'warning',
        'read/pdf-damaged',
        `${damaged.length} pages cannot be read: ${damaged.slice(0, 20).join(', ')}`
      )
    )
  if (pdf.damagedFonts > 0)
    context.note(
      note('warning', 'read/pdf-damaged-font', `${pdf.damagedFonts} fonts are damaged and left out`)
    )
  if (empty.length > 0)
    context.note(
      note(
        'warning',
        'read/pdf-pages-without-text',
        `${empty.length} pages have no text: ${empty.slice(0, 20).join(', ')}`
      )
    )
  if (pdf.pages > pageLimit.value)
    context.note(
      note(
        'warning',
        'read/pdf-page-limit',
        `Only the first ${pageLimit.value} of ${pdf.pages} pages were read`
      )
    )
  for (const posting of posted) context.post(posting)
  const partial =
    odd ||
    empty.length * 2 > sheets.length ||
    damaged.length > 0 ||
    heavy.length > 0 ||
    pdf.pages > pageLimit.value
  const blocks = blocksOf(sheets, context)
  const source: Source = {
    ...base,
    text,
    status: partial ? 'partial' : 'ok',
    meta: {},
    locators: raw.locators()
  }
  return {source, blocks}
}
