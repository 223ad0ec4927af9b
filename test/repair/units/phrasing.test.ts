import {describe, expect, test} from 'vitest'
import {begins, ends, joined, phrasingOf} from '../../../src/repair/units/phrasing.js'

const phrasing = phrasingOf([
  '巡护河岸，清理渠道，修补河岸。',
  '巡护水库，记录水位，检查河岸。',
  '县里巡护人员不足，水库淤积。'
])

describe('phrasing', () => {
  test('a clause begins where others begin with the same words', () => {
    const text = '守好南河河岸巡护人员两班'
    const odds = [...text].map((_, at) => begins(phrasing, text, at))
    expect(odds.indexOf(Math.max(...odds))).toBe(text.indexOf('巡护'))
  })

  test('a clause ends where others end with the same words', () => {
    const text = '守好南河河岸每天两班'
    const odds = [...text].map((_, at) => (at === 0 ? -Infinity : ends(phrasing, text, at)))
    expect(odds.indexOf(Math.max(...odds))).toBe(text.indexOf('每'))
  })

  test('three characters that stand together elsewhere are joined', () => {
    const all = phrasingOf(['安排巡护人员两名。', '培训巡护人员两次。'])
    const text = '安排巡护人员两名。'
    expect(joined(all, text, text.indexOf('人'))).toBe(true)
    expect(joined(all, text, text.indexOf('巡'))).toBe(false)
  })

  test('of a long text a part is counted, from all over it', () => {
    const long = Array.from({length: 30_000}, (_, i) => `第${i}处，${i % 2 ? '修渠' : '清淤'}完成。`)
    const {stand, usual} = phrasingOf(long)
    const seen = [...stand.values()].reduce((a, b) => a + b, 0)
    expect(seen).toBeLessThan(3 * 110_000)
    expect(usual).toBeGreaterThan(0.05)
  })

  test('a text without marks or characters gives numbers all the same', () => {
    const none = phrasingOf(['', '无'])
    for (const odds of [begins(none, '有', 0), ends(none, '有', 1), begins(none, '', 0)])
      expect(Number.isFinite(odds)).toBe(true)
  })
})
