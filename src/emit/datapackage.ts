import {createHash} from 'node:crypto'
import type {Filled} from './fields.js'
import type {SourceRow} from './schema.js'
import {tableSchema} from './table-schema.js'

/** A file of the dataset that is described: its bytes as they will be written. */
export interface Part {
  readonly path: string
  readonly bytes: Uint8Array
  readonly filled: Filled
  readonly format: 'csv' | 'parquet'
}

export const datasetTitle = {
  en: 'Indicators and commitments of Chinese government plans',
  zh: '中国政府规划指标与承诺数据集'
}

/** Facts are free; official documents are outside copyright by article 5 of the Copyright Law of the People's Republic of China. */
export const licence = {
  name: 'CC0-1.0',
  path: 'https://creativecommons.org/publicdomain/zero/1.0/',
  title: 'CC0 1.0: facts taken from official documents'
}

/** `datapackage.json`: Data Package version 2 over the CSV files; Parquet beside them as other paths of the same tables. */
export function dataPackage(parts: readonly Part[], sources: readonly SourceRow[]): string {
  return json({
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: 'guihua-indicators',
    title: datasetTitle.en,
    'title:zh': datasetTitle.zh,
    description:
      'Values of indicator tables and promised numbers of running text, each with its unit, year and place in the document. ' +
      'Every value can be followed to the bytes it was read from: indicators.jsonl and commitments.jsonl hold the traces, ledgers/ the rest.',
    profile: 'data-package',
    licenses: [licence],
    keywords: ['China', 'government plans', 'five-year plan', 'indicators', '规划', '指标'],
    sources: sources.map(s => ({
      title: text(s.sidecar?.['title']) ?? text(s.meta['title']) ?? s.path,
      path: text(s.sidecar?.['url']) ?? s.path,
      sha256: s.sha256,
      bytes: s.bytes,
      mediaType: s.mediaType,
      id: s.id
    })),
    provenance: {
      softwareAgent: 'guihua',
      activity: 'guihua run',
      used: sources.map(s => `sha256:${s.sha256}`)
    },
    resources: parts
      .filter(p => p.format === 'csv')
      .map(part => ({
        name: part.filled.spec.name,
        type: 'table',
        path: part.path,
        title: part.filled.spec.title.en,
        'title:zh': part.filled.spec.title.zh,
        description: part.filled.spec.description.en,
        'description:zh': part.filled.spec.description.zh,
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        hash: `sha256:${sha256(part.bytes)}`,
        bytes: part.bytes.length,
        alternatives: parts
          .filter(p => p.format !== 'csv' && p.filled === part.filled)
          .map(p => ({
            path: p.path,
            format: p.format,
            hash: `sha256:${sha256(p.bytes)}`,
            bytes: p.bytes.length
          })),
        schema: tableSchema(part.filled)
      }))
  })
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

export function json(value: unknown): string {
  return JSON.stringify(value, null, 2) + '\n'
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
