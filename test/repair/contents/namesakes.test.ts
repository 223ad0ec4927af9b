import {describe, expect, test} from 'vitest'
import {contentsIn} from '../../../src/repair/contents/contents.js'
import {eachItsOwn} from '../../../src/repair/contents/namesakes.js'

describe('headings of one name', () => {
  const {entries} = contentsIn(
    '目录第一章水源一、目标二、任务第二章渠道一、目标二、任务第三章管护一、目标第四章附则'
  )!
  const read = (...names: string[]) =>
    eachItsOwn(
      names.map(name => [{entry: entries.find(each => each.name === name)!, to: name.length, runIn: false}]),
      entries
    ).map(([head]) => entries.indexOf(head!.entry))

  test('are those that stand in the order of the contents page', () => {
    expect(read('第一章水源', '一、目标', '第二章渠道', '一、目标', '二、任务')).toEqual([0, 1, 3, 4, 5])
    expect(read('第二章渠道', '二、任务', '第三章管护', '一、目标')).toEqual([3, 5, 6, 7])
  })

  test('are all kept where more stand in the text than on the page', () => {
    expect(read('第一章水源', '第一章水源')).toEqual([0, 0])
  })
})
