import {expect, test} from 'vitest'
import {readPlain} from '../../../src/read/plain.js'
import {unitsOf} from '../../../src/repair/units/units.js'
import {withSentences} from '../../../src/repair/units/whole.js'
import {sourceOf} from '../../eval/restore.js'

const keys = (lines: readonly string[]) =>
  withSentences(unitsOf(readPlain(sourceOf(lines.join('\n'))).blocks)).map(unit => unit.key)

test('a cell is the same as another only before the same sentence', () => {
  const [first, pump, again, well, copy, copied] = keys([
    '2021-2025',
    '改造泵站四座。',
    '2021-2025',
    '新打机井九眼。',
    '2021-2025',
    '改造泵站四座。'
  ])
  expect(again).not.toBe(first)
  expect(copy).toBe(first)
  expect(copied).toBe(pump)
  expect(well).not.toBe(pump)
})
