import {linkIndicators, type Mapping, type Registry} from '../align/registry.js'
import type {Commitment, Indicator} from '../indicators/schema.js'
import {croissant} from './croissant.js'
import {csvOf} from './csv.js'
import {dataPackage, type Part} from './datapackage.js'
import {dictionary} from './dictionary.js'
import {fill, type Filled} from './fields.js'
import {parquetOf} from './parquet.js'
import type {DocumentRow, SourceRow} from './schema.js'
import {commitmentTable} from './table-commitments.js'
import {documentTable} from './table-documents.js'
import {indicatorTable} from './table-indicators.js'
import {valueRows} from './value-rows.js'
import {lineSchema} from './table-schema.js'
import {seriesTable} from './table-series.js'

/** All rows of a corpus, as its listings hold them. */
export interface Corpus {
  readonly sources: readonly SourceRow[]
  readonly documents: readonly DocumentRow[]
  readonly indicators: readonly Indicator[]
  readonly commitments: readonly Commitment[]
}

/** A file of the dataset; the path is relative to the output folder. */
export interface DataFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/** The tables of the dataset, filled, and the registry that links their rows. */
export function tablesOfCorpus(
  corpus: Corpus,
  mapping: Mapping
): {tables: readonly Filled[]; registry: Registry} {
  const documents = new Map(corpus.documents.map(d => [d.id, d]))
  const registry = linkIndicators(corpus.indicators, corpus.documents, mapping)
  const tables = [
    fill(documentTable, corpus.documents),
    fill(indicatorTable, valueRows(corpus.indicators, documents)),
    fill(commitmentTable, corpus.commitments),
    fill(seriesTable, registry.members)
  ]
  return {tables, registry}
}

/**
 * The dataset of a corpus as files:
 * documents, indicators, commitments, series as .csv and .parquet · uncertain-links.jsonl · datapackage.json · croissant.json ·
 * dictionary.en.md, dictionary.zh.md · schema/<table>-line.json.
 * Same corpus and mapping, same bytes.
 */
export async function datasetFiles(corpus: Corpus, mapping: Mapping, version: string): Promise<DataFile[]> {
  const {tables, registry} = tablesOfCorpus(corpus, mapping)
  const parts: Part[] = []
  for (const filled of tables) {
    const {name} = filled.spec
    parts.push({path: `${name}.csv`, bytes: utf8(csvOf(filled)), filled, format: 'csv'})
    parts.push({path: `${name}.parquet`, bytes: await parquetOf(filled), filled, format: 'parquet'})
  }
  return [
    ...parts.map(({path, bytes}) => ({path, bytes})),
    {
      path: 'uncertain-links.jsonl',
      bytes: utf8(registry.uncertain.map(u => JSON.stringify(u) + '\n').join(''))
    },
    {path: 'datapackage.json', bytes: utf8(dataPackage(parts, corpus.sources))},
    {path: 'croissant.json', bytes: utf8(croissant(parts, version))},
    {path: 'dictionary.en.md', bytes: utf8(dictionary(tables, 'en'))},
    {path: 'dictionary.zh.md', bytes: utf8(dictionary(tables, 'zh'))},
    ...tables.map(filled => ({
      path: `schema/${filled.spec.name}-line.json`,
      bytes: utf8(JSON.stringify(lineSchema(filled), null, 2) + '\n')
    }))
  ]
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
