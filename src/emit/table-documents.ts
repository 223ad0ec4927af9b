import {field, type TableSpec} from './fields.js'
import type {DocumentRow} from './schema.js'

/** `documents`: a line for each document. */
export const documentTable: TableSpec<DocumentRow> = {
  name: 'documents',
  title: {en: 'Documents', zh: '文件'},
  description: {
    en: 'One line for each plan, notice or rule that was found.',
    zh: '每一份规划、通知或办法一行。'
  },
  key: ['document'],
  foreign: [],
  fields: [
    field({
      name: 'document',
      type: 'string',
      required: true,
      processing: 'derived',
      origin: 'guihua',
      title: {en: 'Document', zh: '文件编号'},
      description: {
        en: 'Name of the document, the same as id in documents.jsonl.',
        zh: '文件编号，与 documents.jsonl 的 id 相同。'
      },
      of: d => d.id
    }),
    field({
      name: 'source',
      type: 'string',
      required: true,
      processing: 'derived',
      origin: 'guihua',
      title: {en: 'Source', zh: '来源编号'},
      description: {en: 'The file that was read.', zh: '所读取的原始文件。'},
      of: d => d.source
    }),
    field({
      name: 'title',
      type: 'string',
      required: false,
      processing: 'typed',
      origin: 'document',
      title: {en: 'Title', zh: '标题'},
      description: {en: 'Title of the document.', zh: '文件标题。'},
      of: d => d.title
    }),
    field({
      name: 'doc_number',
      type: 'string',
      required: false,
      processing: 'typed',
      origin: 'document',
      title: {en: 'Document number', zh: '发文字号'},
      description: {en: 'Number under which it was issued.', zh: '发文字号。'},
      of: d => d.docNumber
    }),
    field({
      name: 'issuer',
      type: 'string',
      required: false,
      processing: 'typed',
      origin: 'document',
      title: {en: 'Issuer', zh: '发文机关'},
      description: {en: 'Who issued it.', zh: '发文机关。'},
      of: d => d.issuer
    }),
    field({
      name: 'region',
      type: 'string',
      required: false,
      processing: 'typed',
      origin: 'document',
      title: {en: 'Region', zh: '地区'},
      description: {en: 'The place it is for.', zh: '所属地区。'},
      of: d => d.region
    }),
    field({
      name: 'plan',
      type: 'string',
      required: false,
      processing: 'typed',
      origin: 'document',
      title: {en: 'Plan period', zh: '规划期'},
      description: {en: 'Name of the five-year plan.', zh: '五年规划名称。'},
      of: d => d.planPeriod?.name ?? null
    }),
    field({
      name: 'plan_start',
      type: 'integer',
      required: false,
      processing: 'derived',
      origin: 'guihua',
      unit: 'a',
      shortUnit: null,
      title: {en: 'First year', zh: '起始年'},
      description: {en: 'First year of the plan.', zh: '规划期首年。'},
      of: d => d.planPeriod?.start ?? null
    }),
    field({
      name: 'plan_end',
      type: 'integer',
      required: false,
      processing: 'derived',
      origin: 'guihua',
      unit: 'a',
      shortUnit: null,
      title: {en: 'Last year', zh: '终止年'},
      description: {en: 'Last year of the plan.', zh: '规划期末年。'},
      of: d => d.planPeriod?.end ?? null
    }),
    field({
      name: 'signed_on',
      type: 'string',
      required: false,
      processing: 'typed',
      origin: 'document',
      title: {en: 'Signed', zh: '成文日期'},
      description: {
        en: 'Date of signing, ISO, as precise as the text.',
        zh: '成文日期，ISO 格式，精度同原文。'
      },
      of: d => d.signedOn
    }),
    field({
      name: 'published_on',
      type: 'string',
      required: false,
      processing: 'typed',
      origin: 'document',
      title: {en: 'Published', zh: '发布日期'},
      description: {
        en: 'Date of publication, ISO, as precise as the text.',
        zh: '发布日期，ISO 格式，精度同原文。'
      },
      of: d => d.publishedOn
    }),
    field({
      name: 'inferred',
      type: 'array',
      required: true,
      processing: 'derived',
      origin: 'guihua',
      title: {en: 'Restored fields', zh: '推断字段'},
      description: {
        en: 'JSON: fields that were restored and not read.',
        zh: 'JSON：由推断而非读取得到的字段。'
      },
      of: d => JSON.stringify(d.inferred)
    }),
    field({
      name: 'characters',
      type: 'integer',
      required: true,
      processing: 'derived',
      origin: 'guihua',
      unit: '{character}',
      shortUnit: null,
      title: {en: 'Characters', zh: '字符数'},
      description: {en: 'Characters of text the document holds.', zh: '文件文本的字符数。'},
      of: d => d.counts.chars
    }),
    field({
      name: 'indicators',
      type: 'integer',
      required: true,
      processing: 'derived',
      origin: 'guihua',
      unit: '{row}',
      shortUnit: null,
      title: {en: 'Indicator rows', zh: '指标行数'},
      description: {en: 'Rows of its tables of indicators.', zh: '指标表的行数。'},
      of: d => d.counts.indicators
    }),
    field({
      name: 'warnings',
      type: 'integer',
      required: true,
      processing: 'derived',
      origin: 'guihua',
      unit: '{finding}',
      shortUnit: null,
      title: {en: 'Warnings', zh: '提示数'},
      description: {
        en: 'Findings that want a reader: see findings.jsonl.',
        zh: '需人工查看的发现数，见 findings.jsonl。'
      },
      of: d => d.counts.findings.warning + d.counts.findings.error
    })
  ]
}
