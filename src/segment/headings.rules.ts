import type {Rule} from '../core/rule.js'
import type {Rank} from '../tree/nodes.js'
import {anyNumeral, circled, hanNumeral, hanUnder100} from '../zh/ordinals.js'

/** How a numbered label of one rank is written. Groups: 1 the label, 2 its number. What follows the match is title or text. */
export interface LabelRule extends Rule {
  readonly rank: Rank
  readonly pattern: RegExp
  readonly hits: readonly string[]
  readonly misses: readonly string[]
}

/**
 * After 第三章 these make a reference of it, not a heading: 第三章的要求, 第一节所列, 第二章至第四章. A title stands after a blank, or opens with
 * a word that has one of them as its first character: 第一章 中国式现代化, 第二节和谐社区.
 */
const reference =
  '(?!\\s*[—－-]+\\s*第|\\s*[、，,；;。）)》”」的]|所|规定|至|到(?!20)|和(?!谐|平)|以?及|与(?!时俱进)|中(?:[，的所有第]|规定|明确|提[出到]|关于))'
const space = '[\\s\\u3000]*'

const ordinalLabel = (unit: string) =>
  new RegExp(`^(第\\s*(${anyNumeral})\\s*(?:${unit}))${reference}[\\s\\u3000：:、.．—－]*`, 'u')

/** Order is priority: the first pattern that matches is the reading of a line. */
export const labels: readonly LabelRule[] = [
  {
    id: 'segment/part',
    rank: 'part',
    pattern: ordinalLabel('编|篇(?!章)|部分'),
    means: '第一编, 第一篇, 第一部分: the widest rank.',
    because: 'National outlines are cut into 篇, some local plans into 部分.',
    hits: ['第一篇　发展环境', '第二部分 规划背景', '第十编总则'],
    misses: ['第一篇章已经写就', '第一部分的任务', '第1部分、第2部分']
  },
  {
    id: 'segment/chapter',
    rank: 'chapter',
    pattern: ordinalLabel('章'),
    means: '第一章: a chapter.',
    because: 'The usual first rank of a plan and of an ordinance.',
    hits: ['第一章 总则', '第八章保障措施', '第 三 章　主要任务', '第一章 中国式现代化迈出新步伐'],
    misses: ['按照第三章的要求', '第三章的要求', '第二章至第四章', '第三章、第四章', '第三章中规定的事项']
  },
  {
    id: 'segment/section',
    rank: 'section',
    pattern: ordinalLabel('节'),
    means: '第一节: a section.',
    because: 'The rank under a chapter.',
    hits: ['第一节 发展形势', '第二节推进养老服务机构建设', '第二节和谐社区建设', '第一节 到2030年的目标'],
    misses: ['第一节所列项目', '第一节和第二节', '节能减排']
  },
  {
    id: 'segment/article',
    rank: 'article',
    pattern: new RegExp(`^(第\\s*(${anyNumeral})\\s*条(?:之${hanNumeral})?)${reference}${space}`, 'u'),
    means: '第一条: an article; its text follows on the line.',
    because: 'Ordinances and measures are numbered through by article.',
    hits: ['第一条 为加强管理', '第二十一条　本办法自发布之日起施行'],
    misses: ['第三条规定的情形', '第一条、第二条']
  },
  {
    id: 'segment/enum1',
    rank: 'enum1',
    pattern: new RegExp(
      `^((${hanUnder100})\\s*[、．.])(?!${hanNumeral}{1,3}[级等类型期季、，五])${space}`,
      'u'
    ),
    means: '一、: the first rank of enumeration.',
    because: 'GB/T 9704: 一、（一）1.（1） in this order.',
    hits: ['一、指导思想', '十二、保障措施', '三．主要任务'],
    misses: ['一是加强领导', '三、四级智力残疾人', '二〇二五年']
  },
  {
    id: 'segment/enum2',
    rank: 'enum2',
    pattern: new RegExp(
      `^([（(]\\s*(${hanUnder100})\\s*[)）])(?!\\s*[至和、]\\s*[（(])[、．.：:]?${space}`,
      'u'
    ),
    means: '（一）: the second rank of enumeration.',
    because: 'GB/T 9704.',
    hits: ['（一）指导思想', '(十二)加强领导', '（三）、深化改革'],
    misses: ['（一）至（三）项', '（含公墓）', '（一二三）产业']
  },
  {
    id: 'segment/enum3',
    rank: 'enum3',
    pattern: new RegExp(`^((\\d{1,2}|[０-９]{1,2})\\s*[、．.](?![0-9０-９]))${space}`, 'u'),
    means: '1. or 1、: the third rank of enumeration.',
    because: 'GB/T 9704.',
    hits: ['1.完善制度', '10、深化改革', '３．健全机制'],
    misses: ['1.5亿元', '2021.3', '1、2号楼', '60／50', '123.过长']
  },
  {
    id: 'segment/enum4',
    rank: 'enum4',
    pattern: new RegExp(
      `^([（(]?\\s*(\\d{1,2}|[０-９]{1,2})\\s*[)）]|(${circled}))(?!\\s*[至和、]\\s*[（(])[、．.]?${space}`,
      'u'
    ),
    means: '（1） or ①: the fourth rank of enumeration.',
    because: 'GB/T 9704; circled figures are the usual fifth.',
    hits: ['（1）新建储备库', '2）扶持企业', '(12)改造', '①完善设施'],
    misses: ['（2021年）', '（1）至（3）项']
  }
]

