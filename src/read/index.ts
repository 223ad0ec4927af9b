import {createHash} from 'node:crypto'
import {keptInDraft, type Draft} from '../core/draft.js'
import {note} from '../core/note.js'
import type {RawFile, Source} from '../core/source.js'
import type {Context, Stage} from '../core/stage.js'
import {decode, type Decoded} from './decode.js'
import {readPlain} from './plain.js'
import {sniff, type Format} from './sniff.js'

/**
 * Bytes → Draft.
 * 1. Any bytes give a draft; what cannot be read gives one without blocks, `unreadable`, with a finding that says why.
 * 2. Every character of `source.text` is in a block or posted.
 */
export const read: Stage<RawFile, Draft> = {
  name: 'read',
  version: 3,
  run: readFile,
  books: draft => ({raw: draft.source.text, kept: keptInDraft(draft)})
}

const mediaTypes: Readonly<Record<Format, string>> = {
  plain: 'text/plain',
  markdown: 'text/markdown',
  html: 'text/html',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  doc: 'application/msword',
  pdf: 'application/pdf',
  zip: 'application/zip',
  gzip: 'application/gzip',
  warc: 'application/warc',
  unsupported: 'application/octet-stream'
}

/** A source without its text: who it is. */
type Identity = Omit<Source, 'text' | 'status' | 'meta' | 'locators'>

async function readFile(file: RawFile, context: Context): Promise<Draft> {
  const name = file.entry ?? file.path
  const format = sniff(file.bytes, name)
  const base: Identity = {
    id: sourceId(file),
    path: file.path,
    entry: file.entry ?? null,
    sha256: file.container?.sha256 ?? createHash('sha256').update(file.bytes).digest('hex'),
    bytes: file.container?.bytes ?? file.bytes.length,
    mediaType: mediaTypes[format],
    encoding: 'binary',
    decision: null
  }
  switch (format) {
    case 'docx':
      return (await import('./docx.js')).readDocx(file, base, context)
    case 'doc':
      return (await import('./doc.js')).readDoc(file, base, context)
    case 'pdf':
      return (await import('./pdf.js')).readPdf(file, base, context)
    case 'html': {
      const html = await import('./html.js')
      const label = html.htmlEncodingHint(file.bytes)
      return readText(base, decode(file.bytes, label?.encoding ?? null), context, html.readHtml)
    }
    case 'markdown': {
      const {readMarkdown} = await import('./markdown.js')
      return readText(base, decode(file.bytes), context, readMarkdown)
    }
    case 'plain':
      return readText(base, decode(file.bytes), context, readPlain)
    default:
      context.note(
        note('error', 'read/unsupported', `${name} is ${mediaTypes[format]}, which guihua does not read`)
      )
      return {source: {...base, text: '', status: 'unreadable', meta: {}, locators: []}, blocks: []}
  }
}

/** A name people recognise and a digest that keeps it unique: the same path always gives the same id. */
export function sourceId(file: RawFile): string {
  const name = (file.entry ?? file.path).split(/[\\/]/).at(-1)!
  const stem =
    name
      .replace(/(?<=.)\.[^.]*$/u, '')
      .replace(/[^\p{L}\p{N}_-]+/gu, '-')
      .slice(0, 60) || 'source'
  const path = file.entry === undefined ? file.path : `${file.path}\u0000${file.entry}`
  return `${stem}-${createHash('sha256').update(path).digest('hex').slice(0, 6)}`
}

type TextReader = (source: Source, context: Context) => Draft | Promise<Draft>

async function readText(
  base: Identity,
  decoded: Decoded,
  context: Context,
  reader: TextReader
): Promise<Draft> {
  const {text, decision, damaged} = decoded
  const status = text === null ? 'unreadable' : damaged ? 'partial' : 'ok'
  const source: Source = {
    ...base,
    encoding: decision.encoding,
    decision,
    text: text ?? '',
    status,
    meta: {},
    locators: []
  }
  if (text === null) {
    context.note(
      note('error', 'read/unreadable', `${base.path} is no text in any known encoding: ${decision.reason}`)
    )
    return {source, blocks: []}
  }
  if (text.trim() === '') context.note(note('warning', 'read/empty', `${base.path} holds no text`))
  if (decision.alternatives.length > 0)
    context.note(note('info', 'read/encoding-guessed', `Read as ${decision.encoding}: ${decision.reason}`))
  reportOddCharacters(text, damaged, context)
  return reader(source, context)
}

/** As many single reports as a person will read; the rest as a number. */
const reportsPerKind = 200

function reportOddCharacters(text: string, damaged: boolean, context: Context): void {
  const report = (pattern: RegExp, rule: string, what: string) => {
    let found = 0
    for (const match of text.matchAll(pattern)) {
      const at = match.index
      if (++found > reportsPerKind) continue
      const code = match[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
      context.note(note('warning', rule, `${what} U+${code}`, [at, at + match[0].length]))
    }
    if (found > reportsPerKind)
      context.note(note('warning', rule, `${found - reportsPerKind} more: ${what.toLowerCase()}`))
  }
  report(
    /\ufffd/g,
    damaged ? 'read/bad-bytes' : 'read/replacement',
    damaged ? 'Bytes that are no character, shown as' : 'Lost character'
  )
  report(/[\ue000-\uf8ff]|[\u{f0000}-\u{10fffd}]/gu, 'read/private-use', 'Private-use character')
}
