import {describe, expect, it} from 'vitest'
import {sheet} from '../../src/bin/sheet.js'
import {valueRows} from '../../src/emit/value-rows.js'
import {indicatorsOf} from '../../src/indicators/rows.js'
import {metaOf, tableOf} from '../indicators/tables.js'

const meta = metaOf()
const rows = indicatorsOf(
  tableOf(
    [
      ['指标', '2020年实际值', '2025年目标值', '属性'],
      ['助餐点覆盖率（%）', '40', '≥60', '预期性'],
      ['床位（张）', '—', '近3万', '约束性'],
      ['满意度', '', '持续提高', '']
    ],
    {number: '表1', title: '主要指标'}
  ),
  meta
)
const lines = sheet(valueRows(rows, new Map([[meta.id, meta]]))).split('\n')

describe('the indicators of a terminal', () => {
  it('stand under region, plan and title of their table', () => {
    expect(lines[0]).toContain('云岭州 十四五 表1 主要指标')
  })
  it('stand one a line with unit, values and attribute', () => {
    expect(lines[2]!.split(/\s+/)).toEqual(['助餐点覆盖率', '%', '40', '≥60', '预期性'])
    expect(lines[3]!.split(/\s+/)).toEqual(['床位', '张', '–', '~30000', '约束性'])
    expect(lines[4]!.split(/\s+/)).toEqual(['满意度', '–', '持续提高'])
  })
  it('line up although Chinese characters are twice as wide', () => {
    const width = (text: string) => [...text].reduce((sum, c) => sum + (c > '\u2e80' ? 2 : 1), 0)
    const ends = [lines[2]!, lines[3]!].map(line =>
      width(line.slice(0, line.search(/[≥~]\S+/u) + /[≥~]\S+/u.exec(line)![0].length))
    )
    expect(ends[0]).toBe(ends[1])
  })
})
