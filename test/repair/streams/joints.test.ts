import {expect, test} from 'vitest'
import {evidenceOf} from '../../../src/repair/streams/evidence.js'
import {joint} from '../../../src/repair/streams/joints.js'
import {unitsOf} from '../../../src/repair/units/units.js'
import {readPlain} from '../../../src/read/plain.js'
import {sourceOf} from '../../eval/restore.js'

/** How well the second sentence of a text stands right after the first. */
const joined = (text: string, a: number, b: number) => {
  const units = unitsOf(readPlain(sourceOf(text)).blocks)
  const {wording, forms} = evidenceOf(units, 2)
  return joint(wording, forms, a, b)
}

test('after the lead of an item comes what elaborates it, not the next item', () => {
  const text =
    '——居家养老。推进为老服务中心建设，提升居家服务水平。——互助养老。建设互助幸福院，组织邻里互助。'
  expect(joined(text, 0, 1)).toBeGreaterThan(joined(text, 0, 2))
})

test('a sentence that ends with ； is followed by running text, not by a numbered item', () => {
  const text = '完善水库管护制度；落实水库管护人员。（二）兴修渠道，改善灌溉。'
  expect(joined(text, 0, 1)).toBeGreaterThan(joined(text, 0, 2))
})

test('nothing comes after the last line of a text that has no mark at its end', () => {
  const text = '来源：青禾县人民政府办公室\n水库管护落实到人。道路管护落实到村。\n来源：青禾县人民政府办公室'
  expect(joined(text, 1, 3)).toBeGreaterThan(joined(text, 0, 1))
})
