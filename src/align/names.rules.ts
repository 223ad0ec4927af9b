import type {Rule, Threshold} from '../core/rule.js'

/** Words that make two indicators different however alike the rest of their names is. */
export const contrasts: readonly (Rule & {readonly words: readonly string[]})[] = [
  {
    id: 'registry/places',
    means: 'Town and country, and their kinds, are counted apart',
    because: '城市 and 城镇 differ in statistics, 农村 and 牧区 in plans',
    words: ['城市', '城镇', '城乡', '农村', '农牧', '牧区', '乡镇', '街道', '社区', '村']
  },
  {
    id: 'registry/levels',
    means: 'Levels of government are counted apart',
    because: 'a county target is not a city target',
    words: ['国家', '省级', '州级', '市级', '盟市', '县级', '旗县', '旗区', '乡级', '村级']
  },
  {
    id: 'registry/people',
    means: 'Groups of people are counted apart',
    because: 'each group has a standard of its own',
    words: [
      '儿童',
      '老人',
      '残疾人',
      '孤儿',
      '妇女',
      '未成年人',
      '特困',
      '低保',
      '困难',
      '重度',
      '重点',
      '失能',
      '高龄',
      '散居',
      '集中',
      '分散'
    ]
  },
  {
    id: 'registry/measures',
    means: 'A level, a growth, a sum and a mean are different measures',
    because: '年均增长率 and 标准 share all other words',
    words: [
      '增长',
      '增速',
      '累计',
      '年均',
      '人均',
      '新增',
      '覆盖',
      '登记',
      '备案',
      '护理',
      '占比',
      '数量',
      '面积',
      '满意'
    ]
  }
]

export const thresholds: readonly Threshold[] = [
  {
    id: 'registry/alike',
    means: 'Names this alike are shown as a pair to review; they are never merged for it',
    because: 'of the pairs of the real plans that a reader links by hand nearly all lie above it',
    value: 0.72
  },
  {
    id: 'registry/same-name',
    means: 'Confidence in two rows of the same name, unit and measure',
    because: 'the same words are rarely used for two things within one field of policy',
    value: 0.9
  },
  {
    id: 'registry/same-history',
    means: 'Confidence where a value of the same year and region agrees as well',
    because: 'name and number together leave little doubt',
    value: 0.98
  }
]

export const rules: readonly Rule[] = [...contrasts, ...thresholds]
