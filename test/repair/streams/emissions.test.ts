import {expect, test} from 'vitest'
import {emissionsOf} from '../../../src/repair/streams/emissions.js'
import {evidenceOf} from '../../../src/repair/streams/evidence.js'
import {unitsOf} from '../../../src/repair/units/units.js'
import {readPlain} from '../../../src/read/plain.js'
import {sourceOf} from '../../eval/restore.js'

const sentence = (i: number) => `青禾县第${i}号水渠清淤${i * 7}米。`
const range = (from: number, to: number) => Array.from({length: to - from}, (_, i) => sentence(from + i))

/** Both read the first forty sentences, one after the other in runs of five; the first goes on alone. */
const woven = Array.from({length: 8}, (_, run) => [
  ...range(run * 5, run * 5 + 5),
  ...(run === 0 ? [] : range(run * 5 - 5, run * 5))
]).flat()
const rest = range(40, 80)

/** How likely the first reader goes on with a sentence that stands once, the last of the `rest` that it reads before `more`. */
const alone = (rest: readonly string[], more: readonly string[] = [], streams = 2) => {
  const text = [...woven, ...rest, ...more].join('')
  const evidence = evidenceOf(unitsOf(readPlain(sourceOf(text)).blocks), streams)
  const t = woven.length + rest.length - 1
  return emissionsOf(evidence, null, null)(t, 0, t - 1, 3)
}

test('a sentence that stands twice in what one reader read alone leaves it the end of the text', () => {
  const twice = '各乡镇每月报送一次。'
  const usual = alone(rest)
  expect(alone([twice, ...rest.slice(0, 20), twice, ...rest.slice(20)])).toBeCloseTo(usual, 5)
  expect(alone(rest, [twice, ...range(80, 90), twice])).toBeCloseTo(usual, 5)
})

test('what both readers come to is not the end of the text', () => {
  const both = range(80, 90)
  expect(alone(rest, [...both, ...both])).toBeLessThan(alone(rest) - 1)
})

test('what the second of three readers takes to the third leaves the first one the end of the text', () => {
  const third = range(80, 90)
  const usual = alone(rest, [], 3)
  expect(alone(rest, [...third, ...range(40, 44), ...third], 3)).toBeCloseTo(usual, 5)
  expect(alone(rest, [...third, ...third, ...third], 3)).toBeLessThan(usual - 1)
})
