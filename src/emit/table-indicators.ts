import type {TableSpec} from './fields.js'
import {rowFields} from './fields-of-rows.js'
import {valueFields} from './fields-of-values.js'
import type {ValueRow} from './value-rows.js'

/** `indicators`: a line for each value of each row of each table of indicators. */
export const indicatorTable: TableSpec<ValueRow> = {
  name: 'indicators',
  title: {en: 'Indicator values', zh: '指标值'},
  description: {
    en: 'One line for each value in the indicator tables of the plans: targets, observed values and growth, with units understood.',
    zh: '规划指标表中的每一个值一行：目标值、实际值、增长，单位已解析。'
  },
  key: ['value_id'],
  foreign: [{field: 'document', table: 'documents', to: 'document'}],
  fields: [...rowFields, ...valueFields]
}
