import {describe, expect, it} from 'vitest'
import {select, toText} from '../../src/tree/walk.js'
import {cellsOf, documentOf, findings, outline} from './plan.js'

const prose = '全州信息基础设施加快建设，行政村全部通光纤，第五代移动通信覆盖全部乡镇政府所在地。'
const plan = (...lines: string[]) => ['云岭州“十四五”信息化规划', '第一章 任务', prose, ...lines].join('\n')
const boxes = async (...lines: string[]) =>
  select(await documentOf(plan(...lines)), 'box').map(({label, ordinal, title}) => [label, ordinal, title])

describe('boxes', () => {
  it.each([
    ['专栏1：网络工程', '专栏1', 1, '网络工程'],
    ['专栏2  平台工程', '专栏2', 2, '平台工程'],
    ['专栏3数据工程', '专栏3', 3, '数据工程'],
    ['专栏一 应用工程', '专栏一', 1, '应用工程'],
    ['任务专栏1', '任务专栏1', 1, ''],
    ['【专栏4】安全工程', '专栏4', 4, '安全工程'],
    ['专 栏 5　人才工程', '专 栏 5', 5, '人才工程']
  ])('reads %s as the title of a box', async (line, label, ordinal, title) => {
    expect(await boxes(line, '1.建设。建成三处。')).toEqual([[label, ordinal, title]])
  })

  it.each([
    '在网站开设专栏宣传政策。',
    '专栏1所列项目由州局牵头。',
    '各专栏中的项目分年实施。',
    '见专栏1和专栏2。'
  ])('reads %s as text', async line => {
    expect(await boxes(line)).toEqual([])
  })

  it('takes the short line under a bare label for the title', async () => {
    expect(await boxes('专栏1', '网络工程', '建成骨干网三千公里，覆盖全部乡镇。')).toEqual([
      ['专栏1', 1, '网络工程']
    ])
  })

  it('ends a box without a frame where the text around it goes on', async () => {
    const text = plan(
      '第一节 网络',
      '专栏1：网络工程',
      '1.光纤。新建干线三百公里。',
      '2.基站。新建基站六百座。',
      '各地要统筹推进上述工程，不搞重复建设，不增加基层负担，建成一处、用好一处，进展情况按季度向社会公布。',
      '第二节 平台',
      prose
    )
    const document = await documentOf(text)
    expect(outline(document)).toEqual([
      '第一章 任务',
      '  第一节 网络',
      '    【专栏1 网络工程】',
      '      1. 光纤…',
      '      2. 基站…',
      '  第二节 平台'
    ])
    expect(toText(select(document, 'box')[0]!)).not.toContain('重复建设')
  })

  it('reads a framed box of a Word dump, with items, up to the two empty lines that close it', async () => {
    const text = plan(
      '',
      '\t专栏1：网络工程',
      '',
      '\t1.光纤。新建干线三百公里。',
      '2.基站。新建基站六百座。',
      '',
      '',
      '第二章 保障',
      prose
    )
    expect(outline(await documentOf(text))).toEqual([
      '第一章 任务',
      '  【专栏1 网络工程】',
      '    1. 光纤…',
      '    2. 基站…',
      '第二章 保障'
    ])
  })

  it('knows a framed box that lost its word by its number, and says so', async () => {
    const text = plan(
      '',
      '\t专栏1：网络工程',
      '',
      '\t新建干线三百公里。',
      '',
      '',
      prose,
      '',
      '\t2：平台工程',
      '',
      '\t建成平台三个。',
      '',
      ''
    )
    const found = select(await documentOf(text), 'box')
    expect(found.map(({label, ordinal, title}) => [label, ordinal, title])).toEqual([
      ['专栏1', 1, '网络工程'],
      ['2', 2, '平台工程']
    ])
    expect(await findings(text)).toContain('segment/box-word-lost')
  })

  it('keeps a table in its box', async () => {
    const text = plan(
      '专栏1：主要指标',
      '指标\t2020年\t2025年',
      '光纤通达率（%）\t98\t100',
      '第二章 保障',
      prose
    )
    const [box] = select(await documentOf(text), 'box')
    expect(cellsOf(select(box!, 'table')[0]!)).toEqual([
      '*指标 | *2020年 | *2025年',
      '光纤通达率（%） | 98 | 100'
    ])
  })

  it('survives an empty box and boxes right under each other', async () => {
    expect(await boxes('专栏1：甲工程', '专栏2：乙工程', '第二章 保障')).toEqual([
      ['专栏1', 1, '甲工程'],
      ['专栏2', 2, '乙工程']
    ])
  })
})
