import {expect, test} from 'vitest'
import {
  expectedBoth,
  fit,
  lengthened,
  nothing,
  wordingOf,
  type Trial
} from '../../../src/repair/streams/cohesion.js'
import {unitsOf} from '../../../src/repair/units/units.js'
import {readPlain} from '../../../src/read/plain.js'
import {sourceOf} from '../../eval/restore.js'

const water = [
  '修建水渠引水灌溉农田。',
  '水渠灌溉农田节约用水。',
  '农田用水定额管理水渠。',
  '灌溉用水计量收费。'
]
const books = [
  '图书馆全年开放借阅图书。',
  '开放阅览室借阅不收押金。',
  '读者借阅图书押金退还。',
  '图书馆预约图书读者。'
]
const units = unitsOf(readPlain(sourceOf([...water, ...books].join(''))).blocks)
const wording = wordingOf(units, 4)
const after = (t: number) => ({before: lengthened(nothing, wording, t), after: nothing})

/** Each unit behind the one before it of its own subject, or of the other. */
const trials = (foreign: boolean): Trial[] =>
  [1, 2, 3].flatMap(i =>
    [0, water.length].map((from): Trial => {
      const [own, other] = [after(from + i - 1), after(water.length - from + i - 1)]
      return {t: from + i, length: 12, own: foreign ? other : own, other: foreign ? own : other, sure: 1}
    })
  )

test('likeness counts for more where neighbours are alike, and for less where they are not', () => {
  const alike = fit(wording, trials(false), expectedBoth)
  const unlike = fit(wording, trials(true), expectedBoth)
  for (let i = 2; i < expectedBoth.length; i++) {
    expect(alike[i]!).toBeGreaterThan(expectedBoth[i]!)
    expect(unlike[i]!).toBeLessThan(expectedBoth[i]!)
  }
})

test('what is the same in both places, and what nobody is sure of, teaches nothing', () => {
  const start = [...expectedBoth]
  expect([...fit(wording, trials(false), start)].slice(0, 2)).toEqual(start.slice(0, 2))
  const doubtful = trials(false).map(trial => ({...trial, sure: 0}))
  expect([...fit(wording, doubtful, start)]).toEqual(start)
})
