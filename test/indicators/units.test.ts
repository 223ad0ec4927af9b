import {describe, expect, it} from 'vitest'
import {columns} from '../../src/indicators/columns.rules.js'
import {roleOf} from '../../src/indicators/columns.js'
import {readUnit, unitAt} from '../../src/indicators/units.js'
import {units} from '../../src/indicators/units.rules.js'

describe('the lexicon', () => {
  it('writes each unit down once', () => {
    const forms = units.flatMap(u => u.written)
    expect(forms.length).toBe(new Set(forms).size)
  })
  it('reads every form it lists', () => {
    for (const unit of units) for (const form of unit.written) expect(readUnit(form), form).not.toBeNull()
  })
})

describe('a unit', () => {
  it.each([
    ['%', '%', 1, 'ratio'],
    ['％', '%', 1, 'ratio'],
    ['百分点', '%{point}', 1, 'points'],
    ['‰', '[ppth]', 1, 'ratio'],
    ['万人', '{person}', 1e4, 'count'],
    ['万名', '{person}', 1e4, 'count'],
    ['亿元', '{CNY}', 1e8, 'money'],
    ['㎡', 'm2', 1, 'area'],
    ['万平方米', 'm2', 1e4, 'area'],
    ['千克', 'kg', 1, 'mass'],
    ['人/万人', '{person}/{person}', 1e-4, 'rate'],
    ['张/千人', '{bed}/{person}', 1e-3, 'rate'],
    ['人/10万人', '{person}/{person}', 1e-5, 'rate'],
    ['个/十万人', '{item}/{person}', 1e-5, 'rate'],
    ['1/10万', '10*-5', 1, 'ratio'],
    ['平方米/百户', 'm2/{household}', 1e-2, 'rate'],
    ['μg/m³', 'ug/m3', 1, 'concentration'],
    ['立方米每秒', 'm3/s', 1, 'rate'],
    ['元/月·人', '{CNY}/mo/{person}', 1, 'rate'],
    ['元/人•月', '{CNY}/{person}/mo', 1, 'rate'],
    ['元/人/年', '{CNY}/{person}/a', 1, 'rate'],
    ['吨标准煤/万元', 't{coal_equivalent}/{CNY}', 1e-4, 'rate'],
    ['微克/立方米', 'ug/m3', 1, 'concentration'],
    ['万千瓦', 'kW', 1e4, 'power']
  ])('%s', (text, code, multiplier, kind) => expect(readUnit(text)).toMatchObject({code, multiplier, kind}))
  it.each(['', '含公墓', '300平米', '街道', '约束性', '万%', '元/'])('%j is none', text =>
    expect(text === '元/' ? readUnit('元//x') : readUnit(text)).toBeNull()
  )
  it('is found at the front of running text', () => {
    expect(unitAt('张床位，新增')).toBe('张床位')
    expect(unitAt('万人次以上')).toBe('万人次')
    expect(unitAt('，其中')).toBeNull()
  })
})

describe('column rules', () => {
  it.each(columns.map(rule => [rule.id, rule] as const))('%s decides its hits and no miss', (_, rule) => {
    for (const hit of rule.hits) expect(hit).toMatch(rule.pattern)
    for (const miss of rule.misses) expect(miss).not.toMatch(rule.pattern)
    for (const hit of rule.hits)
      if (rule.role !== 'name') expect([hit, roleOf(hit)]).toEqual([hit, rule.role])
  })
})
