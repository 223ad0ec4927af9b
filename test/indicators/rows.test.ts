import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {indicators} from '../../src/indicators/index.js'
import {indicatorsOf, readTable} from '../../src/indicators/rows.js'
import {indicator} from '../../src/indicators/schema.js'
import {documentOf} from '../segment/plan.js'
import {sourceOf} from '../read/reading.js'
import {metaOf, tableOf, type CellSpec} from './tables.js'

const head = ['序号', '指标名称', '2020年', '2025年\n目标值', '属性']

function read(rows: readonly (readonly CellSpec[])[], options = {}) {
  return indicatorsOf(tableOf(rows, options), metaOf())
}

describe('column roles', () => {
  it('come from the headers, not from the place', () => {
    const [row] = read([
      ['属性', '2025年目标值', '主要指标', '2020年实际值', '单位', '序号'],
      ['预期性', '80', '乡镇救助站覆盖率', '65.5', '%', '4']
    ])
    expect(row).toMatchObject({no: '4', name: '乡镇救助站覆盖率', unit: '%', attribute: '预期性'})
    expect(row!.values.map(v => [v.role, v.year, v.value])).toEqual([
      ['target', 2025, 80],
      ['actual', 2020, 65.5]
    ])
  })
  it('are joined over two header rows', () => {
    const [row] = read(
      [
        [
          {text: '指标', rows: 2},
          {text: '2020年', columns: 2},
          {text: '完成情况', rows: 2}
        ],
        ['目标值', '实际值'],
        ['火化率（%）', '50', '51', '完成']
      ],
      {headers: 2}
    )
    expect(row!.values.map(v => [v.role, v.year, v.value])).toEqual([
      ['target', 2020, 50],
      ['actual', 2020, 51]
    ])
    expect(row!.status).toBe('完成')
  })
  it('give a bare year before the target year to what was observed', () => {
    const [row] = read([
      ['指标', '2020', '2025', '类型'],
      ['床位数（张）', '120', '300', '预期性']
    ])
    expect(row!.values.map(v => v.role)).toEqual(['actual', 'target'])
    expect(row!.attribute).toBe('预期性')
  })
  it('give every bare year of a table that looks back to what was observed', () => {
    const [row] = read(
      [
        ['指标', '2015年', '2020年'],
        ['床位数（张）', '120', '300']
      ],
      {title: '“十三五”主要指标完成情况'}
    )
    expect(row!.values.map(v => v.role)).toEqual(['actual', 'actual'])
  })
  it('tell a sum in brackets from a yearly mean', () => {
    const [row] = read([
      ['指标', '2020年', '2025年', '年均增速［累计］', '属性'],
      ['能耗降低（%）', '—', '—', '［13.5］', '约束性注：方括号内为累计']
    ])
    expect(row!.values.map(v => [v.role, v.value, v.unit, v.measure.basis]).at(-1)).toEqual([
      'growth',
      13.5,
      '%',
      'cumulative'
    ])
    expect(row!.attribute).toBe('约束性')
  })
  it('take what is expected of the year before the plan for observed, beside a target', () => {
    const [row] = read([
      ['指标', '2025年预计', '2030年目标', '年均/累计'],
      ['新增就业（万人）', '31', '>25', '[125]']
    ])
    expect(row!.values.map(v => [v.role, v.year, v.value, v.unit])).toEqual([
      ['actual', 2025, 31, '万人'],
      ['target', 2030, 25, '万人'],
      ['growth', null, 125, '万人']
    ])
    const [ahead] = read([
      ['指标', '2025年', '2030年预计'],
      ['床位（张）', '120', '300']
    ])
    expect(ahead!.values.map(v => v.role)).toEqual(['actual', 'target'])
  })
  it('hold a year under a word for values', () => {
    const rows = [
      [
        {text: '指标', rows: 2},
        {text: '指标值', columns: 2}
      ],
      ['2020年', '2025年'],
      ['床位（张）', '6.46', '7.4～7.5']
    ]
    const [row] = read(rows, {headers: 2})
    expect(row!.values.map(v => [v.role, v.year, v.value, v.parts])).toEqual([
      ['actual', 2020, 6.46, null],
      ['target', 2025, null, [7.4, 7.5]]
    ])
  })
  it('tell growth from yearly growth', () => {
    const [row] = read([
      ['主要指标', '2015年实际值', '2020年完成值', '增长比例%', '年均增速'],
      ['床位（张）', '100', '200', '100', '14.87%']
    ])
    expect(row!.values.map(v => [v.role, v.unit, v.measure.kind])).toEqual([
      ['actual', '张', 'count'],
      ['actual', '张', 'count'],
      ['growth', '%', 'growth'],
      ['annualGrowth', '%', 'growth']
    ])
  })
})

