import {strToU8, zipSync} from 'fflate'
import {audit, type Imbalance, type Posting} from '../../src/core/ledger.js'
import {keptInDraft, type Block, type Draft} from '../../src/core/draft.js'
import type {Note} from '../../src/core/note.js'
import type {RawFile, Source} from '../../src/core/source.js'
import type {Context} from '../../src/core/stage.js'
import {textOf} from '../../src/core/traced.js'

const namespaces = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"'
].join(' ')

/** A Word file of these parts: `body` is what stands within w:body. */
export function wordFile(body: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const files: Record<string, Uint8Array> = {
    'word/document.xml': strToU8(`<w:document ${namespaces}><w:body>${body}</w:body></w:document>`)
  }
  for (const [name, inner] of Object.entries(parts))
    files[`word/${name}.xml`] = strToU8(
      `<w:${name.replace(/\d/g, '')} ${namespaces}>${inner}</w:${name.replace(/\d/g, '')}>`
    )
  return zipSync(files)
}

export const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
export const paragraph = (text: string, properties = '') =>
  `<w:p><w:pPr>${properties}</w:pPr>${text === '' ? '' : run(text)}</w:p>`

export interface Outcome {
  readonly draft: Draft
  readonly notes: readonly Note[]
  readonly postings: readonly Posting[]
  readonly rules: readonly string[]
  readonly breaches: readonly Imbalance[]
}

type Reader = (
  file: RawFile,
  base: Omit<Source, 'text' | 'status' | 'meta' | 'locators'>,
  context: Context
) => Promise<Draft>

/** What a reader makes of bytes, and whether its books balance. */
export async function readWith(reader: Reader, bytes: Uint8Array): Promise<Outcome> {
  const notes: Note[] = []
  const postings: Posting[] = []
  const base = {
    id: 'x',
    path: 'x',
    entry: null,
    sha256: '',
    bytes: bytes.length,
    mediaType: '',
    encoding: 'binary',
    decision: null
  }
  const draft = await reader({path: 'x', bytes}, base, {
    post: posting => void postings.push(posting),
    note: each => void notes.push(each)
  })
  return {
    draft,
    notes,
    postings,
    rules: notes.map(each => each.rule),
    breaches: audit(draft.source.text, keptInDraft(draft), postings)
  }
}

/** Blocks as plain lines: `[ … ]` around a frame, cells with their spans (`2x1`) between bars. */
export function sketch(blocks: readonly Block[]): string[] {
  return blocks.flatMap(block => {
    if (block.kind === 'paragraph') return [textOf(block.text)]
    if (block.kind === 'frame') return ['[', ...sketch(block.blocks), ']']
    return block.rows.map(row =>
      row
        .map(({blocks, rowSpan, colSpan}) => {
          const text = blocks.map(textOf).join('/')
          return rowSpan * colSpan > 1 ? `${text} ${rowSpan}x${colSpan}` : text
        })
        .join('|')
    )
  })
}
