import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {compare} from '../../src/diff/compare.js'
import {apply, canonical, formOf} from '../../src/diff/frame.js'
import {invert} from '../../src/diff/invert.js'
import {comparison, diff as diffSchema, type Lesser} from '../../src/diff/schema.js'
import type {Document} from '../../src/tree/nodes.js'
import {outline} from './outline.js'

const version = (document: Document) => ({document, indicators: []})
const between = (a: string, b: string, ignore: Lesser[] = []) =>
  compare(version(outline(a, 'a')), version(outline(b, 'b')), new Set(ignore))
const operations = (a: string, b: string) =>
  between(a, b)
    .operations.filter(o => o.op !== 'kept' && o.kind !== 'heading')
    .map(o => o.op)

const base = `# 青禾县养老服务规划
## 第一章 发展基础
全县现有养老机构十二所，床位总数稳步增长。
农村互助幸福院覆盖了大部分行政村。
## 第二章 主要任务
- 健全居家养老上门服务网络，培训护理员。
- 推动医疗机构与养老机构签约合作。
- 改造公办敬老院消防设施和无障碍环境。
## 第三章 保障措施
县财政每年安排专项资金，不得挪作他用。`

describe('comparing', () => {
  it('finds two equal documents the same', () => {
    const diff = between(base, base)
    expect(diff.same).toBe(true)
    expect(diff.operations.every(o => o.op === 'kept')).toBe(true)
  })

  it('does not shift the other chapters when one is put in', () => {
    const b = base
      .replace('## 第三章', '## 第四章')
      .replace('## 第二章', '## 第三章')
      .replace(
        '## 第三章 主要任务',
        '## 第二章 总体要求\n坚持政府引导、社会参与、市场运作。\n## 第三章 主要任务'
      )
    const diff = between(base, b)
    expect(diff.sections.map(s => [s.op, s.b?.label ?? null, s.renumbered, s.moved])).toEqual([
      ['kept', null, false, false],
      ['kept', '第一章', false, false],
      ['added', '第二章', false, false],
      ['kept', '第三章', true, false],
      ['kept', '第四章', true, false]
    ])
    expect(operations(base, b)).toEqual(['added'])
  })

  it('says that a list item moved, and that it moved and changed', () => {
    const item = '- 改造公办敬老院消防设施和无障碍环境。\n'
    const b = base.replace(`\n${item.trim()}`, '').replace('- 健全居家', `${item}- 健全居家`)
    expect(operations(base, b)).toEqual(['moved'])
    expect(operations(base, b.replace('消防设施', '全部消防设施'))).toEqual(['movedChanged'])
  })

  it('says that a paragraph was split, and that two were merged', () => {
    const one = '全县现有养老机构十二所，床位总数稳步增长。农村互助幸福院覆盖了大部分行政村。'
    const merged = base.replace(/全县现有.*\n.*行政村。/u, one)
    expect(operations(base, merged)).toEqual(['merged'])
    expect(operations(merged, base)).toEqual(['split'])
  })

  it('takes a moved chapter for one move', () => {
    const [head, ...chapters] = base.split('\n## ')
    const b = [head, chapters[2], chapters[0], chapters[1]].join('\n## ')
    const diff = between(base, b)
    expect(diff.sections.filter(s => s.moved).map(s => s.b!.title)).toEqual(['保障措施'])
    expect(diff.operations.filter(o => o.op !== 'kept')).toEqual([])
  })

  it('leaves out what it is asked to ignore and counts it', () => {
    const b = base.replaceAll('，', ',')
    expect(between(base, b).same).toBe(false)
    const diff = between(base, b, ['width'])
    expect(diff.same).toBe(true)
    expect(diff.counts.ignored).toEqual({width: 3})
    expect(apply(diff, canonical(outline(base, 'a')))).toBe(canonical(outline(b, 'b')))
  })

  it('pairs table rows by what they are about and cells by their column', () => {
    const a =
      '|序号|指标|2020年|2025年|属性\n|1|每千名老人床位（张）|30|40|预期性\n|2|护理型床位占比（%）|20|55|约束性\n|3|助餐点（个）|10|60|预期性'
    const b =
      '|序号|指标|单位|2020年|2025年|属性\n|1|护理型床位占比（%）|%|20|60|预期性\n|2|助餐点（个）|个|10|60|预期性\n|3|老年学校（所）|所|1|8|预期性'
    const [table] = between(a, b).operations
    const rows = table!.rows!.map(r => [r.op, r.key])
    expect(rows).toContainEqual(['removed', '每千名老人床位（张）'])
    expect(rows.some(([op, key]) => op === 'added' && key!.startsWith('老年学校'))).toBe(true)
    expect(table!.flags.map(f => [f.kind, f.from, f.to])).toEqual(
      expect.arrayContaining([
        ['figure', '55', '60'],
        ['binding', '约束性', '预期性']
      ])
    )
    expect(table!.flags.some(f => f.from === '2' && f.to === '1')).toBe(false)
  })

  it('tells a paragraph that became a list item, unless layout is left out', () => {
    const b = base.replace('县财政每年', '- 县财政每年')
    const diff = between(base, b)
    expect(diff.same).toBe(false)
    expect(diff.counts.kinds).toBe(1)
    expect(diff.operations.filter(o => o.was !== null).map(o => [o.was, o.kind])).toEqual([
      ['paragraph', 'item']
    ])
    expect(between(base, b, ['layout']).same).toBe(true)
  })

  it('writes what its schema says', () => {
    const diff = between(base, base.replace('十二所', '十五所'))
    expect(diffSchema.parse(JSON.parse(JSON.stringify(diff)))).toEqual(JSON.parse(JSON.stringify(diff)))
    expect(() =>
      comparison.parse({
        format: 'guihua-comparison',
        version: 1,
        same: false,
        pairs: [diff],
        onlyA: [],
        onlyB: []
      })
    ).not.toThrow()
  })
})

