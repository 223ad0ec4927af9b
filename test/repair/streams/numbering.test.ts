import {expect, test} from 'vitest'
import {
  counted,
  countOddsOf,
  countsOn,
  levels,
  numbersIn,
  tally
} from '../../../src/repair/streams/numbering.js'

const none = () => new Uint8Array(levels)
const numbersOf = (texts: readonly string[]) => texts.map(numbersIn)

test('a heading that is glued to its text is followed by the first number of that', () => {
  const counts = counted(none(), 0, numbersIn('二、主要任务（一）改善灌溉。'))
  expect(tally(counts, [numbersIn('（二）兴修水库。')])).toBeGreaterThan(0)
})

test('一是, 二是 in running text are counted, 是否 is not', () => {
  expect(numbersIn('一是水源不足；').opening?.ordinal).toBe(1)
  expect(numbersIn('存在问题：一是水源不足，二是渠道老化，').all.map(mark => mark.ordinal)).toEqual([1, 2])
  expect(numbersIn('核查同一是否重复。').all).toEqual([])
})

test('an order in which numbers count on is worth more than one in which they go back', () => {
  const [first, second, third] = numbersOf(['1.修渠。', '2.建库。', '3.植树。'])
  expect(tally(none(), [first!, second!, third!])).toBeGreaterThan(tally(none(), [second!, first!, third!]))
  const [one, two] = numbersOf(['一是水源不足；', '二是渠道老化。'])
  expect(tally(none(), [one!, two!])).toBeGreaterThan(tally(none(), [two!, one!]))
})

test('a finer count begins anew under every coarser number', () => {
  const texts = ['一、现状', '（一）水源', '（二）渠道', '二、任务', '（一）修渠']
  let counts = none()
  for (const text of texts) counts = counted(counts, 0, numbersIn(text))
  expect(tally(counts, [numbersIn('（二）建库')])).toBeGreaterThan(0)
  expect(tally(counts, [numbersIn('（三）植树')])).toBeLessThan(0)
})

test('a stream that misses no number is held to its count more strictly than one that leaps', () => {
  const straight = Array.from({length: 30}, (_, i) => `${i + 1}.修渠。`)
  const leaping = Array.from({length: 30}, (_, i) => `${3 * i + 1}.建库。`)
  const texts = straight.flatMap((text, i) => [text, leaping[i]!])
  const path = {
    label: Uint8Array.from(texts, (_, t) => t % 2),
    sure: new Float32Array(texts.length).fill(1)
  }
  const odds = countOddsOf(numbersOf(texts), 2, path)
  const state = () => {
    const counts = new Uint8Array(2 * levels)
    return counted(counted(counts, 0, numbersIn('4.修渠。')), levels, numbersIn('4.建库。'))
  }
  const skip = numbersIn('9.植树。')
  expect(countsOn(odds, state(), 0, skip)).toBeLessThan(countsOn(odds, state(), 1, skip))
})

test('a first number under the same heading as the last fits worse than one under a new heading', () => {
  const odds = countOddsOf(numbersOf([]), 1, null)
  const first = numbersIn('（一）修渠。')
  const under = counted(none(), 0, numbersIn('二、主要任务'))
  const after = counted(under, 0, numbersIn('（一）建库。'))
  expect(countsOn(odds, after, 0, first)).toBeLessThan(countsOn(odds, under, 0, first))
  expect(tally(after, [first])).toBeLessThan(tally(under, [first]))
})