/** Lines that are headings without a number. */
export const unnumbered: LabelRule = {
  id: 'segment/unnumbered',
  rank: 'none',
  pattern:
    /^((?:附\s*[件录]\s*[0-9０-９一二三四五六七八九十]{0,2}(?:\s*[：:]|[\s\u3000])\s*(?![0-9０-９])[^。；，]{2,30}|附\s*件\s*[0-9０-９一二三四五六七八九十]{1,2}|前\s*言|序\s*言|引\s*言|导\s*言|结\s*语|后\s*记|附\s*则|附\s*录|名词解释|编制说明|规划背景))$/u,
  means: '前言, 序言, 附录 …: a heading without a number.',
  because: 'What stands before the first chapter and after the last is not counted.',
  hits: ['前言', '前  言', '名词解释', '附件1', '附件2：责任分工', '附件 名词解释'],
  misses: ['前言不搭后语', '附则规定', '附件：1.规划', '附件1所列项目，由州局负责。']
}

/** 专栏1：…, 专栏1 …, 专栏1…, 专栏一, 任务专栏1; groups: 1 label, 2 number. */
export const boxLabel: LabelRule = {
  id: 'segment/box',
  rank: 'none',
  pattern: new RegExp(
    `^[【\\[]?(\\S{0,4}?专\\s{0,2}栏\\s*(${anyNumeral}(?:[-－—.]\\d{1,2})?)|专\\s{0,2}栏(?=[\\s\\u3000：:】\\]]))(?![、，,；;。的所中内列和与及是])[】\\]]?[\\s\\u3000：:、.．—－-]*`,
    'u'
  ),
  means: '专栏: a box.',
  because: 'Plans set projects and targets off in numbered boxes.',
  hits: [
    '专栏1：重大工程',
    '专栏1  能力提升工程',
    '专栏3儿童福利',
    '专栏一 重点项目',
    '任务专栏1',
    '【专栏2】养老服务'
  ],
  misses: ['在网站开设专栏宣传政策', '专栏1所列项目要抓紧实施', '各类专栏中']
}

export const decimalLabel: LabelRule = {
  id: 'segment/decimal',
  rank: 'section',
  pattern:
    /^((\d{1,2}(?:\.\d{1,2}){0,3}))(?:[\s\u3000]+|(?<=\.\d{1,2})(?=[\u4e00-\u9fff]))(?=[\u4e00-\u9fff“《A-Z][^。；，]{0,30}$)/u,
  means: '1 总则, 1.1 编制目的: a heading of a text that is numbered by decimals.',
  because: 'Emergency plans and technical plans are numbered so; the figures say how deep a heading is.',
  hits: ['1 总则', '1.1 编制目的', '2.1.1职责', '12　附则'],
  misses: ['1.5亿元，用于建设', '1、总则', '2021 年', '3.2 提高到4.1，成效明显']
}

export const rules: readonly Rule[] = [
  ...labels,
  decimalLabel,
  unnumbered,
  boxLabel,
  {
    id: 'segment/number-restored',
    means: 'A damaged or lost number of a heading was restored.',
    because: 'The numbers before and after leave one reading.'
  },
  {
    id: 'segment/label-damaged',
    means: 'A heading whose number is damaged; more than one reading is left.',
    because: 'Glyphs are lost when a page is converted; guessing would put a wrong number into the world.'
  },
  {
    id: 'segment/heading-restored',
    means: 'A heading that stands on the contents page only was put back where its text begins.',
    because: 'The contents page is a witness of what the text held.'
  },
  {
    id: 'segment/box-word-lost',
    means: 'A box whose word 专栏 is lost.',
    because: 'It stands in a frame, and its number follows that of the box before.'
  },
  {
    id: 'segment/number-gap',
    means: 'A number is missing between two headings of a rank.',
    because: 'Headings are counted without gaps; a gap means lost text or a mistake of the authors.'
  },
  {
    id: 'segment/number-repeated',
    means: 'Two headings under one parent carry the same number.',
    because: 'Either a mistake of the authors or a text that stands twice.'
  },
  {
    id: 'segment/number-disordered',
    means: 'A number is smaller than the one before it.',
    because: 'Headings are counted upwards; a step back means moved text or a misread rank.'
  },
  {
    id: 'segment/title-joined',
    means: 'A heading that was torn over several lines is one line again.',
    because: 'The contents page has it whole.'
  },
  {
    id: 'segment/contents-only',
    means: 'An entry of the contents page has no heading in the text.',
    because: 'Text is missing, or the heading lost its line.'
  },
  {
    id: 'segment/not-in-contents',
    means: 'A heading of a rank that the contents page lists is not on it.',
    because: 'The contents page was not brought up to date, or the heading is misread.'
  },
  {
    id: 'segment/number-inferred',
    means: 'A damaged document number or date was restored.',
    because: 'The year is known and the digits leave one valid reading.'
  },
  {
    id: 'segment/no-title',
    means: 'The document has no title line.',
    because: 'A fragment or a text whose head was cut off.'
  },
  {
    id: 'segment/too-deep',
    means: 'Headings nest deeper than any plan does; the rest stays on one level.',
    because: 'Six ranks are in use; more is noise, and a tree that deep can be walked by nobody.'
  }
]