describe('which tables are read', () => {
  it('leaves a table of projects alone although it has a column of indicators', () => {
    expect(
      read([
        ['序号', '类别', '项目内容及指标', '完成时限'],
        ['1', '养老', '建成养老院3所', '2021-2025']
      ])
    ).toEqual([])
  })
  it('leaves a table of places alone', () => {
    expect(
      read([
        ['县区', '地点', '床位数'],
        ['青禾县', '城关镇', '120']
      ])
    ).toEqual([])
  })
  it('leaves a table of investment alone', () => {
    expect(
      read([
        ['序号', '项目名称', '建设地点', '2021年投资', '2022年投资'],
        ['1', '养老院', '青禾县', '300', '200']
      ])
    ).toEqual([])
  })
})

describe('names', () => {
  it.each([
    ['养老床位数（张）', '养老床位数', '张'],
    ['老年人服务中心覆盖率（%）。', '老年人服务中心覆盖率', '%'],
    ['救助比率(%', '救助比率', '%'],
    ['安葬设施（含公墓）覆盖率（%）', '安葬设施（含公墓）覆盖率', '%'],
    ['社区基础设施（300平米）达标率（%）', '社区基础设施（300平米）达标率', '%'],
    ['乡镇（街道）工作站', '乡镇（街道）工作站', null],
    ['地区生产总值增速（%）[1]', '地区生产总值增速', '%'],
    ['福彩销售额（亿元，累计）', '福彩销售额', '亿元'],
    ['每万人 社会组织数（个）', '每万人社会组织数', '个'],
    ['能耗（吨标准煤/万元）', '能耗', '吨标准煤/万元'],
    ['社工人才占比‰', '社工人才占比', '‰']
  ])('%s', (text, name, unit) => {
    const [row] = read([head, ['1', text, '1', '2', '预期性']])
    expect([row!.name, row!.unit]).toEqual([name, unit])
  })
  it('give their number away', () => {
    const [row] = read([
      ['指标', '2020年实际值'],
      ['12、火化率（%）', '3']
    ])
    expect([row!.no, row!.name]).toEqual(['12', '火化率'])
  })
  it('keep a number that belongs to them', () => {
    const [row] = read([
      ['指标', '2020年实际值'],
      ['12349热线开通率（%）', '3']
    ])
    expect([row!.no, row!.name]).toEqual([null, '12349热线开通率'])
  })
})