const line = fc
  .array(
    fc.constantFrom(
      '青禾县',
      '发展',
      '2025年',
      '60%',
      '，',
      '。',
      '、',
      '养老',
      '不得',
      ' ',
      '\u3000',
      '😀',
      '\t',
      '（一）'
    ),
    {maxLength: 8}
  )
  .map(words => words.join(''))
const lines = fc.array(
  fc.oneof(
    line,
    line.map(l => `# ${l}`),
    line.map(l => `## 第一章 ${l}`),
    line.map(l => `### ${l}`),
    line.map(l => `- ${l}`),
    fc.array(line, {minLength: 1, maxLength: 4}).map(cells => `|${cells.join('|')}`)
  ),
  {maxLength: 14}
)

describe('a diff', () => {
  it('gives B from A and A from B, byte for byte, whatever the trees', () => {
    fc.assert(
      fc.property(lines, lines, fc.subarray<Lesser>(['width', 'punctuation', 'layout']), (x, y, ignore) => {
        const a = outline(x.join('\n'), 'a')
        const b = outline(y.join('\n'), 'b')
        const diff = JSON.parse(
          JSON.stringify(compare(version(a), version(b), new Set(ignore)))
        ) as ReturnType<typeof compare>
        expect(apply(diff, canonical(a))).toBe(canonical(b))
        expect(apply(invert(diff), canonical(b))).toBe(canonical(a))
        expect(invert(invert(diff))).toEqual(diff)
      }),
      {numRuns: 300}
    )
  })

  it('holds for random edits of one tree', () => {
    fc.assert(
      fc.property(lines, fc.array(fc.tuple(fc.nat(20), line), {maxLength: 5}), (x, changes) => {
        const y = [...x]
        for (const [at, words] of changes) {
          if (words.length % 3 === 0) y.splice(at % (y.length + 1), 1)
          else y.splice(at % (y.length + 1), words.length % 2, words)
        }
        const a = outline(x.join('\n'), 'a')
        const b = outline(y.join('\n'), 'b')
        const diff = compare(version(a), version(b))
        expect(apply(diff, canonical(a))).toBe(canonical(b))
        expect(apply(invert(diff), canonical(b))).toBe(canonical(a))
      }),
      {numRuns: 300}
    )
  })

  it('keeps to the indent a document.json is written in', () => {
    const a = outline(base, 'a')
    const b = outline(base.replace('十二', '十三'), 'b')
    const form = formOf(JSON.stringify(b, null, 2), b)!
    expect(form).toEqual({indent: 2, newline: false})
    const diff = compare(version(a), {...version(b), form})
    expect(apply(diff, canonical(a))).toBe(JSON.stringify(b, null, 2))
  })

  it('refuses a document it was not made from', () => {
    const diff = between(base, base)
    expect(() => apply(diff, canonical(outline('别的文件', 'c')))).toThrow(/not the document/)
  })
})
