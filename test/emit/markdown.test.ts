import fc from 'fast-check'
import remarkParse from 'remark-parse'
import {unified} from 'unified'
import {describe, expect, test} from 'vitest'
import {inCell, inHeading, inline, opening} from '../../src/emit/markdown-escape.js'
import {markdownFile} from '../../src/emit/markdown.js'
import {plan} from './plan.js'

describe('markdownFile', () => {
  test('writes the structure so that it reads well and can be read back', () => {
    expect(markdownFile(plan)).toBe(`# 云岭州养老服务规划

目录

第一章　总则 1

## 第一章　总则

第一段。

**（一）建强基层。** 每县建成2个中心。

- ——坚持普惠。人人可及。
- ——坚持节俭。

> **专栏1　重点工程**
>
> 新建\\*3\\*所。

表1　主要指标

| 指标 | 2025年 | <!-- left --> |
| --- | --- | --- |
| <!-- up --> | **目标** | **属性** |
| 床位（张） | 1200 | 预期性 |

## 第九章　附则 <!-- inferred -->
`)
  })
})

interface Node {
  readonly type: string
  readonly value?: string
  readonly children?: readonly Node[]
}
const parse = (markdown: string): Node => unified().use(remarkParse).parse(markdown) as Node
const words = (node: Node): string =>
  node.type === 'text' ? (node.value ?? '') : (node.children ?? []).map(words).join('')

/** Words of the marks that mean something to Markdown, and of what plans are made of. */
const mush = fc
  .array(
    fc.constantFrom(
      ...'*_`[]()<>&#+-=!|~\\.)1234567890 \t'.split(''),
      '。',
      '（一）',
      '规划',
      '&amp;',
      '**',
      '<b>',
      '](x)',
      'http://a_b_c',
      '- ',
      '1. ',
      '# '
    ),
    {minLength: 1, maxLength: 12}
  )
  .map(parts => parts.join(''))
  .filter(text => text.trim() !== '')

describe('escaping', () => {
  test('gives back any paragraph exactly', () => {
    fc.assert(
      fc.property(mush, text => {
        const [paragraph, ...more] = parse(opening(text)).children!
        expect(more).toEqual([])
        expect(paragraph!.type).toBe('paragraph')
        expect(paragraph!.children!.map(child => child.type)).toEqual(['text'])
        expect(words(paragraph!)).toBe(text)
      }),
      {numRuns: 2000}
    )
  })

  test('gives back any heading exactly', () => {
    fc.assert(
      fc.property(mush, text => {
        const [heading, ...more] = parse(`## ${inHeading(text)}`).children!
        expect(more).toEqual([])
        expect(heading!.type).toBe('heading')
        expect(words(heading!)).toBe(text.trim())
      }),
      {numRuns: 2000}
    )
  })

  test('gives back any strong text with what follows it', () => {
    fc.assert(
      fc.property(mush, mush, (head, rest) => {
        const [paragraph] = parse(`**${inline(head.trim())}** ${inline(rest.trim())}`).children!
        const [strong, ...after] = paragraph!.children!
        expect(strong!.type).toBe('strong')
        expect(words(strong!)).toBe(head.trim())
        expect(after.map(words).join('')).toBe(` ${rest.trim()}`)
      }),
      {numRuns: 2000}
    )
  })

  test('leaves no bar bare in a cell', () => {
    expect(inCell('a|b')).toBe('a\\|b')
  })

  test('leaves plain text as it is', () => {
    for (const text of ['到2025年，增长6.5%。', '一、总则', '1.加强领导', 'a_b', '（一）建设'])
      expect(opening(text)).toBe(text)
  })
})
