import {expect, test} from 'vitest'
import {affinity, topicsOf} from '../../src/zh/topics.js'

const water = ['修建水渠引水灌溉', '水渠灌溉农田', '农田用水定额', '用水计量收费', '收费标准由水务部门定']
const books = ['图书馆全年开放', '开放阅览室借阅图书', '借阅不收押金', '押金退还读者', '读者可以预约图书']

test('texts about one thing lie nearer than others, though they share no word', () => {
  const texts = [...water, ...books]
  const topics = topicsOf(
    texts,
    texts.map((_, t) => t),
    48
  )
  // 修建水渠引水灌溉 and 农田用水定额 share one character, 修建水渠引水灌溉 and 押金退还读者 none
  expect(affinity(topics, 0, 1)).toBeGreaterThan(affinity(topics, 0, 6))
  expect(affinity(topics, 5, 6)).toBeGreaterThan(affinity(topics, 5, 2))
})

test('a text without a word that others hold lies at the origin, all others at distance 1', () => {
  const texts = [...water, 'QXZ']
  const topics = topicsOf(
    texts,
    texts.map((_, t) => t),
    48
  )
  expect(affinity(topics, 5, 5)).toBe(0)
  for (let t = 0; t < 5; t++) expect(affinity(topics, t, t)).toBeCloseTo(1, 5)
})

test('the same texts give the same points, and copies count once', () => {
  const once = topicsOf(water, [0, 1, 2, 3, 4], 48)
  expect(topicsOf(water, [0, 1, 2, 3, 4], 48)).toEqual(once)
  const twice = topicsOf([...water, water[0]!], [0, 1, 2, 3, 4, 0], 48)
  expect(twice.points.subarray(0, once.points.length)).toEqual(once.points)
  expect(twice.points.subarray(once.points.length)).toEqual(once.points.subarray(0, once.dimensions))
})
