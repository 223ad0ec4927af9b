import type {PatternRule, Rule, Threshold} from '../core/rule.js'

/** A headline that reports on a plan instead of being its title. */
export const headline: PatternRule = {
  id: 'read/news',
  means: 'The page reports on a plan or explains it; it is not taken for the plan.',
  because:
    'News, 解读 and 图解 repeat figures of a plan in other words; counted as plans they would enter every indicator twice.',
  pattern:
    /解读|图解|一图|一张图|读懂|答记者问|新闻发布会|问答|^(?!.*关于(?:印发|公布|发布|下发|转发)).*(?:召开|举行|出台|发布|印发|启动|通过(?!的)|部署|座谈会|推进会|评审会|论证会|听证会|研讨会|征求意见座谈|调研|揭牌|开幕|获批|亮相).*(?:规划|纲要|计划)|(?:规划|纲要|计划)[》”]?.{0,12}(?:出台|发布$|印发$|通过.{0,6}评审|启动编制|编制工作|获批|公布$|新闻)/,
  hits: [
    '《青禾县养老服务规划》解读',
    '我县召开“十四五”规划编制工作座谈会',
    '青禾县出台民政事业发展规划',
    '一图读懂青禾县规划'
  ],
  misses: [
    '青禾县人民政府关于印发青禾县养老服务规划的通知',
    '青禾县民政事业发展“十四五”规划',
    '云岭州人民政府办公室关于公布民政事业发展计划的通知'
  ]
}

/** Words of reporters. */
export const reporting: PatternRule = {
  id: 'read/news-wording',
  means: 'Words by which reporters open a story.',
  because: 'No plan names its reporter or says 日前 and 据悉 of itself.',
  pattern:
    /本报讯|本网讯|（?(?:本报|本网)?(?:记者|通讯员)[\s　:：]|据(?:悉|了解|介绍)|^.{0,20}(?:日前|近日|\d{1,2}月\d{1,2}日)[，,]/,
  hits: [
    '本报讯（记者张三）',
    '近日，青禾县人民政府印发规划',
    '据悉，该规划共分八章',
    '3月5日，我县召开会议'
  ],
  misses: ['到2025年，基本建成养老服务体系', '记者站建设', '近年来，全县民政事业快速发展']
}

export const thresholds = {
  short: {
    id: 'read/short-page',
    value: 3000,
    means: 'A page with fewer characters of text and without chapters holds no plan.',
    because:
      'The shortest county plans run to five thousand characters; a notice that carries one to a few hundred.'
  }
} as const satisfies Readonly<Record<string, Threshold>>

export const rules: readonly Rule[] = [
  headline,
  reporting,
  ...Object.values(thresholds),
  {
    id: 'read/markup',
    means: 'A tag, a declaration or a processing instruction; in Markdown a mark.',
    because: 'It says how the text stands; the blocks carry what it said.'
  },
  {
    id: 'read/comment',
    means: 'A comment in the source of the page.',
    because: 'No reader of the page sees it.'
  },
  {id: 'read/script', means: 'A script or a style sheet.', because: 'It is program, not text.'},
  {
    id: 'read/entity',
    means: 'A character that is spelt out (`&ge;`, `&#8212;`) is read as that character.',
    because: 'HTML defines the spelling.'
  },
  {
    id: 'read/blank-entity',
    means: 'A blank that is spelt out (`&nbsp;`, `&emsp;`) at an end of a line.',
    because: 'It is the indent of a paragraph or fills an empty line.'
  },
  {
    id: 'read/space',
    means: 'White space in a row is read as one space.',
    because:
      'HTML shows it so; only a line end between Han characters is nothing, for it comes from the editor of the page.'
  },
  {
    id: 'read/superscript',
    means: 'Raised digits are read as superscripts: 10⁸, m².',
    because: '10<sup>8</sup> read as 108 would be another number.'
  },
  {
    id: 'read/too-deep',
    means: 'Elements lie deeper than a browser goes; the deepest ones were put on one level.',
    because: 'Only damaged pages nest five hundred levels deep.'
  },
  {
    id: 'read/too-large',
    means: 'The page has more elements than fit in memory; what comes after was let go.',
    because: 'One file must not take the others down with it.'
  },
  {
    id: 'read/unfinished',
    means: 'A tag, comment or script begins and never ends; all after it is hidden in it.',
    because: 'The page was cut off or lost a quote; what it hides may be text.'
  },
  {
    id: 'read/span-capped',
    means: 'A cell that claims more rows or columns than HTML allows.',
    because: 'Such numbers are damage or malice; the cell gets what the table has.'
  },
  {
    id: 'read/nested-table',
    means: 'A table stands in a cell of a data table; its cells became paragraphs of that cell.',
    because: 'The tree has no tables in cells; no word is lost, the inner columns are.'
  },
  {
    id: 'read/attachment-missing',
    means: 'The page announces a plan that is attached as a file and not on the page.',
    because: 'The notice alone is not the plan; whoever counts plans must fetch the file.'
  },
  {
    id: 'read/attachment',
    means: 'The page links files that belong to the document.',
    because: 'Tables and annexes are often attached; they are not read from here.'
  },
  {
    id: 'read/continued',
    means: 'The text goes on on another page of the site.',
    because: 'Long documents are split over pages (下一页); this file holds one of them.'
  },
  {
    id: 'read/http-header',
    means: 'The header of the answer that brought the page.',
    because: 'Download programs store it before the page; it is the talk of two programs.'
  },
  {
    id: 'read/encoding-label',
    means: 'The page names an encoding it is not written in; the bytes were believed.',
    because: 'Labels survive conversions; `gb2312` in particular is written over everything.'
  }
]
