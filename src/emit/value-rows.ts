import type {Indicator, IndicatorValue} from '../indicators/schema.js'
import type {DocumentRow} from './schema.js'

/** One value of an indicator row, with the row and the document around it. */
export interface ValueRow {
  readonly row: Indicator
  readonly value: IndicatorValue
  /** Place of the value in its row, from 1. */
  readonly place: number
  readonly document: Pick<DocumentRow, 'id' | 'source' | 'title' | 'region' | 'planPeriod'> | null
}

/** All values of some rows, row after row. */
export function valueRows(
  rows: readonly Indicator[],
  documents: ReadonlyMap<string, DocumentLike>
): ValueRow[] {
  return rows.flatMap(row =>
    row.values.map((value, i) => ({row, value, place: i + 1, document: documents.get(row.document) ?? null}))
  )
}

export type DocumentLike = NonNullable<ValueRow['document']>
