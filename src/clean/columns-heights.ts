import {columnOf} from './columns-column.js'
import {usual, type GoesOn, type Half, type Row} from './columns-halves.js'

/** How many rows a page of two columns holds, where all but the last hold as many. */

/** Rows of a page. */
const leastRows = 8
export const mostRows = 120

/** So many rows are looked at for the height of pages, and log odds that tell it. */
const mostProbed = 1500
const leastTelling = 10

/** The height of most pages but the last, where there are some. */
export function usualHeight(pages: readonly {readonly from: number; readonly to: number}[]): number | null {
  return usual(pages.slice(0, -1).map(page => page.to - page.from))
}

/** The height at which pages that follow one another go on best from foot to head; null where none tells. */
export function heightByJoins(rows: readonly Row[], goesOn: GoesOn): number | null {
  const n = Math.min(rows.length, mostProbed)
  const join = joinOf(goesOn)
  const onward = Float64Array.from({length: n}, (_, b) => {
    const [above, below] = [rows[b - 1], rows[b]!]
    return join(above?.right, below.left) - join(above?.left, below.left) - join(above?.right, below.right)
  })
  let best: number | null = null
  let most = leastTelling
  for (let height = leastRows; height <= mostRows && 2 * height < n; height++) {
    const sums = new Float64Array(height)
    for (let b = height; b < n; b++)
      sums[b % height]! += onward[b]! + join(rows[b - 1]!.left, rows[b - height]!.right)
    for (const sum of sums) if (sum > most) [best, most] = [height, sum]
  }
  return best
}

/** The same where it is known with which row the first page begins, or the title over its columns. */
export function heightFromHead(rows: readonly Row[], goesOn: GoesOn, head: number | null): number | null {
  if (head === null) return null
  const n = rows.length
  const join = joinOf(goesOn)
  const lefts = columnOf(rows, row => row.left, goesOn)
  const rights = columnOf(rows, row => row.right, goesOn)
  const firstRight = (row: number) => {
    const at = rights.next(row)
    return at === null ? null : rows[at]!.right
  }
  const seams = Float64Array.from({length: n}, (_, b) => {
    const {left, right} = rows[b]!
    const [above, beside] = [lefts.last(b), rights.last(b)]
    return join(beside, left) - join(above, left) - join(beside, right)
  })
  let best: number | null = null
  let most = -Infinity
  for (let from = head; from <= rights.next(head)!; from++)
    for (let height = leastRows; height <= mostRows && from + height < n; height++) {
      let sum = 0
      let page = from
      for (; page + height < n; page += height)
        sum += seams[page + height]! + join(lefts.last(page + height), firstRight(page))
      sum += join(lefts.last(n), firstRight(page))
      if (sum >= most) [best, most] = [height, sum]
    }
  return best
}

function joinOf(goesOn: GoesOn): (a?: Half | null, b?: Half | null) => number {
  return (a, b) => (a && b ? goesOn(a, b, false) : 0)
}
