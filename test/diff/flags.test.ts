import {describe, expect, it} from 'vitest'
import {rules, flagRules} from '../../src/diff/flags.rules.js'
import {rules as reuseRules} from '../../src/diff/reuse.rules.js'
import {flagsOf} from '../../src/diff/flags.js'
import {wording} from '../../src/diff/wording.js'

const flags = (a: string, b: string) => flagsOf(a, b, wording(a, b)).map(f => [f.kind, f.from, f.to])

describe('flags', () => {
  it('tell a changed figure with its unit', () => {
    expect(flags('覆盖率达到60%。', '覆盖率达到65%。')).toEqual([['figure', '60%', '65%']])
    expect(flags('建成百分之五十', '建成百分之六十')).toEqual([['figure', '百分之五十', '百分之六十']])
  })

  it('tell a changed unit apart from a changed figure', () => {
    expect(flags('投入30万元', '投入30亿元')).toEqual([['unit', '30万元', '30亿元']])
  })

  it('tell a changed year', () => {
    expect(flags('到2025年建成', '到2030年建成')).toEqual([['year', '2025', '2030']])
  })

  it('tell a change of what binds', () => {
    expect(flags('为约束性指标', '为预期性指标')).toEqual([['binding', '约束性', '预期性']])
  })

  it('tell a change of negation, strength and bound', () => {
    expect(flags('可以新建', '不得新建')).toContainEqual(['negation', null, '不得'])
    expect(flags('鼓励企业公开', '要求企业公开')).toContainEqual(['strength', '鼓励', null])
    expect(flags('控制在10%以内', '保持在10%以上')).toContainEqual(['bound', '以内', '以上'])
  })

  it('tell a change of who is responsible', () => {
    expect(flags('由县民政局负责实施', '由县财政局负责实施')).toEqual([['body', '县民政局', '县财政局']])
  })

  it('say nothing of words that stay, nor of numbering', () => {
    expect(flags('2025年鼓励发展养老服务业60%', '2025年鼓励发展旅游服务业60%')).toEqual([])
    expect(flags('（2）完善机制', '（3）完善机制')).toEqual([])
    expect(flags('见专栏3', '见专栏4')).toEqual([])
  })
})

describe('the rules', () => {
  it('match their hits and leave their misses', () => {
    for (const rule of flagRules) {
      for (const hit of rule.hits) expect(rule.pattern.test(hit), `${rule.id}: ${hit}`).toBe(true)
      for (const miss of rule.misses) expect(rule.pattern.test(miss), `${rule.id}: ${miss}`).toBe(false)
    }
  })

  it('have ids of their own', () => {
    const ids = [...rules, ...reuseRules].map(r => r.id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})
