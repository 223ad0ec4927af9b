import type {PatternRule, Rule, Threshold} from '../core/rule.js'

export const wrapped: Rule = {
  id: 'clean/line-rejoined',
  means: 'A line that was broken because it was full goes on with the next.',
  because:
    'Text that was printed or mailed has a line end where the line was full; the next word would not have fitted.'
}

export const widestLine: Threshold = {
  id: 'clean/widest-line',
  value: 130,
  means: 'Columns of the widest line of a text that was wrapped; a Han character takes two.',
  because: 'A4 holds 28 to 45 characters a line; terminals hold 80 to 132 columns.'
}

export const fullLines: Threshold = {
  id: 'clean/full-lines',
  value: 0.3,
  means: 'The share of lines that are full in a text that was wrapped.',
  because: 'Paragraphs of plans run over three lines and more; of lists and tables hardly a line is full.'
}

export const closedRow: PatternRule = {
  id: 'clean/closed-row',
  pattern: /(?:约束性|预期性)$/u,
  means: 'A row of a table of indicators that stands on a line: it does not go on.',
  because: 'Its last column says whether the target binds; no line of prose breaks after it.',
  hits: ['人均预期寿命（岁） 85 预期性', '约束性'],
  misses: ['约束性指标', '分为预期性和约束性两类']
}

export const rules: readonly Rule[] = [wrapped, widestLine, fullLines, closedRow]
