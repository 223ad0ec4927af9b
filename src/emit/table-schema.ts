import type {Cell, Filled} from './fields.js'

type Column = Filled['spec']['fields'][number]

/** Frictionless Table Schema (v2) of a table, with the metadata that every field must have. */
export function tableSchema({spec}: Filled): Record<string, unknown> {
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    fields: spec.fields.map(f => ({
      name: f.name,
      type: f.type,
      title: f.title.en,
      'title:zh': f.title.zh,
      description: f.description.en,
      'description:zh': f.description.zh,
      constraints: {...(f.required ? {required: true} : {}), ...(f.values ? {enum: [...f.values]} : {})},
      unit: f.unit,
      shortUnit: f.shortUnit,
      processingLevel: f.processing,
      origin: f.origin
    })),
    missingValues: [''],
    primaryKey: [...spec.key],
    ...(spec.foreign.length > 0
      ? {
          foreignKeys: spec.foreign.map(f => ({
            fields: [f.field],
            reference: {resource: f.table, fields: [f.to]}
          }))
        }
      : {})
  }
}

/** JSON Schema of a line of a table, as it stands in CSV and Parquet once typed. */
export function lineSchema({spec}: Filled): Record<string, unknown> {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: spec.title.en,
    description: spec.description.en,
    type: 'object',
    properties: Object.fromEntries(spec.fields.map(f => [f.name, property(f)])),
    required: spec.fields.filter(f => f.required).map(f => f.name),
    additionalProperties: false
  }
}

function property(f: Column): Record<string, unknown> {
  const types = f.required ? f.type : [f.type, 'null']
  const values = f.values ? {enum: [...f.values, ...(f.required ? [] : [null])]} : {}
  return {type: types, title: f.title.en, description: f.description.en, ...values}
}

/** A line as an object: what `lineSchema` describes. Arrays are real arrays. */
export function lineOf({spec}: Filled, row: readonly Cell[]): Record<string, unknown> {
  return Object.fromEntries(
    spec.fields.map((f, i) => [
      f.name,
      f.type === 'array' && row[i] !== null ? JSON.parse(String(row[i])) : row[i]!
    ])
  )
}
