import {readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {zipSync} from 'fflate'
import {describe, expect, it} from 'vitest'
import {corpus} from '../../pipelines/corpus.js'
import type {RawFile} from '../../src/core/source.js'
import type {Plans} from '../../src/indicators/plans.js'
import {expand} from '../../src/read/containers.js'
import {execute} from '../../src/run/execute.js'
import {select, toText} from '../../src/tree/walk.js'

/**
 * One invented plan as a page of a site in GB18030 (`site-page.ts`), as LibreOffice, Chromium (`--dump-dom`) and pandoc wrote that page
 * anew, and as our own Markdown.
 */
const folder = fileURLToPath(new URL('../../raw/formats/', import.meta.url))
const names = readdirSync(folder).filter(name => /\.(?:html|md)$/.test(name))
const text = readdirSync(folder).find(name => name.endsWith('.txt'))!
const fileOf = (name: string): RawFile => ({path: name, bytes: readFileSync(folder + name)})

async function read(file: RawFile) {
  const {value, notes} = await execute(corpus, file)
  expect(notes.filter(n => n.severity === 'error')).toEqual([])
  return sayOf(value!)
}

const squeeze = (words: string) => words.replace(/\s+/gu, '')

/** What must not depend on the format. */
function sayOf({documents, indicators}: Plans) {
  return documents.map(document => ({
    outline: select(document, 'section').map(s => `${s.depth} ${s.label ?? ''} ${s.title}`),
    boxes: select(document, 'box').map(box => [box.label, box.title, squeeze(toText(box))]),
    tables: select(document, 'table').map(t => t.children.map(row => row.children.map(toText))),
    words: squeeze(toText(document)),
    indicators: indicators.map(i => [
      i.no,
      i.category,
      i.name,
      i.unit,
      i.attribute,
      i.values.map(v => [v.role, v.year, v.value])
    ])
  }))
}

describe('one plan', () => {
  it.each(names)('reads the same as %s as it does as text', async name => {
    expect(await read(fileOf(name))).toEqual(await read(fileOf(text)))
  })
  it('reads the same out of a zip', async () => {
    const zip = zipSync(
      Object.fromEntries(names.map(name => [name, new Uint8Array(readFileSync(folder + name))]))
    )
    const told: string[] = []
    const entries: (string | undefined)[] = []
    for await (const file of expand({path: 'plans.zip', bytes: zip}, note => void told.push(note.rule))) {
      entries.push(file.entry)
      expect(await read(file)).toEqual(await read(fileOf(text)))
    }
    expect([entries, told]).toEqual([names, []])
  })
})
