import {expect, test} from 'vitest'
import {anchorsOf, inOneOrder} from '../../../src/repair/streams/anchors.js'
import {unitsOf} from '../../../src/repair/units/units.js'
import {readPlain} from '../../../src/read/plain.js'
import {sourceOf} from '../../eval/restore.js'
import {sentence} from '../specimen.js'

const groups = (text: string, most = 2) => {
  const units = unitsOf(readPlain(sourceOf(text)).blocks)
  const {group, copies} = anchorsOf(units, most)
  return units.map((unit, t) => [unit.text, group[t]! >= 0, copies[t]] as const)
}

test('a short sentence is a copy where the sentence before it or after it is one', () => {
  const found = groups(
    '全县建成水库十二座。——管护。每座水库配两名护林员。乡村道路全部硬化。全县建成水库十二座。——管护。老年食堂覆盖各社区。'
  )
  expect(found.filter(([text]) => text === '——管护。').map(([, copy, count]) => [copy, count])).toEqual([
    [true, 2],
    [true, 2]
  ])
})

test('a short sentence that recurs among others is no copy', () => {
  const found = groups(
    '水库管护到人。其他方式。道路全部硬化通车。老年食堂覆盖各社区。其他方式。学校食堂明厨亮灶。'
  )
  expect(found.every(([, copy]) => !copy)).toBe(true)
})

test('a refrain is paired by what stands beside it', () => {
  const refrain = '完成情况纳入年度考核。'
  const found = groups(
    `全县建成水库十二座。${refrain}乡村道路全部硬化。${refrain}老年食堂覆盖各社区。` +
      `全县建成水库十二座。${refrain}乡村道路全部硬化。${refrain}学校食堂明厨亮灶。`
  )
  const copies = found.filter(([text]) => text === refrain)
  expect(copies.map(([, copy, count]) => [copy, count])).toEqual(Array(4).fill([true, 2]))
})

test('a short sentence that stands twice between the same anchors is one sentence', () => {
  const found = groups(
    '全县建成水库十二座。每座水库配两名护林员。——山塘。乡村道路全部硬化通车。' +
      '全县建成水库十二座。山塘清淤三十处。——山塘。老年食堂覆盖各社区。乡村道路全部硬化通车。'
  )
  expect(found.filter(([text]) => text === '——山塘。').map(([, copy]) => copy)).toEqual([false, false])
  const longer = groups(
    '全县建成水库十二座。每座水库配两名护林员。——清淤山塘。乡村道路全部硬化通车。' +
      '全县建成水库十二座。山塘蓄水三十处。——清淤山塘。老年食堂覆盖各社区。乡村道路全部硬化通车。'
  )
  expect(longer.filter(([text]) => text === '——清淤山塘。').map(([, copy]) => copy)).toEqual([true, true])
})

test('of three readers, each leaves a short sentence between the same anchors: all three are copies', () => {
  const read = (beside: string) => `全县建成水库十二座。${beside}——清淤山塘。`
  const text =
    `${read('每座水库配两名护林员。')}乡村道路全部硬化通车。${read('')}老年食堂覆盖各社区。` +
    `乡村道路全部硬化通车。${read('')}学校食堂明厨亮灶。乡村道路全部硬化通车。`
  const copies = groups(text, 3).filter(([text]) => text === '——清淤山塘。')
  expect(copies.map(([, , count]) => count)).toEqual([3, 3, 3])
  const apart = groups(text.replace('乡村道路', '——清淤山塘。乡村道路'), 3)
  expect(apart.filter(([text]) => text === '——清淤山塘。').map(([, , count]) => count)).not.toContain(3)
})

const inOrder = (lines: readonly string[]) => {
  const units = unitsOf(readPlain(sourceOf(lines.join('\n'))).blocks)
  const {copies} = inOneOrder(units, anchorsOf(units, 2), 2)
  return units.map((unit, t) => [unit.text, copies[t]] as const)
}

test('copies that cross the others are an author’s own, not those of two readers', () => {
  const plan = [0, 1, 2, 3, 4, 5].map(sentence)
  const [a, b, c, d, e, f] = plan as [string, string, string, string, string, string]
  const found = inOrder([a, b, c, f, d, f, a, b, c, e, d])
  expect(found.filter(([text]) => text === f)).toEqual([
    [f, 1],
    [f, 1]
  ])
  expect(found.filter(([text]) => [a, b, c, d].includes(text)).every(([, count]) => count === 2)).toBe(true)
})

test('headings that cross may still be copies: a contents page names them, too', () => {
  const plan = [0, 1, 2].map(sentence)
  const found = inOrder(['第二章 水利', ...plan, '第二章 水利', ...plan])
  expect(found.filter(([text]) => text === '第二章 水利').map(([, count]) => count)).toEqual([2, 2])
})
