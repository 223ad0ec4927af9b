import type {GoesOn, Half, Row} from './columns-halves.js'
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

/** Share of pages that are of one height where heights say something. */
const leastUsual = 0.5

/** Rows of a page. */
const leastRows = 8
const mostRows = 120

/** Rows of a page before its right column begins. */
const mostBefore = 5

/** Marks that a text without pages may hold. */
const mostMarks = 3

/** So many rows are looked at for the height of pages, and log odds that tell it. */
const mostProbed = 1500
const leastTelling = 10

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
  const height = heightByJoins(rows, goesOn) ?? usualHeight(plan.parts)
  return height === null ? plan : planOf(rows, goesOn, height)
}

export interface Plan {
  readonly parts: readonly Part[]
  readonly gain: number
}

/** The height of most pages but the last, where there are some. */
function usualHeight(parts: readonly Part[]): number | null {
  const heights = parts
    .filter(part => part.down)
    .slice(0, -1)
    .map(part => part.to - part.from)
  const usual = [...heights].sort((a, b) => a - b)[heights.length >> 1]
  return usual !== undefined &&
    heights.filter(height => height === usual).length > leastUsual * heights.length
    ? usual
    : null
}

/** The height at which pages that follow one another go on best from foot to head; null where none tells. */
function heightByJoins(rows: readonly Row[], goesOn: GoesOn): number | null {
  const n = Math.min(rows.length, mostProbed)
  const join = (a?: Half | null, b?: Half | null) => (a && b ? goesOn(a, b, false) : 0)
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
        (height === null || to - i === height || to === n ? 0 : costs.height)
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
  return {parts: parts.reverse(), gain: best.score - plain.score}
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

/** One column of all rows. */
interface Column {
  /** How well its halves in rows `[from, to)` go on one from the other, `from` holding one. */
  within(from: number, to: number): number
  /** The first row from `from` that holds one. */
  next(from: number): number | null
  /** The last half before row `to`. */
  last(to: number): Half | null
}

function columnOf(rows: readonly Row[], half: (row: Row) => Half | null, goesOn: GoesOn): Column {
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
