import {field, type Field} from './fields.js'
import type {ValueRow} from './value-rows.js'

/** What a value line says about its row and document. */
export const rowFields: readonly Field<ValueRow>[] = [
  field({
    name: 'value_id',
    type: 'string',
    required: true,
    processing: 'derived',
    origin: 'guihua',
    title: {en: 'Value', zh: '值编号'},
    description: {en: 'Name of this value: the row and its place in it.', zh: '本值的编号：行编号加列次。'},
    of: r => `${r.row.id}.v${r.place}`
  }),
  field({
    name: 'indicator',
    type: 'string',
    required: true,
    processing: 'derived',
    origin: 'guihua',
    title: {en: 'Row', zh: '指标行编号'},
    description: {
      en: 'Name of the row, the same as id in indicators.jsonl.',
      zh: '指标行的编号，与 indicators.jsonl 的 id 相同。'
    },
    of: r => r.row.id
  }),
  field({
    name: 'document',
    type: 'string',
    required: true,
    processing: 'derived',
    origin: 'guihua',
    title: {en: 'Document', zh: '文件编号'},
    description: {en: 'The document that holds the table.', zh: '指标表所在的文件。'},
    of: r => r.row.document
  }),
  field({
    name: 'source',
    type: 'string',
    required: false,
    processing: 'derived',
    origin: 'guihua',
    title: {en: 'Source', zh: '来源编号'},
    description: {en: 'The file that was read.', zh: '所读取的原始文件。'},
    of: r => r.document?.source ?? null
  }),
  field({
    name: 'region',
    type: 'string',
    required: false,
    processing: 'typed',
    origin: 'document',
    title: {en: 'Region', zh: '地区'},
    description: {
      en: 'The place the plan is for, as the document names it.',
      zh: '规划所属地区，按文件所写。'
    },
    of: r => r.document?.region ?? null
  }),
  field({
    name: 'plan',
    type: 'string',
    required: false,
    processing: 'typed',
    origin: 'document',
    title: {en: 'Plan period', zh: '规划期'},
    description: {en: 'The five-year plan the document belongs to.', zh: '文件所属的五年规划。'},
    of: r => r.document?.planPeriod?.name ?? null
  }),
  field({
    name: 'table',
    type: 'integer',
    required: true,
    processing: 'derived',
    origin: 'guihua',
    title: {en: 'Table', zh: '表序'},
    description: {en: 'Which table of the document, from 1.', zh: '文件中的第几张表，从 1 起。'},
    of: r => r.row.table.ordinal
  }),
  field({
    name: 'table_title',
    type: 'string',
    required: false,
    processing: 'verbatim',
    origin: 'document',
    title: {en: 'Title of the table', zh: '表题'},
    description: {en: 'What stands over the table, without its number.', zh: '表上方的标题，不含表号。'},
    of: r => r.row.table.title
  }),
  field({
    name: 'no',
    type: 'string',
    required: false,
    processing: 'verbatim',
    origin: 'document',
    title: {en: 'Number', zh: '序号'},
    description: {en: 'Number of the row as written.', zh: '行序号，按原文。'},
    of: r => r.row.no
  }),
  field({
    name: 'parent',
    type: 'string',
    required: false,
    processing: 'typed',
    origin: 'document',
    title: {en: 'Parent', zh: '上级指标'},
    description: {
      en: 'The group of a grouped row, or the row that 其中 refers to.',
      zh: '分组行的组名，或“其中”所属的指标。'
    },
    of: r => r.row.parent
  }),
  field({
    name: 'category',
    type: 'string',
    required: false,
    processing: 'verbatim',
    origin: 'document',
    title: {en: 'Category', zh: '类别'},
    description: {en: 'The field the row stands under, as written.', zh: '行所属类别，按原文。'},
    of: r => r.row.category
  }),
  field({
    name: 'name',
    type: 'string',
    required: true,
    processing: 'typed',
    origin: 'document',
    title: {en: 'Indicator', zh: '指标名称'},
    description: {
      en: 'Name without unit, number and footnote marks.',
      zh: '指标名称，不含单位、序号与注号。'
    },
    of: r => r.row.name
  }),
  field({
    name: 'attribute',
    type: 'string',
    required: false,
    processing: 'verbatim',
    origin: 'document',
    title: {en: 'Binding or expected', zh: '指标属性'},
    description: {en: '约束性 (binding) or 预期性 (expected), as written.', zh: '约束性或预期性，按原文。'},
    of: r => r.row.attribute
  }),
  field({
    name: 'status',
    type: 'string',
    required: false,
    processing: 'verbatim',
    origin: 'document',
    title: {en: 'Status', zh: '完成情况'},
    description: {
      en: 'What the table says about reaching the target, as written.',
      zh: '表中所写的完成情况，按原文。'
    },
    of: r => r.row.status
  })
]
