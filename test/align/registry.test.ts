import fc from 'fast-check'
import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {linkIndicators, mapping, type Mapping} from '../../src/align/registry.js'
import {rules, contrasts} from '../../src/align/names.rules.js'
import {indicatorsOf} from '../../src/indicators/rows.js'
import type {Indicator} from '../../src/indicators/schema.js'
import {metaOf, tableOf, type CellSpec} from '../indicators/tables.js'

const none: Mapping = {indicators: [], different: []}

function plan(id: string, ...rows: readonly (readonly CellSpec[])[]): Indicator[] {
  return indicatorsOf(tableOf([['指标', '2020年实际值', '2025年目标值'], ...rows]), metaOf({id}))
}

const region = (id: string, name: string) => ({id, region: name})

describe('rows of different plans', () => {
  const upper = plan(
    'a',
    ['每千名老年人口拥有养老床位数（张）', '35', '40'],
    ['城市社区助餐点覆盖率（%）', '50', '80']
  )
  const lower = plan(
    'b',
    ['每千名老人养老床位数（张）', '30', '40'],
    ['城镇社区助餐点覆盖率（%）', '40', '70']
  )
  const both = [region('a', '云岭州'), region('b', '青禾县')]
  it('join under one name and unit, whatever the small words', () => {
    const {members} = linkIndicators([...upper, ...lower], both, none)
    expect(members.filter(m => m.name.includes('床位')).map(m => m.by)).toEqual(['name', 'name'])
    expect(new Set(members.filter(m => m.name.includes('床位')).map(m => m.series)).size).toBe(1)
  })
  it('stay apart where a word of contrast differs, and are listed with the reason', () => {
    const {members, uncertain} = linkIndicators([...upper, ...lower], both, none)
    const series = members.filter(m => m.name.includes('助餐')).map(m => m.series)
    expect(new Set(series).size).toBe(2)
    expect(uncertain).toHaveLength(1)
    expect(uncertain[0]!.because).toContain('城镇')
    expect(uncertain[0]!.confidence).toBeLessThan(0.5)
  })
  it('join where the reviewed list says so', () => {
    const reviewed: Mapping = {
      indicators: [
        {
          id: 'meals',
          name: {zh: '社区助餐点覆盖率', en: 'Meals'},
          code: '%',
          names: ['城市社区助餐点覆盖率', '城镇社区助餐点覆盖率'],
          because: 'same here'
        }
      ],
      different: []
    }
    const {members, uncertain} = linkIndicators([...upper, ...lower], both, reviewed)
    expect(members.filter(m => m.series === 'meals').map(m => [m.by, m.confidence])).toEqual([
      ['review', 1],
      ['review', 1]
    ])
    expect(uncertain).toEqual([])
  })
  it('are not listed again where the reviewed list says that they differ', () => {
    const reviewed: Mapping = {
      indicators: [],
      different: [{names: ['城市社区助餐点覆盖率', '城镇社区助餐点覆盖率'], because: 'towns'}]
    }
    expect(linkIndicators([...upper, ...lower], both, reviewed).uncertain).toEqual([])
  })
  it('do not join over units or between level and growth', () => {
    const rows = [
      ...plan('a', ['社会组织数量（个）', '5', '6'], ['社会组织数量增长率（%）', '5', '6']),
      ...plan('b', ['社会组织数量（%）', '5', '6'])
    ]
    expect(new Set(linkIndicators(rows, both, none).members.map(m => m.series)).size).toBe(3)
  })
  it('join over scale words: 万人 and 人 are one unit', () => {
    const rows = [
      ...plan('a', ['社工人才总量（万人）', '0.5', '0.6']),
      ...plan('b', ['社工人才总量（人）', '500', '600'])
    ]
    expect(new Set(linkIndicators(rows, both, none).members.map(m => m.series)).size).toBe(1)
  })
  it('are surer where a value of the same year agrees', () => {
    const before = indicatorsOf(
      tableOf([
        ['指标', '2015年实际值', '2020年目标值'],
        ['火化率（%）', '30', '50']
      ]),
      metaOf({id: 'a'})
    )
    const after = plan('b', ['火化率（%）', '50', '60'])
    const same = linkIndicators([...before, ...after], [region('a', '云岭州'), region('b', '云岭州')], none)
    const other = linkIndicators([...before, ...after], both, none)
    expect(same.members[0]!.confidence).toBeGreaterThan(other.members[0]!.confidence)
  })
  it('keep the names of their series whatever else is in the corpus', () => {
    const alone = linkIndicators(upper, both, none).members
    const among = linkIndicators([...lower, ...upper], both, none).members
    for (const {indicator, series} of alone)
      expect(among.find(m => m.indicator === indicator)!.series).toBe(series)
  })
  it('are each in one series, in any order', () => {
    const rows = [...upper, ...lower]
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, {minLength: 1}), some => {
        const {members} = linkIndicators(some, both, none)
        expect(members.map(m => m.indicator).sort()).toEqual(some.map(r => r.id).sort())
      })
    )
  })
})

describe('the reviewed list', () => {
  const reviewed = mapping.parse(
    JSON.parse(readFileSync(new URL('../../pipelines/registry/indicators.json', import.meta.url), 'utf8'))
  )
  it('names each indicator and each of its names once', () => {
    const names = reviewed.indicators.flatMap(i => i.names.map(n => `${n} ${i.code}`))
    expect(names.length).toBe(new Set(names).size)
    expect(new Set(reviewed.indicators.map(i => i.id)).size).toBe(reviewed.indicators.length)
  })
  it('has the rule for what keeps names apart', () => {
    expect(contrasts.flatMap(c => c.words)).toEqual(expect.arrayContaining(['城市', '城镇']))
    expect(new Set(rules.map(r => r.id)).size).toBe(rules.length)
  })
})
