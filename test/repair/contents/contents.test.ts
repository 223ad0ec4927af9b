import {describe, expect, test} from 'vitest'
import {contentsIn, entriesOf, headingsAtStart} from '../../../src/repair/contents/contents.js'

const names = (text: string) => contentsIn(text)?.entries.map(entry => entry.name) ?? null
const fine = '一、水源（一）水井（二）水库二、渠道（一）干渠（二）支渠三、管护（一）经费'

describe('a contents page that is glued into a line', () => {
  test('lists 一、 and （一） where the word 目录 announces it, and ends where its first entry stands again', () => {
    const page = contentsIn(`规划目录${fine}一、水源（一）水井打井九眼，供水到村。`)!
    expect(page.entries.map(entry => entry.name)).toEqual(fine.match(/[一二三]、..|（.）../gu))
    expect(page.entries.map(entry => entry.level)).toEqual([4, 5, 5, 4, 5, 5, 4, 5])
    expect([page.from, page.to]).toEqual([2, 4 + fine.length])
  })

  test('lists 一、 under its chapters where most of them have it', () => {
    const mixed = '第一章水源一、水井二、水库第二章渠道一、干渠二、支渠第三章管护第四章附则'
    expect(names(`目录${mixed}第一章水源一、水井全县打井。`)).toEqual(
      mixed.match(/第.章[^一第]*|[一二]、../gu)
    )
  })

  test('ends at the 一、 of the body behind its last chapter, which tells how long that title is', () => {
    const chapters = ['第一章水源', '第二章渠道', '第三章管护', '第四章保障措施']
    expect(names(`目录${chapters.join('')}一、打井全县打井九眼，供水到村。`)).toEqual(chapters)
    expect(names(`目录${fine}（一）农村供水水平提高，群众满意。`)!.at(-1)).toBe('（一）经费')
  })

  test('lists three chapters where nothing else stands in its line', () => {
    expect(names('目 录一、水源和水质二、渠道三、管护经费')).toEqual([
      '一、水源和水质',
      '二、渠道',
      '三、管护经费'
    ])
    expect(names('青禾县水利发展规划（2021—2025年）目录一、水源二、渠道三、管护经费')!.length).toBe(3)
    expect(names('目录一、水源二、渠道三、管护。另有说明。')).toBeNull()
    expect(names('青禾县水利投资项目目录一、水源二、渠道三、管护经费')).toBeNull()
  })

  test('may lack two numbers in a row, but not three', () => {
    const leaps = (next: string) => `目录一、水源（${next}）水库二、渠道三、管护四、经费`
    expect(names(leaps('三'))!.length).toBe(5)
    expect(names(leaps('四'))).toBeNull()
  })

  test('counts （一） on from chapter to chapter', () => {
    const through = '一、水源（一）水井（二）水库二、渠道（三）干渠（四）支渠三、管护（五）经费'
    expect(names(`目录${through}`)).toEqual(through.match(/[一二三]、..|（.）../gu))
  })

  test('is none without its word, where sentences count what they name', () => {
    expect(names(fine)).toBeNull()
    expect(names(`要求：${fine}。`)).toBeNull()
    expect(names('项目目录一、二、三级医院和（一）（二）两类学校的改造')).toBeNull()
  })
})

describe('lines of a contents page', () => {
  test('are entries as far as they count on', () => {
    const lines = ['一、水源', '（一）水井……3', '二、渠道', '（一）干渠']
    expect(entriesOf([...lines, '（一）水井']).map(entry => entry.name)).toEqual([
      '一、水源',
      '（一）水井',
      '二、渠道',
      '（一）干渠'
    ])
  })

  test('do not go on into the items of a body that follows the last chapter', () => {
    const chapters = ['第一章 水源', '第二章 渠道']
    expect(entriesOf([...chapters, '一、打井', '二、清淤']).map(entry => entry.name)).toEqual([
      '第一章水源',
      '第二章渠道'
    ])
  })
})

describe('headings that open a sentence', () => {
  const entries = contentsIn(`目录${fine}`)!.entries
  const heads = (text: string) =>
    headingsAtStart(text, entries).map(({entry, to, runIn}) => [entry.name, to, runIn])

  test('are read one after the other, with white space or without', () => {
    expect(heads('二、 渠道（一）干渠新修二里。')).toEqual([
      ['二、渠道', 5, false],
      ['（一）干渠', 10, false]
    ])
  })

  test('run in with a full stop are read with it, and such that go on as a clause are none', () => {
    expect(heads('（二）水库。加固六座。')).toEqual([['（二）水库', 6, true]])
    expect(heads('（二）水库、水井和渠道一并治理。')).toEqual([])
  })
})
