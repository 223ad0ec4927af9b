import {field, type TableSpec} from './fields.js'
import type {Member} from '../align/registry.js'

/** `series`: which rows of which plans are the same indicator. */
export const seriesTable: TableSpec<Member> = {
  name: 'series',
  title: {en: 'Indicator series', zh: '指标序列'},
  description: {
    en: 'One line for each indicator row: the series it belongs to across plans, periods and places, and how sure that is.',
    zh: '每个指标行一行：其跨规划、跨时期、跨地区所属的指标序列及把握程度。'
  },
  key: ['indicator'],
  foreign: [],
  fields: [
    field({
      name: 'indicator',
      type: 'string',
      required: true,
      processing: 'derived',
      origin: 'guihua',
      title: {en: 'Row', zh: '指标行编号'},
      description: {en: 'Name of the row.', zh: '指标行编号。'},
      of: m => m.indicator
    }),
    field({
      name: 'series',
      type: 'string',
      required: true,
      processing: 'derived',
      origin: 'guihua',
      title: {en: 'Series', zh: '序列编号'},
      description: {
        en: 'Name of the series: rows that share it are the same indicator.',
        zh: '序列编号：编号相同即为同一指标。'
      },
      of: m => m.series
    }),
    field({
      name: 'series_name',
      type: 'string',
      required: true,
      processing: 'derived',
      origin: 'guihua',
      title: {en: 'Name of the series', zh: '序列名称'},
      description: {
        en: 'The reviewed name, else the name of its first row.',
        zh: '审定名称；未审定者取首行名称。'
      },
      of: m => m.name
    }),
    field({
      name: 'linked_by',
      type: 'string',
      required: true,
      processing: 'derived',
      origin: 'review',
      title: {en: 'Linked by', zh: '归并依据'},
      description: {
        en: 'review: the reviewed list names it; name: same name and unit; alone: no other row.',
        zh: 'review 审定名单；name 名称与单位相同；alone 无其他行。'
      },
      values: ['review', 'name', 'alone'],
      of: m => m.by
    }),
    field({
      name: 'confidence',
      type: 'number',
      required: true,
      processing: 'derived',
      origin: 'guihua',
      title: {en: 'Confidence', zh: '把握程度'},
      description: {en: 'From 0 to 1; 1 is reviewed.', zh: '0 至 1，审定者为 1。'},
      unit: '1',
      shortUnit: null,
      of: m => m.confidence
    })
  ]
}
