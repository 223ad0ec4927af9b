import {describe, expect, it} from 'vitest'
import {indicatorChanges} from '../../src/diff/indicators.js'
import type {Indicator} from '../../src/indicators/schema.js'

const indicator = (name: string, target: number, more: Partial<Indicator> = {}): Indicator => ({
  id: name,
  document: 'd',
  table: {ordinal: 1, number: null, title: null},
  no: null,
  parent: null,
  category: null,
  name,
  unit: '%',
  attribute: '预期性',
  status: null,
  values: [
    {
      role: 'target',
      year: 2025,
      raw: `${target}`,
      comparator: '=',
      value: target,
      unit: null,
      parts: null,
      missing: null,
      form: 'number',
      approximate: false,
      measure: {code: '%', qudt: null, multiplier: 1, kind: null, basis: null, reason: null},
      trace: []
    }
  ],
  trace: [],
  ...more
})
const changes = (a: Indicator[], b: Indicator[]) =>
  indicatorChanges(a, b).map(c => [(c.b ?? c.a)!.name, c.changes])

describe('indicators', () => {
  it('are held together by the reviewed names of the registry', () => {
    const names = {
      indicators: [
        {
          id: 'coverage',
          name: {zh: '覆盖率', en: 'coverage'},
          code: '%',
          names: ['助餐服务覆盖率', '社区食堂服务到达比例'],
          because: 'the same survey'
        }
      ],
      different: []
    }
    const a = [indicator('助餐服务覆盖率', 60)]
    const b = [indicator('社区食堂服务到达比例', 70)]
    expect(indicatorChanges(a, b).map(c => c.changes[0])).toEqual(['added', 'dropped'])
    expect(indicatorChanges(a, b, names).map(c => c.changes)).toEqual([['renamed', 'raised']])
  })

  it('are told raised or lowered by their target', () => {
    expect(
      changes(
        [indicator('护理型床位占比', 50), indicator('登记率', 90)],
        [indicator('护理型床位占比', 55), indicator('登记率', 80)]
      )
    ).toEqual([
      ['护理型床位占比', ['raised']],
      ['登记率', ['lowered']]
    ])
  })

  it('are told newly binding, added and dropped', () => {
    expect(
      changes(
        [indicator('登记率', 90), indicator('火化率', 60)],
        [indicator('登记率', 90, {attribute: '约束性'}), indicator('助餐点数', 9, {unit: '个'})]
      )
    ).toEqual([
      ['登记率', ['nowBinding']],
      ['助餐点数', ['added']],
      ['火化率', ['dropped']]
    ])
  })

  it('are told renamed where the unit stays', () => {
    expect(
      changes([indicator('社区综合服务设施覆盖率', 90)], [indicator('城乡社区综合服务设施覆盖率', 90)])
    ).toEqual([['城乡社区综合服务设施覆盖率', ['renamed']]])
  })
})
