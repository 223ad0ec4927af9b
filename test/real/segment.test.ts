import {existsSync, readFileSync, readdirSync} from 'node:fs'
import {beforeAll, describe, expect, it} from 'vitest'
import {pipelines} from '../../pipelines/index.js'
import type {Plans} from '../../src/indicators/plans.js'
import type {Document} from '../../src/tree/nodes.js'
import {select} from '../../src/tree/walk.js'
import {ranksOf} from '../segment/plan.js'

const folder = '../shared/seeds'

/** What a reader finds in the real documents: heads, headings of each rank (in boxes too), boxes and tables. */
interface Facts {
  readonly title: string
  readonly docNumber: string | null
  readonly issuer: string | null
  readonly region: string
  readonly period: readonly [number, number] | null
  readonly signedOn: string | null
  readonly publishedOn: string | null
  readonly ranks: Readonly<Record<string, number>>
  readonly boxes: readonly (readonly [string, number | null])[]
  readonly tables: readonly (string | null)[]
}

const city = {region: '巴彦淖尔市', publishedOn: '2018-04-01', boxes: []}
const office = '巴彦淖尔市人民政府办公室'
const numbered = (...titles: string[]) => titles.map((title, i): [string, number] => [title, i + 1])

const facts: Readonly<Record<string, readonly Facts[]>> = {
  '000': [
    {
      title: '内蒙古自治区“十三五”时期民政事业发展规划',
      docNumber: null,
      issuer: null,
      region: '内蒙古自治区',
      period: [2016, 2020],
      signedOn: null,
      publishedOn: null,
      ranks: {chapter: 8, section: 28, enum3: 6},
      boxes: numbered(
        '保障基本民生领域重大工程',
        '社会养老服务体系建设工程',
        '社会治理现代化提升计划',
        '服务国防和军队现代化的工程',
        '专项社会服务行动计划'
      ),
      tables: ['表1', '表2']
    }
  ],
  '001': [
    {
      title: '鄂尔多斯市民政事业发展“十四五”规划',
      docNumber: null,
      issuer: null,
      region: '鄂尔多斯市',
      period: [2021, 2025],
      signedOn: null,
      publishedOn: null,
      ranks: {chapter: 6, section: 14, enum1: 38, enum2: 83, enum3: 11},
      boxes: numbered(
        '基层社会救助能力提升工程',
        '养老服务设施建设工程',
        '儿童福利服务工程',
        '基层社会治理体系和治理能力提升工程',
        '社会组织质量提升工程',
        '“五社联动”品牌塑造工程',
        '殡葬服务设施建设工程'
      ),
      tables: ['表1', '表2', null]
    }
  ],
  '003': [
    {
      title: '楚雄州民政事业发展“十四五”规划',
      docNumber: null,
      issuer: '楚雄州民政局',
      region: '楚雄州',
      period: [2021, 2025],
      signedOn: '2022-06',
      publishedOn: null,
      ranks: {enum1: 6, enum2: 34, enum3: 32},
      boxes: numbered(
        '基层民政服务能力提升工程重点建设项目',
        '民政福利服务设施改造提质工程重点建设项目',
        '民政人才队伍培养工程重点建设项目',
        '民政信息化能力提升工程重点建设项目'
      ),
      tables: ['表1', '表2']
    }
  ],
  '004': [
    {
      ...city,
      title: '改进政务工作狠抓贯彻落实若干规定',
      docNumber: '巴政发〔2018〕1号',
      issuer: '巴彦淖尔市人民政府',
      period: null,
      signedOn: '2018-01-12',
      ranks: {enum1: 5, enum2: 16},
      tables: []
    },
    {
      ...city,
      title: '巴彦淖尔市财政投资项目评审管理办法',
      docNumber: '巴政办发〔2018〕7号',
      issuer: office,
      period: null,
      signedOn: '2018-02-13',
      ranks: {chapter: 7, article: 16},
      tables: []
    },
    {
      ...city,
      title: '巴彦淖尔市“十三五”时期民政事业发展规划',
      docNumber: '巴政办发〔2018〕9号',
      issuer: office,
      period: [2016, 2020],
      signedOn: '2018-02-27',
      ranks: {enum1: 6, enum2: 12, enum3: 8},
      tables: [null]
    },
    {
      ...city,
      title: '巴彦淖尔市十三五时期城乡社区建设发展规划',
      docNumber: '巴政办发〔2018〕10号',
      issuer: office,
      period: [2016, 2020],
      signedOn: '2018-02-26',
      ranks: {none: 1, part: 4, enum1: 14, enum3: 9},
      tables: [null]
    }
  ]
}

async function plansOf(file: string, bytes: Uint8Array = readFileSync(`${folder}/${file}`)): Promise<Plans> {
  let value: unknown = {path: file, bytes}
  for (const stage of pipelines.corpus!.stages)
    value = await stage.run(value as never, {post: () => {}, note: () => {}})
  return value as Plans
}

