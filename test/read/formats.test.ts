import {readdirSync, readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {corpus} from '../../pipelines/corpus.js'
import type {Plans} from '../../src/indicators/plans.js'
import {readDoc} from '../../src/read/doc.js'
import {readDocx} from '../../src/read/docx.js'
import {readPdf} from '../../src/read/pdf.js'
import {select, toText, walk} from '../../src/tree/walk.js'
import {readWith, sketch} from './word-file.js'

const folder = fileURLToPath(new URL('../../raw/formats/', import.meta.url))
const nameOf = (kind: string) => readdirSync(folder).find(name => name.endsWith(`.${kind}`))!
const bytesOf = (kind: string) => readFileSync(folder + nameOf(kind))
const readers = {doc: readDoc, docx: readDocx, pdf: readPdf} as const
const kinds = ['doc', 'docx', 'pdf'] as const

async function plansOf(kind: string): Promise<Plans> {
  let value: unknown = {path: nameOf(kind), bytes: bytesOf(kind)}
  const context = {post: () => {}, note: () => {}}
  for (const stage of corpus.stages) value = await stage.run(value as never, context)
  return value as Plans
}

const outline = ({documents}: Plans) =>
  documents.flatMap(document =>
    [...walk(document)].flatMap(node =>
      node.type === 'section' ? [`${node.rank} ${node.label} ${node.title}`] : []
    )
  )
const boxes = ({documents}: Plans) =>
  documents.flatMap(document =>
    select(document, 'box').map(box => [box.label, box.title, toText(box).replace(/\s/g, '')])
  )
const rows = ({indicators}: Plans) =>
  indicators.map(({table, no, category, name, unit, attribute, status, values}) => [
    table.title,
    no,
    category,
    name,
    unit,
    attribute,
    status,
    values.map(({role, year, raw, value}) => [role, year, raw, value])
  ])

describe('a PDF with damaged fonts', () => {
  it('is read as if they were sound, and says so', async () => {
    const whole = bytesOf('pdf')
    const damaged = Buffer.from(whole)
    let fonts = 0
    for (let at = damaged.indexOf('/Length1'); at >= 0; at = damaged.indexOf('/Length1', at + 1), fonts++)
      damaged.fill(0xa7, damaged.indexOf('stream', at) + 2000, damaged.indexOf('stream', at) + 2100)
    expect(fonts).toBe(3)
    const [sound, read] = [await readWith(readPdf, whole), await readWith(readPdf, damaged)]
    expect(sketch(read.draft.blocks)).toEqual(sketch(sound.draft.blocks))
    expect(read.rules).toContain('read/pdf-damaged-font')
    expect(sound.rules).not.toContain('read/pdf-damaged-font')
    expect(read.breaches).toEqual([])
  })
})

describe.each(kinds)('the same plan as .%s', kind => {
  it('has the outline, boxes and indicators of its text', async () => {
    const [plans, text] = [await plansOf(kind), await plansOf('txt')]
    expect(outline(plans)).toEqual(outline(text))
    expect(outline(plans)).toHaveLength(21)
    expect(boxes(plans)).toEqual(boxes(text))
    expect(boxes(plans).map(([label]) => label)).toEqual(['专栏1', '专栏2'])
    expect(rows(plans)).toEqual(rows(text))
    expect(rows(plans)).toHaveLength(16)
  })

  it('balances its books', async () => {
    const {breaches, draft} = await readWith(readers[kind], bytesOf(kind))
    expect(breaches).toEqual([])
    expect(draft.source.status).toBe('ok')
  })

  it('gives the same twice', async () => {
    const [a, b] = [
      await readWith(readers[kind], bytesOf(kind)),
      await readWith(readers[kind], bytesOf(kind))
    ]
    expect(a.draft).toEqual(b.draft)
  })

  it('says where its characters stand', async () => {
    const {draft} = await readWith(readers[kind], bytesOf(kind))
    const at = draft.source.text.indexOf('户籍人口数据')
    const {place} = draft.source.locators.find(({span}) => span[0] <= at && at < span[1])!
    if (place.kind === 'page') expect(place).toMatchObject({page: 3})
    else
      expect(place.kind === 'part' && place.part).toBe(kind === 'doc' ? 'WordDocument' : 'word/footnotes.xml')
  })

  it('keeps spans, the frame in its place and the footnote after its paragraph', async () => {
    const lines = sketch((await readWith(readers[kind], bytesOf(kind))).draft.blocks)
    expect(lines).toContain('5|机构养老 3x1|养老机构总床位数|张|6480|9200|预期性')
    const box = lines.findIndex(line => line.startsWith('专栏1'))
    expect(lines[box - 2]).toMatch(/^（三）加强特殊困难老年人兜底保障/)
    const note = lines.findIndex(line => line.startsWith('户籍人口数据'))
    expect(lines[note - 1]).toMatch(/占户籍总人口的17\.9%。$/)
  })

  it('never throws and keeps its books when the file is torn or overwritten', async () => {
    const whole = bytesOf(kind)
    await fc.assert(
      fc.asyncProperty(
        fc.double({min: 0, max: 1, noNaN: true}),
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), {maxLength: 30}),
        fc.boolean(),
        async (share, changes, torn) => {
          const bytes = Uint8Array.from(torn ? whole.subarray(0, Math.floor(whole.length * share)) : whole)
          if (!torn) for (const [at, value] of changes) bytes[at] = value
          const {breaches} = await readWith(readers[kind], bytes)
          expect(breaches).toEqual([])
        }
      ),
      // the same files each time; SEED=… tears others
      {numRuns: kind === 'pdf' ? 15 : 60, seed: Number(process.env['SEED'] ?? 14)}
    )
  }, 60_000)
})
