import {expect, test} from 'vitest'
import {anchorsOf} from '../../../src/repair/streams/anchors.js'
import {piecesOf} from '../../../src/repair/streams/pieces.js'
import {unitsOf} from '../../../src/repair/units/units.js'
import {readPlain} from '../../../src/read/plain.js'
import {sourceOf} from '../../eval/restore.js'
import {prose} from '../specimen.js'

/** Paragraphs of two sentences, by number. */
const paragraph = (p: number) => prose(2, 2 * p).join('')

/** What two readers took: the first two paragraphs at a time, the second so that each stands twice. */
const runs = [[0, 1], [0], [2, 3], [1, 2], [4, 5], [3, 4], [6], [5, 6]]

function pieces(lines: readonly string[]) {
  const units = unitsOf(readPlain(sourceOf(lines.join('\n'))).blocks)
  return piecesOf(units, anchorsOf(units, 2), 2)
}

test('where readers go on behind line breaks, lines are paragraphs, and their later sentences say no more of the reader', () => {
  const found = pieces(runs.flat().map(paragraph))
  const laterOnes = runs.flat().flatMap(() => [0, 1])
  expect([...found.inside]).toEqual(laterOnes)
  expect(found.paragraphs).toBe(true)
  expect([...found.again]).toEqual(laterOnes)
})

test('where they turn at every line break, lines are runs, and each sentence tells something of its own', () => {
  const found = pieces(runs.map(run => run.map(paragraph).join('')))
  expect([...found.inside]).toEqual(runs.flatMap(run => run.flatMap((_, p) => (p === 0 ? [0, 1] : [1, 1]))))
  expect(found.paragraphs).toBe(false)
  expect(found.again.includes(1)).toBe(false)
})

test('where a turn stands within a line, readers take sentences', () => {
  const found = pieces([runs.flat().map(paragraph).join('')])
  expect(found.inside.includes(1)).toBe(false)
})
