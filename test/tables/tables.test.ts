import {describe, expect, it} from 'vitest'
import {select, toText} from '../../src/tree/walk.js'
import {cellsOf, documentOf, findings, outline, tablesOf} from '../segment/plan.js'

const head = '云岭州“十四五”体育发展规划\n一、目标\n到2025年体育事业再上台阶，各项指标见下表。\n'
const tail = '\n\n\n二、任务\n建设体育公园。'
/** A Word dump: cells opened by a tab, rows divided by an empty line. */
const dump = (rows: readonly (readonly string[])[]) =>
  `${head}表1：主要指标\n\n${rows.map(row => row.map(cell => `\t${cell}`).join('\n')).join('\n\n')}${tail}`
const one = async (text: string) => cellsOf((await tablesOf(text))[0]!)

describe('tables of Word dumps', () => {
  it('opens a cell at each tab, goes on in it on lines without one, and ends a row at an empty line', async () => {
    const text = dump([
      ['指标', '2020年\n实际值', '2025年\n目标值'],
      ['体育公园（个）', '4', '20']
    ])
    expect(await one(text)).toEqual(['*指标 | *2020年实际值 | *2025年目标值', '体育公园（个） | 4 | 20'])
    expect((await tablesOf(text))[0]).toMatchObject({number: '表1', title: '主要指标', ordinal: 1})
  })

  it('keeps an empty cell in its place', async () => {
    expect(
      await one(
        dump([
          ['序号', '指标', '2020年', '2025年'],
          ['1', '步道（公里）', '\u00a0', '300'],
          ['2', '场地（个）', '12', '60']
        ])
      )
    ).toEqual(['*序号 | *指标 | *2020年 | *2025年', '1 | 步道（公里） |  | 300', '2 | 场地（个） | 12 | 60'])
  })

  it('spans the name of ordinary rows over two columns where other rows are grouped, and joins empty groups to the one above', async () => {
    expect(
      await one(
        dump([
          ['序号', '指标名称', '2020年', '2025年'],
          ['1', '体育公园（个）', '4', '20'],
          ['2', '场地标准', '城区（平方米）', '2.1', '2.6'],
          ['', '', '乡村（平方米）', '1.4', '2.0']
        ])
      )
    ).toEqual([
      '*序号 | *指标名称→2 | *2020年 | *2025年',
      '1 | 体育公园（个）→2 | 4 | 20',
      '2 | 场地标准↓2 | 城区（平方米） | 2.1 | 2.6',
      ' | 乡村（平方米） | 1.4 | 2.0'
    ])
  })

  it('lets a category reach down over the empty cells below it', async () => {
    expect(
      await one(
        dump([
          ['序号', '类别', '指标', '2025年'],
          ['1', '设施', '公园（个）', '20'],
          ['2', '', '步道（公里）', '300'],
          ['3', '赛事', '州级赛事（场）', '12']
        ])
      )
    ).toEqual([
      '*序号 | *类别 | *指标 | *2025年',
      '1 | 设施↓2 | 公园（个） | 20',
      '2 | 步道（公里） | 300',
      '3 | 赛事 | 州级赛事（场） | 12'
    ])
  })

  it('puts a last cell that slipped a line back into its row, and says so', async () => {
    const text = dump([
      ['指标', '2020年', '2025年', '属性'],
      ['公园（个）', '4', '20'],
      ['约束性'],
      ['步道（公里）', '96', '300', '预期性'],
      ['场地（个）', '12', '60', '预期性']
    ])
    expect((await one(text))[1]).toBe('公园（个） | 4 | 20 | 约束性')
    expect(await findings(text)).toContain('segment/slipped-cell')
  })

  it('lets a row of one cell reach over all columns', async () => {
    const text = dump([
      ['指标', '2020年', '2025年', '属性'],
      ['一、设施'],
      ['公园（个）', '4', '20', '约束性'],
      ['二、赛事'],
      ['州级赛事（场）', '6', '12', '预期性']
    ])
    expect(await one(text)).toEqual([
      '*指标 | *2020年 | *2025年 | *属性',
      '一、设施→4',
      '公园（个） | 4 | 20 | 约束性',
      '二、赛事→4',
      '州级赛事（场） | 6 | 12 | 预期性'
    ])
  })

  it('takes a note under the table and a unit over it out of the grid and keeps them as text', async () => {
    const rows = [['单位：个'], ['指标', '2020年', '2025年'], ['公园', '4', '20'], ['注：2020年为快报数。']]
    const text = dump(rows).replace('表1：主要指标\n\n', '')
    expect(await one(text)).toEqual(['*指标 | *2020年 | *2025年', '公园 | 4 | 20'])
    expect(select(await documentOf(text), 'paragraph').map(toText)).toEqual(
      expect.arrayContaining(['单位：个', '注：2020年为快报数。'])
    )
  })

  it('puts a table together whose rows no empty lines divide', async () => {
    const text = dump([
      [
        '序号',
        '指标',
        '2020年',
        '2025年',
        '属性',
        '1',
        '公园（个）',
        '4',
        '20',
        '约束性',
        '2',
        '场地（个）',
        '12',
        '60',
        '预期性'
      ]
    ])
    expect(await one(text)).toEqual([
      '*序号 | *指标 | *2020年 | *2025年 | *属性',
      '1 | 公园（个） | 4 | 20 | 约束性',
      '2 | 场地（个） | 12 | 60 | 预期性'
    ])
  })

  it('leaves a table that cannot be made square as text, every cell of it, with an error', async () => {
    const text = dump([
      ['指标', '2020年', '2025年', '属性'],
      ['公园（个）', '4'],
      ['步道（公里）', '96', '300', '预期性', '州体育局', '备注'],
      ['场地（个）', '12', '60']
    ])
    const document = await documentOf(text)
    expect(select(document, 'table')).toEqual([])
    for (const cell of ['公园（个）', '96', '州体育局', '60']) expect(toText(document)).toContain(cell)
    expect(await findings(text)).toContain('tables/not-square')
  })

  it('ends a table at a heading that no empty lines announce', async () => {
    const text = dump([
      ['指标', '2020年', '2025年'],
      ['公园（个）', '4', '20']
    ]).replace('\n\n\n二、', '\n二、')
    expect(outline(await documentOf(text))).toEqual(['一、 目标', '  table of 2 rows', '二、 任务'])
  })

  it('reads tabs before ordinary paragraphs as indents', async () => {
    const line =
      '\t全州体育设施建设稳步推进，人均场地面积达到二点一平方米，健身步道通到每个乡镇，群众满意率不断提高。'
    expect(outline(await documentOf(`云岭州规划\n${`${line}\n`.repeat(6)}`))).toEqual([])
  })
})

