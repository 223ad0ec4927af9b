import {datasetTitle, json, licence, sha256, type Part} from './datapackage.js'
import type {FieldType} from './fields.js'

const types: Readonly<Record<FieldType, string>> = {
  string: 'sc:Text',
  array: 'sc:Text',
  integer: 'sc:Integer',
  number: 'sc:Float',
  boolean: 'sc:Boolean'
}

const context = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  citeAs: 'cr:citeAs',
  column: 'cr:column',
  conformsTo: 'dct:conformsTo',
  cr: 'http://mlcommons.org/croissant/',
  data: {'@id': 'cr:data', '@type': '@json'},
  dataType: {'@id': 'cr:dataType', '@type': '@vocab'},
  dct: 'http://purl.org/dc/terms/',
  examples: {'@id': 'cr:examples', '@type': '@json'},
  extract: 'cr:extract',
  field: 'cr:field',
  fileObject: 'cr:fileObject',
  fileProperty: 'cr:fileProperty',
  fileSet: 'cr:fileSet',
  format: 'cr:format',
  includes: 'cr:includes',
  isLiveDataset: 'cr:isLiveDataset',
  jsonPath: 'cr:jsonPath',
  key: 'cr:key',
  md5: 'cr:md5',
  parentField: 'cr:parentField',
  path: 'cr:path',
  rai: 'http://mlcommons.org/croissant/RAI/',
  recordSet: 'cr:recordSet',
  references: 'cr:references',
  regex: 'cr:regex',
  repeated: 'cr:repeated',
  replace: 'cr:replace',
  sc: 'https://schema.org/',
  separator: 'cr:separator',
  source: 'cr:source',
  subField: 'cr:subField',
  transform: 'cr:transform'
}

/** `croissant.json`: the tables as Croissant 1.0 (JSON-LD), for search and for loaders of machine learning. */
export function croissant(parts: readonly Part[], version: string): string {
  const tables = parts.filter(p => p.format === 'csv')
  return json({
    '@context': context,
    '@type': 'sc:Dataset',
    conformsTo: 'http://mlcommons.org/croissant/1.0',
    name: 'guihua-indicators',
    alternateName: datasetTitle.zh,
    description: datasetTitle.en,
    license: licence.path,
    url: 'https://datapackage.org/',
    version,
    inLanguage: ['zh', 'en'],
    distribution: parts.map(p => ({
      '@type': 'cr:FileObject',
      '@id': p.path,
      name: p.path,
      contentUrl: p.path,
      encodingFormat: p.format === 'csv' ? 'text/csv' : 'application/vnd.apache.parquet',
      contentSize: `${p.bytes.length} B`,
      sha256: sha256(p.bytes)
    })),
    recordSet: tables.map(({path, filled: {spec}}) => ({
      '@type': 'cr:RecordSet',
      '@id': spec.name,
      name: spec.name,
      description: spec.description.en,
      key: spec.key.map(name => ({'@id': `${spec.name}/${name}`})),
      field: spec.fields.map(f => ({
        '@type': 'cr:Field',
        '@id': `${spec.name}/${f.name}`,
        name: f.name,
        description: f.description.en,
        dataType: types[f.type],
        source: {fileObject: {'@id': path}, extract: {column: f.name}},
        ...referenceOf(spec.foreign, f.name)
      }))
    }))
  })
}

function referenceOf(foreign: Part['filled']['spec']['foreign'], name: string): Record<string, unknown> {
  const to = foreign.find(f => f.field === name)
  return to ? {references: {field: {'@id': `${to.table}/${to.to}`}}} : {}
}
