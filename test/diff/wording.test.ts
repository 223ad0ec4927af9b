import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {flagsOf} from '../../src/diff/flags.js'
import {applyRuns, lesserOf, wording} from '../../src/diff/wording.js'
import {wordsOf} from '../../src/diff/words.js'
import type {Lesser, Run} from '../../src/diff/schema.js'

const chars = fc.constantFrom(
  ...'发展规划青禾县的和不2025年6.5%，。、（）“” \n　万亩约束性确保１０AB😀'.match(/./gsu)!
)
const text = fc.array(chars, {maxLength: 60}).map(c => c.join(''))
const edits = (a: string, b: string, ignore: ReadonlySet<Lesser> = new Set()) =>
  wording(a, b, ignore).flatMap(r => ('keep' in r ? [] : [[r.a, r.b] as const]))
const inverse = (runs: readonly Run[]): Run[] => runs.map(r => ('keep' in r ? r : {...r, a: r.b, b: r.a}))

describe('wording', () => {
  it('gives the other text when its runs are applied, and this one when they are turned round', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const runs = wording(a, b)
        expect(applyRuns(a, runs)).toBe(b)
        expect(applyRuns(b, inverse(runs))).toBe(a)
      }),
      {numRuns: 500}
    )
  })

  it('keeps what long texts have in common', () => {
    const a = Array.from({length: 900}, (_, i) => `第${i}个村完成道路硬化${i}公里。`).join('')
    const b = a.replace('第400个村完成道路硬化400公里。', '第400个村完成道路硬化460公里。')
    expect(edits(a, b)).toEqual([['400公里', '460公里']])
  })

  it('does not lose itself in long texts that repeat one thing', () => {
    for (const [x, y] of [
      ['发', '展'],
      ['一', '二'],
      ['1,', '1，2'],
      ['，', '。'],
      ['十五', '百分之'],
      ['达到60%、', '达到61%。']
    ] as const) {
      const a = x.repeat(40_000)
      const b = y.repeat(30_000) + x
      expect(applyRuns(a, wording(a, b)) === b).toBe(true)
      flagsOf(a, b, wording(a, b))
    }
  })

  it('changes a number as a whole, with its unit', () => {
    expect(edits('森林覆盖率达到35.2%以上', '森林覆盖率达到36.2%以上')).toEqual([['35.2%', '36.2%']])
    expect(edits('新增床位1,200张', '新增床位1,500张')).toEqual([['1,200张', '1,500张']])
    expect(edits('投资三亿元', '投资五亿元')).toEqual([['三亿元', '五亿元']])
    expect(edits('到2025年', '到2035年')).toEqual([['2025年', '2035年']])
  })

  it('does not leave a lone character standing between two edits', () => {
    for (const [a, b] of edits('健全社会救助的协调机制', '完善公共服务的联动体系'))
      expect((a + b).length).toBeGreaterThan(3)
  })

  it('knows which differences are of width, punctuation or layout alone', () => {
    expect(lesserOf('，', ',')).toBe('width')
    expect(lesserOf('１０％', '10%')).toBe('width')
    expect(lesserOf('；', '。')).toBe('punctuation')
    expect(lesserOf('青 禾', '青禾')).toBe('layout')
    expect(lesserOf('县', '市')).toBe(null)
  })

  it('never takes a difference of digits, signs or points for punctuation', () => {
    expect(lesserOf('1.5', '15')).toBe(null)
    expect(lesserOf('10-20', '1020')).toBe(null)
    expect(lesserOf('-5%', '5%')).toBe(null)
    expect(lesserOf('≥60', '60')).toBe(null)
    expect(lesserOf('5%', '5')).toBe(null)
  })

  it('marks what it was asked to ignore and keeps it in the runs', () => {
    const runs = wording('保障民生，补齐短板；', '保障民生,补齐短板。', new Set<Lesser>(['width']))
    expect(runs.filter(r => !('keep' in r) && r.ignored)).toHaveLength(1)
    expect(runs.filter(r => !('keep' in r) && !r.ignored)).toHaveLength(1)
    expect(applyRuns('保障民生，补齐短板；', runs)).toBe('保障民生,补齐短板。')
  })
})

describe('words', () => {
  it('join to the text they were cut from', () => {
    fc.assert(fc.property(text, a => void expect(wordsOf(a).join('')).toBe(a)))
  })
})