describe('tables with one cell a line', () => {
  const flat = (cells: readonly string[]) => `${head}主要指标\n${cells.join('\n')}${tail}`
  const columns = ['序号', '指标名称', '2020', '2025年目标值', '属性']

  it('puts rows together that end with their attribute', async () => {
    expect(
      await one(
        flat([...columns, '1', '公园（个）', '4', '20', '约束性', '2', '步道（公里）', '96', '300', '预期性'])
      )
    ).toEqual([
      '*序号 | *指标名称 | *2020 | *2025年目标值 | *属性',
      '1 | 公园（个） | 4 | 20 | 约束性',
      '2 | 步道（公里） | 96 | 300 | 预期性'
    ])
  })

  it('knows grouped rows, 其中 rows and blanks', async () => {
    const rows = ['1', '公园（个）', '4', '20', '约束性', '其中：乡镇公园（个）', '1', '9', '预期性']
    const grouped = [
      '2',
      '场地标准',
      '城区（平方米）',
      '2.1',
      '2.6',
      '约束性',
      '乡村（平方米）',
      '1.4',
      '2.0',
      '约束性'
    ]
    const blank = ['3', '步道（公里）', '\u00a0', '300', '预期性']
    expect((await one(flat([...columns, ...rows, ...grouped, ...blank]))).slice(1)).toEqual([
      '1 | 公园（个）→2 | 4 | 20 | 约束性',
      ' | 其中：乡镇公园（个）→2 | 1 | 9 | 预期性',
      '2 | 场地标准↓2 | 城区（平方米） | 2.1 | 2.6 | 约束性',
      ' | 乡村（平方米） | 1.4 | 2.0 | 约束性',
      '3 | 步道（公里）→2 |  | 300 | 预期性'
    ])
  })

  it('takes a wide gap between cells for the empty cell that the row lacks', async () => {
    const cells = [
      ...columns,
      '1',
      '公园（个）',
      '4',
      '20',
      '约束性',
      '2',
      '步道（公里）',
      '\n\n300',
      '预期性'
    ]
    expect((await one(`${head}主要指标\n\n${cells.join('\n\n')}${tail}`)).slice(1)).toEqual([
      '1 | 公园（个） | 4 | 20 | 约束性',
      '2 | 步道（公里） |  | 300 | 预期性'
    ])
  })

  it('leaves rows that do not fill the columns as lines, with an error, and shifts nothing', async () => {
    const text = flat([
      ...columns,
      '1',
      '公园（个）',
      '4',
      '20',
      '30',
      '40',
      '约束性',
      '2',
      '步道（公里）',
      '96',
      '300',
      '预期性'
    ])
    expect(await tablesOf(text)).toEqual([])
    expect(await findings(text)).toContain('segment/table-unrecovered')
  })

  it('knows fields before the numbers, values with a remark or in words, and rows of a group', async () => {
    const cells = [
      ...['类别', '序号', '指标名称', '2025年预计', '2030年目标', '年均/累计', '属性'],
      ...['设施（2项）', '1', '公园（个）', '4（2024年）', '20', '[16]', '预期性'],
      ...['2', '每万人指导员', '城镇（名）', '21', '30', '—', '预期性'],
      ...['乡村（名）', '12', '稳步提高', '—', '预期性'],
      ...['服务（1项）', '3', '体质合格率（%）', '91', '完成省下达目标', '—', '约束性']
    ]
    const [table] = await tablesOf(`${head}主要指标\n${cells.join('\n')}${tail}`)
    expect(cellsOf(table!)).toEqual([
      '*类别 | *序号 | *指标名称→2 | *2025年预计 | *2030年目标 | *年均/累计 | *属性',
      '设施（2项） | 1 | 公园（个）→2 | 4（2024年） | 20 | [16] | 预期性',
      ' | 2 | 每万人指导员↓2 | 城镇（名） | 21 | 30 | — | 预期性',
      ' |  | 乡村（名） | 12 | 稳步提高 | — | 预期性',
      '服务（1项） | 3 | 体质合格率（%）→2 | 91 | 完成省下达目标 | — | 约束性'
    ])
  })
})

