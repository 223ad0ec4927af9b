import {areIndented, goingOn, halfOf, type Cut, type Placed, type Row} from './columns-halves.js'
import type {Joins} from './joins.js'

/** Log odds against a line before the first pair, and against a right column that ends before the left. */
const costs = {before: 6, tail: 6}

/**
 * Lines that were written by turns, one of the left column and one of the right, as rows. Between two marks it is asked which line is
 * the first left one, and after how many pairs the right column has ended. Null where no line goes on after the next.
 */
export function cutByTurns(lines: readonly Placed[], joinsOf: () => Joins, edge: number): Cut | null {
  const halves = lines.map(line => halfOf(line))
  const goesOn = goingOn(joinsOf(), edge, areIndented(halves))
  const sums = [1, 2].map(stride => {
    const sum = new Float64Array(lines.length + 1)
    for (let i = 0; i < lines.length; i++)
      sum[i + 1] = sum[i]! + (i + stride < lines.length ? goesOn(halves[i]!, halves[i + stride]!, false) : 0)
    return (from: number, to: number) => (to > from ? sum[to]! - sum[from]! : 0)
  })
  const [next, second] = [sums[0]!, sums[1]!]
  const rows: Row[] = []
  let found = false
  for (let from = 0; from < lines.length;) {
    let to = from + 1
    while (to < lines.length && !lines[to]!.mark) to++
    let [first, pairs, most] = [from, 0, next(from, to - 1)]
    for (const start of [from, from + 1])
      for (let k = 2; start + 2 * k <= to; k++) {
        const end = start + 2 * k
        const cost = (start > from ? costs.before : 0) + (to - end > 1 ? costs.tail : 0)
        const score =
          next(from, start) + second(start, end < to ? end - 1 : end - 2) + next(end, to - 1) - cost
        if (score > most) [first, pairs, most] = [start, k, score]
      }
    for (let i = from; i < to;) {
      const {at, mark} = lines[i]!
      const paired = i >= first && i < first + 2 * pairs
      if (paired) found = true
      rows.push(
        paired
          ? {left: halves[i]!, right: halves[i + 1]!, blocks: [at, lines[i + 1]!.at], mark}
          : {left: halves[i]!, right: null, blocks: [at], mark}
      )
      i += paired ? 2 : 1
    }
    from = to
  }
  return found ? {rows, doubt: 0} : null
}
