import {describe, expect, it} from 'vitest'
import {checkDocument} from '../../src/indicators/checks/index.js'
import {agree, halfStep} from '../../src/indicators/checks/precision.js'
import {lower, share} from '../../src/indicators/checks.rules.js'
import {claimsOfDocument} from '../../src/indicators/commitments.js'
import {conceptOf} from '../../src/indicators/concept.js'
import {indicatorsOf} from '../../src/indicators/rows.js'
import type {Box, Document, Flow, Paragraph} from '../../src/tree/nodes.js'
import {metaOf, tableOf, type CellSpec} from './tables.js'

const meta = metaOf()

function paragraph(text: string, start = 50_000): Paragraph {
  return {type: 'paragraph', children: [{type: 'text', value: text, trace: [[start, start + text.length]]}]}
}

/** Rules of the findings about a document of one table and some text. */
function found(
  rows: readonly (readonly CellSpec[])[],
  texts: readonly string[] = [],
  boxes: readonly string[] = []
) {
  const table = tableOf(rows)
  const flow: Flow[] = [
    table,
    ...texts.map((t, i) => paragraph(t, 50_000 + 1000 * i)),
    ...boxes.map((t): Box => ({
      type: 'box',
      ordinal: 1,
      label: '专栏1',
      title: '工程',
      children: [paragraph(t, 90_000)]
    }))
  ]
  const document: Document = {type: 'document', meta, children: flow}
  const own = indicatorsOf(table, meta)
  return checkDocument(document, own, claimsOfDocument(document, new Set([table])))
}

const rules = (...args: Parameters<typeof found>) => found(...args).map(n => n.rule)
const growth = ['指标', '2015年实际值', '2020年完成值', '增长比例%']
const fits = ['敬老院登记率（%）', '78', '100', '28.2']

describe('growth', () => {
  it('that follows from its values is sound, however it is rounded', () => {
    expect(
      rules([
        growth,
        fits,
        ['助餐点覆盖率（%）', '34.4', '74', '115'],
        ['床位（张）', '5', '5.5', '10'],
        ['占比‰', '0.6', '1.5', '150']
      ])
    ).toEqual([])
  })
  it('in points is told among growth in per cent, with all three places', () => {
    const notes = found([growth, fits, ['火化率（%）', '28.2', '100', '71.8']])
    expect(notes.map(n => n.rule)).toEqual(['check/growth-in-points'])
    expect(notes[0]!.at).not.toBeNull()
    expect(notes[0]!.related).toHaveLength(2)
  })
  it('in points in the whole column is how the column is meant', () => {
    expect(
      rules([growth, ['登记率（%）', '78', '100', '22'], ['火化率（%）', '28.2', '100', '71.8']])
    ).toEqual([])
  })
  it('that fits nothing is told', () => {
    expect(rules([growth, fits, ['火化率（%）', '50', '60', '35']])).toEqual(['check/growth-differs'])
  })
  it('upwards with falling values is told', () => {
    const annual = ['指标', '2020年实际值', '2025年目标值', '年均增速']
    expect(rules([annual, ['安葬率', '70%', '60%', '6%']])).toEqual(['check/growth-against-values'])
  })
  it('a year may be compound, simple, and given with filling zeros', () => {
    const annual = ['指标', '2020年实际值', '2025年目标值', '年均增速']
    expect(
      rules([
        annual,
        ['比率', '60%', '75%', '4.56%'],
        ['人员', '1200人', '1450人', '4%'],
        ['覆盖率', '95%', '100%', '1.00%'],
        ['占比', '10.10%', '15%', '8.20%'],
        ['床位（张）', '100', '150', '10']
      ])
    ).toEqual([])
  })
})

describe('status', () => {
  const head = ['指标', '2020年目标值', '2020年实际值', '完成情况']
  it('may agree with the numbers', () => {
    expect(
      rules([
        head,
        ['覆盖率（%）', '80', '89', '完成'],
        ['标准比例（%）', '35', '城市27；农村32', '未完成'],
        ['损失率（%）', '1.3', '1.1', '完成']
      ])
    ).toEqual([])
  })
  it('is told where it does not', () => {
    expect(
      rules([head, ['养老覆盖率（%）', '80', '79', '已完成'], ['社工人数（人）', '6', '7', '未完成']])
    ).toEqual(['check/status-against-numbers', 'check/status-against-numbers'])
  })
  it('that is neither yes nor no is left alone', () => {
    expect(rules([head, ['养老覆盖率（%）', '80', '79', '基本完成']])).toEqual([])
  })
})

