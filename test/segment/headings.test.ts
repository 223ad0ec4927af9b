import {describe, expect, it} from 'vitest'
import {select, toText} from '../../src/tree/walk.js'
import {documentOf, findings, outline} from './plan.js'

const plan = (...lines: string[]) => ['云岭州“十四五”体育发展规划', ...lines].join('\n')
const prose = '全州体育设施建设稳步推进，人均场地面积达到2.1平方米，健身步道通到每个乡镇。'

describe('headings', () => {
  it('nests 编 over 章 over 节 over 一、 over （一） over 1. over （1）', async () => {
    const text = plan(
      '第一编 总论',
      '第一章 基础',
      '第一节 成绩',
      '一、设施',
      '（一）场地',
      '1.球场',
      '（1）足球场',
      prose
    )
    expect(outline(await documentOf(text))).toEqual([
      '第一编 总论',
      '  第一章 基础',
      '    第一节 成绩',
      '      一、 设施',
      '        （一） 场地',
      '          1. 球场',
      '            （1） 足球场'
    ])
  })

  it('joins a title that was torn over lines where the contents page has it whole', async () => {
    const body = ['第一篇 把健身场地建到', '每个村', '第一章 场地', prose, '第二章 步道', prose, '修到村口']
    const listed = ['目录', '第一篇 把健身场地建到每个村\t1', '第一章 场地\t1', '第二章 步道\t3']
    expect(outline(await documentOf(plan(...listed, ...body)))).toEqual([
      '第一篇 把健身场地建到每个村',
      '  第一章 场地',
      '  第二章 步道'
    ])
    expect(outline(await documentOf(plan(...body)))[0]).toBe('第一篇 把健身场地建到')
  })

  it('knows a heading without the space after its number, with a wide space, and with spaces inside the number', async () => {
    const text = plan('第一章总体要求', prose, '第二章　主要任务', prose, '第 三 章 保 障', prose)
    expect(outline(await documentOf(text))).toEqual(['第一章 总体要求', '第二章 主要任务', '第三章 保障'])
  })

  it('reads 第1章 and 第１章 as numbers', async () => {
    const document = await documentOf(plan('第1章 基础', prose, '第２章 任务', prose))
    expect(select(document, 'section').map(section => section.ordinal)).toEqual([1, 2])
  })

  it('takes no cross-reference at the head of a line for a heading', async () => {
    const text = plan(
      '第一章 基础',
      '第三章的要求另行细化。',
      '第二章至第四章所列项目由州体育局牵头。',
      '第一章、第二章所列指标逐年分解。',
      '第一节所列场馆免费开放。'
    )
    expect(outline(await documentOf(text))).toEqual(['第一章 基础'])
  })

  it('takes no figure, year or date at the head of a line for a number', async () => {
    const text = plan(
      '一、资金',
      '1.5亿元用于场馆。',
      '2021年启动，2025年完成。',
      '（2022年）完成中期评估。',
      '三、四级医院除外。'
    )
    expect(outline(await documentOf(text))).toEqual(['一、 资金'])
  })

  it('cuts a run-in heading from the text that follows it on the line', async () => {
    const document = await documentOf(
      plan('一、任务', `（一）建设场地。${prose}`, `（二）办好赛事。${prose}`)
    )
    expect(outline(document)).toEqual(['一、 任务', '  （一） 建设场地…', '  （二） 办好赛事…'])
    const [, first] = select(document, 'section')
    expect(toText(first!.children[0]!)).toBe('（一）建设场地。')
    expect(toText(first!.children[1]!)).toBe(prose)
  })

  it('reads short numbered lines after a colon as a list, not as headings', async () => {
    const text = plan(
      '一、范围',
      '本规划所称设施包括：',
      '1.体育场馆；',
      '2.健身步道；',
      '3.体育公园。',
      '二、任务',
      prose
    )
    expect(outline(await documentOf(text))).toEqual(['一、 范围', '  list of 3', '二、 任务'])
  })

  it('reads ①②③ as items under the heading before them', async () => {
    const text = plan('一、任务', '（1）场地', '①球场', '②泳池', '（2）赛事', prose)
    expect(outline(await documentOf(text))).toEqual([
      '一、 任务',
      '  （1） 场地',
      '    list of 2',
      '  （2） 赛事'
    ])
  })

  it('reads —— items with their leads', async () => {
    const document = await documentOf(
      plan('一、原则', '——坚持便民。设施建在家门口。', '——坚持节俭。不搞大拆大建。')
    )
    const [list] = select(document, 'list')
    expect(list!.children.map(item => item.lead)).toEqual(['坚持便民', '坚持节俭'])
  })

  it('does not number 前言 and 附件 among the chapters', async () => {
    const document = await documentOf(plan('前　言', prose, '第一章 基础', prose, '附件2：责任分工', prose))
    expect(select(document, 'section').map(({rank}) => rank)).toEqual(['none', 'chapter', 'none'])
  })

  it('reads traditional 節, 專欄 and 附則 as their simplified forms and writes them as they stood', async () => {
    const document = await documentOf(
      '雲嶺州體育發展規劃\n第一章 總則\n第一節 依據\n據實編製本規劃，規劃期為五年。\n專欄1 場館工程\n1.新建。新建三處。'
    )
    expect(outline(document)).toEqual([
      '第一章 總則',
      '  第一節 依據',
      '    【專欄1 場館工程】',
      '      1. 新建…'
    ])
    expect(document.meta.region).toBe('雲嶺州')
  })
})

