import {describe, expect, test} from 'vitest'
import {columns} from '../../src/clean/columns.rules.js'
import {cleaned} from '../clean/cleaned.js'
import {pages, readAcross, type Page} from '../eval/columns.js'
import {soundLines} from '../eval/restore.js'
import {realDocuments} from '../eval/sources.js'

const documents = realDocuments().map(sound => ({name: sound.name.slice(0, 3), lines: soundLines(sound)}))
const print = (lines: readonly string[], more: Partial<Page>) =>
  readAcross(lines, {...pages[0]!, ...more}).text

describe.skipIf(documents.length === 0)('columns of real documents', () => {
  test.each(documents)(
    '$name: halves that touch are read down, four paragraphs in five and more come back',
    async ({lines}) => {
      const result = await cleaned(print(lines, {layout: 'gap', gap: ''}))
      const found = new Set(result.lines)
      expect(lines.filter(line => found.has(line)).length).toBeGreaterThan(0.8 * lines.length)
    }
  )

  test.each(documents)(
    '$name: what is set in one column is not read down, whole and by pages',
    async ({lines}) => {
      for (const width of [44, 60, 76]) {
        const text = print(lines, {width, height: 100_000, balanced: false})
        const printed = text.split('\n')
        const parts = Array.from({length: Math.ceil(printed.length / 60)}, (_, i) =>
          printed.slice(60 * i, 60 * i + 60)
        )
        for (const part of [printed, ...parts])
          expect((await cleaned(part.join('\n'))).notes.map(({rule}) => rule)).not.toContain(columns.id)
      }
    }
  )
})
