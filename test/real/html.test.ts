import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import iconv from 'iconv-lite'
import {describe, expect, it} from 'vitest'
import {corpus} from '../../pipelines/corpus.js'
import {execute} from '../../src/run/execute.js'
import {select, toText} from '../../src/tree/walk.js'
import type {Document} from '../../src/tree/nodes.js'
import type {Plans} from '../../src/indicators/plans.js'
import {sitePage} from '../read/site-page.js'
import {newPage, oldPage} from '../read/site-programs.js'

const seeds = fileURLToPath(new URL('../../../shared/seeds', import.meta.url))

async function run(path: string, bytes: Uint8Array) {
  const {value, notes} = await execute(corpus, {path, bytes})
  if (!value) throw new Error(`${path}: ${notes.map(n => n.reason).join('; ')}`)
  return {value, errors: notes.filter(n => n.severity === 'error').map(n => n.rule)}
}

/** What must be the same in every format. */
const outline = (document: Document) =>
  select(document, 'section')
    .filter(s => !s.inferred)
    .map(s => `${s.label ?? ''} ${s.title}`.trim())
const boxes = (document: Document) => select(document, 'box').map(b => b.title)
const tables = (document: Document) =>
  select(document, 'table').map(t =>
    t.children.map(r => r.children.map(c => c.children.map(toText).join('/')).join('|')).join('\n')
  )
const measures = (plans: Plans) =>
  plans.indicators.map(i =>
    [i.no, i.parent, i.name, i.unit, i.values.map(v => `${v.role} ${v.year} ${v.value}`)].join()
  )
const words = (document: Document) => toText(document).replace(/\s+/gu, '')

describe.skipIf(!existsSync(seeds))('a seed as a page of a site in GB18030', () => {
  const names = existsSync(seeds) ? readdirSync(seeds).filter(n => /^00[013].*\.txt$/.test(n)) : []
  it.each(names)('%s loses nothing against its text', async name => {
    const text = await run(name, readFileSync(join(seeds, name)))
    const document = text.value.documents[0]!
    const html = sitePage(document, '云岭州人民政府')
    const page = await run('page.html', iconv.encode(html, 'gb18030'))
    expect(page.value.source.encoding).toBe('gb18030')
    expect(page.errors).toEqual([])
    expect(page.value.documents).toHaveLength(1)
    const again = page.value.documents[0]!
    expect(outline(again)).toEqual(outline(document))
    expect(boxes(again)).toEqual(boxes(document))
    expect(tables(again)).toEqual(tables(document))
    expect(measures(page.value)).toEqual(measures(text.value))
    expect(words(again)).toBe(words(document))
  })
  it.each(names)('%s is taken out of the pages of other programs, whole and alone', async name => {
    const text = (await run(name, readFileSync(join(seeds, name)))).value.documents[0]!
    const page = sitePage(text, '云岭州人民政府')
    for (const program of [oldPage, newPage]) {
      const {value, errors} = await run('page.html', iconv.encode(program(page), 'gb18030'))
      expect(errors).toEqual([])
      const document = value.documents[0]!
      expect([outline(document), boxes(document), tables(document)]).toEqual([
        outline(text),
        boxes(text),
        tables(text)
      ])
      expect(words(document)).toBe(words(text))
    }
  })
})