describe('tables with a row a line', () => {
  const rows = (...lines: string[]) => `${head}${lines.join('\n')}${tail}`

  it('divides cells at tabs and keeps empty first cells', async () => {
    expect(
      await one(rows('类别\t指标\t2020年\t2025年', '设施\t公园（个）\t4\t20', '\t步道（公里）\t96\t300'))
    ).toEqual([
      '*类别 | *指标 | *2020年 | *2025年',
      '设施↓2 | 公园（个） | 4 | 20',
      '步道（公里） | 96 | 300'
    ])
  })

  it('keeps rows of a group, whose name stands before theirs and makes them a cell longer', async () => {
    expect(
      await one(
        rows(
          '类别\t序号\t指标\t2025年\t2030年',
          '健身\t1\t公园（个）\t4\t20',
          '\t2\t每万人指导员\t城镇（名）\t21\t30',
          '\t\t\t乡村（名）\t12\t25',
          '竞技\t3\t体校（所）\t1\t2'
        )
      )
    ).toEqual([
      '*类别 | *序号 | *指标→2 | *2025年 | *2030年',
      '健身↓3 | 1 | 公园（个）→2 | 4 | 20',
      '2 | 每万人指导员↓2 | 城镇（名） | 21 | 30',
      ' | 乡村（名） | 12 | 25',
      '竞技 | 3 | 体校（所）→2 | 1 | 2'
    ])
  })

  it('makes no table where a longer row has a number too many', async () => {
    expect(
      await tablesOf(rows('指标\t2025年\t2030年', '公园（个）\t4\t20', '步道（公里）\t96\t300\t310'))
    ).toEqual([])
  })

  it('divides cells at bars and lets the bars and the rule go as layout', async () => {
    expect(
      await one(rows('| 指标 | 2020年 | 2025年 |', '| --- | --: | :-: |', '| 公园（个） | 4 | 20 |'))
    ).toEqual(['*指标 | *2020年 | *2025年', '公园（个） | 4 | 20'])
  })

  it.each([
    ['wide gaps', '    '],
    ['full-width spaces', '\u3000'],
    ['single blanks', ' ']
  ])('divides cells at %s where the first row names the columns', async (_, gap) => {
    const lines = [
      ['指标', '单位', '2020年', '2025年'],
      ['公园', '个', '4', '20'],
      ['步道', '公里', '96', '300']
    ]
    expect(await one(rows(...lines.map(line => line.join(gap))))).toEqual([
      '*指标 | *单位 | *2020年 | *2025年',
      '公园 | 个 | 4 | 20',
      '步道 | 公里 | 96 | 300'
    ])
  })

  it('makes no table of headings with a tab after their number, nor of a contents page with tabs', async () => {
    const text = '云岭州规划\n目录\n第一章\t总则\t1\n第二章\t任务\t3\n第一章\t总则\n第二章\t任务\n开展工作。'
    expect(await tablesOf(text)).toEqual([])
    expect(outline(await documentOf(text))).toEqual(['第一章 总则', '第二章 任务'])
  })

  it('makes no table of prose with blanks in it', async () => {
    expect(await tablesOf(rows('全州 体育 事业 稳步 发展。', '群众 体育 活动 丰富 多彩。'))).toEqual([])
  })
})

