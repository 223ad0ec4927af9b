import {columnOf} from './columns-column.js'
import type {GoesOn, Half, Row} from './columns-halves.js'
import {heightByJoins, heightFromHead, mostRows, usualHeight} from './columns-heights.js'
import {leastColumns} from './columns.rules.js'

/** A stretch of rows `[from, to)`: pages of columns are read down, all else across. */
export interface Part {
  readonly from: number
  readonly to: number
  readonly down: boolean
}

/**
 * Log odds against a page of columns where none was before, against a page that ends at no mark, against a mark within a page, and against
 * a page of another height than most.
 */
const costs = {columns: leastColumns.value, unmarked: 4, acrossMark: 4, height: 8}

/** Rows of a page before its right column begins. */
const mostBefore = 5

/** Marks that a text without pages may hold. */
const mostMarks = 3

/** Log odds by which pages of one height must go on better than pages of any: a hundred heights are tried. */
const leastEven = 4

/** No join says more. */
const mostOdds = 4

/** A way to read all rows up to one. */
interface Reading {
  readonly score: number
  readonly part: Part
  /** What is read last. */
  readonly end: Half | null
  readonly before: Reading | null
}

/**
 * The likeliest way to read rows, by dynamic programming over where pages begin and end: the ways differ in what each half goes on
 * from. `gain` is by how much it is likelier than reading everything across, in log odds.
 */
export function pagesOf(rows: readonly Row[], goesOn: GoesOn): Plan {
  const plan = planOf(rows, goesOn, null)
  const known = heightByJoins(rows, goesOn)
  if (known !== null) return planOf(rows, goesOn, known)
  const fromHead = heightFromHead(rows, goesOn, plan.parts.find(part => part.down)?.from ?? null)
  const even = fromHead === null ? null : planOf(rows, goesOn, fromHead)
  if (even && even.score > plan.score + leastEven) return even
  const height = usualHeight(plan.parts.filter(part => part.down))
  return height === null ? plan : planOf(rows, goesOn, height)
}

export interface Plan {
  readonly parts: readonly Part[]
  readonly score: number
  readonly gain: number
}

/** Pages are all of one `height`, where that is known. */
function planOf(rows: readonly Row[], goesOn: GoesOn, height: number | null): Plan {
  const n = rows.length
  const lefts = columnOf(rows, row => row.left, goesOn)
  const rights = columnOf(rows, row => row.right, goesOn)
  const marks = runningSum(rows, row => row.mark)
  const join = (a: Half | null, b: Half | null) => (a && b ? goesOn(a, b, false) : 0)
  const leaving = (i: number) => (i > 0 && rows[i]?.mark === false && height === null ? costs.unmarked : 0)
  const start: Reading = {score: 0, part: {from: 0, to: 0, down: false}, end: null, before: null}
  const across: (Reading | null)[] = [start]
  const down: (Reading | null)[] = [null]
  let plain = start
  for (let i = 0; i < n; i++) {
    const {left, right} = rows[i]!
    const readAcross = (before: Reading, cost: number): Reading => ({
      score:
        before.score +
        join(before.end, left ?? right) +
        (left && right ? goesOn(left, right, true) : 0) -
        cost,
      part: {from: i, to: i + 1, down: false},
      end: right ?? left ?? before.end,
      before
    })
    plain = {...readAcross(plain, 0), before: null}
    const [a, d] = [across[i]!, down[i] ?? null]
    across[i + 1] = better(readAcross(a, 0), d && readAcross(d, leaving(i)))
    const first = rights.next(i)
    if (!left || first === null || first > i + mostBefore) continue
    const [fromAcross, fromDown] = [
      a.score - costs.columns - leaving(i) + join(a.end, left),
      d ? d.score - leaving(i) + join(d.end, left) : -Infinity
    ]
    const before = fromDown > fromAcross ? d! : a
    const opening = Math.max(fromDown, fromAcross)
    for (const to of endsOf(rows, i)) {
      if (to <= first) continue
      const inner =
        opening +
        lefts.within(i, to) +
        rights.within(first, to) -
        costs.acrossMark * (marks[to]! - marks[i + 1]!) -
        (height === null || to - i === height || (to === n && to - i < height) ? 0 : costs.height)
      const known = down[to] ?? null
      if (known && inner + mostOdds < known.score) continue
      const reading: Reading = {
        score: inner + join(lefts.last(to), rows[first]!.right),
        part: {from: i, to, down: true},
        end: rights.last(to),
        before
      }
      down[to] = better(reading, known)
    }
  }
  const best = better(across[n]!, down[n] ?? null)
  const parts: Part[] = []
  for (let reading: Reading | null = best; reading && reading !== start; reading = reading.before)
    parts.push(reading.part)
  return {parts: parts.reverse(), score: best.score, gain: best.score - plain.score}
}

/** Where a page that begins with row i may end; one that is no page of a book but a whole text, only between marks. */
function* endsOf(rows: readonly Row[], i: number): Generator<number> {
  const whole = i === 0 || rows[i]!.mark
  let marks = 0
  for (let to = i + 1; to <= rows.length; to++) {
    const row = rows[to]
    const wall = row === undefined || (row.left === null && row.right === null)
    if (to >= i + 2 && (to <= i + mostRows || wall || row.mark)) yield to
    if (row?.mark) marks++
    if (wall || (to > i + mostRows && (!whole || marks > mostMarks))) return
  }
}

function better(a: Reading, b: Reading | null): Reading {
  return b && b.score > a.score ? b : a
}

function runningSum(rows: readonly Row[], holds: (row: Row) => boolean): Int32Array {
  const sums = new Int32Array(rows.length + 1)
  rows.forEach((row, i) => (sums[i + 1] = sums[i]! + (holds(row) ? 1 : 0)))
  return sums
}
