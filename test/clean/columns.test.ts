import {describe, expect, it} from 'vitest'
import {columns, columnsLeft} from '../../src/clean/columns.rules.js'
import {pages, readAcross, type Page} from '../eval/columns.js'
import {soundLines} from '../eval/restore.js'
import {specimens} from '../eval/sources.js'
import {cleaned} from './cleaned.js'

/** A plan of some ninety lines, without what cleaning and repairing take out of it. */
const plan = soundLines(specimens().find(({name}) => name.includes('综合防灾减灾'))!)

const page: Page = pages[0]!
const across = (more: Partial<Page>, paragraphs = plan) => readAcross(paragraphs, {...page, ...more}).text
const rulesOf = async (text: string) => (await cleaned(text)).notes.map(({rule}) => rule)

describe('columns that were read across', () => {
  it.each<[string, Partial<Page>]>([
    ['with the right one below itself', {}],
    ['over pages that are numbered', {between: 'number', height: 30}],
    ['on one page without end', {height: 10_000}],
    ['with two wide blanks between', {layout: 'gap', gap: '　　', height: 30}],
    ['with one blank between', {layout: 'gap', gap: ' ', height: 30}],
    ['with a tab between', {layout: 'gap', gap: '\t', height: 30}],
    ['a line of each by turns', {layout: 'lines', height: 30}],
    ['a line of each by turns, below a title', {layout: 'lines', height: 20, between: 'figure', title: 1}],
    ['a line of each by turns, below two lines of title', {layout: 'lines', height: 20, title: 2}],
    ['over pages that nothing parts', {between: 'nothing', layout: 'gap', gap: '\t', height: 24}],
    ['with a head on every page', {between: 'figure', height: 16, title: 1, head: true}]
  ])('are read down again %s', async (_, more) => {
    const {lines, notes} = await cleaned(across(more))
    expect(notes.map(({rule}) => rule)).toContain(columns.id)
    expect(lines).toEqual(plan)
  })

  it('that touch stay as they are in a short text, with an error', async () => {
    expect(await rulesOf(across({layout: 'gap', gap: ''}))).toContain(columnsLeft.id)
  })
})

describe('what is no column stays', () => {
  it.each<[string, Partial<Page>]>([
    ['lines of a text that is set in one', {height: 10_000, balanced: false}],
    ['lines without indents', {height: 10_000, balanced: false, indent: false, width: 60}]
  ])('%s', async (_, more) => {
    expect(await rulesOf(across(more))).not.toContain(columns.id)
  })

  it.each([
    [
      'names with figures beside them',
      (i: number) => `${plan[20 + i]!.slice(0, 9)}    ${i * 37}个百分点以上目标`
    ],
    [
      'headings with a blank behind the label',
      (i: number) => `第${'一二三四五六七八九'[i % 9]}节  ${plan[20 + i]!.slice(0, 9)}`
    ],
    [
      'tasks and who does them',
      (i: number) =>
        `${plan[20 + i]!.slice(0, 16).padEnd(16, '事')}    州应急管理局、${plan[40 - i]!.slice(0, 6)}局`
    ]
  ])('%s', async (_, line) => {
    const text = Array.from({length: 18}, (_, i) => line(i)).join('\n')
    expect((await cleaned(text)).lines.join('\n')).toBe(text)
  })
})