describe('tables whose cells a word processor parted by so many blanks', () => {
  const rows = (...lines: string[]) => `${head}${lines.join('\n')}\n${tail}`

  it('keeps empty cells, joins cells over line ends, and gives fields and groups their rows', async () => {
    expect(
      await one(
        rows(
          '类别    序号    指标    属性    2030年',
          '设施    1    公园（个）    预期性    20',
          '    2    人均场地面积（平方米）    约束性    达到全省',
          '要求',
          '    3    每万人',
          '指导员    城镇（名）    预期性    30',
          '            乡村（名）        25',
          '服务    4    体质合格率（%）    预期性    92'
        )
      )
    ).toEqual([
      '*类别 | *序号 | *指标→2 | *属性 | *2030年',
      '设施↓4 | 1 | 公园（个）→2 | 预期性 | 20',
      '2 | 人均场地面积（平方米）→2 | 约束性 | 达到全省要求',
      '3 | 每万人指导员↓2 | 城镇（名） | 预期性 | 30',
      ' | 乡村（名） |  | 25',
      '服务 | 4 | 体质合格率（%）→2 | 预期性 | 92'
    ])
  })

  it('reads a header of two rows, the second under one cell of the first', async () => {
    expect(
      await one(
        rows(
          '序号    指标    目标    2025年',
          '完成情况',
          '        2025年    年均',
          '〔累计〕',
          '1    公园（个）    20        22',
          '2    步道（公里）    300    8%    310',
          '3    场地（个）        〔15〕    60'
        )
      )
    ).toEqual([
      '*序号↓2 | *指标↓2 | *目标→2 | *2025年完成情况↓2',
      '*2025年 | *年均〔累计〕',
      '1 | 公园（个） | 20 |  | 22',
      '2 | 步道（公里） | 300 | 8% | 310',
      '3 | 场地（个） |  | 〔15〕 | 60'
    ])
  })

  it('leaves it as lines where a row has too many cells', async () => {
    const text = rows(
      '序号    指标    2025年    2030年',
      '1    公园（个）    4    20',
      '2    步道（公里）    96    300    310    320',
      '3    场地（个）    12    60'
    )
    expect(await tablesOf(text)).toEqual([])
  })
})

