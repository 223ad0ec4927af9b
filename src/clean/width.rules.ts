import type {PatternRule, Rule} from '../core/rule.js'

/** A pattern of one character, which is put into another by `to`. */
export interface WidthRule extends PatternRule {
  readonly to: (found: string) => string
}

const full: Readonly<Record<string, string>> = {',': '，', ';': '；', ':': '：', '?': '？', '!': '！'}
const han = '\u3400-\u9fff\u3007'
const closers = '）》〉」』】〕”’％'

export const widths: readonly WidthRule[] = [
  {
    id: 'clean/half-width-mark',
    pattern: new RegExp(
      `(?<=[${han}])[,;:?!]|(?<=[${closers})%])[,;:?!](?=[${han}“《（(〈「『]|$)|(?<=[0-9])[,;](?=[${han}“《])`,
      'gu'
    ),
    to: mark => full[mark]!,
    means: 'A half-width mark after a Han character becomes full-width.',
    because:
      'Chinese text has full-width marks (GB/T 15834); an input method left in the wrong state writes the other ones.',
    hits: ['民政,事业', '如下:', '(一),二', '共有11.77亿元,为本级'],
    misses: ['1,083', '12:30', 'a,b', '民政，事业', '比例1:2']
  },
  {
    id: 'clean/digit-in-numeral',
    pattern: /(?<=[一二三四五六七八九〇])[0０○OoΟ](?=[一二三四五六七八九〇年])/gu,
    to: () => '〇',
    means: 'A nought among Han numerals becomes 〇.',
    because: '二0三五 is one number in one notation; keyboards have no 〇.',
    hits: ['二0三五年', '二○二五', '二〇二O年'],
    misses: ['20三五', '二十0', '2035', '一00号']
  }
]

export const rules: readonly Rule[] = widths