describe('the same thing said twice', () => {
  const table = [
    ['指标', '2020年实际值', '2025年目标值'],
    ['养老机构护理型床位占比（%）', '37', '55']
  ]
  it('with one number is sound', () => {
    expect(rules(table, ['到2025年，全州养老机构护理型床位占比不低于55%。'])).toEqual([])
  })
  it('with two numbers is told, with both places', () => {
    const notes = found(table, ['到2025年，全州养老机构护理型床位占比不低于60%。'])
    expect(notes.map(n => [n.rule, n.related])).toEqual([['check/table-against-prose', [[50_020, 50_026]]]])
  })
  it('in a box is told as such', () => {
    expect(rules(table, [], ['到2025年，养老机构护理型床位占比达到60%。'])).toEqual([
      'check/table-against-box'
    ])
  })
  it('for another year, place or part is another thing', () => {
    expect(
      rules(table, [
        '到2023年，养老机构护理型床位占比达到45%。',
        '到2025年，公办养老机构护理型床位占比达到70%。',
        '到2025年，床位占比达到80%。'
      ])
    ).toEqual([])
  })
  it('of two levels at once is of each', () => {
    expect(
      rules(
        [
          ['指标', '2025年目标值'],
          ['社工站（个）', '1']
        ],
        ['到2025年，州、县两级未成年人救助机构全覆盖。'],
        ['到2025年，县级未成年人救助机构覆盖率达到75%。']
      )
    ).toEqual(['check/prose-against-box'])
  })
  it('with a rounded number is sound', () => {
    const count = [
      ['指标', '2025年目标值'],
      ['社会工作专业人才总量（万人）', '0.36']
    ]
    expect(rules(count, ['到2025年，社会工作专业人才总量达到3628人。'])).toEqual([])
  })
})

describe('numbers by themselves', () => {
  it('are told where more are covered than there are', () => {
    expect(
      rules([
        ['指标', '2025年目标值'],
        ['助餐点覆盖率（%）', '160'],
        ['社会组织年增长率（%）', '160']
      ])
    ).toEqual(['check/share-out-of-range'])
  })
  it('are told where there are more than in the country', () => {
    expect(
      rules(
        [
          ['指标', '2025年目标值'],
          ['社工站（个）', '1']
        ],
        ['临时救助52430万户次，资金4625万元。']
      )
    ).toEqual(['check/unit-too-large'])
    expect(
      rules(
        [
          ['指标', '2025年目标值'],
          ['社工站（个）', '1']
        ],
        ['救助5.2万户次，接待游客60亿人次。']
      )
    ).toEqual([])
  })
  it('are told where the rows of 其中 exceed their host', () => {
    const head = ['序号', '指标', '2020年实际值', '2025年目标值']
    const whole = ['1', '养老床位（张）', '100', '200']
    expect(
      rules([head, whole, ['', '其中：公办（张）', '60', '90'], ['', '民办（张）', '40', '110']])
    ).toEqual([])
    const notes = found([head, whole, ['', '其中：公办（张）', '60', '90'], ['', '民办（张）', '40', '120']])
    expect(notes.map(n => [n.rule, n.related.length])).toEqual([['check/parts-exceed-whole', 2]])
    expect(
      rules([
        head,
        ['1', '占比（%）', '10', '20'],
        ['', '其中：甲占比（%）', '60', '90'],
        ['', '乙占比（%）', '40', '120']
      ])
    ).toEqual(['check/share-out-of-range'])
  })
  it('are told where the parts exceed the whole', () => {
    const table = [
      ['指标', '2025年目标值'],
      ['社工站（个）', '1']
    ]
    expect(rules(table, ['全县共有水利工程870处，其中塘坝610处、泵站240处，水闸20处。'])).toEqual([])
    expect(rules(table, ['全县共有水利工程870处，其中塘坝610处、泵站340处，水闸20处。'])).toEqual([
      'check/parts-exceed-whole'
    ])
  })
})

describe('what a check rests on', () => {
  it('is how exactly numbers are written', () => {
    expect(halfStep('98.67%')).toBeCloseTo(0.005)
    expect(halfStep('3.70%')).toBeCloseTo(0.05)
    expect(halfStep('1,200人')).toBe(0.5)
    expect(agree(196.74, 196.7, 0.005, 0.05)).toBe(true)
    expect(agree(12.1, 11.2, 0.05, 0.05)).toBe(false)
  })
  it('is what names mean', () => {
    expect(conceptOf('每万人（户籍人口）拥有社会组织数量')).toBe(conceptOf('每万人社会组织数'))
    expect(conceptOf('每千名老年人口拥有养老床位数')).toBe(conceptOf('每千名老人拥有养老床位数'))
    expect(conceptOf('全区农牧区社区设施覆盖率')).toBe(conceptOf('农村牧区社区设施覆盖率'))
    expect(conceptOf('城市社区设施覆盖率')).not.toBe(conceptOf('城镇社区设施覆盖率'))
    expect(conceptOf('低保标准年均增长率')).not.toBe(conceptOf('低保标准年均增长'))
  })
  it('is which names are shares', () => {
    for (const rule of [share, lower]) {
      for (const hit of rule.hits) expect(hit).toMatch(rule.pattern)
      for (const miss of rule.misses) expect(miss).not.toMatch(rule.pattern)
    }
  })
})