describe('parents and categories', () => {
  const table: CellSpec[][] = [
    ['序号', {text: '指标名称', columns: 2}, '2020年', '2025年目标值', '属性'],
    ['1', {text: '每千人床位数（张）', columns: 2}, '30', '40', '预期性'],
    ['', {text: '其中：护理型床位占比（%）', columns: 2}, '20', '55', '约束性'],
    [{text: '2', rows: 2}, {text: '低保标准', rows: 2}, '城市标准年均增长率（%）', '10', '5', '约束性'],
    ['农村标准年均增长率（%）', '9', '6', '约束性'],
    ['3', {text: '火化率（%）', columns: 2}, '', '—', '预期性']
  ]
  it('are the group of grouped rows and the host of 其中', () => {
    expect(read(table).map(r => [r.no, r.parent, r.name])).toEqual([
      ['1', null, '每千人床位数'],
      [null, '每千人床位数', '护理型床位占比'],
      ['2', '低保标准', '城市标准年均增长率'],
      ['2', '低保标准', '农村标准年均增长率'],
      ['3', null, '火化率']
    ])
  })
  it('are found as well where the spanned cells stand empty', () => {
    const loose = table.map((row, y) =>
      y === 4 ? ['', '', ...row] : row.map(c => (typeof c === 'string' ? c : {...c, rows: 1}))
    )
    expect(read(loose).map(r => r.parent)).toEqual([null, '每千人床位数', '低保标准', '低保标准', null])
  })
  it('are found as well where the group is a row of its own', () => {
    const rows = read([
      head,
      ['1', '低保标准', '', '', ''],
      ['', '城市（元/月）', '600', '700', '预期性'],
      ['', '农村（元/月）', '400', '500', '预期性'],
      ['2', '火化率（%）', '50', '60', '预期性']
    ])
    expect(rows.map(r => [r.parent, r.name, r.unit])).toEqual([
      ['低保标准', '城市', '元/月'],
      ['低保标准', '农村', '元/月'],
      [null, '火化率', '%']
    ])
  })
  it('spread over the rows a category spans, as cell or as row', () => {
    const rows = read([
      ['类别', '指标', '2020年', '2025年'],
      [{text: '养老服务（2项）', rows: 2}, '床位（张）', '1', '2'],
      ['助餐点（个）', '3', '4'],
      ['儿童关爱', '督导员（名）', '5', '6'],
      ['', '工作站（个）', '7', '8']
    ])
    expect(rows.map(r => r.category)).toEqual(['养老服务', '养老服务', '儿童关爱', '儿童关爱'])
    const headed = read([head, [{text: '一、养老服务', columns: 5}], ['1', '床位（张）', '1', '2', '预期性']])
    expect(headed.map(r => [r.category, r.name])).toEqual([['养老服务', '床位']])
  })
  it('take back an attribute that slipped to the next row', () => {
    const rows = read([
      head,
      ['1', '床位（张）', '1', '2', ''],
      [{text: '约束性', columns: 5}],
      ['2', '站点（个）', '1', '2', '预期性']
    ])
    expect(rows.map(r => r.attribute)).toEqual(['约束性', '预期性'])
  })
})

describe('what cannot be read', () => {
  const notes = (rows: readonly (readonly CellSpec[])[], title: string | null = null) =>
    readTable(tableOf(rows, {title}), metaOf()).notes.map(n => n.rule)
  it('is said: units without a code, words beside numbers, numbers without a name', () => {
    expect(notes([head, ['1', '床位（张）', '1', '2', '预期性']])).toEqual([])
    expect(
      notes([
        ['指标', '单位', '2020年', '2025年'],
        ['床位', '抬', '1', '2']
      ])
    ).toEqual(['indicators/unknown-unit', 'indicators/unknown-unit'])
    expect(notes([head, ['1', '满意度（%）', '4', '持续提高', '预期性']])).toEqual([
      'indicators/unread-value'
    ])
    expect(notes([head, ['1', '床位（张）', '1', '2', '预期性'], ['', '', '3', '4', '']])).toEqual([
      'indicators/nameless-row'
    ])
    expect(
      notes(
        [
          ['指标', '说明'],
          ['床位', '床']
        ],
        '主要指标'
      )
    ).toEqual(['indicators/no-values'])
  })
  it('is not a row of remarks', () => {
    const rows = [head, ['1', '床位（张）', '1', '2', '预期性'], [{text: '注：2020年为预计数', columns: 5}]]
    expect([read(rows).length, notes(rows)]).toEqual([1, []])
  })
})

