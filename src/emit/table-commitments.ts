import type {Commitment} from '../indicators/schema.js'
import {kinds} from '../indicators/units.rules.js'
import {field, type TableSpec} from './fields.js'

/** `commitments`: a line for each number that running text promises. */
export const commitmentTable: TableSpec<Commitment> = {
  name: 'commitments',
  title: {en: 'Commitments in the text', zh: '正文中的量化承诺'},
  description: {
    en: 'One line for each number the running text of a plan promises, with who, how much and until when.',
    zh: '规划正文中每一项量化承诺一行：对象、数值、时限。'
  },
  key: ['commitment'],
  foreign: [{field: 'document', table: 'documents', to: 'document'}],
  fields: [
    field({
      name: 'commitment',
      type: 'string',
      required: true,
      processing: 'derived',
      origin: 'guihua',
      title: {en: 'Commitment', zh: '承诺编号'},
      description: {
        en: 'Name of the commitment, the same as id in commitments.jsonl.',
        zh: '承诺编号，与 commitments.jsonl 的 id 相同。'
      },
      of: c => c.id
    }),
    field({
      name: 'document',
      type: 'string',
      required: true,
      processing: 'derived',
      origin: 'guihua',
      title: {en: 'Document', zh: '文件编号'},
      description: {en: 'The document that holds the sentence.', zh: '句子所在的文件。'},
      of: c => c.document
    }),
    field({
      name: 'subject',
      type: 'string',
      required: true,
      processing: 'typed',
      origin: 'document',
      title: {en: 'Subject', zh: '对象'},
      description: {en: 'What the number is of.', zh: '数值所指的对象。'},
      of: c => c.subject
    }),
    field({
      name: 'raw',
      type: 'string',
      required: true,
      processing: 'verbatim',
      origin: 'document',
      title: {en: 'As written', zh: '原文'},
      description: {en: 'Bound, number and unit as written.', zh: '比较词、数与单位的原文。'},
      of: c => c.raw
    }),
    field({
      name: 'comparator',
      type: 'string',
      required: false,
      processing: 'typed',
      origin: 'document',
      title: {en: 'Bound', zh: '比较符'},
      description: {
        en: 'Whether the number is met exactly, from it on or up to it.',
        zh: '等于、不低于、不高于、大于或小于所列数值。'
      },
      values: ['=', '≥', '≤', '>', '<'],
      of: c => c.comparator
    }),
    field({
      name: 'value',
      type: 'number',
      required: false,
      processing: 'typed',
      origin: 'document',
      title: {en: 'Value', zh: '数值'},
      description: {
        en: 'The number, in the unit of this row; empty for a range.',
        zh: '数值，以本行单位计；区间为空。'
      },
      of: c => c.value
    }),
    field({
      name: 'parts',
      type: 'array',
      required: false,
      processing: 'typed',
      origin: 'document',
      title: {en: 'Parts', zh: '分项'},
      description: {en: 'JSON: the ends of a range.', zh: 'JSON：区间两端。'},
      of: c => (c.parts === null ? null : JSON.stringify(c.parts))
    }),
    field({
      name: 'unit',
      type: 'string',
      required: false,
      processing: 'verbatim',
      origin: 'document',
      title: {en: 'Unit', zh: '单位'},
      description: {en: 'Unit as written.', zh: '单位，按原文。'},
      of: c => c.unit
    }),
    field({
      name: 'unit_code',
      type: 'string',
      required: false,
      processing: 'derived',
      origin: 'guihua',
      title: {en: 'Unit code', zh: '单位代码'},
      description: {
        en: 'UCUM code of the unit without its scale word.',
        zh: '单位的 UCUM 代码，不含“万”“亿”。'
      },
      of: c => c.measure.code
    }),
    field({
      name: 'multiplier',
      type: 'number',
      required: true,
      processing: 'derived',
      origin: 'guihua',
      title: {en: 'Multiplier', zh: '倍数'},
      description: {
        en: 'value × multiplier is in unit_code.',
        zh: 'value × multiplier 即以 unit_code 计的数值。'
      },
      of: c => c.measure.multiplier
    }),
    field({
      name: 'kind',
      type: 'string',
      required: false,
      processing: 'derived',
      origin: 'guihua',
      title: {en: 'Kind of quantity', zh: '量的种类'},
      description: {en: 'What is measured.', zh: '量的种类。'},
      values: kinds,
      of: c => c.measure.kind
    }),
    field({
      name: 'year',
      type: 'integer',
      required: false,
      processing: 'typed',
      origin: 'document',
      unit: 'a',
      shortUnit: null,
      title: {en: 'Due', zh: '时限年份'},
      description: {en: 'The year it is due.', zh: '应实现的年份。'},
      of: c => c.year
    }),
    field({
      name: 'due',
      type: 'string',
      required: true,
      processing: 'derived',
      origin: 'guihua',
      title: {en: 'How the year is known', zh: '年份依据'},
      description: {
        en: 'stated: the sentence says it; period: the end of the plan.',
        zh: 'stated 句中写明；period 取规划期末。'
      },
      values: ['stated', 'period'],
      of: c => c.due
    }),
    field({
      name: 'section',
      type: 'string',
      required: false,
      processing: 'verbatim',
      origin: 'document',
      title: {en: 'Section', zh: '章节'},
      description: {
        en: 'Headings above the sentence, outermost first, joined by ›.',
        zh: '句子所在的各级标题，由外到内，以 › 相连。'
      },
      of: c => c.section.join(' › ')
    }),
    field({
      name: 'sentence',
      type: 'string',
      required: true,
      processing: 'verbatim',
      origin: 'document',
      title: {en: 'Sentence', zh: '句子'},
      description: {en: 'The sentence that says so.', zh: '所在句子的原文。'},
      of: c => c.sentence
    })
  ]
}
