import type {GoesOn, Half, Row} from './columns-halves.js'

/** One column of all rows. */
export interface Column {
  /** How well its halves in rows `[from, to)` go on one from the other, `from` holding one. */
  within(from: number, to: number): number
  /** The first row from `from` that holds one. */
  next(from: number): number | null
  /** The last half before row `to`. */
  last(to: number): Half | null
}

export function columnOf(rows: readonly Row[], half: (row: Row) => Half | null, goesOn: GoesOn): Column {
  const sums = new Float64Array(rows.length + 1)
  const lasts: (Half | null)[] = [null]
  rows.forEach((row, i) => {
    const own = half(row)
    sums[i + 1] = sums[i]! + (own && lasts[i] ? goesOn(lasts[i]!, own, false) : 0)
    lasts.push(own ?? lasts[i]!)
  })
  const nexts = new Int32Array(rows.length + 1).fill(-1)
  for (let i = rows.length - 1; i >= 0; i--) nexts[i] = half(rows[i]!) ? i : nexts[i + 1]!
  return {
    within: (from, to) => sums[to]! - sums[from + 1]!,
    next: from => (nexts[from]! < 0 ? null : nexts[from]!),
    last: to => lasts[to]!
  }
}
