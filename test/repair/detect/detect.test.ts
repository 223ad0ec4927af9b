import {expect, test} from 'vitest'
import {detect} from '../../../src/repair/detect/detect.js'
import {unitsOf} from '../../../src/repair/units/units.js'
import {readPlain} from '../../../src/read/plain.js'
import {sourceOf} from '../../eval/restore.js'
import {prose} from '../specimen.js'

const plan = prose(40)
const streams = (runs: readonly (readonly [number, number])[]) => {
  const text = runs.flatMap(([from, to]) => plan.slice(from, to)).join('')
  return detect(unitsOf(readPlain(sourceOf(text)).blocks))?.streams ?? 0
}

test('three readers are told where only the two that follow overlap', () => {
  expect(
    streams([
      [0, 16],
      [0, 5],
      [0, 3],
      [5, 10],
      [3, 8],
      [10, 14],
      [8, 12],
      [17, 30]
    ])
  ).toBe(3)
})

test('what is written three times, each time to its end, is not woven', () => {
  expect(
    streams([
      [0, 12],
      [0, 12],
      [0, 12],
      [13, 30]
    ])
  ).toBe(0)
  expect(
    streams([
      [0, 12],
      [13, 20],
      [0, 12],
      [21, 30],
      [0, 12]
    ])
  ).toBe(0)
})

test('a list of which each chapter says its own items twice is not woven', () => {
  const chapter = (from: number) =>
    [
      [from, from + 4],
      [20 + from, 22 + from],
      [from, from + 4]
    ] as const
  expect(streams([[0, 12], ...[0, 4, 8].flatMap(chapter)])).toBe(0)
})
