import type {PatternRule, Rule, Threshold} from '../core/rule.js'

/** Findings about what a document says twice, or says of two numbers. Each names both places. */
export const checks: readonly Rule[] = [
  {
    id: 'check/growth-in-points',
    means:
      'A growth is the difference of its two values in points, while others of its column are per cents of the base',
    because: 'a rate that goes from 50 % to 60 % grows by 20 % or by 10 points, and tables mix the two'
  },
  {
    id: 'check/growth-differs',
    means: 'A growth follows from its two values neither as per cent nor as points',
    because: 'the three numbers of a row must fit whatever the rounding'
  },
  {
    id: 'check/growth-against-values',
    means: 'A growth says up where the values go down, or down where they go up',
    because: 'one of the three numbers is wrong'
  },
  {
    id: 'check/status-against-numbers',
    means:
      'The status says that a target was met and the numbers say that it was not, or the other way round',
    because: 'status and numbers are written by different hands'
  },
  {
    id: 'check/table-against-prose',
    means: 'The running text gives another number for the same indicator and year than the table',
    because: 'the text and the table of a plan are edited apart'
  },
  {
    id: 'check/table-against-box',
    means: 'A box gives another number for the same indicator and year than the table',
    because: 'boxes and tables of a plan are edited apart'
  },
  {
    id: 'check/prose-against-box',
    means: 'A box gives another number for the same thing and year than the running text',
    because: 'boxes and text of a plan are edited apart'
  },
  {
    id: 'check/table-against-table',
    means: 'Two tables give different numbers for the same indicator, year and side',
    because: 'the last value of one table is the first of the next'
  },
  {
    id: 'check/parts-exceed-whole',
    means: 'The parts of a whole add up to more than the whole',
    because: '其中 names parts of the number before it'
  },
  {
    id: 'check/unit-too-large',
    means: 'A number with its unit is more than there can be',
    because: '万 is easily written beside a number that is already in full'
  },
  {
    id: 'check/share-out-of-range',
    means: 'A share of a whole is below 0 or above 100 per cent',
    because: 'no more than all can be covered'
  }
]

/** Shares of a whole: nothing of the kind goes above 100 %. Growth, ratios of two things and gross rates may. */
export const share: PatternRule = {
  id: 'check/share-name',
  means: 'The name is that of a share of a whole',
  because: 'coverage, completion and proportion are parts of all there is',
  pattern:
    /(?:覆盖|普及|达标|合格|完成|备案|登记|返回|开通|火化|安葬|签约|建成|联网|供养|知晓|满意|入住|实施|培训|探访|准确)(?:率|度)$|占比$|占.{2,}(?:比例|比重|比率)$/u,
  hits: ['城市社区服务设施覆盖率', '养老机构护理型床位占比', '注册志愿者占居民人口比例'],
  misses: ['低保标准年均增长率', '毛入学率', '社会组织年增长率', '农村低保标准与城市低保标准比率']
}

/** Less is better: a status is not checked by a plain comparison. */
export const lower: PatternRule = {
  id: 'check/lower-is-better',
  means: 'The name is that of something a plan wants less of',
  because: 'losses, deaths, use of energy and unemployment are to fall',
  pattern: /损失|死亡|能耗|消耗|排放|失业|事故|发生率|贫困|负担|用水量|下降|降低|控制|辍学|浪费|PM|污染/u,
  hits: ['年均因灾直接经济损失占国内生产总值的比例', '城镇登记失业率'],
  misses: ['床位数', '覆盖率']
}

export const thresholds: readonly Threshold[] = [
  {
    id: 'check/shortest-name',
    means: 'Names with fewer Chinese characters than this say too little to be compared',
    because: '覆盖率 or 床位数 alone may be of anything',
    value: 5
  }
]

export const rules: readonly Rule[] = [...checks, share, lower, ...thresholds]
