import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {assign, heaviestRun} from '../../src/align/assign.js'
import {charDice, dice, fold, shared, shinglesOf} from '../../src/align/likeness.js'

describe('assign', () => {
  it('gives each its best partner that is still free, once', () => {
    const pairs = assign([
      {a: 0, b: 0, score: 0.8},
      {a: 0, b: 1, score: 0.9},
      {a: 1, b: 1, score: 0.85},
      {a: 1, b: 0, score: 0.2}
    ])
    expect(pairs.map(p => [p.a, p.b])).toEqual([
      [0, 1],
      [1, 0]
    ])
  })

  it('gives the same pairs whatever the order of the offers', () => {
    const offer = fc.record({a: fc.nat(5), b: fc.nat(5), score: fc.constantFrom(0.2, 0.5, 0.9)})
    fc.assert(
      fc.property(fc.uniqueArray(offer, {selector: o => `${o.a} ${o.b}`}), offers => {
        expect(assign([...offers].reverse())).toEqual(assign(offers))
      })
    )
  })
})

describe('the heaviest run', () => {
  it('rises and weighs as much as any that does', () => {
    const items = fc.array(fc.tuple(fc.nat(9), fc.integer({min: 1, max: 9})), {maxLength: 9})
    fc.assert(
      fc.property(items, list => {
        const values = list.map(([v]) => v)
        const weights = list.map(([, w]) => w)
        const run = [...heaviestRun(values, weights)].sort((x, y) => x - y)
        for (let k = 1; k < run.length; k++) expect(values[run[k]!]!).toBeGreaterThan(values[run[k - 1]!]!)
        const weight = run.reduce((sum, i) => sum + weights[i]!, 0)
        expect(weight).toBe(heaviestByTrying(values, weights))
      })
    )
  })
})

function heaviestByTrying(values: readonly number[], weights: readonly number[]): number {
  let best = 0
  for (let mask = 0; mask < 1 << values.length; mask++) {
    let last = -1
    let weight = 0
    for (let i = 0; i < values.length; i++) {
      if (!(mask & (1 << i))) continue
      if (values[i]! <= last) {
        weight = -1
        break
      }
      last = values[i]!
      weight += weights[i]!
    }
    best = Math.max(best, weight)
  }
  return best
}

describe('folding', () => {
  it('takes width, marks and spaces away, never a digit, a point or a sign of quantity', () => {
    expect(fold('到２０２５年， 覆盖率≥６０％。')).toBe('到2025年覆盖率≥60%')
    expect(fold('1.5')).not.toBe(fold('15'))
    expect(fold('5%')).not.toBe(fold('5'))
    expect(fold('不得')).not.toBe(fold('得'))
  })
})

describe('likeness', () => {
  const text = fc.array(fc.constantFrom(...'养老服务体系建设'), {maxLength: 30}).map(c => c.join(''))

  it('is 1 for the same and the same both ways', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const x = shinglesOf(a)
        const y = shinglesOf(b)
        expect(dice(x, x)).toBe(1)
        expect(dice(x, y)).toBe(dice(y, x))
        expect(shared(x, y)).toBeLessThanOrEqual(Math.min(x.length, y.length))
        expect(charDice(a, a)).toBe(1)
        expect(charDice(a, b)).toBe(charDice(b, a))
      })
    )
  })
})
