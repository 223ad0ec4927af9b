import type {PatternRule, Rule, Threshold} from '../core/rule.js'

export const widestCell: Threshold = {
  id: 'segment/widest-cell',
  value: 40,
  means: 'A line longer than this that ends like a sentence is prose, not a cell.',
  because: 'The longest indicator name in the plans read is 38 characters and ends in no full stop.'
}

export const strongHeading: PatternRule = {
  id: 'segment/table-end',
  pattern:
    /^第\s*[一二三四五六七八九十百]+\s*[编篇章节](?!的)|^第[一二三四五六七八九十]+部分|^[一二三四五六七八九十]{1,3}[、．.](?![一二三四五六七八九十][、级])\S{2,40}$/u,
  means: 'A heading of the text ends a table or box that was not closed by empty lines.',
  because: 'Chapters, sections and 一、 do not stand inside cells.',
  hits: ['第四章 大力发展养老服务业', '三．主要任务', '第二节推进建设', '六、保障措施'],
  misses: ['1、社会救助工程', '（一）建设', '一、二、三级医院达标率']
}

export const tableNote: PatternRule = {
  id: 'segment/table-note',
  pattern: /^(?:备?注|说明|资料来源|数据来源)\s*(?:[0-9]{1,2}\s*)?[：:.．、]/u,
  means: 'A note under a table, in a cell of its own.',
  because: 'Word joins the last row of a table over all columns for the note.',
  hits: ['注：2020年为快报数。', '备注: 含兵团', '资料来源：州统计局'],
  misses: ['注册志愿者人数', '说明书']
}

export const sequence: Rule = {
  id: 'segment/table-unrecovered',
  means: 'A table that arrived as lines could not be made square; it stays as text.',
  because: 'A figure in the wrong column is worse than a table left as lines.'
}

export const rules: readonly Rule[] = [
  widestCell,
  strongHeading,
  tableNote,
  sequence,
  {
    id: 'segment/slipped-cell',
    means: 'Cells that stood a line lower than their row were put back into it.',
    because: 'The row lacks just as many cells as the line below holds.'
  },
  {
    id: 'segment/table-recovered',
    means: 'A table that arrived as one cell a line was put together again.',
    because: 'Its header names the columns and every row fills them.'
  }
]