describe('depth', () => {
  it('follows the document where 1. stands over （一）', async () => {
    const text = plan(
      '一、任务',
      '1.场地',
      '（一）球场',
      prose,
      '（二）泳池',
      prose,
      '2.赛事',
      '（一）联赛',
      prose
    )
    expect(outline(await documentOf(text))).toEqual([
      '一、 任务',
      '  1. 场地',
      '    （一） 球场',
      '    （二） 泳池',
      '  2. 赛事',
      '    （一） 联赛'
    ])
  })

  it('puts 部分 over 一、 and lets （一） count on across 一、', async () => {
    const text = plan(
      '第一部分 措施',
      '一、简化',
      `（一）减证。${prose}`,
      `（二）减次。${prose}`,
      '二、提速',
      `（三）限时。${prose}`
    )
    const document = await documentOf(text)
    expect(outline(document).map(line => line.search(/\S/u) / 2)).toEqual([0, 1, 2, 2, 1, 2])
    expect(await findings(text)).toEqual([])
  })

  it('keeps a hundred thousand headings to the depth of their ranks', async () => {
    const labels = ['第一章 甲', '第一节 乙', '一、丙', '（一）丁', '1.戊', '（1）己']
    const text = plan(...Array.from({length: 20_000}, (_, i) => labels[i % 6]!))
    const document = await documentOf(text)
    expect(Math.max(...select(document, 'section').map(section => section.depth))).toBeLessThanOrEqual(6)
  })
})

describe('numbers of headings', () => {
  it('gives a first chapter that lost its number its rank and number back, and says so', async () => {
    const text = plan('发展基础', prose, '第二章 总体要求', prose, '第三章 任务', prose)
    const document = await documentOf(text)
    const [first] = select(document, 'section')
    expect(first).toMatchObject({
      rank: 'chapter',
      ordinal: 1,
      label: null,
      title: '发展基础',
      restored: ['rank', 'ordinal']
    })
    expect(await findings(text)).toContain('segment/number-restored')
  })

  it('restores nothing where two bare lines could be the lost heading', async () => {
    const text = plan('第一章 基础', prose, '场地建设', prose, '赛事活动', prose, '第三章 任务', prose)
    expect(outline(await documentOf(text))).toEqual(['第一章 基础', '第三章 任务'])
    expect(await findings(text)).toContain('segment/number-gap')
  })

  it('reports a gap, a repeat and a step back', async () => {
    expect(await findings(plan('第一章 甲', prose, '第三章 丙', prose))).toContain('segment/number-gap')
    expect(await findings(plan('第一章 甲', prose, '第一章 乙', prose))).toContain('segment/number-repeated')
    expect(await findings(plan('第一章 甲', prose, '第二章 乙', prose, '第一章 丙', prose))).toContain(
      'segment/number-disordered'
    )
  })

  it('restores a damaged article where its neighbours leave one number, and leaves it open where they do not', async () => {
    const ordinance = (...lines: string[]) => ['云岭州节约用水办法', '第一章 总则', ...lines].join('\n')
    const restored = ordinance(
      '第一条 为节水制定本办法。',
      '第二条 适用范围如下。',
      '条 节水优先。',
      '第四条 鼓励举报。'
    )
    const articles = select(await documentOf(restored), 'section').filter(({rank}) => rank === 'article')
    expect(articles.map(({ordinal, restored}) => [ordinal, restored])).toEqual([
      [1, []],
      [2, []],
      [3, ['ordinal']],
      [4, []]
    ])
    expect(await findings(restored)).toEqual(['segment/number-restored'])
  })

  it('takes 第一条主轴 for no article where no other article stands', async () => {
    expect(outline(await documentOf(plan('第一章 格局', '第一条主轴沿禾水展开。', prose)))).toEqual([
      '第一章 格局'
    ])
  })

  it('keeps list items of an article in the article', async () => {
    const text =
      '云岭州节约用水办法\n第一条 下列用水不收费：\n（一）救火；\n（二）抗旱。\n第二条 本办法自发布之日起施行。'
    expect(outline(await documentOf(text))).toEqual(['第一条…', '  list of 2', '第二条…'])
  })
})

describe('numbering by decimals', () => {
  it('nests 1, 1.1 and 1.1.1', async () => {
    const text = plan(
      '1 总则',
      '1.1 目的',
      prose,
      '1.2 范围',
      prose,
      '2 组织',
      '2.1 机构',
      '2.1.1职责',
      prose
    )
    expect(outline(await documentOf(text))).toEqual([
      '1 总则',
      '  1.1 目的',
      '  1.2 范围',
      '2 组织',
      '  2.1 机构',
      '    2.1.1 职责'
    ])
  })

  it('reads figures at the head of lines as text', async () => {
    const text = plan(
      '第一章 投资',
      '3.2 亿元用于场馆',
      '4.5 亿元用于步道',
      '1.1 亿元用于赛事',
      '2.6 亿元用于人才'
    )
    expect(outline(await documentOf(text))).toEqual(['第一章 投资'])
  })
})
