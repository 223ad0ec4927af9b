import type {PatternRule, Rule} from '../../core/rule.js'

/** How the body of a plan opens after its last contents entry, where no line end tells. */
export const bodyOpening: readonly PatternRule[] = [
  {
    id: 'repair/body-by-basis',
    pattern: /(?:根据|依据|按照|遵照)《/u,
    means: 'The body begins by naming what the plan is based on.',
    because: 'Plans open with 根据《…》，制定本规划。',
    hits: ['加强实施评估根据《中华人民共和国民法典》', '保障措施依据《云岭州国民经济'],
    misses: ['依据充分，措施得力', '按照职责分工']
  },
  {
    id: 'repair/body-by-purpose',
    pattern: /为(?:贯彻|深入|全面|进一步|了|加快|推动|推进|促进|切实|科学)/u,
    means: 'The body begins by saying what the plan is for.',
    because: 'Plans open with 为贯彻落实…，制定本规划。',
    hits: ['强化监测评估为贯彻落实党中央决策', '组织实施为加快发展'],
    misses: ['以人为本', '成为常态']
  },
  {
    id: 'repair/body-by-period',
    pattern: /[“"]十[一二三四五六]五[”"](?:时期|期间)/u,
    means: 'The body begins with the period.',
    because: 'Plans open with “十四五”时期，…',
    hits: ['监测评估“十四五”时期，是全县'],
    misses: ['“十四五”规划', '第十四个五年规划']
  },
  {
    id: 'repair/body-by-self',
    pattern: /(?:本规划|《规划》)/u,
    means: 'The body begins with the plan itself.',
    because: 'Plans open with 本规划根据…',
    hits: ['监测评估本规划依据法律'],
    misses: ['规划实施保障']
  }
]

/** Where the line that a notice was glued into is cut. The match begins at the cut. */
export const noticeCuts: readonly PatternRule[] = [
  {
    id: 'repair/notice-published',
    pattern: /发布(?:日期|时间)[:：]/gu,
    means: 'A publication date that a page prints under the title.',
    because: 'Pages print 发布日期 on a line of its own.',
    hits: ['规划的通知发布日期:2021-10-15', '通知发布时间：2022年1月'],
    misses: ['适时发布信息']
  },
  {
    id: 'repair/notice-origin',
    pattern: /来源[:：]/gu,
    means: 'The origin that a page prints under the title.',
    because: 'Pages print 来源 on a line of its own.',
    hits: ['2021-10-15来源：州人民政府办公室'],
    misses: ['收入来源稳定']
  },
  {
    id: 'repair/notice-addressee',
    pattern:
      /各(?:县|市|州|盟|旗|区|镇|乡|地|省|委|部门|单位|行政|设区|有关)[^。；:：]{2,120}[:：](?=经|现|为|根据|按照|《|今)/gu,
    means: 'The addressees of a notice.',
    because: 'A notice addresses 各…、…： on a line of its own.',
    hits: [
      '州人民政府办公室各县（市）人民政府，州直各部门：经州人民政府同意',
      '各盟行政公署，各委、办、厅、局：现将'
    ],
    misses: ['各部门要加强配合：一是', '各地、各部门要落实责任']
  },
  {
    id: 'repair/notice-approval',
    pattern: /经[\u3400-\u9fff]{2,24}同意，现(?:将|印发)/gu,
    means: 'The body of a notice.',
    because: 'It begins with 经…同意，现将… after the addressees.',
    hits: ['各部门：经州人民政府同意，现将《规划》印发给你们'],
    misses: ['经批准后实施']
  },
  {
    id: 'repair/notice-open',
    pattern: /（此件[\u3400-\u9fff]{2,12}）/gu,
    means: 'The remark that a notice is public.',
    because: 'It stands on a line of its own under the date.',
    hits: ['2021年10月8日（此件公开发布）'],
    misses: ['（此条不适用）']
  }
]

export const rules: readonly Rule[] = [...bodyOpening, ...noticeCuts]
