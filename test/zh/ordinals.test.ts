import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {hanNumber, ordinalOf} from '../../src/zh/ordinals.js'
import {simplified} from '../../src/zh/traditional.js'

describe('ordinals', () => {
  it.each([
    ['一', 1],
    ['十', 10],
    ['十二', 12],
    ['二十', 20],
    ['二十一', 21],
    ['廿三', 23],
    ['卅', 30],
    ['一百零五', 105],
    ['一百一十', 110],
    ['二〇', 20],
    ['二〇二一', 2021],
    ['12', 12],
    ['１２', 12],
    ['⑫', 12],
    ['①', 1]
  ])('reads %s as %i', (text, value) => {
    expect(ordinalOf(text)).toBe(value)
  })

  it.each(['', '甲', '章', '12a', '一章'])('reads no number into %j', text => {
    expect(ordinalOf(text)).toBeNull()
  })

  it('reads back every number it writes', () => {
    fc.assert(fc.property(fc.integer({min: 1, max: 9999}), n => ordinalOf(hanNumber(n)) === n))
  })

  it.each([
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [105, '一百零五'],
    [110, '一百一十'],
    [1001, '一千零一']
  ])('writes %i as %s', (n, text) => {
    expect(hanNumber(n)).toBe(text)
  })
})

describe('traditional characters', () => {
  it('puts structural words into simplified characters, one for one', () => {
    expect(simplified('第一節 專欄1 目錄 附則')).toBe('第一节 专栏1 目录 附则')
  })

  it('keeps the length of any text and leaves simplified text alone', () => {
    fc.assert(fc.property(fc.string({unit: 'grapheme'}), text => simplified(text).length === text.length))
    expect(simplified('第一节 关于后来居上、准备的云岭州')).toBe('第一节 关于后来居上、准备的云岭州')
  })
})
