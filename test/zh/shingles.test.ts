import {expect, test} from 'vitest'
import {bigrams, cosine, lexicon, likeness} from '../../src/zh/shingles.js'

test('pairs of characters do not reach across marks', () => {
  expect(bigrams('水渠，水渠').length).toBe(1)
  expect(bigrams('水渠，道路').length).toBe(2)
})

test('likeness is 1 for the same text and 0 where nothing is shared', () => {
  expect(likeness('修建水渠', '修建水渠')).toBe(1)
  expect(likeness('修建水渠', '保护古树')).toBe(0)
})

test('what every text says weighs less than what two say', () => {
  const texts = ['加强水渠建设', '加强水渠管护', '加强古树保护', '加强林道养护']
  const words = lexicon(texts, [0, 1, 2, 3])
  expect(cosine(words, 0, 1)).toBeGreaterThan(cosine(words, 0, 2))
})
