/**
 * Reading order of a page. Where a white gutter runs down between full lines on both sides, the left column is read before the right
 * one; a line across the page ends the columns. Elsewhere lines are read from top to bottom.
 */
import {lineOf, type Line, type Sign} from './pdf-lines.js'
import type {Column, FlowLine} from './pdf-paragraphs.js'

interface Row {
  readonly line: Line
  readonly parts: readonly Line[]
}

/** The lines of a page in reading order, each with its column. `page`: the edges of text set in one column. */
export function inOrder(lines: readonly Line[], page: Column): FlowLine[] {
  return order(
    lines.map(line => ({line, parts: partsOf(line)})),
    page
  )
}

/** A line split where it has wide gaps. */
export function partsOf(line: Line, gap = 1.2): Line[] {
  const parts: Line[] = []
  let open: Sign[] = []
  let end = -Infinity
  const flush = () => {
    const part = open.length > 0 ? lineOf(open, line.page) : null
    if (part) parts.push(part)
    open = []
  }
  for (const sign of line.signs) {
    if (sign.blank) {
      if (open.length > 0) open.push(sign)
      continue
    }
    if (sign.x - end > gap * line.size) flush()
    open.push(sign)
    end = sign.x + sign.width
  }
  flush()
  return parts
}

function order(rows: readonly Row[], page: Column): FlowLine[] {
  const zone = columnsIn(rows)
  if (!zone) return rows.map(({line}) => ({kind: 'line', line, column: page}))
  const {from, to, gutter} = zone
  const side = (left: boolean): FlowLine[] => {
    const parts = rows
      .slice(from, to)
      .flatMap(row => row.parts)
      .filter(part => part.right <= gutter === left)
    const column: Column = {
      left: Math.min(...parts.map(part => part.left)),
      right: Math.max(...parts.map(part => part.right))
    }
    return order(
      parts.map(line => ({line, parts: [line]})),
      column
    )
  }
  return [...order(rows.slice(0, from), page), ...side(true), ...side(false), ...order(rows.slice(to), page)]
}

/** Gutters are looked for at so many places of a page at most. */
const mostSteps = 500

/** The longest run of rows with a gutter that parts prose from prose. */
function columnsIn(rows: readonly Row[]): {from: number; to: number; gutter: number} | null {
  if (rows.length < 6) return null
  const left = Math.min(...rows.map(row => row.line.left))
  const right = Math.max(...rows.map(row => row.line.right))
  let best: {from: number; to: number; gutter: number} | null = null
  let most = 5
  // a step is a few points, but on a page whose lines lie miles apart, as in a damaged file
  const middle = 0.6 * (right - left)
  const steps = Math.min(mostSteps, Math.ceil(middle / 3))
  for (let step = 0; step < steps; step++) {
    const x = left + (right - left - middle) / 2 + (step / steps) * middle
    let from = 0
    for (let i = 0; i <= rows.length; i++) {
      const row = rows[i]
      const free = row && row.parts.every(part => part.right < x - 2 || part.left > x + 2)
      if (free) continue
      const run = rows.slice(from, i)
      const both = run.filter(each => each.parts.some(p => p.right < x) && each.parts.some(p => p.left > x))
      if (both.length > most && isProse(both, x)) {
        const first = rows.indexOf(both[0]!)
        best = {from: first, to: i, gutter: x}
        most = both.length
      }
      from = i + 1
    }
  }
  return best
}

/** Are both sides columns of running text: one part a line, most of them as wide as the column? */
function isProse(rows: readonly Row[], x: number): boolean {
  for (const left of [true, false]) {
    const parts = rows.flatMap(row => row.parts.filter(part => part.right < x === left))
    if (parts.length > rows.length * 1.2) return false
    const from = Math.min(...parts.map(part => part.left))
    const to = Math.max(...parts.map(part => part.right))
    const size = parts[0]!.size
    const full = parts.filter(part => part.right - part.left > 0.8 * (to - from)).length
    if (to - from < 8 * size || full < 0.5 * parts.length) return false
  }
  return true
}
