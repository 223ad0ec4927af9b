import type {PatternRule, Rule} from '../core/rule.js'

/** What a column holds. The first rule that fits its header (all header rows joined, without blanks) decides. */
export type Role =
  | 'no'
  | 'category'
  | 'name'
  | 'unit'
  | 'attribute'
  | 'status'
  | 'growth'
  | 'annualGrowth'
  | 'target'
  | 'actual'
  | 'year'
  | 'other'

export interface ColumnRule extends PatternRule {
  readonly role: Role
}

/** In order. Years stand in the header still; `other` rules keep look-alikes from the rules below them. */
export const columns: readonly ColumnRule[] = [
  {
    id: 'columns/number',
    role: 'no',
    means: 'The number of the row',
    because: 'the first column of a plan table is called 序号 or 编号',
    pattern: /^(?:序号|编号|项次|序|号|No\.?|№)$/iu,
    hits: ['序号', '编号', '项次'],
    misses: ['型号', '文号']
  },
  {
    id: 'columns/deadline',
    role: 'other',
    means: 'When something shall be done, or who does it: no value of an indicator',
    because: 'project and task tables have these columns',
    pattern:
      /时限|期限|进度|(?:责任|牵头|配合|实施|承担|主管|建设|填报|数据)(?:单位|部门|主体|科室|来源)|备注|说明|依据|地点|地址|投资/u,
    hits: ['完成时限', '责任单位', '牵头部门', '备注', '建设地点', '2025年投资'],
    misses: ['单位', '完成情况']
  },
  {
    id: 'columns/unit',
    role: 'unit',
    means: 'The unit of the row',
    because: 'a column of its own for units is called 单位 or 计量单位',
    pattern: /^(?:计量|指标|数据)?单位$/u,
    hits: ['单位', '计量单位'],
    misses: ['责任单位', '单位名称']
  },
  {
    id: 'columns/attribute',
    role: 'attribute',
    means: '约束性 or 预期性',
    because: 'since the 11th plan targets are either binding or expected and a column says which',
    pattern: /^(?:指标|目标)?(?:属性|性质|特性)$/u,
    hits: ['属性', '指标属性', '指标性质'],
    misses: ['性质分类', '指标']
  },
  {
    id: 'columns/annual-growth',
    role: 'annualGrowth',
    means: 'Mean growth a year over the period',
    because: '年均 before a word of growth says that the number is a yearly mean',
    pattern: /年均(?:增[长速幅加]|变化|递增|提高|下降|复合|增减)|年均(?:\/累计)?$|累计\/年均|年平均增/u,
    hits: ['年均增速', '年均增长（%）', '“十四五”年均增长率', '年均/累计'],
    misses: ['增长比例%', '年度增速目标']
  },
  {
    id: 'columns/growth',
    role: 'growth',
    means: 'Growth between two other columns',
    because: 'a column of growth is called 增长, 增幅, 增长比例 or 比…增长, without a target word',
    pattern:
      /^(?![^比]*(?:目标|规划|实际|完成值)).*(?:增长(?:比例|率|幅度|值|量|情况)?|增幅|增速|升幅|降幅|增减|变化(?:率|幅度)?|提高(?:幅度|值)?)(?:[（(]?[%％]?[)）]?|[（(].{1,6}[)）])$/u,
    hits: ['增长比例%', '增长率（%）', '增幅', '2020年比2015年增长', '比2015年增长(%)'],
    misses: ['2025年目标值', '增速目标值', '年均增速目标']
  },
  {
    id: 'columns/status',
    role: 'status',
    means: 'Whether the target was met',
    because: 'the table that looks back ends in a column 完成情况',
    pattern:
      /^(?:任务|目标|指标|规划)?(?:完成|实现|达标|执行|进展)(?:情况|状态|状况|与否)$|^是否(?:完成|达标|实现)$/u,
    hits: ['完成情况', '是否完成', '目标完成情况'],
    misses: ['2020年完成值', '完成时限']
  },
  {
    id: 'columns/actual',
    role: 'actual',
    means: 'An observed value',
    because: '实际值, 完成值, 现状值 and 基期值 are measured, not planned',
    pattern:
      /实际|实绩|现状|现值|现有|基期|基准|基数|基础值|已达|^(?!.*(?:目标|规划|计划|预期|任务)).*(?:完成|实现|达到)(?:值|数|量|情况|$)/u,
    hits: ['2015年实际值', '2020年完成值', '现状值', '2020年基期值', '2020年实际完成值', '2020年完成'],
    misses: ['2025年目标值', '预期值']
  },
  {
    id: 'columns/target',
    role: 'target',
    means: 'A value to be reached',
    because: '目标, 规划 and 预期 say that it lies ahead',
    pattern:
      /目标|(?:规划|计划|预期|预计|任务|要求)(?:值|数|量|达到)|\d年?[末底]?的?(?:规划|计划|预期(?!性)|预计|任务|要求)/u,
    hits: ['2025年目标值', '2020年规划值', '规划目标', '2025年预期值', '2025年规划'],
    misses: ['2015年实际值', '预期性']
  },
  {
    id: 'columns/indicator-name',
    role: 'name',
    means: 'What is measured',
    because: 'the column of names is called 指标, 指标名称 or 主要指标',
    pattern:
      /^(?:主要|具体|发展|核心|重点|预期|规划|监测|评价|[二三]级|主要发展|(?:主要)?(?:项目|任务|工作|目标)(?:和|及|与)){0,3}指标(?:名称|内容|项目|及单位|[（(]单位[)）])?$|^指标\D{0,4}名称$/u,
    hits: ['指标', '指标名称', '主要指标', '主要项目和指标', '主要任务和指标', '二级指标', '主要发展指标'],
    misses: ['指标属性', '一级指标', '项目内容及指标', '指标值']
  },
  {
    id: 'columns/category',
    role: 'category',
    means: 'The field the row belongs to',
    because: 'a first column that spans rows is called 类别, 领域 or 一级指标',
    pattern: /^(?:指标)?(?:类别|类型|分类|类|领域|大类|门类|维度|板块|方面)$|^一级指标$/u,
    hits: ['类别', '指标类别', '领域', '一级指标', '指标类型'],
    misses: ['指标', '属性']
  },
  {
    id: 'columns/name',
    role: 'name',
    means: 'What is measured, under a plainer word',
    because: 'some tables say 项目, 名称 or 内容 over the column of indicators',
    pattern: /^(?:项目|名称|内容|主要内容|主要项目|项目内容|目标名称)$/u,
    hits: ['项目', '名称', '内容'],
    misses: ['项目名称', '单位名称']
  },
  {
    id: 'columns/year',
    role: 'year',
    means: 'A bare year: observed before the target year, a target from then on',
    because: 'many tables name a column 2015年 or 2020 and no more',
    pattern:
      /^(?:主要|发展|指标|数值|年度|年份|[“"]?十[一二三四五六七]五[”"]?(?:时期|期间)?规划|值|数)*[“"]?(?:(?:19|20)\d\d年?|二[〇○零一]..年?|十[一二三四五六七]五)[”"]?(?:年)?(?:末|底|时期|期间|规划期)?(?:的)?(?:指标)?(?:值|数|数值|数据)?(?:[（(].{1,8}[)）])?$/u,
    hits: ['2015年', '2020', '2025年末', '2020年指标值', '二〇二〇年', '指标值2020年', '“十四五”规划2025年'],
    misses: ['2015年实际值', '年份']
  }
]

