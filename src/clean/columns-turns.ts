import {
  areIndented,
  goingOn,
  halfOf,
  hanging,
  leastIndent,
  usual,
  type Cut,
  type Half,
  type Placed,
  type Row
} from './columns-halves.js'
import type {Joins} from './joins.js'

/**
 * Log odds against a line before the first pair of a further page, a text that begins without its indent, a left column that is longer
 * by one line or by more, and a page of another height than most.
 */
const costs = {before: 1, unindented: 3, longer: 1, tail: 6, height: 6}

/** Lines of a title, a date and the like that may stand before the first pair. */
const before = [0, 1, 2, 3, 4, 5]

/** Lines `[from, to)` between two marks. */
interface Stretch {
  readonly from: number
  readonly to: number
}

/** A stretch of which so many pairs are written by turns from `first` on. */
interface Turns extends Stretch {
  readonly first: number
  readonly pairs: number
}

/** What is known of lines that may be written by turns. */
interface Setting {
  readonly lines: number
  /** Log odds that line j goes on after line i. */
  join(i: number, j: number): number
  /** Those of each of `[from, to)` with the next, and with the next but one. */
  next(from: number, to: number): number
  second(from: number, to: number): number
  /** May a text begin so? */
  opens(i: number): boolean
  /** Is a line of `[from, to)` too wide for a column? */
  wide(from: number, to: number): boolean
}

/**
 * Lines that were written by turns, one of the left column and one of the right, as rows. Between two marks it is asked which line is
 * the first left one, and after how many pairs the right column has ended. In a text without marks that is asked of its pages, later:
 * two cuts, without a line before the first pair and with one. None where no line goes on after the next.
 */
export function cutsByTurns(lines: readonly Placed[], joinsOf: () => Joins, edge: number): Cut[] {
  const halves = lines.map(line => halfOf(line))
  const setting = settingOf(halves, joinsOf(), edge)
  const starts = lines.flatMap(({mark}, i) => (mark || i === 0 ? [i] : []))
  const stretches = starts.map((from, s) => ({from, to: starts[s + 1] ?? lines.length}))
  const cutOf = (turns: readonly Turns[]): Cut => ({
    rows: turns.flatMap(turns => rowsOf(turns, lines, halves)),
    doubt: 0
  })
  const free = stretches.map(stretch => turnsOf(stretch, setting, null))
  if (free.every(({pairs}) => pairs === 0)) return []
  if (stretches.length === 1)
    return [0, 1].map(first => cutOf([turnsOf(stretches[0]!, setting, null, [first])]))
  const height = usual(free.slice(0, -1).map(({pairs}) => pairs))
  return [cutOf(height ? stretches.map(stretch => turnsOf(stretch, setting, height)) : free)]
}

function settingOf(halves: readonly Half[], joins: Joins, edge: number): Setting {
  const lines = halves.length
  const indented = areIndented(halves)
  const goesOn = goingOn(joins, edge, indented)
  const join = (i: number, j: number) => (j < lines ? goesOn(halves[i]!, halves[j]!, false) : 0)
  const [next, second] = [1, 2].map(stride => sumOf(lines, i => join(i, i + stride)))
  const wide = sumOf(lines, i => (halves[i]!.width > edge + hanging ? 1 : 0))
  return {
    lines,
    join,
    next: next!,
    second: second!,
    opens: i => !indented || halves[i]!.indent >= leastIndent,
    wide: (from, to) => wide(from, to) > 0
  }
}

/** The sum of values over any stretch of lines. */
function sumOf(lines: number, value: (i: number) => number): (from: number, to: number) => number {
  const sum = new Float64Array(lines + 1)
  for (let i = 0; i < lines; i++) sum[i + 1] = sum[i]! + value(i)
  return (from, to) => (to > from ? sum[to]! - sum[from]! : 0)
}

/**
 * The likeliest turns of a stretch: the left column goes on with the right one, and that with the next page. `height`: lines of a
 * column, where that is known; `heads`: how many lines may stand before the first pair.
 */
function turnsOf(
  {from, to}: Stretch,
  setting: Setting,
  height: number | null,
  heads: readonly number[] = before
): Turns {
  let best: Turns = {from, to, first: from, pairs: 0}
  let most = setting.next(from, to)
  for (const first of heads.map(lines => from + lines)) {
    if (setting.wide(first, Math.min(to, from + before.at(-1)!))) continue
    for (let pairs = 2; first + 2 * pairs <= to; pairs++) {
      const turns = {from, to, first, pairs}
      const score = goingDown(turns, setting) - costOf(turns, setting, height)
      if (score > most) [best, most] = [turns, score]
    }
  }
  return best
}

/** How well lines go on if they are read so; what stands behind the pairs belongs to the left column, or is read after both. */
function goingDown({from, to, first, pairs}: Turns, {join, next, second}: Setting): number {
  const end = first + 2 * pairs
  const [left, right] = [end - 2, end - 1]
  const common = next(from, first) + second(first, left)
  if (end === to) return common + join(left, first + 1) + join(right, to)
  const ofLeft = join(left, end) + join(to - 1, first + 1) + join(right, to)
  const after = join(left, first + 1) + join(right, end) + join(to - 1, to)
  return common + next(end, to - 1) + Math.max(ofLeft, after)
}

function costOf({from, to, first, pairs}: Turns, {lines, opens}: Setting, height: number | null): number {
  const rest = to - first - 2 * pairs
  const isLast = to === lines && (rest <= 1 || pairs + rest === height)
  return (
    (from > 0 ? costs.before * (first - from) : 0) +
    (from === 0 && !opens(first) ? costs.unindented : 0) +
    [0, costs.longer, costs.tail][Math.min(rest, 2)]! +
    (height === null || pairs === height || isLast ? 0 : costs.height)
  )
}

function rowsOf({from, to, first, pairs}: Turns, lines: readonly Placed[], halves: readonly Half[]): Row[] {
  const rows: Row[] = []
  for (let i = from; i < to;) {
    const {at, mark} = lines[i]!
    const paired = i >= first && i < first + 2 * pairs
    const right = paired ? halves[i + 1]! : null
    const blocks = paired ? [at, lines[i + 1]!.at] : [at]
    rows.push({left: halves[i]!, right, blocks, mark})
    i += blocks.length
  }
  return rows
}
