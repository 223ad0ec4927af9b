import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {claimsIn} from '../../src/indicators/claims.js'
import {action, full, level, measure, past} from '../../src/indicators/claims.rules.js'
import {commitmentsOf, claimsOfDocument} from '../../src/indicators/commitments.js'
import {commitment} from '../../src/indicators/schema.js'
import type {Document, Section} from '../../src/tree/nodes.js'
import {metaOf} from './tables.js'

function short(text: string): string[] {
  return claimsIn(text).map(
    c =>
      `${c.subject} ${c.comparator}${c.value ?? JSON.stringify(c.parts)}${c.unit}${c.year === null ? '' : ` ${c.year}`}`
  )
}

describe('a sentence that puts a number on something', () => {
  it.each([
    ['到2025年，城市社区助餐点覆盖率达到60%以上。', ['城市社区助餐点覆盖率 ≥60% 2025']],
    [
      '到“十四五”末，床位总数增加到1.2万张，护理型床位占比不低于55%。',
      ['床位总数 =1.2万张 2025', '护理型床位占比 ≥55% 2025']
    ],
    [
      '2025年，城市社区设施覆盖率达到100%，农村社区设施覆盖率50%。',
      ['城市社区设施覆盖率 =100% 2025', '农村社区设施覆盖率 =50% 2025']
    ],
    ['每万名常住人口拥有社区工作者不少于18人。', ['每万名常住人口拥有社区工作者 ≥18人']],
    ['全州火化率保持在51%以上。', ['全州火化率 ≥51%']],
    ['乡镇工作站覆盖率总体达到 75%。', ['乡镇工作站覆盖率 =75%']],
    ['新建养老院3所，改建敬老院12所。', ['新建养老院 =3所', '改建敬老院 =12所']],
    ['新建1-2所康复医院，扩建2个供养中心。', ['新建康复医院 =[1,2]所', '扩建供养中心 =2个']],
    ['建成市级指导中心1个、县级服务中心9个。', ['建成市级指导中心 =1个', '县级服务中心 =9个']],
    [
      '新建2个州级、5个县级和30个乡级储备库。',
      ['新建州级储备库 =2个', '县级储备库 =5个', '乡级储备库 =30个']
    ],
    ['每千名老年人至少配备1名社会工作者。', ['每千名老年人配备社会工作者 ≥1名']],
    ['90%以上的县市建有一所救助站。', ['县市建有一所救助站 ≥90%']],
    ['实现90%以上的乡镇和60%以上的村建立服务站点。', ['乡镇建立服务站点 ≥90%', '村建立服务站点 ≥60%']],
    ['到2025年，县级救助机构实现全覆盖。', ['县级救助机构 =100% 2025']],
    ['火化率从2018年的48%提高到2020年的96%。', ['火化率 =96% 2020']],
    ['每万人社会组织从7.5个发展到11.2个。', ['每万人社会组织 =11.2个']],
    ['到2025年支持110所敬老院转型升级。', ['支持敬老院转型升级 =110所 2025']],
    ['培训养老护理员５０００人次。', ['培训养老护理员 =5000人次']]
  ])('%s', (text, claims) => expect(short(text)).toEqual(claims))

  it.each([
    '依据《云岭州养老条例》（云政发〔2021〕18号）制定本规划。',
    '推进“15分钟”养老服务圈建设。',
    '开通12349热线，学习“四个意识”。',
    '苏木乡镇建有面积不低于300平方米的服务中心。',
    '（全州共26个街道）全部参加。',
    '2021年10月8日起施行。',
    '第3章第5条另有规定。',
    '坚持以人民为中心，全面推进民政工作。'
  ])('leaves alone: %s', text => expect(short(text)).toEqual([]))

  it('tells what was reached from what is promised', () => {
    expect(claimsIn('截至2020年底，全州养老床位达到1.5万张。')[0]!.told).toBe(true)
    expect(claimsIn('养老床位达到1.5万张，比“十二五”末增加6061张。')[0]!.told).toBe(true)
    expect(claimsIn('到2025年，全州养老床位达到1.5万张。')[0]!.told).toBe(false)
  })

  it('says where subject and number stand', () => {
    const text = '一、加强供给。到2025年，助餐点覆盖率达到60%以上。'
    const [claim] = claimsIn(text)
    expect(text.slice(...claim!.subjectAt)).toBe('助餐点覆盖率')
    expect(text.slice(...claim!.numberAt)).toBe('60%以上')
  })

  it('is read from any text without an error, in places that exist', () => {
    const soup = fc.string({
      unit: fc.constantFrom(
        ...'到2025年，。；、（）覆盖率达到60%以上新建3所养老院每千名拥有不低于1-2个的“”全'
      )
    })
    fc.assert(
      fc.property(soup, text => {
        for (const claim of claimsIn(text)) {
          expect(claim.numberAt[1]).toBeLessThanOrEqual(text.length)
          expect(text.slice(...claim.numberAt)).toBe(claim.raw)
        }
      }),
      {numRuns: 2000}
    )
  })

  it('costs no more than its length where there is no stop in it', () => {
    expect(claimsIn('床位12张，'.repeat(50_000)).length).toBeGreaterThanOrEqual(0)
  })
})

describe('rules', () => {
  it.each([level, measure, action, ...past, full].map(rule => [rule.id, rule] as const))('%s', (_, rule) => {
    for (const hit of rule.hits) expect(hit).toMatch(rule.pattern)
    for (const miss of rule.misses) expect(miss).not.toMatch(rule.pattern)
  })
})

function section(title: string, text: string): Section {
  return {
    type: 'section',
    rank: 'chapter',
    ordinal: 1,
    label: null,
    title,
    depth: 1,
    runIn: false,
    inferred: false,
    restored: [],
    children: [
      {type: 'paragraph', children: [{type: 'text', value: text, trace: [[100, 100 + text.length]]}]}
    ]
  }
}

describe('commitments', () => {
  const meta = metaOf()
  const document: Document = {
    type: 'document',
    meta,
    children: [
      section('发展基础', '全州助餐点覆盖率达到40%。'),
      section('发展目标', '到2025年，全州助餐点覆盖率达到60%以上。新建养老院3所。到2020年，火化率达到50%。')
    ]
  }
  const found = commitmentsOf(claimsOfDocument(document, new Set()), meta)
  it('come from sections that look ahead, due within the plan', () => {
    expect(found.map(c => [c.subject, c.year, c.due])).toEqual([
      ['全州助餐点覆盖率', 2025, 'stated'],
      ['新建养老院', 2025, 'period']
    ])
  })
  it('hold the schema, their headings and their places', () => {
    for (const each of found) expect(() => commitment.parse(each)).not.toThrow()
    expect(found[0]!.section).toEqual(['发展目标'])
    expect(found[0]!.trace).toEqual([
      [107, 115],
      [117, 122]
    ])
  })
})
