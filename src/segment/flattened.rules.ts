import type {PatternRule, Rule} from '../core/rule.js'
import {simplified} from '../zh/traditional.js'

/** What a column of an indicator table can be, read off its header cell. */
export type ColumnKind = 'no' | 'category' | 'name' | 'unit' | 'value' | 'attribute' | 'other'

export interface HeaderRule extends PatternRule {
  readonly kind: ColumnKind
}

/** Order is priority. */
export const headers: readonly HeaderRule[] = [
  {
    id: 'segment/header-no',
    kind: 'no',
    pattern: /^(?:序\s*号|编号|号)$/u,
    means: 'The column of row numbers.',
    because: 'Its header is always one of these words.',
    hits: ['序号', '序  号'],
    misses: ['文号', '1']
  },
  {
    id: 'segment/header-attribute',
    kind: 'attribute',
    pattern: /^(?:指标)?\s*(?:属性|性质|类型)$/u,
    means: 'The column of 约束性 and 预期性.',
    because: 'Targets bind or guide; the column says which.',
    hits: ['属性', '指标属性', '指标性质'],
    misses: ['约束性', '指标']
  },
  {
    id: 'segment/header-unit',
    kind: 'unit',
    pattern: /^(?:计量)?\s*单\s*位$/u,
    means: 'The column of units.',
    because: 'Its header is one of these words.',
    hits: ['单位', '计量单位'],
    misses: ['责任单位', '单位产值']
  },
  {
    id: 'segment/header-category',
    kind: 'category',
    pattern: /^(?:类\s*别|领\s*域|分\s*类|一级指标|指标类别|方面)$/u,
    means: 'The column of groups of indicators.',
    because: 'Long tables are cut into fields of work.',
    hits: ['类别', '领域'],
    misses: ['指标', '类']
  },
  {
    id: 'segment/header-value',
    kind: 'value',
    pattern:
      /^(?:(?:到|至)?(?:19|20)\d{2}\s*年?\s*(?:底|末)?(?:[（(].{1,6}[)）])?(?:基期|基准|现状|实际|目标|完成|规划|预期|预计|计划|指标|达到)?(?:值|数|水平)?|(?:基期|基准|现状|实际|目标|完成|规划|预期)(?:年)?(?:值|数)|(?:年均|累计|增长).{0,8}|[“"]?十[一二三四五]五[”"]?.{0,6}(?:目标|实际|完成|期末)值?|20\d{2}[-—－~～至]20\d{2}年?.{0,6})$/u,
    means: 'A column of values: a year, a target, a growth.',
    because: 'The header says when or in what way the value holds.',
    hits: ['2015', '2025年预计', '2020年目标值', '2015年', '目标值', '年均增速', '2025年（目标）'],
    misses: ['201', '58', '指标名称', '2015年以来成绩显著']
  },
  {
    id: 'segment/header-name',
    kind: 'name',
    pattern:
      /^(?:(?:主要|具体|二级|三级)?(?:指\s*标|项\s*目|任务)(?:和指标|名\s*称|内容)?|名\s*称|内\s*容)$/u,
    means: 'The column of names.',
    because: 'Its header is one of these words.',
    hits: ['指标名称', '主要指标', '指标', '项目名称'],
    misses: ['指标完成情况良好', '每千名老年人口拥有养老床位数']
  },
  {
    id: 'segment/header-other',
    kind: 'other',
    pattern: /^(?:备\s*注|责任(?:单位|部门)|牵头(?:单位|部门)|完成\s*(?:情况|时限)|数据来源|说明)$/u,
    means: 'A column of remarks or of who answers for it.',
    because: 'Its header is one of these words.',
    hits: ['备注', '责任单位', '完成情况'],
    misses: ['备注栏如下所示', '单位']
  }
]

/** The words of a closed column: where one stands, a row may end. */
export const closedWords: PatternRule = {
  id: 'segment/closed-word',
  pattern: /^(?:约束性?|预期性?|指导性|约束性指标|预期性指标|(?:已|未|基本|超额)?完成)$/u,
  means: 'A value of the attribute or status column.',
  because: 'These columns know only a handful of words.',
  hits: ['约束性', '预期性', '已完成'],
  misses: ['约束性强', '完成率']
}

/** What a value says that has no figure. */
export const valueWords: PatternRule = {
  id: 'segment/value-words',
  pattern:
    /^(?:与.{2,12}(?:同步|持平|相当)|(?:按.{2,6})?(?:完成|达到|高于|低于|不低于|不高于).{0,14}|(?:基本|总体|持续|稳步|逐步|稳中|明显|进一步|保持|继续)?(?:稳定|稳步|提高|提升|改善|增长|增加|下降|降低|有升|有降|向好))$/u,
  means: 'A target put in words: 与经济增长同步, 完成省下达目标, 稳步提高.',
  because: 'Targets that a higher authority sets later, or that follow another, have no figure.',
  hits: ['与经济增长基本同步', '完成省下达目标', '稳步提高', '高于全省平均水平', '基本稳定'],
  misses: ['注册护士数（人）', '城镇新增就业人数', '森林覆盖率']
}

export const rules: readonly Rule[] = [...headers, closedWords, valueWords]

/** The kind of column a header cell opens, or null where it is no header cell. */
export function columnKind(text: string): ColumnKind | null {
  if (text.length > 24) return null
  const plain = simplified(text)
  return headers.find(rule => rule.pattern.test(plain))?.kind ?? null
}
