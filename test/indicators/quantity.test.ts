import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {readQuantity} from '../../src/indicators/quantity.js'
import {rules} from '../../src/indicators/quantity.rules.js'

describe('a cell', () => {
  it.each([
    ['60', '=', 60, null],
    ['98.67', '=', 98.67, null],
    ['1,450', '=', 1450, null],
    ['１．５‰', '=', 1.5, '‰'],
    ['60%', '=', 60, '%'],
    ['≥1.3倍', '≥', 1.3, '倍'],
    ['＞30平方米', '>', 30, '平方米'],
    ['>2000', '>', 2000, null],
    ['≤1.30', '≤', 1.3, null],
    ['不低于55%', '≥', 55, '%'],
    ['不少于18人', '≥', 18, '人'],
    ['不超过5%', '≤', 5, '%'],
    ['60%以上', '≥', 60, '%'],
    ['2000户以上', '≥', 2000, '户'],
    ['5%以内', '≤', 5, '%'],
    ['控制在5以下', '≤', 5, null],
    ['达到9.6万人', '=', 9.6, '万人'],
    ['三分之一', '=', 1 / 3, null],
    ['十五', '=', 15, null],
    ['提高5个百分点', '=', 5, '个百分点'],
    ['12.1（2019年）', '=', 12.1, null],
    ['0.36万人（3628人）', '=', 0.36, '万人'],
    ['-2.5', '=', -2.5, null],
    ['>46.5∗', '>', 46.5, null],
    ['5左右，力争更好', '=', 5, null],
    ['19428.8，年均增速4.8%', '=', 19428.8, null]
  ])('%s', (raw, comparator, value, unit) => {
    expect(readQuantity(raw)).toMatchObject({
      form: 'number',
      comparator,
      value,
      unit,
      parts: null,
      missing: null
    })
  })
  it('may be approximate', () => {
    expect(readQuantity('近40万')).toMatchObject({value: 400_000, approximate: true, comparator: '='})
    expect(readQuantity('400所左右')).toMatchObject({value: 400, unit: '所', approximate: true})
  })
  it('does not count 万 twice where the unit has it', () => {
    expect(readQuantity('3.5万', '万人').value).toBe(3.5)
    expect(readQuantity('3.5万', '人').value).toBe(35_000)
  })
  it('may hold parts, bare or with labels', () => {
    expect(readQuantity('60／50')).toMatchObject({form: 'composite', value: null, parts: [60, 50]})
    expect(readQuantity('城市27；农村牧区32')).toMatchObject({
      parts: [
        {label: '城市', value: 27},
        {label: '农村牧区', value: 32}
      ]
    })
    expect(readQuantity('城市：70%，农村：60%')).toMatchObject({
      unit: '%',
      parts: [
        {label: '城市', value: 70},
        {label: '农村', value: 60}
      ]
    })
  })
  it('may hold a range', () => {
    expect(readQuantity('4-5个')).toMatchObject({form: 'range', value: null, parts: [4, 5], unit: '个'})
    expect(readQuantity('3%—5%')).toMatchObject({form: 'range', parts: [3, 5], unit: '%'})
  })
  it('in brackets is a sum over the period', () => {
    expect(readQuantity('[13.5]')).toMatchObject({value: 13.5, basis: 'cumulative'})
  })
  it.each(['', ' ', '\u3000'])('%j is blank', raw => expect(readQuantity(raw).missing).toBe('blank'))
  it.each(['-', '—', '——', '－', '/', '–'])('%j is a dash', raw =>
    expect(readQuantity(raw).missing).toBe('dash')
  )
  it.each(['不低于居民上年度人均消费支出增速', '全覆盖', '持续提高', '与经济增长同步'])('%s is words', raw =>
    expect(readQuantity(raw)).toMatchObject({
      form: 'qualitative',
      comparator: null,
      value: null,
      missing: null
    })
  )
  it('never throws, and gives a number only where one stands', () => {
    const soup = fc.string({
      unit: fc.constantFrom(...'0123456789.,%‰/；-—≥≤万亿人张个以上下约近不低于超过 城市农村（）')
    })
    fc.assert(
      fc.property(soup, raw => {
        const {value} = readQuantity(raw)
        return value === null || (Number.isFinite(value) && /[\d万亿]/u.test(raw))
      }),
      {numRuns: 3000}
    )
  })
})

describe('rules', () => {
  it.each(rules.map(rule => [rule.id, rule] as const))('%s holds for its hits and for no miss', (_, rule) => {
    for (const hit of rule.hits) expect(hit).toMatch(rule.pattern)
    for (const miss of rule.misses) expect(miss).not.toMatch(rule.pattern)
  })
})
