import {kinds} from '../indicators/units.rules.js'
import {field, type Field} from './fields.js'
import type {ValueRow} from './value-rows.js'

/** What a value line says about the value itself: its side, year, number and unit. */
export const valueFields: readonly Field<ValueRow>[] = [
  field({
    name: 'role',
    type: 'string',
    required: true,
    processing: 'typed',
    origin: 'document',
    title: {en: 'Role', zh: '值的角色'},
    description: {
      en: 'actual = observed, target = to be reached, growth = between two others, annualGrowth = a year, on average.',
      zh: 'actual 实际值，target 目标值，growth 增长，annualGrowth 年均增长。'
    },
    values: ['actual', 'target', 'growth', 'annualGrowth'],
    of: r => r.value.role
  }),
  field({
    name: 'year',
    type: 'integer',
    required: false,
    processing: 'typed',
    origin: 'document',
    unit: 'a',
    shortUnit: null,
    title: {en: 'Year', zh: '年份'},
    description: {
      en: 'The year the value is for; growth between two years has none.',
      zh: '值所属年份；两年之间的增长无年份。'
    },
    of: r => r.value.year
  }),
  field({
    name: 'raw',
    type: 'string',
    required: false,
    processing: 'verbatim',
    origin: 'document',
    title: {en: 'As written', zh: '原文'},
    description: {en: 'The text of the cell.', zh: '单元格原文。'},
    of: r => r.value.raw
  }),
  field({
    name: 'form',
    type: 'string',
    required: true,
    processing: 'typed',
    origin: 'guihua',
    title: {en: 'Form', zh: '形式'},
    description: {
      en: 'number, range (parts are its ends), composite (several numbers), qualitative (words), missing.',
      zh: 'number 单值，range 区间（parts 为两端），composite 多值，qualitative 文字目标，missing 缺值。'
    },
    values: ['number', 'range', 'composite', 'qualitative', 'missing'],
    of: r => r.value.form
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
    of: r => r.value.comparator
  }),
  field({
    name: 'value',
    type: 'number',
    required: false,
    processing: 'typed',
    origin: 'document',
    title: {en: 'Value', zh: '数值'},
    description: {en: 'The number, in the unit of this row.', zh: '数值，以本行单位计。'},
    of: r => r.value.value
  }),
  field({
    name: 'approximate',
    type: 'boolean',
    required: true,
    processing: 'typed',
    origin: 'document',
    title: {en: 'Approximate', zh: '约数'},
    description: {en: '约, 近 or 左右 stands beside the number.', zh: '数值旁有“约”“近”“左右”等字样。'},
    of: r => r.value.approximate
  }),
  field({
    name: 'parts',
    type: 'array',
    required: false,
    processing: 'typed',
    origin: 'document',
    title: {en: 'Parts', zh: '分项'},
    description: {
      en: 'JSON: the numbers of a composite value or the ends of a range.',
      zh: 'JSON：多值的各项，或区间两端。'
    },
    of: r => (r.value.parts === null ? null : JSON.stringify(r.value.parts))
  }),
  field({
    name: 'missing',
    type: 'string',
    required: false,
    processing: 'typed',
    origin: 'document',
    title: {en: 'Missing', zh: '缺值'},
    description: {en: 'How the cell is empty: blank or a dash.', zh: '缺值方式：空白或短横。'},
    values: ['blank', 'dash'],
    of: r => r.value.missing
  }),
  field({
    name: 'unit',
    type: 'string',
    required: false,
    processing: 'verbatim',
    origin: 'document',
    title: {en: 'Unit', zh: '单位'},
    description: {
      en: 'Unit of the value as written in cell, header, column or name.',
      zh: '值的单位，按单元格、表头、单位列或名称所写。'
    },
    of: r => r.value.unit
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
    of: r => r.value.measure.code
  }),
  field({
    name: 'unit_qudt',
    type: 'string',
    required: false,
    processing: 'derived',
    origin: 'guihua',
    title: {en: 'QUDT unit', zh: 'QUDT 单位'},
    description: {en: 'Local name in the QUDT unit vocabulary.', zh: 'QUDT 单位词表中的名称。'},
    of: r => r.value.measure.qudt
  }),
  field({
    name: 'multiplier',
    type: 'number',
    required: true,
    processing: 'derived',
    origin: 'guihua',
    title: {en: 'Multiplier', zh: '倍数'},
    description: {
      en: 'value × multiplier is in unit_code: 万人 → 10000.',
      zh: 'value × multiplier 即以 unit_code 计的数值，如万人为 10000。'
    },
    of: r => r.value.measure.multiplier
  }),
  field({
    name: 'kind',
    type: 'string',
    required: false,
    processing: 'derived',
    origin: 'guihua',
    title: {en: 'Kind of quantity', zh: '量的种类'},
    description: {
      en: 'What is measured: a ratio, percentage points, a growth, a count, a rate, money …',
      zh: '量的种类：比率、百分点、增长、计数、人均率、金额等。'
    },
    values: kinds,
    of: r => r.value.measure.kind
  }),
  field({
    name: 'basis',
    type: 'string',
    required: false,
    processing: 'typed',
    origin: 'document',
    title: {en: 'Basis', zh: '累计或年均'},
    description: {
      en: 'cumulative over the period or annual, where the document says so.',
      zh: '文件写明的累计（cumulative）或年均（annual）。'
    },
    values: ['cumulative', 'annual'],
    of: r => r.value.measure.basis
  }),
  field({
    name: 'unit_reason',
    type: 'string',
    required: false,
    processing: 'derived',
    origin: 'guihua',
    title: {en: 'Why no unit code', zh: '无单位代码的原因'},
    description: {en: 'Filled where unit_code is empty.', zh: 'unit_code 为空时填写。'},
    of: r => r.value.measure.reason
  })
]
