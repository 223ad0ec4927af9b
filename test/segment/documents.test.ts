import {describe, expect, it} from 'vitest'
import {readDate, readDocNumber, regionOf, periodOf} from '../../src/segment/meta.js'
import {select, toText} from '../../src/tree/walk.js'
import {documentOf, findings, outline, segmented} from './plan.js'

const notice = [
  '云岭州人民政府办公室关于印发',
  '《云岭州“十四五”水利规划》的通知',
  '云政办发〔2021〕31号',
  '各县（市、旗）人民政府，州直各部门：',
  '现将《云岭州“十四五”水利规划》印发给你们，请认真贯彻执行。',
  '云岭州人民政府办公室',
  '2021年11月3日'
]
const body = [
  '第一章 基础',
  '全州水利投入累计达到四十二亿元，建成水库六座。',
  '第二章 任务',
  '新建水库两座。'
]

describe('documents on one page', () => {
  it('begins a document at each notice and reads title, number, issuer, dates, region and period of each', async () => {
    const second = notice.map(line =>
      line.replace('水利', '林业').replace('〔2021〕31号', '〔2021〕34号').replace('11月3日', '12月16日')
    )
    const {documents} = await segmented(
      [...notice, '云岭州“十四五”水利规划', ...body, ...second, '云岭州“十四五”林业规划', ...body].join('\n')
    )
    expect(documents.map(({meta}) => [meta.title, meta.docNumber, meta.issuer, meta.signedOn])).toEqual([
      ['云岭州“十四五”水利规划', '云政办发〔2021〕31号', '云岭州人民政府办公室', '2021-11-03'],
      ['云岭州“十四五”林业规划', '云政办发〔2021〕34号', '云岭州人民政府办公室', '2021-12-16']
    ])
    expect(documents.map(({meta}) => [meta.region, meta.planPeriod?.start])).toEqual([
      ['云岭州', 2021],
      ['云岭州', 2021]
    ])
    expect(outline(documents[1]!)).toEqual(['第一章 基础', '第二章 任务'])
  })

  it('begins a document where another plan follows without a notice and counts from one again', async () => {
    const {documents} = await segmented(
      ['云岭州“十四五”水利规划', ...body, '云岭州“十四五”林业规划', ...body].join('\n')
    )
    expect(documents.map(({meta}) => meta.title)).toEqual([
      '云岭州“十四五”水利规划',
      '云岭州“十四五”林业规划'
    ])
  })

  it('does not begin a document at the name of another plan in the text', async () => {
    const text = [
      '云岭州“十四五”水利规划',
      ...body,
      '云岭州“十四五”林业规划',
      '第三章 保障',
      '加强领导。'
    ].join('\n')
    expect((await segmented(text)).documents).toHaveLength(1)
  })

  it('opens a document for each plan attached to one notice', async () => {
    const {documents} = await segmented(
      [
        ...notice,
        '附件1',
        '云岭州“十四五”水利规划',
        ...body,
        '附件2',
        '云岭州“十四五”节水规划',
        ...body
      ].join('\n')
    )
    expect(documents.map(({meta}) => meta.title)).toEqual([
      '云岭州“十四五”水利规划',
      '云岭州“十四五”节水规划'
    ])
  })

  it('gives no document for a text without characters', async () => {
    expect((await segmented(' \n\n\u3000')).documents).toEqual([])
  })
})

