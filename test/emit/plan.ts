import type {Cell, Document, Paragraph} from '../../src/tree/nodes.js'

/** A small plan with one of each: written by hand, traced as if its words stood one after the other. */
let at = 0
const text = (value: string, inferred = false) => {
  const start = at
  if (!inferred) at += value.length
  return [{type: 'text' as const, value, trace: inferred ? [] : [[start, at] as [number, number]]}]
}
const p = (value: string): Paragraph => ({type: 'paragraph', children: text(value)})
const cell = (value: string, header = false, rowSpan = 1, colSpan = 1): Cell => ({
  type: 'cell',
  header,
  rowSpan,
  colSpan,
  children: value === '' ? [] : [p(value)]
})

export const plan: Document = {
  type: 'document',
  meta: {
    id: 'd-1',
    source: 'd',
    ordinal: 1,
    title: '云岭州养老服务规划',
    docNumber: null,
    issuer: null,
    region: '云岭州',
    planPeriod: null,
    signedOn: null,
    publishedOn: null,
    inferred: []
  },
  children: [
    {type: 'title', children: text('云岭州养老服务规划')},
    {type: 'contents', children: [p('目录'), p('第一章　总则 1')]},
    {
      type: 'section',
      rank: 'chapter',
      ordinal: 1,
      label: '第一章',
      title: '总则',
      depth: 1,
      runIn: false,
      inferred: false,
      restored: [],
      children: [
        {type: 'heading', children: text('第一章　总则')},
        p('第一段。'),
        {
          type: 'section',
          rank: 'enum2',
          ordinal: 1,
          label: '（一）',
          title: '建强基层',
          depth: 2,
          runIn: true,
          inferred: false,
          restored: [],
          children: [{type: 'heading', children: text('（一）建强基层。')}, p('每县建成2个中心。')]
        },
        {
          type: 'list',
          children: [
            {type: 'item', marker: '——', lead: '坚持普惠', children: [p('——坚持普惠。人人可及。')]},
            {type: 'item', marker: '——', lead: null, children: [p('坚持节俭。')]}
          ]
        },
        {
          type: 'box',
          ordinal: 1,
          label: '专栏1',
          title: '重点工程',
          children: [{type: 'heading', children: text('专栏1　重点工程')}, p('新建*3*所。')]
        },
        {type: 'caption', children: text('表1　主要指标')},
        {
          type: 'table',
          ordinal: 1,
          number: '表1',
          title: '主要指标',
          children: [
            {type: 'row', children: [cell('指标', true, 2), cell('2025年', true, 1, 2)]},
            {type: 'row', children: [cell('目标', true), cell('属性', true)]},
            {type: 'row', children: [cell('床位（张）'), cell('1200'), cell('预期性')]}
          ]
        }
      ]
    },
    {
      type: 'section',
      rank: 'chapter',
      ordinal: 9,
      label: '第九章',
      title: '附则',
      depth: 1,
      runIn: false,
      inferred: true,
      restored: [],
      children: [{type: 'heading', children: text('第九章　附则', true)}]
    }
  ]
}
