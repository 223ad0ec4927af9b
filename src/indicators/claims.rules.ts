import type {PatternRule, Rule, Threshold} from '../core/rule.js'

/** How a sentence puts a number on something. Patterns hold at the end of the words before the number, or after it. */

export const level: PatternRule = {
  id: 'commitments/level-verb',
  means: 'The words before this verb name a measure, the number behind it is its level',
  because: 'levels are written 覆盖率达到60%, 床位增加到100张, 火化率保持在51%以上',
  pattern:
    /(?:总体|全部|均|都|各|需|要|应|力争|争取|确保|基本|分别)?(?:达到了?|达(?!标)|提高到了?|提高至|提升到了?|提升至|增加到了?|增加至|增长到了?|增长至|增至|增到|扩大到|上升到|上升至|发展到|降低到|降低至|降到|降至|下降到|下降至|减少到|缩短到|压减到|控制在|保持在|稳定在|维持在|突破|延长至|扩展到|拓展到)$/u,
  hits: ['覆盖率达到', '床位总数增加到', '火化率保持在', '养老服务中心覆盖率总体达到'],
  misses: ['新建', '按照标准', '未达标']
}

export const measure: PatternRule = {
  id: 'commitments/measure-noun',
  means: 'A measure stands right before its number, without a verb',
  because: 'in a row of like clauses the verb is left out: 覆盖率50%，完成率100%',
  pattern:
    /(?:率|占比|比例|比重|比率|增速|增幅|年均(?:增长|递增|提高|下降)|人口拥有.{2,14}|名.{2,12}拥有.{2,14})$/u,
  hits: ['农牧区社区综合服务设施覆盖率', '整治完成率', '每万名常住人口拥有社区工作者'],
  misses: ['新建养老院', '每个街道', '全州面积']
}

export const action: PatternRule = {
  id: 'commitments/action-verb',
  means: 'Something shall be built, trained or founded as often as the number says',
  because: 'projects are written 新建养老院3所 or 新建3所养老院',
  pattern:
    /(?:新建|改建|扩建|改扩建|新改扩建|迁建|续建|建成|建设|建立|打造|培育|培养|孵化|培训|改造|新增|增加|完成|扶持|支持|实施|发展|创建|选树|引进|组建|设立|设置|维修|更新|筹集|销售|安排|配备|建有|遴选|认定|评选|举办|开发|转型升级|升级)(?:[（(][^（()）]{1,6}[)）])?$/u,
  hits: ['全区新建', '力争培训', '新建（搬迁）', '每千名老年人配备'],
  misses: ['达到', '按照']
}

/** The same verbs somewhere before the noun: 维修改扩建优抚医院6所. */
export const actionAhead =
  /(?:新建|改建|扩建|建成|建设|建立|打造|培育|培养|孵化|培训|改造|新增|完成|扶持|创建|选树|引进|组建|设立|设置|维修|更新|筹集|销售|遴选|认定|评选|举办|开发)/u

export const past: readonly PatternRule[] = [
  {
    id: 'commitments/past-heading',
    means: 'The section looks back or describes; nothing in it is promised',
    because: 'plans open with what was reached and what is lacking',
    pattern:
      /成就|成效|成绩|回顾|(?:^|发展|工作|现实|良好)基础(?:和|与|$)|(?:规划|发展|编制)?背景|现状|发展状况|存在(?:的)?(?:主要)?(?:问题|困难|短板)|面临|发展形势|主要形势|机遇|挑战|发展环境|^(?:一、)?前言$/u,
    hits: [
      '“十二五”发展成就',
      '发展基础',
      '规划背景',
      '发展的现状',
      '存在的问题',
      '“十三五”时期民政事业的发展状况'
    ],
    misses: ['夯实基本民生保障基础，提升社会救助服务水平', '保障措施', '发展目标']
  },
  {
    id: 'commitments/past-words',
    means: 'The sentence reports; nothing in it is promised',
    because: '已, 截至, 累计投入 and comparisons with an earlier year report what was reached',
    pattern:
      /已(?:经|建|完|达|有|形|于|在|纳|成|培|全|实|从)|(?:达到|完成|实现|形成|建立|建成|提高|增加|办理|发放|印发|开展|组织|制定|出台|提升|新增)了|截[至止]|以来|[五5]年来|目前|(?:^|[，；])(?:全.)?现有|共(?:有|计|建|争取|安排|下达|发放|投入|办理)|(?:累计|共|总计)(?:投入|支出|发放|救助|销售|办理|筹集|下达|完成)|(?:比|较)(?:[“"]?十|20|上|去)[^，。；]{0,14}(?:增长|增加|提高|下降|减少)(?!到|至)|同比|顺利开工|圆满完成/u,
    hits: ['已建147个社区', '截至2015年底', '比2010年提高67%', '累计销售福利彩票11亿元'],
    misses: ['到2025年，覆盖率达到60%', '保持在51%以上', '对现有机构进行改造', '提高护理型床位占比']
  }
]

export const full: PatternRule = {
  id: 'commitments/full-coverage',
  means: 'Everything named before it is reached: 100 per cent',
  because: 'with a date, 实现全覆盖 is the same promise as 覆盖率达到100%',
  pattern: /(?:实现|基本实现|达到)?全覆盖$/u,
  hits: ['乡镇未成年人保护工作站全覆盖', '州级救助机构实现全覆盖'],
  misses: ['覆盖率达到100%', '全覆盖率']
}

/** A paragraph with more numbers than this is no prose: a table or a list that lost its lines. What follows is not read. */
export const crowded: Threshold = {
  id: 'commitments/most-in-a-paragraph',
  means: 'So many promised numbers are read of one paragraph at most',
  because: 'the longest paragraphs of real plans hold some thirty',
  value: 300
}

export const rules: readonly Rule[] = [level, measure, action, ...past, full, crowded]