describe('heads of documents', () => {
  it('joins a title of two parts and keeps what stands between title and text as a signature', async () => {
    const document = await documentOf(
      [
        '云岭州国民经济和社会发展第十四个五年规划',
        '和二〇三五年远景目标纲要',
        '（2021年2月8日云岭州第八届人民代表大会第六次会议批准）',
        ...body
      ].join('\n')
    )
    expect(document.meta.title).toBe('云岭州国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要')
    expect(document.meta.planPeriod).toEqual({name: '十四五', start: 2021, end: 2025})
    expect(select(document, 'signature').map(toText)).toEqual([
      '（2021年2月8日云岭州第八届人民代表大会第六次会议批准）'
    ])
  })

  it('knows a title of any wording by the name in the notice', async () => {
    const lines = notice.map(line => line.replace('云岭州“十四五”水利规划', '云岭州政务服务十条'))
    expect(
      (await documentOf([...lines, '云岭州政务服务十条', '一、减材料', '能共享的不提交。'].join('\n'))).meta
        .title
    ).toBe('云岭州政务服务十条')
  })

  it('reads the proposals of a committee for a plan, and its region and period', async () => {
    const text =
      '中共云岭州委关于制定云岭州国民经济和社会发展第十五个五年规划的建议\n（2025年12月3日州委全体会议通过）\n一、形势\n今后五年是关键时期。'
    expect((await documentOf(text)).meta).toMatchObject({
      title: '中共云岭州委关于制定云岭州国民经济和社会发展第十五个五年规划的建议',
      region: '云岭州',
      planPeriod: {start: 2026, end: 2030}
    })
  })

  it('reads a notice under a letterhead whose title is broken and spaced out, with a list of attachments', async () => {
    const {meta, children} = await documentOf(
      [
        '青禾县人民政府文件',
        '青政发〔2021〕9号',
        '青禾县人民政府关于印发',
        '青禾县“十四五”农业规划的',
        '通  知',
        '各乡（镇）人民政府，县直各单位：',
        '现将《青禾县“十四五”农业规划》印发给你们，请认真组织实施。',
        '附件：青禾县“十四五”农业规划',
        '青禾县人民政府',
        '2021年6月18日',
        '（此件公开发布）',
        '青禾县“十四五”农业规划',
        ...body
      ].join('\n')
    )
    expect(meta).toMatchObject({
      title: '青禾县“十四五”农业规划',
      docNumber: '青政发〔2021〕9号',
      issuer: '青禾县人民政府',
      signedOn: '2021-06-18'
    })
    expect(children.map(({type}) => type)).toEqual(['notice', 'title', 'section', 'section'])
  })

  it('ends a notice at a line with issuer and date, and keeps the date of the plan out of its own', async () => {
    const {meta, children} = await documentOf(
      [
        '关于印发《临泽旗“十四五”能源规划》的通知',
        '临政办发〔2021〕77号',
        '各苏木乡镇人民政府，旗直各部门：',
        '现将《临泽旗“十四五”能源规划》印发给你们，请认真组织实施。',
        '临泽旗人民政府办公室\u3000\u3000\u30002021年10月9日',
        '临泽旗“十四五”能源规划（征求意见稿）',
        '编制单位：临泽旗能源局',
        '二〇二一年九月',
        ...body
      ].join('\n')
    )
    expect(meta).toMatchObject({
      title: '临泽旗“十四五”能源规划（征求意见稿）',
      issuer: '临泽旗人民政府办公室',
      signedOn: '2021-10-09'
    })
    expect(children.map(({type}) => type)).toEqual(['notice', 'title', 'signature', 'section', 'section'])
  })

  it('reads issuer and month from the lines under the title', async () => {
    const {meta} = await documentOf(
      ['云岭州水利规划（2021—2025年）', '云岭州水利局', '二〇二一年七月', ...body].join('\n')
    )
    expect(meta).toMatchObject({
      issuer: '云岭州水利局',
      signedOn: '2021-07',
      planPeriod: {start: 2021, end: 2025}
    })
  })
})

