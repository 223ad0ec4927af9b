import type {PatternRule} from '../core/rule.js'

/** Words about a number. Patterns hold at the place named in the id: `before` at its front, `after` at its end. */
export const before: readonly (PatternRule & {readonly comparator: '≥' | '≤' | '>' | '<' | '=' | null})[] = [
  {
    id: 'quantity/before-at-least',
    comparator: '≥',
    means: 'The number is a lower bound that counts',
    because: 'targets are written as floors: 不低于, 不少于, 至少, ≥',
    pattern: /^(?:≥|≧|⩾|>=|不(?:得|能)?(?:低|少|小)于|大于(?:或)?等于|至少(?:达到)?|最低)/u,
    hits: ['≥55', '不低于1.3倍', '不少于18人', '至少1名'],
    misses: ['低于5', '＞30']
  },
  {
    id: 'quantity/before-at-most',
    comparator: '≤',
    means: 'The number is an upper bound that counts',
    because: 'limits are written as ceilings: 不超过, 不高于, 控制在…以内, ≤',
    pattern: /^(?:≤|≦|⩽|<=|不(?:得|能)?(?:高|大|多)于|不(?:得)?超过|小于(?:或)?等于|最高|至多)/u,
    hits: ['≤1.30', '不超过5%', '不高于3'],
    misses: ['超过5', '高于3']
  },
  {
    id: 'quantity/before-more-than',
    comparator: '>',
    means: 'The number itself is passed',
    because: '超过 and 大于 leave the number behind',
    pattern: /^(?:>|＞|﹥|大于|超过|超|高于|多于|突破)/u,
    hits: ['＞30', '>2000', '超过50%'],
    misses: ['不超过5', '≥5']
  },
  {
    id: 'quantity/before-less-than',
    comparator: '<',
    means: 'The number itself is not reached',
    because: '小于 and 低于 stop short of the number',
    pattern: /^(?:<|＜|﹤|小于|低于|少于)/u,
    hits: ['＜5', '低于3%'],
    misses: ['不低于3%', '≤5']
  },
  {
    id: 'quantity/before-about',
    comparator: null,
    means: 'The number is approximate',
    because: '约 and 近 round it',
    pattern: /^(?:大约|约|将近|接近|近|基本达到|达?到?约)/u,
    hits: ['近40万', '约3万'],
    misses: ['40万']
  },
  {
    id: 'quantity/before-verb',
    comparator: null,
    means: 'A verb before the number adds nothing to it',
    because: '达到60% and 60% are the same target',
    pattern:
      /^(?:力争|争取|确保|实现|达到|达|提高到|提升到|增加到|提高|提升|增加|增长|新增|下降|降低|减少|保持在?|稳定在|控制在|每年|年均|累计|共|=|＝)+/u,
    hits: ['达到60%', '控制在5以内', '累计110'],
    misses: ['60%']
  }
]

export const after: readonly (PatternRule & {readonly comparator: '≥' | '≤' | null})[] = [
  {
    id: 'quantity/after-or-more',
    comparator: '≥',
    means: 'The number is a lower bound that counts',
    because: '以上 includes the number in official writing',
    pattern: /(?:及|或)?以上$|及其?以上$|\+$/u,
    hits: ['60%以上', '18人及以上'],
    misses: ['60%以下']
  },
  {
    id: 'quantity/after-or-less',
    comparator: '≤',
    means: 'The number is an upper bound that counts',
    because: '以下 and 以内 include the number in official writing',
    pattern: /(?:及|或)?以[下内]$|之内$/u,
    hits: ['5%以内', '3以下'],
    misses: ['5%以上']
  },
  {
    id: 'quantity/after-about',
    comparator: null,
    means: 'The number is approximate',
    because: '左右 and 余 round it',
    pattern: /(?:左右|上下|余|多)$/u,
    hits: ['400所左右', '3万余'],
    misses: ['400所']
  }
]

export const rules: readonly PatternRule[] = [...before, ...after]
