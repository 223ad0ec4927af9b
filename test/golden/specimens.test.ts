import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {pipelines} from '../../pipelines/index.js'
import type {Note} from '../../src/core/note.js'
import {textFile} from '../../src/emit/text.js'
import type {Plans} from '../../src/indicators/plans.js'
import {select, toText} from '../../src/tree/walk.js'

/** Counts read off the specimens by hand; `raw/README.md` prints the same. */
interface Expected {
  readonly file: string
  readonly documents: number
  readonly ranks: Readonly<Record<string, number>>
  readonly boxes: number
  readonly tables: number
  readonly indicators: number
  readonly values: number
}

const culture = {documents: 1, ranks: {none: 1, chapter: 6, section: 11, enum3: 3}, boxes: 1, tables: 1}

const specimens: readonly Expected[] = [
  {
    file: '云岭州十四五民政事业发展规划.txt',
    documents: 1,
    ranks: {chapter: 7, section: 16, enum3: 3},
    boxes: 5,
    tables: 2,
    indicators: 18,
    values: 36
  },
  {
    file: '临泽旗养老服务发展十四五规划.txt',
    documents: 1,
    ranks: {chapter: 5, section: 8, enum1: 16, enum2: 15, enum3: 4},
    boxes: 3,
    tables: 3,
    indicators: 13,
    values: 26
  },
  {
    file: '青禾县水利发展十四五规划.txt',
    documents: 1,
    ranks: {enum1: 5, enum2: 18, enum3: 8},
    boxes: 2,
    tables: 2,
    indicators: 14,
    values: 42
  },
  {
    file: '云岭州人民政府公报2021年第4期.txt',
    documents: 3,
    ranks: {chapter: 4, article: 11, enum1: 8, enum2: 18, enum3: 3},
    boxes: 0,
    tables: 1,
    indicators: 7,
    values: 14
  },
  {
    file: '云岭州水土保持规划.txt',
    documents: 1,
    ranks: {chapter: 5, section: 14},
    boxes: 0,
    tables: 0,
    indicators: 0,
    values: 0
  },
  {
    file: '云岭州综合防灾减灾十四五规划.txt',
    documents: 1,
    ranks: {chapter: 8, section: 23},
    boxes: 0,
    tables: 0,
    indicators: 0,
    values: 0
  },
  ...['', '.gb18030', '.utf16le', '.big5'].map(encoding => ({
    ...culture,
    file: `云岭州十四五文化发展规划${encoding}.txt`,
    indicators: 6,
    values: 12
  }))
]

async function run(file: string): Promise<{plans: Plans; notes: Note[]}> {
  const notes: Note[] = []
  const context = {post: () => {}, note: (note: Note) => void notes.push(note)}
  let value: unknown = {path: file, bytes: readFileSync(new URL(`../../raw/${file}`, import.meta.url))}
  for (const stage of pipelines.corpus!.stages) value = await stage.run(value as never, context)
  return {plans: value as Plans, notes}
}

describe.each(specimens)('$file', ({file, documents, ranks, boxes, tables, indicators, values}) => {
  it('gives the documents, headings of each rank, boxes, tables and values that a reader counts', async () => {
    const {plans} = await run(file)
    const count: Record<string, number> = {}
    for (const document of plans.documents)
      for (const {rank} of select(document, 'section')) count[rank] = (count[rank] ?? 0) + 1
    expect({
      documents: plans.documents.length,
      ranks: count,
      boxes: plans.documents.flatMap(document => select(document, 'box')).length,
      tables: plans.documents.flatMap(document => select(document, 'table')).length,
      indicators: plans.indicators.length,
      values: plans.indicators.flatMap(indicator => indicator.values).length
    }).toEqual({documents, ranks, boxes, tables, indicators, values})
  })
})