describe('contents pages', () => {
  const entries = ['第一章 基础', '第二章 任务']

  it.each([
    ['plain entries', entries],
    ['dots and page numbers', entries.map((entry, i) => `${entry}……………………${i * 4 + 1}`)],
    ['full stops as leaders', entries.map((entry, i) => `${entry}..........${i * 4 + 1}`)],
    ['a blank and page numbers', entries.map((entry, i) => `${entry} ${i * 4 + 1}`)]
  ])('keeps %s out of the outline', async (_, lines) => {
    const document = await documentOf(['云岭州水利规划', '目　录', ...lines, ...body].join('\n'))
    expect(outline(document)).toEqual(['第一章 基础', '第二章 任务'])
    expect(select(document, 'contents')[0]!.children).toHaveLength(3)
  })

  it('knows a contents page without its word by entries that all come again', async () => {
    const chapters = ['第一章 基础', '第二章 思路', '第三章 任务', '第四章 工程', '第五章 保障']
    const document = await documentOf(
      [
        '云岭州水利规划',
        ...chapters,
        ...chapters.flatMap(chapter => [chapter, '全州水利事业稳步发展，投入不断增加。'])
      ].join('\n')
    )
    expect(outline(document)).toEqual(chapters)
  })

  it('finds the title under a contents page that stands first', async () => {
    const document = await documentOf(
      ['目录', ...entries.map(entry => `${entry} 1`), '云岭州水利规划', ...body].join('\n')
    )
    expect(document.meta.title).toBe('云岭州水利规划')
    expect(document.children.map(child => child.type).slice(0, 2)).toEqual(['contents', 'title'])
  })

  it('reports an entry without a heading and a heading without an entry', async () => {
    const text = ['云岭州水利规划', '目录', '第一章 基础', '第三章 保障', ...body].join('\n')
    expect(await findings(text)).toEqual(
      expect.arrayContaining(['segment/contents-only', 'segment/not-in-contents'])
    )
  })

  it('says once that a text stops long before its contents page does', async () => {
    const title = (n: number) => `第${'一二三四五六七八'[n]}章 体育设施建设之${'甲乙丙丁戊己庚辛'[n]}`
    const listed = Array.from({length: 8}, (_, n) => title(n))
    const prose = '全州体育设施建设稳步推进，健身步道通到每个乡镇。'
    const text = ['云岭州“十四五”体育发展规划', '目录', ...listed, title(0), prose, title(1), prose].join(
      '\n'
    )
    expect((await findings(text)).filter(rule => rule === 'segment/contents-only')).toHaveLength(1)
  })
})

describe('dates and document numbers', () => {
  it.each([
    ['2018年1月12日', '2018-01-12', false],
    ['2022年6月', '2022-06', false],
    ['二〇二一年十月八日', '2021-10-08', false],
    ['二○二二年十二月二十一日', '2022-12-21', false],
    ['2021-12-03', '2021-12-03', false],
    ['2018226', '2018-02-26', true],
    ['20211216', '2021-12-16', true]
  ])('reads %s as %s', (text, iso, inferred) => {
    expect(readDate(text)).toEqual({iso, inferred})
  })

  it.each(['2018121', '2018年13月1日', '2018年2月30日', '2018', '第3号'])('makes no date of %s', text => {
    expect(readDate(text)).toBeNull()
  })

  it.each([
    ['云政发〔2018〕1号', '云政发〔2018〕1号', false],
    ['云政发[2018]第12号', '云政发〔2018〕12号', false],
    ['云政发（2018）12 号', '云政发〔2018〕12号', false],
    ['云政办发〔20187', '云政办发〔2018〕7号', true],
    ['云政办发〔201831', '云政办发〔2018〕31号', true]
  ])('reads %s as %s', (text, whole, inferred) => {
    expect(readDocNumber(text)).toEqual({text: whole, inferred})
  })

  it.each([
    ['云岭州“十四五”规划', {name: '十四五', start: 2021, end: 2025}],
    ['云岭州十三五时期规划', {name: '十三五', start: 2016, end: 2020}],
    ['云岭州第十四个五年规划', {name: '十四五', start: 2021, end: 2025}],
    ['云岭州水利规划（2022－2030年）', {name: '2022—2030', start: 2022, end: 2030}],
    ['云岭州二〇三五年规划', null],
    ['云岭州水利规划', null]
  ])('gives %s its period', (title, period) => {
    expect(periodOf(title)).toEqual(period)
  })

  it.each([
    ['云岭州水利局', '云岭州'],
    ['青禾县水利规划', '青禾县'],
    ['中共临泽旗委办公室', '临泽旗'],
    ['云岭自治区人民政府', '云岭自治区'],
    ['城市供水规划', null],
    ['社区服务规划', null]
  ])('gives %s its region', (name, region) => {
    expect(regionOf(name)).toBe(region)
  })
})
