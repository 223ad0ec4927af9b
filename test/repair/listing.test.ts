import {expect, test} from 'vitest'
import {listingsOf} from '../../src/repair/listing.js'

const page = [
  '第一章 水源',
  '第一节 水井',
  '第二节 水库',
  '第二章 渠道',
  '第一节 干渠',
  '第二节 支渠',
  '第三章 保障'
]
const lines = (...texts: readonly string[]) => texts.map(text => ({text, opens: true}))
const places = (texts: readonly string[]) => listingsOf(lines(...texts)).map(({from, to}) => [from, to])

test('headings that stand line by line are a contents page; the body begins where the first stands again', () => {
  const found = listingsOf(lines('规划', ...page, '第一章 水源', '第一节 水井', '打井九眼。'))
  expect(found.map(({from, to}) => [from, to])).toEqual([[1, 8]])
  expect(found[0]!.entries.map(({name}) => name)).toEqual(page.map(line => line.replace(' ', '')))
})

test('a page that stands twice is two, and lines that stand again in place are of the same page', () => {
  expect(places([...page, ...page])).toEqual([
    [0, 7],
    [7, 14]
  ])
  expect(places([...page.slice(0, 3), ...page.slice(1)])).toEqual([[0, 9]])
})

test('headings with text under them, a few headings in a row, and sentences are none', () => {
  expect(places(page.flatMap(line => [line, '修渠二里。']))).toEqual([])
  expect(places(page.slice(0, 4))).toEqual([])
  expect(places(page.map(line => `${line}。`))).toEqual([])
})

test('entries may end with the number of a page', () => {
  const [found] = listingsOf(lines(...page.map((line, i) => `${line}……${i + 2}`)))
  expect(found!.entries[3]!.name).toBe('第二章渠道')
})
