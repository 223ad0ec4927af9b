import type {Cell, Meta, Row, Table} from '../../src/tree/nodes.js'

/** A cell as text, or with spans. Header cells are those of the first `headers` rows. */
export type CellSpec = string | {readonly text: string; readonly rows?: number; readonly columns?: number}

/** A table node from arrays, every cell with a place of its own in an imagined raw text. */
export function tableOf(
  rows: readonly (readonly CellSpec[])[],
  {headers = 1, title = null as string | null, number = null as string | null, ordinal = 1, start = 0} = {}
): Table {
  let at = start
  const children: Row[] = rows.map((cells, y) => ({
    type: 'row',
    children: cells.map((spec): Cell => {
      const {text, rows: rowSpan = 1, columns: colSpan = 1} = typeof spec === 'string' ? {text: spec} : spec
      const from = at
      at += text.length + 1
      return {
        type: 'cell',
        header: y < headers,
        rowSpan,
        colSpan,
        children: text
          ? [
              {
                type: 'paragraph',
                children: [{type: 'text', value: text, trace: [[from, from + text.length]]}]
              }
            ]
          : []
      }
    })
  }))
  return {type: 'table', ordinal, number, title, children}
}

/** The head of an invented plan of 2021–2025. */
export function metaOf(changes: Partial<Meta> = {}): Meta {
  return {
    id: 'yunling',
    source: 's1',
    ordinal: 1,
    title: '云岭州民政事业发展“十四五”规划',
    docNumber: null,
    issuer: '云岭州民政局',
    region: '云岭州',
    planPeriod: {name: '十四五', start: 2021, end: 2025},
    signedOn: null,
    publishedOn: null,
    inferred: [],
    ...changes
  }
}
