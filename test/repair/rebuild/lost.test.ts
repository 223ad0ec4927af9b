import {describe, expect, test} from 'vitest'
import {linesOf, repaired} from '../../eval/restore.js'

const names = [
  '第一章 水源',
  '第一节 水井',
  '第二节 水库',
  '第二章 渠道',
  '第一节 干渠',
  '第二节 支渠',
  '第三章 管护'
]
const texts: Readonly<Record<string, readonly string[]>> = {
  '第一章 水源': [],
  '第一节 水井': ['全县打井九十眼，水井供水到村。', '旧水井一律加盖。水井水质每季检测一次。'],
  '第二节 水库': ['新建水库两座，水库总库容三千万立方米。', '——水库除险加固。病险水库五年清零。'],
  '第二章 渠道': [],
  '第一节 干渠': ['干渠衬砌四十公里，干渠配水到口。', '干渠渠首换闸六座。'],
  '第二节 支渠': ['支渠由乡镇清淤，支渠每年春秋各清一次。'],
  '第三章 管护': ['管护到人，管护经费列入县级预算。']
}

/** The plan behind its contents page, without some of its headings, or with others in their place. */
const plan = (page: string, instead: Readonly<Record<string, string | null>> = {}) =>
  [
    page,
    ...names.flatMap(name =>
      [instead[name] === undefined ? name : (instead[name] ?? []), texts[name]!].flat()
    )
  ].join('\n')

const lined = ['目录', ...names].join('\n')
const glued = `目录${names.join('').replaceAll(' ', '')}`
const inferred = (text: string) =>
  repaired(text).after.blocks.flatMap((block, b, all) => {
    const next = all[b + 1]
    if (block.kind !== 'paragraph' || block.hint.style !== 'inferred-heading') return []
    return [[block.text[0]!.text, next?.kind === 'paragraph' ? next.text[0]!.text.slice(0, 4) : '']]
  })

describe('a heading that only the contents page still names', () => {
  test.each([
    ['line by line', lined],
    ['with page numbers', lined.replace(/(?<=[一-龥]{2})$/gmu, '\t12').replace('目录\t12', '目录')],
    ['in one line', glued]
  ])('comes back before its text in a text that is in order: a page %s', (_, page) => {
    const text = plan(page, {'第二节 水库': null, '第二章 渠道': null})
    expect(inferred(text)).toEqual([
      ['第二节水库', '新建水库'],
      ['第二章渠道', '第一节 ']
    ])
    const {after, breaches, notes} = repaired(text)
    expect(breaches).toBe(0)
    expect(notes.filter(({rule}) => rule === 'repair/heading-put-back')).toHaveLength(2)
    const back = new Set(['第二节水库', '第二章渠道'])
    const body = text.split('\n').slice(page.split('\n').length)
    expect(
      linesOf(after)
        .slice(-body.length - back.size)
        .filter(line => !back.has(line))
    ).toEqual(body)
  })

  test('stands behind the chapter that opens with it', () => {
    expect(inferred(plan(lined, {'第一节 干渠': null}))).toEqual([['第一节干渠', '干渠衬砌']])
  })

  test('is not put back where the text has it in other words, or without its number', () => {
    expect(inferred(plan(lined, {'第二节 水库': '第二节 水库和塘坝', '第一节 干渠': '干渠'}))).toEqual([])
  })

  test('is not put back where most headings are gone: the page may be that of another text', () => {
    const gone = Object.fromEntries(names.slice(1, 6).map(name => [name, null]))
    expect(inferred(plan(lined, gone))).toEqual([])
  })

  test('is not put back again', () => {
    const once = linesOf(repaired(plan(lined, {'第二节 水库': null})).after).join('\n')
    expect(linesOf(repaired(once).after).join('\n')).toBe(once)
  })
})

test('a contents page in one line is split at its entries, the text stays as it is', () => {
  const lines = linesOf(repaired(plan(glued)).after)
  expect(lines.slice(0, 8)).toEqual(['目录', ...names.map(name => name.replace(' ', ''))])
  expect(lines.slice(8).join('\n')).toBe(plan('').trim())
})
