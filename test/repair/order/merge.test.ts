import {expect, test} from 'vitest'
import {merge} from '../../../src/repair/order/merge.js'
import {readTogether, type Strand, type Weigher} from '../../../src/repair/order/weave.js'

/** Units of the two streams in the order of the text; `|` where the other stream reads on. */
function merged(slow: string, fast: string, begins: readonly string[] = []): string {
  const keys: string[] = []
  const labels: number[] = []
  const chain = (text: string, label: number): Strand[] =>
    [...text].flatMap(key => {
      keys.push(key)
      labels.push(key === '|' ? 1 - label : label)
      return key === '|' ? [] : [{units: [keys.length - 1]}]
    })
  const left = chain(slow, 1)
  const right = chain(fast, 0)
  const begin = new Set(keys.flatMap((key, t) => (begins.includes(key) ? [t] : [])))
  const weigher: Weigher = {
    follows: () => 0,
    tears: (a, b) => (readTogether(a, b, Uint8Array.from(labels), begin) ? 3 : 0),
    start: new Uint8Array(0),
    counted: counts => counts,
    tally: () => 0,
    opens: () => -1,
    reaches: () => -1
  }
  const {order} = merge(left, right, ({units: [t]}) => keys[t!]!.charCodeAt(0), weigher)
  return order.map(({units: [t]}) => keys[t!]).join('')
}

test('what either stream read in one go stays in one piece, before what was passed over and behind it', () => {
  expect(merged('ab|d', 'a|cd')).toBe('abcd')
  expect(merged('a|bd', 'ac|d')).toBe('acbd')
  expect(merged('ab|f', 'a|cdef')).toBe('abcdef')
})

test('what one stream alone read in one go decides, too', () => {
  expect(merged('a|b|d', 'a|cd')).toBe('abcd')
  expect(merged('a|b|d', 'ac|d')).toBe('acbd')
})

test('nothing is held to be read in one go with what begins anew', () => {
  expect(merged('a|b|d', 'acd')).toBe('abcd')
  expect(merged('a|b|d', 'acd', ['d'])).toBe('acbd')
})
