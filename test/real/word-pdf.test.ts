import {spawnSync} from 'node:child_process'
import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it} from 'vitest'
import {corpus} from '../../pipelines/corpus.js'
import type {Plans} from '../../src/indicators/plans.js'
import {select, toText, walk} from '../../src/tree/walk.js'
import {planOdt} from './plan-odt.js'

const seeds = '../shared/seeds'
const office = spawnSync('soffice', ['--version']).status === 0
const work = mkdtempSync(join(tmpdir(), 'guihua-real-'))
const numbers = ['000', '001', '003'] as const
const texts = new Map<string, Plans>()

async function plansOf(path: string): Promise<Plans> {
  let value: unknown = {path, bytes: readFileSync(path)}
  const context = {post: () => {}, note: () => {}}
  for (const stage of corpus.stages) value = await stage.run(value as never, context)
  return value as Plans
}

/** How often each character that is no space was read. */
function solid({documents}: Plans): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const document of documents)
    for (const node of walk(document))
      if (node.type === 'text' && node.trace.length > 0)
        for (const char of node.value.replace(/\s/gu, '')) counts[char] = (counts[char] ?? 0) + 1
  return counts
}

const outline = ({documents}: Plans) =>
  documents.flatMap(document =>
    select(document, 'section').map(({rank, label, title}) => [rank, label, title])
  )
const boxes = ({documents}: Plans) =>
  documents.flatMap(document =>
    select(document, 'box').map(box => [box.label, toText(box).replace(/\s/g, '')])
  )
const indicators = ({indicators}: Plans) =>
  indicators.map(({no, parent, name, unit, attribute, values}) => [
    no,
    parent,
    name,
    unit,
    attribute,
    values.map(({role, year, raw}) => [role, year, raw])
  ])

/** Real plans as text, set by LibreOffice with real tables and spans, and read again: the expectation is the text run itself. */
describe.skipIf(!existsSync(seeds) || !office)('real plans set as .docx, .doc and .pdf', () => {
  beforeAll(async () => {
    for (const number of numbers) {
      const name = readdirSync(seeds).find(each => each.startsWith(number))!
      const plans = await plansOf(join(seeds, name))
      texts.set(number, plans)
      writeFileSync(join(work, `${number}.fodt`), planOdt(plans.documents))
    }
    for (const kind of ['docx', 'doc:MS Word 97', 'pdf'])
      spawnSync('soffice', [
        '--headless',
        `-env:UserInstallation=file://${work}/profile`,
        '--convert-to',
        kind,
        '--outdir',
        work,
        ...numbers.map(number => join(work, `${number}.fodt`))
      ])
  }, 240_000)
  afterAll(() => rmSync(work, {recursive: true, force: true}))

  for (const number of numbers)
    for (const kind of ['docx', 'doc', 'pdf'])
      it(`${number} as .${kind} loses no character, heading, box or indicator`, async () => {
        const plans = await plansOf(join(work, `${number}.${kind}`))
        const text = texts.get(number)!
        expect(solid(plans)).toEqual(solid(text))
        expect(outline(plans)).toEqual(outline(text))
        expect(boxes(plans)).toEqual(boxes(text))
        expect(indicators(plans)).toEqual(indicators(text))
      }, 60_000)
})
