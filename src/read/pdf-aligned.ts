/**
 * Tables without upright rules: 三线表, set between level rules of one width, and figures set in columns by white space alone.
 * Doubt leaves the lines as they are: three columns at least, and where no rule helps, figures in one of them.
 */
import type {Ruling} from './pdf-glyphs.js'
import {partsOf} from './pdf-columns.js'
import {joinLines, tracedLine, type Line} from './pdf-lines.js'
import type {OpenGrid} from './pdf-tables.js'
import type {Traced} from '../core/traced.js'

export interface Aligned {
  readonly grid: OpenGrid
  /** The lines that it took. */
  readonly lines: readonly Line[]
}

interface Row {
  readonly line: Line
  readonly parts: readonly Line[]
}

/** The tables among the lines of a page, which lie in order from top to bottom. */
export function alignedTables(lines: readonly Line[], rulings: readonly Ruling[], page: number): Aligned[] {
  const found: Aligned[] = []
  const taken = new Set<Line>()
  const take = (table: Aligned | null) => {
    if (!table) return
    found.push(table)
    table.lines.forEach(line => taken.add(line))
  }
  for (const {edges, from, to} of bands(rulings)) {
    const inside = lines.filter(line => {
      const within = line.y > edges[0]! && line.y - line.size * 0.3 < edges.at(-1)!
      return within && line.left > from - 5 && line.right < to + 5 && !taken.has(line)
    })
    take(tableOf(rowsOf(inside, 0.5), edges, page))
  }
  let run: Row[] = []
  const flush = () => {
    if (run.length >= 4 && hasFigures(run)) take(tableOf(run, [], page))
    run = []
  }
  for (const row of rowsOf(lines, 1)) {
    const last = run.at(-1)
    const near = !last || (row.line.y > last.line.y && row.line.y - last.line.y < 4 * row.line.size)
    if (taken.has(row.line) || row.parts.length < 4 || !near) flush()
    if (!taken.has(row.line) && row.parts.length >= 4) run.push(row)
  }
  flush()
  return found
}

const rowsOf = (lines: readonly Line[], gap: number): Row[] =>
  lines.map(line => ({line, parts: partsOf(line, gap)}))

/** Level rules of one place and width, two or more of them. */
function bands(rulings: readonly Ruling[]): {edges: number[]; from: number; to: number}[] {
  const out: {edges: number[]; from: number; to: number}[] = []
  for (const {across, at, from, to} of [...rulings].sort((a, b) => a.at - b.at)) {
    if (!across || to - from < 150) continue
    const band = out.find(each => Math.abs(each.from - from) < 4 && Math.abs(each.to - to) < 4)
    if (!band) out.push({edges: [at], from, to})
    else if (at - band.edges.at(-1)! > 3) band.edges.push(at)
  }
  return out.filter(({edges}) => edges.length >= 2)
}

function hasFigures(rows: readonly Row[]): boolean {
  const figures = rows.filter(row =>
    row.parts.slice(1).some(part => /^[≥≤<>＜＞]?[\d.,]+[%％]?$/.test(part.text))
  )
  return figures.length * 2 > rows.length
}

/** Columns are where the parts of all rows lie over one another; null where that gives fewer than three. */
function tableOf(rows: readonly Row[], edges: readonly number[], page: number): Aligned | null {
  const full = rows.filter(row => row.parts.length >= 3)
  if (rows.length < 3 || full.length < 3 || full.length < 0.5 * rows.length) return null
  const columns: {from: number; to: number}[] = []
  for (const {left, right} of rows.flatMap(row => row.parts).sort((a, b) => a.left - b.left)) {
    const last = columns.at(-1)
    if (last && left <= last.to + 1) last.to = Math.max(last.to, right)
    else columns.push({from: left, to: right})
  }
  if (columns.length < 3 || full.some(row => row.parts.length > columns.length)) return null
  const grid: {blocks: Traced[]; head: boolean}[][] = []
  for (const row of rows) {
    const cells = columns.map(({from, to}) => {
      const part = row.parts.filter(
        each => (each.left + each.right) / 2 >= from - 1 && (each.left + each.right) / 2 <= to + 1
      )
      return part
        .map(each => tracedLine(each.signs))
        .reduce<Traced>((a, b) => (a.length > 0 ? joinLines(a, b) : b), [])
    })
    const head = edges.length >= 3 && row.line.y < edges[1]!
    const above = grid.at(-1)
    const goesOn =
      above && cells[0]!.length === 0 && row.parts.length * 2 <= columns.length && above.length > 0
    if (goesOn && cells.every((cell, i) => cell.length === 0 || above[i]!.blocks.length > 0))
      cells.forEach((cell, i) => {
        if (cell.length > 0) above[i]!.blocks = [joinLines(above[i]!.blocks[0]!, cell)]
      })
    else grid.push(cells.map(cell => ({blocks: cell.length > 0 ? [cell] : [], head})))
  }
  const xs = [...columns.map(({from}) => from), columns.at(-1)!.to]
  const lines = rows.map(row => row.line)
  const cell = ({blocks, head}: {blocks: Traced[]; head: boolean}, column: number) => ({
    blocks,
    rowSpan: 1,
    colSpan: 1,
    header: head,
    column,
    room: Infinity,
    size: 0,
    open: false
  })
  const top = Math.min(edges[0] ?? Infinity, lines[0]!.y - lines[0]!.size)
  const bottom = Math.max(edges.at(-1) ?? 0, lines.at(-1)!.y)
  return {lines, grid: {kind: 'grid', xs, top, bottom, page, rows: grid.map(row => row.map(cell))}}
}
