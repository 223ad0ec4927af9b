import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import type {Draft} from '../../src/core/draft.js'
import type {Context} from '../../src/core/stage.js'
import {closeSpacedLetters, cutLeaders, narrowDigits} from '../../src/clean/ocr.js'
import {healPageBreaks} from '../../src/clean/pages.js'
import {readPlain} from '../../src/read/plain.js'
import {reading, sketch, sourceOf} from '../read/reading.js'

type Pass = (draft: Draft, context: Context) => Draft
const passes: Pass[] = [healPageBreaks, cutLeaders, closeSpacedLetters, narrowDigits]

/** The lines after all passes, or after one; the books balance and a second time changes nothing. */
async function after(
  text: string,
  pass: Pass = (draft, context) => passes.reduce((d, p) => p(d, context), draft)
) {
  const {draft, postings, breaches} = await reading(text, readPlain(sourceOf(text)), pass)
  expect(breaches).toEqual([])
  const again = await reading(text, draft, pass, postings)
  expect(sketch(again.draft.blocks)).toEqual(sketch(draft.blocks))
  return sketch(draft.blocks).filter(line => line !== '')
}

const page =
  '全县坚持以人民为中心的发展思想，扎实推进各项重点工作，养老服务体系不断完善，覆盖率达到百分之九十二。'.repeat(
    5
  )

describe('page breaks', () => {
  it('lets figures go that count pages of text, and joins what they cut in two', async () => {
    const text = `${page}\n各级部门要加强对养老服务设施的建\n1\n设和管理，落实责任。\n${page}\n2\n第二章 目标\n${page}\n3\n${page}`
    expect(await after(text)).toEqual([
      page,
      '各级部门要加强对养老服务设施的建设和管理，落实责任。',
      page,
      '第二章 目标',
      page,
      page
    ])
  })
  it('joins a paragraph over dressed numbers and the running head beside them', async () => {
    const head = '青禾县养老服务规划'
    const text = `${page}\n各级部门要加强对养老服务设施的建\n- 1 -\n${head}\n设和管理，并落实资金和人\n- 2 -\n${head}\n员，抓好督查。\n${page}`
    expect(await after(text)).toContain(
      '各级部门要加强对养老服务设施的建设和管理，并落实资金和人员，抓好督查。'
    )
  })
  it('leaves rows of a table, years and numbered lines alone', async () => {
    for (const text of [
      '序号\n指标\n1\n床位\n2\n护理员\n3\n覆盖率',
      `${page}\n2021\n${page}\n2022\n${page}\n2023\n${page}`,
      `${page}\n1\n${page}\n3\n${page}\n7`,
      `${page}\n1、甲\n${page}\n2、乙\n${page}\n3、丙`
    ])
      expect(await after(text)).toEqual(text.split('\n'))
  })
  it('joins nothing to a heading, a full stop, an indent or a heading before the break', async () => {
    for (const [a, b] of [
      ['各级部门要加强对养老服务设施的建设', '（一）任务，要求。'],
      ['各级部门要加强对养老服务设施的建设。', '落实责任，抓好督查。'],
      ['第二章 加强养老服务设施的建设和管理', '落实责任，抓好督查。'],
      ['各级部门要加强对养老服务设施的建设', '　　落实责任，抓好督查。']
    ] as const)
      expect(await after(`${page}\n${a}\n— 3 —\n${b}`)).toContain(b.trim())
  })
})

describe('contents pages', () => {
  it('lose dots and page numbers and keep their entries', async () => {
    expect(
      await after(
        '目录\n第一章 发展基础…………1\n第二章 总体要求......................12\n第一节 指导思想 . . . . . . . 12\n附件……（20）\n'
      )
    ).toEqual(['目录', '第一章 发展基础', '第二章 总体要求', '第一节 指导思想', '附件'])
  })
  it('lose them also where the page was glued into one line, or has tabs in place of dots', async () => {
    expect(await after('目录 第一章 基础……1 第二章 目标……5 第三章 任务……9')).toEqual([
      '目录 第一章 基础 第二章 目标 第三章 任务'
    ])
    expect(await after('一、基础\t1\n二、目标\t5\n三、任务\t5\n四、保障\t19')).toEqual([
      '一、基础',
      '二、目标',
      '三、任务',
      '四、保障'
    ])
  })
  it('are not seen in lines whose numbers fall, in a single line or in words left out', async () => {
    for (const text of [
      '一、床位\t100\n二、站点\t50\n三、机构\t70',
      '第一章 发展基础…………3',
      '新建……3所\n改建……2所\n扩建……1所'
    ])
      expect(await after(text)).toEqual(text.split('\n'))
  })
})

describe('letters that stand apart', () => {
  it('are closed in words and lines that are spaced out', async () => {
    expect(await after('目  录\n前　言\n青 禾 县 养 老 规 划\n总 体  要 求')).toEqual([
      '目录',
      '前言',
      '青禾县养老规划',
      '总体 要求'
    ])
  })
  it('are left where a gap may mean something', async () => {
    const text = '第一章 总 则\n张 三\n甲 乙 丙\n组长 李四'
    expect(await after(text)).toEqual(text.split('\n'))
  })
})

describe('full-width digits', () => {
  it('become half-width where they are strays and stay where they are the habit', async () => {
    expect(await after('到2025年，床位达到3000张，投资１．５亿元，增长12.5%')).toEqual([
      '到2025年，床位达到3000张，投资1.5亿元，增长12.5%'
    ])
    expect(await after('到２０２５年，床位达到３０００张')).toEqual(['到２０２５年，床位达到３０００张'])
  })
})

it('never changes a digit, and balances the books, whatever the lines', async () => {
  const bits = fc.constantFrom(
    ...'第一章 ……3 ...... 1 2 3 目 录 - 1 - 。 ， 建设 ２ \t'.split(' '),
    ' ',
    '\n',
    '\n',
    page.slice(0, 220)
  )
  await fc.assert(
    fc.asyncProperty(fc.array(bits, {maxLength: 40}), async parts => {
      await after(parts.join(''))
    }),
    {numRuns: 300}
  )
})
