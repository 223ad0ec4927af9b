import {expect, test} from 'vitest'
import {onward, placesOf} from '../../../src/repair/streams/places.js'
import {unitsOf} from '../../../src/repair/units/units.js'
import {readPlain} from '../../../src/read/plain.js'
import {sourceOf} from '../../eval/restore.js'

const found = (text: string) => {
  const units = unitsOf(readPlain(sourceOf(text)).blocks)
  const {first, last} = placesOf(units, 2)
  return units.flatMap((unit, t) =>
    first[t]! < 0 ? [] : [[unit.text.slice(0, 3), first[t]!, last[t]!] as const]
  )
}

const contents =
  '青禾县林业规划目录第一章现状第一节资源状况第二节存在问题第二章任务第一节造林绿化第二节森林管护'

test('headings have the places of the contents page, several that open one sentence the first and the last', () => {
  const body =
    '第一章现状第一节资源状况全县有林地十二万亩。第二节存在问题林场道路年久失修，冬季无法通行。' +
    '第二章任务第一节造林绿化每年造林六千亩。'
  expect(found(`${contents}${body.slice(0, 24)}\n${body}`).slice(-3)).toEqual([
    ['第一章', 0, 1],
    ['第二节', 2, 2],
    ['第二章', 3, 4]
  ])
})

test('the body begins behind the contents page, and at the beginning where there is none', () => {
  const body = '第一章现状全县有林地十二万亩。第二章任务每年造林六千亩。'
  const bodyOf = (text: string) => placesOf(unitsOf(readPlain(sourceOf(text)).blocks), 2).body
  const lines = contents.replace('目录', '\n目录\n').replaceAll(/(?=第[一二][章节])/gu, '\n')
  expect(bodyOf(`全县绿化规划印发。\n${contents}\n${body}`)).toBe(2)
  expect(bodyOf(`${lines}\n${body}`)).toBe(8)
  expect(bodyOf(`${lines}\n${lines.split('\n').slice(2).join('\n')}\n${body}`)).toBe(14)
  expect(bodyOf(body)).toBe(0)
})

test('without a contents page chapters count, sections that begin anew in each do not', () => {
  const body =
    '第一章现状全县有林地十二万亩。第一节管护每村一人管护。第二章任务每年造林六千亩。第一节苗木由国有苗圃供应。第三章保障资金由县财政安排。'
  expect(found(body).map(([, first]) => first)).toEqual([1, 2, 3])
})

test('a number that two different headings bear tells no place', () => {
  const body =
    '第一章现状全县有林地十二万亩。第二章任务每年造林六千亩。第三章保障资金由县财政安排。第二章附则本规划由县林业局解释。'
  expect(found(body)).toEqual([])
})

test('a reader does not go back, and rather goes a little on than far', () => {
  expect(onward(4, 4)).toBeLessThan(-5)
  expect(onward(4, 2)).toBeLessThan(-5)
  expect(onward(4, 5)).toBeGreaterThan(onward(4, 9))
})
