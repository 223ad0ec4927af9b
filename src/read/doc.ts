/** Word 97–2003 files → Draft. */
import {note} from '../core/note.js'
import type {Draft} from '../core/draft.js'
import type {RawFile, Source} from '../core/source.js'
import type {Context} from '../core/stage.js'

export async function readDoc(
  file: RawFile,
  base: Omit<Source, 'text' | 'status' | 'meta' | 'locators'>,
  context: Context
): Promise<Draft> {
  context.note(note('error', 'read/doc-damaged', `${file.path} cannot be read yet`))
  return {source: {...base, text: '', status: 'unreadable', meta: {}, locators: []}, blocks: []}
}
