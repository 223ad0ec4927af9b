import {expect, test} from 'vitest'
import {unitsOf} from '../../src/repair/units.js'
import {readPlain} from '../../src/read/plain.js'
import {sourceOf} from '../eval/restore.js'

const texts = (text: string) => unitsOf(readPlain(sourceOf(text)).blocks).map(unit => unit.text)

const well = '全县打井九眼，供水到户。'
const canal = '新修渠道二里，清淤三处。'

test('a heading is cut off a sentence that stands elsewhere', () => {
  expect(texts(`第二节加强水源建设${canal}${well}${canal}`)).toEqual([
    '第二节加强水源建设',
    canal,
    well,
    canal
  ])
})

test('a heading that is known from there, or from a line of its own, is cut off what is new behind it', () => {
  const known = `第二节加强水源建设${canal}${well}${canal}`
  expect(texts(`${known}第二节加强水源建设水库蓄水充足。`).slice(-2)).toEqual([
    '第二节加强水源建设',
    '水库蓄水充足。'
  ])
  expect(texts(`（三）加强管护\n${well}（三）加强管护水库蓄水充足。`)).toEqual([
    '（三）加强管护',
    well,
    '（三）加强管护',
    '水库蓄水充足。'
  ])
})

test('what stands twice as it is was read so and stays in one piece', () => {
  const whole = `第二节加强水源建设${canal}`
  expect(texts(`${whole}${well}${whole}${canal}`)).toEqual([whole, well, whole, canal])
})

test('sentences that open with a number and go on as one are left whole', () => {
  const item = '（一）要加快建设水库。'
  expect(texts(`${item}${well}水库。`)).toEqual([item, well, '水库。'])
  expect(texts(`一、二、三产业${well}${well}`)[0]).toBe(`一、二、三产业${well}`)
})