/** Ways in which the same document could have arrived. */
const dresses: Readonly<Record<string, (text: string) => string | Uint8Array>> = {
  'CRLF line ends': text => text.replace(/\n/gu, '\r\n'),
  'UTF-16': text => Buffer.from(`\ufeff${text}`, 'utf16le'),
  'blanks at the ends of lines': text => text.replace(/\n/gu, '  \n'),
  'indented paragraphs': text =>
    text
      .split('\n')
      .map(line => (/^\t|^\s*$/u.test(line) ? line : `\u3000\u3000${line.trimStart()}`))
      .join('\n'),
  'blanks for NBSP': text => text.replace(/\u00a0/gu, ' '),
  'half-width punctuation': text =>
    text.replace(/[，；：（）]/gu, mark => ({'，': ',', '；': ';', '：': ':', '（': '(', '）': ')'})[mark]!),
  'no space after 章 and 节': text =>
    text.replace(/^(\s*第[一二三四五六七八九十]+[章节])[\s\u00a0]+/gmu, '$1'),
  '第1章 for 第一章': text =>
    text.replace(
      /^(\s*第)([一二三四五六七八九])([章节])/gmu,
      (_, a, n, b) => `${a}${'一二三四五六七八九'.indexOf(n) + 1}${b}`
    ),
  '一． for 一、': text => text.replace(/^(\s*[一二三四五六七八九十]{1,3})、/gmu, '$1．'),
  '【专栏1】 for 专栏1：': text => text.replace(/专栏(\d)[：: ]*/gu, '【专栏$1】')
}

/** Everything but the wording. */
const shapeOf = ({documents, indicators}: Plans) => ({
  ranks: documents.map(ranksOf),
  boxes: documents.map(document => select(document, 'box').length),
  tables: documents.map(document => select(document, 'table').length),
  values: indicators.map(({values}) => values.map(({value, parts, missing}) => [value, parts, missing]))
})

describe.skipIf(!existsSync(folder))('the real documents', () => {
  const read = new Map<string, readonly Document[]>()
  beforeAll(async () => {
    for (const file of readdirSync(folder))
      if (/^\d{3}_.*\.txt$/u.test(file)) read.set(file.slice(0, 3), (await plansOf(file)).documents)
  })

  for (const [file, expected] of Object.entries(facts)) {
    it(`${file} holds ${expected.length} document(s) with these heads`, () => {
      expect(read.get(file)!.map(({meta}) => meta)).toMatchObject(
        expected.map(({title, docNumber, issuer, region, period, signedOn, publishedOn}) => ({
          title,
          docNumber,
          issuer,
          region,
          planPeriod: period && {start: period[0], end: period[1]},
          signedOn,
          publishedOn
        }))
      )
    })

    it(`${file} has these headings, boxes and tables`, () => {
      const found = read.get(file)!
      expect(found.map(ranksOf)).toEqual(expected.map(({ranks}) => ranks))
      expect(
        found.map(document => select(document, 'box').map(({title, ordinal}) => [title, ordinal]))
      ).toEqual(expected.map(({boxes}) => boxes))
      expect(found.map(document => select(document, 'table').map(({number}) => number))).toEqual(
        expected.map(({tables}) => tables)
      )
    })
  }

  it('000 keeps 第二节推进养老服务机构建设, which has no space, and 第八章保障措施 as headings', () => {
    const titles = select(read.get('000')![0]!, 'section').map(({title}) => title)
    expect(titles).toEqual(
      expect.arrayContaining(['推进养老服务机构建设', '保障措施', '强化社会组织管理和建设'])
    )
  })

  it('001 gives 发展基础 back its place as chapter one', () => {
    const [first] = select(read.get('001')![0]!, 'section')
    expect(first).toMatchObject({rank: 'chapter', ordinal: 1, label: null, title: '发展基础'})
  })

  it('001 hangs the project table under the document, after the last chapter', () => {
    const last = read.get('001')![0]!.children.at(-1)!
    expect(last.type).toBe('table')
  })

  it('002 holds one document with the 38 headings of its contents page in order, 14 of them put back', () => {
    const documents = read.get('002')!
    expect(documents).toHaveLength(1)
    expect(documents[0]!.meta).toMatchObject({
      title: '内蒙古自治区“十四五”民政事业发展规划',
      issuer: '内蒙古自治区人民政府办公厅',
      region: '内蒙古自治区',
      planPeriod: {start: 2021, end: 2025},
      signedOn: '2021-10-08',
      publishedOn: '2021-10-15'
    })
    const headings = select(documents[0]!, 'section').filter(
      ({rank}) => rank === 'chapter' || rank === 'section'
    )
    const chapters = headings.filter(({rank}) => rank === 'chapter')
    expect(chapters.map(({ordinal}) => ordinal)).toEqual([1, 2, 3, 4, 5, 6])
    expect(headings).toHaveLength(38)
    expect(headings.filter(({inferred}) => inferred)).toHaveLength(14)
    expect(
      chapters.map(chapter => chapter.children.filter(child => child.type === 'section').length)
    ).toEqual([4, 4, 7, 6, 5, 6])
  })

  it('004 marks what it restored: a number without brackets and a date without 年月日', () => {
    expect(read.get('004')!.map(({meta}) => [...meta.inferred].sort())).toEqual([
      [],
      ['docNumber'],
      [],
      ['docNumber', 'signedOn']
    ])
  })

  it('004 numbers the articles 1, 2, 6, 7 and 18 to 22 and leaves open what the page does not tell', () => {
    const articles = select(read.get('004')![1]!, 'section').filter(({rank}) => rank === 'article')
    const ordinals = articles.map(({ordinal}) => ordinal)
    expect(ordinals.slice(0, 4)).toEqual([1, 2, 6, 7])
    expect(ordinals.slice(-5)).toEqual([18, 19, 20, 21, 22])
  })

  it.each(Object.entries(dresses))(
    'give the same headings, boxes, tables and values with %s',
    async (_, dress) => {
      for (const file of readdirSync(folder)) {
        if (!/^00[0134]_.*\.txt$/u.test(file)) continue
        const dressed = dress(readFileSync(`${folder}/${file}`, 'utf8'))
        const bytes = typeof dressed === 'string' ? Buffer.from(dressed) : dressed
        expect(shapeOf(await plansOf(file, bytes))).toEqual(shapeOf(await plansOf(file)))
      }
    }
  )
})