describe('rows', () => {
  it('keep blank and dashed cells as missing values', () => {
    const [row] = read([head, ['1', '火化率（%）', '', '——', '预期性']])
    expect(row!.values.map(v => [v.raw, v.value, v.missing])).toEqual([
      ['', null, 'blank'],
      ['——', null, 'dash']
    ])
  })
  it('say why a value has no unit code', () => {
    const [row] = read([head, ['1', '满意度', '4', '不低于上年水平', '预期性']])
    expect(row!.values.map(v => v.measure.reason)).toEqual([
      expect.stringContaining('no unit'),
      expect.stringContaining('words')
    ])
  })
  it('hold the schema and lie within the cells', () => {
    for (const row of read([head, ['1', '床位（张）', '1', '2', '预期性']])) {
      expect(() => indicator.parse(row)).not.toThrow()
      expect(row.trace.length).toBeGreaterThan(0)
    }
  })
})

describe('any table', () => {
  const columns = [
    {head: '序号', cell: (i: number) => `${i + 1}`},
    {head: '指标名称', cell: (i: number) => `第${'甲乙丙丁戊己'[i]}类设施覆盖率`},
    {head: '单位', cell: () => '%'},
    {head: '2020年实际值', cell: (i: number) => `${40 + i}.5`},
    {head: '2025年目标值', cell: (i: number) => `≥${60 + i}`},
    {head: '年均增速', cell: (i: number) => `${i}%`},
    {head: '指标属性', cell: (i: number) => (i % 2 ? '约束性' : '预期性')}
  ]
  const facts = (order: readonly (typeof columns)[number][], height: number) => {
    const table = tableOf([
      order.map(c => c.head),
      ...Array.from({length: height}, (_, i) => order.map(c => c.cell(i)))
    ])
    return indicatorsOf(table, metaOf()).map(({no, name, unit, attribute, values}) => ({
      no,
      name,
      unit,
      attribute,
      values: values.map(v => [v.role, v.year, v.comparator, v.value, v.unit]).sort()
    }))
  }
  it('reads the same whatever the order of its columns', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(columns, {minLength: columns.length}),
        fc.integer({min: 1, max: 6}),
        (order, height) => {
          expect(facts(order, height)).toEqual(facts(columns, height))
        }
      )
    )
  })
  it('is read without an error, each value in the schema', () => {
    const text = fc.oneof(
      fc.constantFrom(
        '指标',
        '2020年',
        '2025年目标值',
        '序号',
        '单位',
        '属性',
        '其中：床位（张）',
        '一、养老',
        '60／50',
        '—',
        '',
        '≥5%',
        '约束性'
      ),
      fc.string({unit: fc.constantFrom(...'指标年目值0123456789.（%）张、：；')})
    )
    const cell = fc.record({text, rows: fc.integer({min: 1, max: 3}), columns: fc.integer({min: 1, max: 3})})
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, {maxLength: 6}), {minLength: 1, maxLength: 7}),
        fc.integer({min: 0, max: 3}),
        (rows, headers) => {
          for (const row of readTable(tableOf(rows, {headers}), metaOf()).rows) indicator.parse(row)
        }
      ),
      {numRuns: 1500}
    )
  })
})

describe('a table in a box', () => {
  it('is called what the box is called', async () => {
    const text =
      '云岭州“十四五”水利规划\n一、成绩\n成绩如下。\n专栏1 “十三五”指标完成情况\n指标\t2015年\t2020年\n灌溉面积（万亩）\t21\t24\n自来水普及率（%）\t78\t91\n\n\n二、任务\n修渠打井。'
    const document = await documentOf(text)
    const {indicators: rows} = await indicators.run(
      {source: sourceOf(text), documents: [document]},
      {post: () => {}, note: () => {}}
    )
    expect(rows.map(row => [row.table.title, row.values.map(v => v.role)])).toEqual([
      ['“十三五”指标完成情况', ['actual', 'actual']],
      ['“十三五”指标完成情况', ['actual', 'actual']]
    ])
  })
})
