/** How a table of the dataset is described: every column says what it is, in both languages, before it may exist. */

export type FieldType = 'string' | 'integer' | 'number' | 'boolean' | 'array'

/** Words in both languages. */
export interface Said {
  readonly en: string
  readonly zh: string
}

/**
 * A column: what it is called, means and comes from. All keys are required on purpose; null says that there is none.
 * `processing`: verbatim = as written, typed = read from what is written, derived = computed or looked up by guihua.
 * `origin`: whose words these are.
 */
export interface Field<Row> {
  readonly name: string
  readonly type: FieldType
  readonly required: boolean
  readonly title: Said
  readonly description: Said
  /** Unit of the column's own numbers; null where it has none or each row names its own. */
  readonly unit: string | null
  readonly shortUnit: string | null
  readonly processing: 'verbatim' | 'typed' | 'derived'
  readonly origin: 'document' | 'guihua' | 'review'
  readonly values: readonly string[] | null
  readonly of: (row: Row) => Cell
}

export type Cell = string | number | boolean | null

/** A table of the dataset: its files share the name. */
export interface TableSpec<Row> {
  readonly name: string
  readonly title: Said
  readonly description: Said
  readonly key: readonly string[]
  readonly foreign: readonly {readonly field: string; readonly table: string; readonly to: string}[]
  readonly fields: readonly Field<Row>[]
}

type Rest = 'unit' | 'shortUnit' | 'values'

/** A field that has no unit and no list of values, unless it says so. */
export function field<Row>(spec: Omit<Field<Row>, Rest> & Partial<Pick<Field<Row>, Rest>>): Field<Row> {
  return {unit: null, shortUnit: null, values: null, ...spec}
}

/** A table whose rows are already bound to it, so that tables of different rows can stand in one list. */
export interface Filled {
  readonly spec: Omit<TableSpec<never>, 'fields'> & {readonly fields: readonly Omit<Field<never>, 'of'>[]}
  readonly rows: readonly (readonly Cell[])[]
}

export function fill<Row>(spec: TableSpec<Row>, rows: readonly Row[]): Filled {
  return {spec, rows: rows.map(row => spec.fields.map(f => f.of(row)))}
}
