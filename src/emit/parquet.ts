import type {BasicType} from 'hyparquet-writer'
import type {Cell, FieldType, Filled} from './fields.js'

const types: Readonly<Record<FieldType, BasicType>> = {
  string: 'STRING',
  array: 'JSON',
  integer: 'INT32',
  number: 'DOUBLE',
  boolean: 'BOOLEAN'
}

/** A table as Parquet: the types of its fields, titles and units in the file's own metadata. Same rows, same bytes. */
export async function parquetOf({spec, rows}: Filled): Promise<Uint8Array> {
  const {parquetWriteBuffer} = await import('hyparquet-writer')
  const buffer = parquetWriteBuffer({
    columnData: spec.fields.map((field, column) => ({
      name: field.name,
      data: rows.map(row => parquetCell(row[column]!, field.type)),
      type: types[field.type],
      nullable: !field.required
    })),
    createdBy: 'guihua',
    kvMetadata: [
      {key: 'title', value: spec.title.en},
      {
        key: 'fields',
        value: JSON.stringify(
          spec.fields.map(f => ({name: f.name, title: f.title, description: f.description, unit: f.unit}))
        )
      }
    ]
  })
  return new Uint8Array(buffer)
}

function parquetCell(cell: Cell, type: FieldType): unknown {
  return type === 'array' && typeof cell === 'string' ? JSON.parse(cell) : (cell ?? undefined)
}
