import {existsSync, readFileSync, readdirSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import {dropFurniture} from '../../src/clean/furniture.js'
import {closeSpacedLetters, cutLeaders, narrowDigits} from '../../src/clean/ocr.js'
import {healPageBreaks} from '../../src/clean/pages.js'
import type {Draft} from '../../src/core/draft.js'
import type {Context} from '../../src/core/stage.js'
import {readPlain} from '../../src/read/plain.js'
import {reading, sketch, sourceOf} from '../read/reading.js'

const seeds = fileURLToPath(new URL('../../../shared/seeds', import.meta.url))
const names = existsSync(seeds) ? readdirSync(seeds).filter(n => n.endsWith('.txt')) : []
const textOf = (name: string) => readFileSync(join(seeds, name), 'utf8').replaceAll('\r', '')
const passes: ((draft: Draft, context: Context) => Draft)[] = [
  healPageBreaks,
  dropFurniture,
  cutLeaders,
  closeSpacedLetters,
  narrowDigits
]

async function cleaned(text: string) {
  const run = (draft: Draft, context: Context) => passes.reduce((d, pass) => pass(d, context), draft)
  const {draft, postings, breaches} = await reading(text, readPlain(sourceOf(text)), run)
  expect(breaches).toEqual([])
  return {lines: sketch(draft.blocks).filter(line => line !== ''), postings}
}

/** The text as a printer leaves it: after about seven hundred characters a page ends, in the middle of a long paragraph. */
function paged(text: string, dress: (page: number) => string): string {
  let chars = 0
  let page = 1
  return text
    .split('\n')
    .map(line => {
      const cut = !line.startsWith('\t') && line.length > 60 && chars > 700
      chars = cut ? 0 : chars + line.length
      return cut ? `${line.slice(0, 30)}\n${dress(page++)}\n${line.slice(30)}` : line
    })
    .join('\n')
}

describe.skipIf(names.length === 0)('seeds', () => {
  it.each(names)('%s, which has no marks of a scanner, is left as it is', async name => {
    const {postings} = await cleaned(textOf(name))
    expect(postings).toEqual([])
  })
  it.each(names.filter(n => /^00[01]/.test(n)))(
    '%s comes back whole from a print with page numbers',
    async name => {
      const {lines} = await cleaned(textOf(name))
      expect((await cleaned(paged(textOf(name), n => `— ${n} —`))).lines).toEqual(lines)
      expect((await cleaned(paged(textOf(name), String))).lines).toEqual(lines)
    }
  )
})
