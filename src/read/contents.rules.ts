import type {PatternRule, Rule} from '../core/rule.js'

export const dotted: PatternRule = {
  id: 'read/contents-page',
  pattern: /\S\s*(?:[.．…·‥⋯•]\s*){3,}[-—(（]?\s*(?:\d{1,4}|[ivxIVX]{1,5})\s*[-—)）]?\s*$/u,
  means: 'The leader and the page number of a contents entry are let go.',
  because: 'They say where the heading was printed; pages are gone.',
  hits: ['第一章 总则..............1', '第二节 发展目标…………12', '附件 · · · · · · (iv)'],
  misses: ['投入7.86亿元', '详见第12页', '涵盖养老、托育……等3项', '2021—2025']
}

export const rules: readonly Rule[] = [dotted]
