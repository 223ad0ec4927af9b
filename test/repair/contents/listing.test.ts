import {expect, test} from 'vitest'
import {listingsOf} from '../../../src/repair/contents/listing.js'

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

test('the first heading stands again whatever blanks it is written with, and page numbers are no part of a title', () => {
  const found = listingsOf(
    lines(...page.map((line, i) => `${line.replace(' ', '')}\t${i + 1}`), ...page.slice(0, 2))
  )
  expect(found.map(({from, to}) => [from, to])).toEqual([[0, 7]])
  expect(found[0]!.entries.map(({name}) => name)).toEqual(page.map(line => line.replace(' ', '')))
})

test('behind the word 目录 three lines are a page, if no heading of the text goes on where they end', () => {
  const short = ['目录', '一、水源', '二、渠道', '三、管护']
  expect(places([...short, '一、水源', '打井九眼。'])).toEqual([[1, 4]])
  expect(places([...short, '一、水源', '打井九眼。', '四、附则', '本规划由县水务局解释。'])).toEqual([])
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

test('一、 and （一） are listed behind the word, or where they come again; a list of names is none', () => {
  const fine = ['一、水源', '（一）水井', '（二）水库', '二、渠道', '（一）干渠', '三、管护']
  expect(places(['目录', ...fine, '打井九眼。'])).toEqual([[1, 7]])
  const body = ['一、水源', '打井九眼。', '（一）水井', '深井三眼。', '二、渠道', '修渠二里。']
  expect(places(['规划', ...fine, ...body])).toEqual([[1, 7]])
  expect(places(['附件', ...fine, '打井九眼。'])).toEqual([])
})

test('the rest of a page stands behind other text; headings of a body, each finer than the last, are none', () => {
  const body = ['打井九眼。', '第一章 水源', '第一节 水井', '深井三眼。']
  expect(places([...page, '打井九眼。', ...page.slice(2, 6), ...body])).toEqual([
    [0, 7],
    [8, 12]
  ])
  expect(places([...page, ...body])).toEqual([[0, 7]])
})
