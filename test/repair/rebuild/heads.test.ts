import {expect, test} from 'vitest'
import {contentsIn} from '../../../src/repair/contents/contents.js'
import {headingsIn} from '../../../src/repair/rebuild/heads.js'

const {entries} = contentsIn('目录第一章水源一、打井二、蓄水第二章渠道管护一、衬砌二、清淤第三章附则', true)!

const behind = (text: string) => text.slice(headingsIn(text, entries)[0]?.from)

test('a chapter of the contents page begins behind a caption, a date and a line that breaks off', () => {
  expect(behind('表2：供水指标第二章渠道管护渠道分级养护。')).toBe('第二章渠道管护渠道分级养护。')
  expect(behind('2020年3月4日第二章渠道管护')).toBe('第二章渠道管护')
  expect(behind('一式两份，县乡各存一份 第二章 渠道管护')).toBe('第二章 渠道管护')
})

test('a finer number is a heading behind captions alone', () => {
  expect(behind('专栏1：机井二、蓄水修塘。')).toBe('二、蓄水修塘。')
  expect(headingsIn('机井清单二、蓄水', entries)).toEqual([])
})

test('a chapter that a sentence names stays in it', () => {
  for (const text of [
    '分工见第二章渠道管护。',
    '按照第二章渠道管护的要求办理。',
    '实施《第二章渠道管护》。',
    '已经落实第一章水源和第二章渠道管护。',
    '已经落实第二章渠道管护、第三章附则。'
  ])
    expect(headingsIn(text, entries)).toEqual([])
})

test('a title that the contents page does not know says nothing', () => {
  expect(headingsIn('表2：供水指标第四章监督渠道分级养护。', entries)).toEqual([])
})

test('the contents page itself opens with no heading, nor does a piece of it', () => {
  expect(headingsIn('供水规划一、打井二、蓄水', entries)).toEqual([])
  expect(headingsIn('供水规划第二章渠道管护第三章附则', entries)).toEqual([])
  expect(
    headingsIn('供水规划目录第一章水源一、打井二、蓄水第二章渠道管护一、衬砌二、清淤第三章附则', entries)
  ).toEqual([])
})
