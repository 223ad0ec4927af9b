import {expect, test} from 'vitest'
import {lattice} from '../../../src/repair/streams/lattice.js'

const ln = Math.log

test('gives the likeliest path, and for each label the share of all paths that have it', () => {
  const {add, read} = lattice()
  const a = add(0, 0, [{from: -1, gain: ln(0.6)}])
  const b = add(0, 1, [{from: -1, gain: ln(0.4)}])
  const after = add(1, 0, [{from: a, gain: ln(0.5)}])
  // 0 then 1: 0.3; 1 then 1: 0.4, the likeliest; 0 then 0: 0.3
  const both = add(1, 1, [
    {from: b, gain: ln(1)},
    {from: a, gain: ln(0.5)}
  ])
  const {label, sure} = read(2, [both, after])
  expect([...label]).toEqual([1, 1])
  expect(sure[0]).toBeCloseTo(0.4)
  expect(sure[1]).toBeCloseTo(0.7)
})

test('leaves a way that leads nowhere out of the count', () => {
  const {add, read} = lattice()
  const a = add(0, 0, [{from: -1, gain: ln(0.5)}])
  add(0, 1, [{from: -1, gain: ln(0.5)}])
  const end = add(1, 0, [{from: a, gain: ln(0.1)}])
  const {label, sure} = read(2, [end])
  expect([...label]).toEqual([0, 0])
  expect([...sure]).toEqual([1, 1])
})

test('of nothing is nothing', () => {
  expect([...lattice().read(0, []).label]).toEqual([])
})