export const tables: readonly PatternRule[] = [
  {
    id: 'indicators/back-looking-title',
    means: 'Every bare year of the table is observed',
    because: 'a table of 完成情况 reports what was reached',
    pattern: /(?:完成|实现|执行|进展|达标)情况|发展成就|回顾/u,
    hits: ['“十三五”时期民政事业发展主要指标完成情况'],
    misses: ['“十四五”时期主要发展指标']
  },
  {
    id: 'indicators/title',
    means: 'The title says that the table holds indicators',
    because: 'indicator tables are called …主要指标, …发展指标, …指标体系',
    pattern: /指标|目标值/u,
    hits: ['“十四五”时期主要发展指标'],
    misses: ['重点项目表']
  }
]

/** Findings of the stage itself. */
export const findings: readonly Rule[] = [
  {
    id: 'indicators/unread-value',
    means: 'A cell of a value column holds words where the row also holds numbers; they are kept as raw',
    because: 'a target may be put in words, but beside a number it may be a slipped cell'
  },
  {
    id: 'indicators/unknown-unit',
    means: 'A unit is not in the lexicon; it is kept as written',
    because: 'a data user must know which values have no code'
  },
  {
    id: 'indicators/nameless-row',
    means: 'Numbers stand in a row of an indicator table that has no name; they are not read',
    because: 'a row may have been torn in two, and a number under the wrong name is worse than none'
  },
  {
    id: 'indicators/no-values',
    means: 'A table has names of indicators but no column of values could be told; nothing is read from it',
    because: 'a guess by position would put wrong numbers under right names'
  }
]

export const rules: readonly Rule[] = [...columns, ...tables, ...findings]