describe('tables as text of a print shows them', () => {
  const rows = (...lines: string[]) => `${head}${lines.join('\n')}${tail}`

  it('reads rows by their number and attribute, whatever blanks stand in a name or value', async () => {
    expect(
      await one(
        rows(
          '序号 指 标 2030 年目标 属性',
          '一、设施（2 项）',
          '1 人均场地面积（平方米） 2.6 左右 预期性',
          '2 3 公里健身圈覆盖率（%） 提高 1 个百分点以上 预期性',
          '二、服务（1 项）',
          '3 经常锻炼的人数与常住人口',
          '之比（%） ≥45 约束性'
        )
      )
    ).toEqual([
      '*序号 | *指标 | *2030年目标 | *属性',
      '一、设施（2项）→4',
      '1 | 人均场地面积（平方米） | 2.6左右 | 预期性',
      '2 | 3公里健身圈覆盖率（%） | 提高1个百分点以上 | 预期性',
      '二、服务（1项）→4',
      '3 | 经常锻炼的人数与常住人口之比（%） | ≥45 | 约束性'
    ])
  })

  it('reads fields that stand on lines before their rows, values on lines of their own, and rows of one number', async () => {
    expect(
      await one(
        rows(
          '类别 序号 指标 2025年 2030年目标 属性',
          '健身',
          '设施',
          '(2项)',
          '1 公园(个) 4 20 预期性',
          '2',
          '步道(公里)',
          '—',
          '达到全省',
          '要求',
          '约束性',
          '类别 序号 指标 2025年 2030年目标 属性',
          '竞技',
          '3 体校',
          '县级(所) 1 2',
          '乡级(所) 0 3',
          '预期性'
        )
      )
    ).toEqual([
      '*类别 | *序号 | *指标→2 | *2025年 | *2030年目标 | *属性',
      '健身设施(2项)↓2 | 1 | 公园(个)→2 | 4 | 20 | 预期性',
      '2 | 步道(公里)→2 | — | 达到全省要求 | 约束性',
      '*类别 | *序号 | *指标→2 | *2025年 | *2030年目标 | *属性',
      '竞技↓2 | 3↓2 | 体校↓2 | 县级(所) | 1 | 2 | 预期性↓2',
      '乡级(所) | 0 | 3'
    ])
  })

  it('leaves all of it as lines where one row can be read in two ways', async () => {
    const text = rows(
      '序号 指标 2025年 2030年目标 属性',
      '1 公园 4 20 预期性',
      '2 步道 稳步 增加 持续 增加 预期性',
      '3 场地 12 60 预期性'
    )
    expect(await tablesOf(text)).toEqual([])
    expect(await findings(text)).toContain('segment/table-unrecovered')
  })
})

describe('captions', () => {
  it('ties the line over a table to it and hangs a table of the region under the document, not under the last section', async () => {
    const text = `${head.trimEnd()}\n二、任务\n建设体育公园。\n云岭州“十四五”体育重点项目表\n项目\t投资（万元）\t完成时限\n体育馆\t5200\t2024年\n游泳馆\t3100\t2025年`
    const document = await documentOf(text)
    expect(outline(document)).toEqual(['一、 目标', '二、 任务', 'table of 3 rows'])
    expect(select(document, 'table')[0]!.title).toBe('云岭州“十四五”体育重点项目表')
  })
})
