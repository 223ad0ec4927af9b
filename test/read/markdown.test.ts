import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {readMarkdown} from '../../src/read/markdown.js'
import {reading, sketch, sourceOf} from './reading.js'

const read = (text: string) => reading(text, sourceOf(text, 'text/markdown'), readMarkdown)
const lines = async (text: string) => {
  const {draft, breaches} = await read(text)
  expect(breaches).toEqual([])
  return sketch(draft.blocks)
}

describe('the dialect we write', () => {
  it('reads titles, headings with their level, run-in headings, boxes, lists and paragraphs', async () => {
    const {draft, breaches} = await read(
      '# 青禾县规划\n\n## 第一章 基础\n\n**（一）加强领导。** 各级要\\*高度\\_重视。\n\n> **专栏1 工程**\n>\n> 1\\. 建设。\n>\n> - ——甲\n\n- ——坚持系统观念。\n- 乙\n\n**（二）落实责任。**\n'
    )
    expect(breaches).toEqual([])
    expect(sketch(draft.blocks)).toEqual([
      '青禾县规划',
      '第一章 基础',
      '（一）加强领导。各级要*高度_重视。',
      '[',
      '  专栏1 工程',
      '  1. 建设。',
      '  ——甲',
      ']',
      '——坚持系统观念。',
      '乙',
      '（二）落实责任。'
    ])
    expect(draft.blocks.map(b => b.hint.level)).toEqual([
      1,
      2,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined
    ])
    expect(draft.blocks.at(-1)!.hint.bold).toBe(true)
  })
  it('reads tables with spans, header cells and paragraphs in cells', async () => {
    const {draft, breaches} = await read(
      '| 序号 | 指标 | 规划值 | <!-- left --> |\n| --- | --- | --- | --- |\n| <!-- up --> | <!-- up --> | **2020年** | **2025年** |\n| 1 | 床位<br>（张） | 100\\|2 | ≥200 |\n'
    )
    expect(breaches).toEqual([])
    expect(sketch(draft.blocks)).toEqual([
      '| 序号{2x1} | 指标{2x1} | 规划值{1x2} |',
      '| 2020年 | 2025年 |',
      '| 1 | 床位 / （张） | 100|2 | ≥200 |'
    ])
    const grid = draft.blocks[0]!
    expect(grid.kind === 'grid' && grid.rows.map(row => row.map(cell => cell.header))).toEqual([
      [true, true, true],
      [true, true],
      [false, false, false, false]
    ])
  })
  it('has no first row where the line of heads is empty', async () => {
    expect(await lines('|  |  |\n| --- | --- |\n| 甲 | 乙 |\n')).toEqual(['| 甲 | 乙 |'])
  })
  it('keeps a line end and blanks that are spelt out', async () => {
    expect(await lines('&#32;甲&#10;乙&#9;\n')).toEqual([' 甲\n乙\t'])
  })
})

describe('text with marks that are none', () => {
  it('keeps numbers of lists, ranges with tildes, products, unknown tags and lone stars', async () => {
    expect(
      await lines('1. 建设养老院\n2. 培训\n\n3~5个，6~8个，2*3*4\n\n注：*表示约束性，<城市> a<b\n')
    ).toEqual(['1. 建设养老院', '2. 培训', '3~5个，6~8个，2*3*4', '注：*表示约束性，<城市> a<b'])
  })
  it('takes a pair of stars that Markdown cannot see beside full-width punctuation', async () => {
    expect(await lines('前文**“重点（一）”**后文\n')).toEqual(['前文“重点（一）”后文'])
  })
  it('keeps an indented paragraph, its entities too', async () => {
    expect(await lines('甲\n\n    第一条 总则 A&amp;B\n    第二条 附则\n\n\t乙\n')).toEqual([
      '甲',
      '第一条 总则 A&B',
      '第二条 附则',
      '乙'
    ])
  })
  it('makes a paragraph of each line, in quotations too', async () => {
    expect(await lines('第一章 基础\n全县养老服务\n\n> 甲\n> 乙\n丙\n')).toEqual([
      '第一章 基础',
      '全县养老服务',
      '[',
      '  甲',
      '  乙',
      '  丙',
      ']'
    ])
  })
  it('takes a line of dashes under a line for a rule, not for a heading', async () => {
    const {draft} = await read('全县养老服务体系不断完善\n---\n乙')
    expect(sketch(draft.blocks)).toEqual(['全县养老服务体系不断完善', '乙'])
    expect(draft.blocks[0]!.hint.level).toBeUndefined()
  })
  it('keeps what stands in rows that are longer than the head of their table', async () => {
    expect((await lines('| 甲 | 乙 |\n|---|---|\n| 1 | 2 | 3 |\n')).join()).toContain('3')
  })
  it('reads the title from fields at the head', async () => {
    const {draft, breaches} = await read('---\ntitle: 青禾县规划\ndate: 2022\n---\n\n正文\n')
    expect([draft.source.meta.title, ...sketch(draft.blocks), ...breaches]).toEqual(['青禾县规划', '正文'])
  })
})

it('accounts for every character of any soup of marks, once', async () => {
  const bits = fc.constantFrom(
    ...'# ## > - * ** _ ~ ~~ ` ``` | |--- --- === 1. 2) [ ] ( ) ![ <br> <!-- --> <b> </b> &ge; & \\ \\* 第一章 甲 乙。 3 http://a.cn [^1] [^1]: : :--- + [x] a'.split(
      ' '
    ),
    ' ',
    '    ',
    '\t',
    '\n',
    '\n\n',
    '\r\n',
    '\u3000'
  )
  await fc.assert(
    fc.asyncProperty(fc.array(bits, {maxLength: 50}), async parts => {
      expect((await read(parts.join(''))).breaches).toEqual([])
    }),
    {numRuns: 1000}
  )
})

it('reads what is too deep for any parser as plain text and says so', async () => {
  const {notes, breaches} = await read('>'.repeat(100_000) + '甲')
  expect([notes.map(n => n.rule), breaches]).toEqual([['read/markdown-too-deep'], []])
})
