import type {Filled} from './fields.js'
import {datasetTitle} from './datapackage.js'

const words = {
  en: {
    name: 'Column',
    type: 'Type',
    required: 'Required',
    unit: 'Unit',
    processing: 'Processing',
    meaning: 'Meaning',
    yes: 'yes',
    no: 'no',
    one: 'Values',
    files: 'Files',
    key: 'Key',
    level: {verbatim: 'as written', typed: 'read', derived: 'derived'}
  },
  zh: {
    name: '列名',
    type: '类型',
    required: '必填',
    unit: '单位',
    processing: '处理',
    meaning: '含义',
    yes: '是',
    no: '否',
    one: '取值',
    files: '文件',
    key: '主键',
    level: {verbatim: '原文', typed: '解析', derived: '推算'}
  }
} as const

/** The data dictionary in one language, written from the same fields as the files, so that it cannot drift from them. */
export function dictionary(tables: readonly Filled[], language: 'en' | 'zh'): string {
  const w = words[language]
  const lines = [`# ${datasetTitle[language]}`, '']
  for (const {spec} of tables) {
    lines.push(`## ${spec.name}: ${spec.title[language]}`, '', spec.description[language], '')
    lines.push(
      `${w.files}: \`${spec.name}.csv\`, \`${spec.name}.parquet\`. ${w.key}: ${spec.key.map(k => `\`${k}\``).join(', ')}.`,
      ''
    )
    lines.push(`| ${w.name} | ${w.meaning} | ${w.type} | ${w.required} | ${w.unit} | ${w.processing} |`)
    lines.push('| --- | --- | --- | --- | --- | --- |')
    for (const f of spec.fields) {
      const values = f.values ? ` ${w.one}: ${f.values.map(v => `\`${v}\``).join(', ')}.` : ''
      const meaning = `**${f.title[language]}**: ${f.description[language]}${values}`
      const cells = [
        `\`${f.name}\``,
        meaning,
        f.type,
        f.required ? w.yes : w.no,
        f.unit ?? '',
        w.level[f.processing]
      ]
      lines.push(`| ${cells.map(c => c.replaceAll('|', '\\|')).join(' | ')} |`)
    }
    lines.push('')
  }
  return lines.join('\n')
}
