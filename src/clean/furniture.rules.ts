import type {PatternRule, Rule, Threshold} from '../core/rule.js'

/** Lines that print the number of a page, in every dress that no sentence wears. */
export const pageNumber: PatternRule = {
  id: 'clean/page-number',
  pattern:
    /^(?:[-—–－~·•]{1,3}\s*\d{1,4}\s*[-—–－~·•]{1,3}|第\s*\d{1,4}\s*页(?:\s*[,，/／]?\s*共\s*\d{1,4}\s*页)?|Page\s+\d{1,4}(?:\s+of\s+\d{1,4})?)$/iu,
  means: 'The number of a page on a line of its own.',
  because: 'Printers number pages; - 3 - is no cell and no sentence.',
  hits: ['- 3 -', '— 12 —', '—5—', '第3页', '第 3 页 共 20 页', 'Page 3 of 9'],
  misses: ['3', '2016-2020', '-3', '第3页所列', '—— 3 项任务']
}

/** A number alone is a page number only beside a running head, and where it counts on. */
export const bareNumber: PatternRule = {
  id: 'clean/bare-page-number',
  pattern: /^\d{1,4}$/u,
  means: 'A figure alone on a line beside a running head.',
  because: 'Beside the head of a page, a figure that goes up by one from head to head numbers the pages.',
  hits: ['12'],
  misses: ['12.', '12%', '2-1']
}

export const runningHead: Rule = {
  id: 'clean/running-head',
  means:
    'A line that stands beside page numbers again and again, or cuts sentences with the title of the document.',
  because:
    'Printers put the title on top of every page; in running text it stands in the middle of sentences.'
}

export const titleOf: PatternRule = {
  id: 'clean/running-title',
  pattern: /(?:规划|纲要|计划|方案|办法|条例|规定|意见|公报|規劃|綱要|計劃)(?:[（(].{1,20}[)）])?$/u,
  means: 'A first line that could be the title on top of every page.',
  because: 'What is printed on every page is the name of the document.',
  hits: ['云岭州水土保持规划（2021—2025年）', '云岭州人民政府公报'],
  misses: ['全州水利投入累计达到', 'the plan covers water']
}

export const headTimes: Threshold = {
  id: 'clean/running-head-times',
  value: 2,
  means: 'A line that stands beside a page number so often is a running head.',
  because: 'A heading stands once.'
}

export const rules: readonly Rule[] = [pageNumber, bareNumber, runningHead, titleOf, headTimes]
