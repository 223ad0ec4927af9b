import {describe, expect, test} from 'vitest'
import {cleanedAndRepaired, linesOf, repaired, soundLines} from '../../eval/restore.js'
import {specimens} from '../../eval/sources.js'
import {prose} from '../specimen.js'

const plan = soundLines(specimens().find(({name}) => name.includes('文化发展'))!)
const headings = plan.filter(line => /^第.{1,3}[章节]/u.test(line))

describe('a plan whose line ends', () => {
  test('are gone has its chapters and sections on lines of their own again, one behind a caption, too', () => {
    const {after, breaches} = cleanedAndRepaired(plan.join(''))
    expect(breaches).toBe(0)
    expect(linesOf(after).filter(line => headings.includes(line))).toEqual(headings)
    expect(linesOf(after).join('')).toBe(plan.join(''))
  })

  test('became blanks has most paragraphs again too', () => {
    const lines = new Set(linesOf(cleanedAndRepaired(plan.join(' ')).after))
    expect(headings.filter(line => !lines.has(line))).toEqual([])
    expect(plan.filter(line => lines.has(line)).length).toBeGreaterThan(0.8 * plan.length)
  })

  test('are gone has the first item of a list behind its colon again; a ratio is none', () => {
    const list = ['——先登记后入藏。', '——馆藏与展陈按1：1、2：1两档配比。']
    const text = [...plan.slice(0, -1), '各馆应当做到:', ...list, ...plan.slice(-1)].join('')
    const items = linesOf(cleanedAndRepaired(text).after).filter(line => line.startsWith('——'))
    expect(items.filter(line => list.some(item => line.startsWith(item)))).toHaveLength(2)
  })

  test('are there stays', () => {
    const text = plan.join('\n')
    expect(linesOf(repaired(text).after)).toEqual(plan)
  })
})

describe('a long paragraph stays one', () => {
  const sentences = prose(30)

  test('that counts its points', () => {
    const text = sentences
      .map((s, i) => (i % 3 === 0 ? `（${'一二三四五六七八九十'[i / 3]}）${s}` : s))
      .join('')
    expect(linesOf(repaired(text).after)).toEqual([text])
  })

  test('that counts them 一是, 二是', () => {
    const text = sentences.map((s, i) => (i % 4 === 0 ? `${'一二三四五六七八'[i / 4]}是${s}` : s)).join('')
    expect(linesOf(repaired(text).after)).toEqual([text])
  })
})