describe('the gazette', () => {
  it('gives each document its title, number, issuer and dates, and says which it restored', async () => {
    const {plans} = await run('云岭州人民政府公报2021年第4期.txt')
    const issued = {region: '云岭州', publishedOn: '2021-12-30'}
    expect(plans.documents.map(({meta}) => meta)).toMatchObject([
      {
        ...issued,
        title: '云岭州政务服务提速增效十条措施',
        docNumber: '云政发〔2021〕26号',
        issuer: '云岭州人民政府',
        signedOn: '2021-10-08',
        planPeriod: null,
        inferred: []
      },
      {
        ...issued,
        title: '云岭州节约用水奖惩办法',
        docNumber: '云政办发〔2021〕31号',
        issuer: '云岭州人民政府办公室',
        signedOn: '2021-11-03',
        planPeriod: null,
        inferred: ['docNumber']
      },
      {
        ...issued,
        title: '云岭州“十四五”文化馆站建设规划',
        docNumber: '云政办发〔2021〕34号',
        issuer: '云岭州人民政府办公室',
        signedOn: '2021-12-16',
        planPeriod: {name: '十四五', start: 2021, end: 2025},
        inferred: ['signedOn']
      }
    ])
  })

  it('counts the damaged articles 5, 8 and 9 where they stand', async () => {
    const {plans} = await run('云岭州人民政府公报2021年第4期.txt')
    const articles = select(plans.documents[1]!, 'section').filter(({rank}) => rank === 'article')
    expect(articles.map(({ordinal}) => ordinal)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
    expect(articles.filter(({restored}) => restored.length > 0).map(({ordinal}) => ordinal)).toEqual([
      5, 8, 9
    ])
  })
})

describe('the wrapped plan', () => {
  it('puts paragraphs together across lines and pages, without page numbers and running heads', async () => {
    const {plans} = await run('云岭州水土保持规划.txt')
    const [document] = plans.documents
    const text = select(document!, 'paragraph').map(toText)
    expect(text).toContain(
      '生产建设项目遥感监管每年覆盖全州不少于2次，发现疑似违规图斑15日内完成核查。监测站点由11个增加到19个，监测数据与省级平台实时共享。'
    )
    expect(select(document!, 'item').map(toText)).toContain(
      '——坚持治管并重。建成一处、管好一处，落实管护主体和经费，不留烂尾工程。'
    )
    expect(document!.meta).toMatchObject({issuer: '云岭州水利局', signedOn: '2021-07'})
  })
})

describe('the plan with a paragraph in two wordings', () => {
  it('keeps one of the two and reports the difference', async () => {
    const {plans, notes} = await run('青禾县水利发展十四五规划.txt')
    const paragraphs = select(plans.documents[0]!, 'paragraph').map(toText)
    expect(paragraphs.filter(text => text.startsWith('以柳湾水库和禾水干流为依托'))).toHaveLength(1)
    expect(notes.some(({rule}) => rule.startsWith('repair/'))).toBe(true)
  })
})

/** Pairs of neighbours that a reading keeps, as a share of those of the true order. */
function neighboursKept(truth: readonly string[], found: readonly string[]): number {
  const pairs = new Set(found.slice(1).map((sentence, i) => `${found[i]}\n${sentence}`))
  const kept = truth.slice(1).filter((sentence, i) => pairs.has(`${truth[i]}\n${sentence}`))
  return kept.length / (truth.length - 1)
}

describe('the plan read across two columns, and the one in one line', () => {
  it.each(['两栏', '一行'])('%s: every line of the sound one comes back', async damage => {
    const lines = ({documents}: Plans) => documents.map(textFile)
    const sound = lines((await run('云岭州综合防灾减灾十四五规划.txt')).plans)
    expect(lines((await run(`云岭州综合防灾减灾十四五规划-${damage}.txt`)).plans)).toEqual(sound)
  })
})

describe('the woven plan', () => {
  /** May only rise. */
  const floor = 0.92

  it('has each of its 65 sentences once, nearly all beside the right neighbours, and its eight chapters', async () => {
    const sentences = (plans: Plans) =>
      plans.documents
        .flatMap(document => select(document, 'paragraph'))
        .flatMap(paragraph => toText(paragraph).match(/[^。]+。/gu) ?? [])
    const sound = sentences((await run('云岭州综合防灾减灾十四五规划.txt')).plans)
    const {plans} = await run('云岭州综合防灾减灾十四五规划-交错.txt')
    const known = sentences(plans).filter(sentence => sound.includes(sentence))
    expect(known).toHaveLength(65)
    expect(new Set(known).size).toBe(65)
    const truth = sound.filter(sentence => known.includes(sentence))
    expect(neighboursKept(truth, known)).toBeGreaterThanOrEqual(floor)
    const chapters = select(plans.documents[0]!, 'section').filter(({rank}) => rank === 'chapter')
    expect(chapters.map(({ordinal}) => ordinal).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  it('leaves the sound one as it is', async () => {
    const {notes} = await run('云岭州综合防灾减灾十四五规划.txt')
    expect(notes).toEqual([])
  })
})
