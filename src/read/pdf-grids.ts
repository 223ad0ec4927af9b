/**
 * Tables and boxes from the rules a page draws. Rules that touch make one grid; where a rule is missing between two places of it,
 * one cell spans both.
 */
import type {Ruling} from './pdf-glyphs.js'
import {rulingLimit} from './pdf.rules.js'

export interface RuledCell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly colSpan: number
  /** It reaches the foot of the grid, and no rule closes it there. */
  readonly openBelow: boolean
}

export interface Ruled {
  /** Edges of the columns and rows, sorted. */
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly cells: readonly RuledCell[]
  /** Which cell owns a place: `owner[row * columns + column]` is an index of `cells`. */
  readonly owner: readonly number[]
}

/** Rules closer than this are one. */
const near = 3

export function gridsOf(rulings: readonly Ruling[]): Ruled[] {
  const across = joined(rulings.filter(rule => rule.across))
  const down = joined(rulings.filter(rule => !rule.across))
  if (across.length + down.length > rulingLimit.value) return []
  const group = groups(across, down)
  const grids: Ruled[] = []
  for (const {across, down} of group) {
    if (across.length < 2 || down.length < 2) continue
    const grid = gridOf(across, down)
    if (grid) grids.push(grid)
  }
  return grids
}

/** Rules on one line that touch or overlap, as one. */
function joined(rulings: readonly Ruling[]): Ruling[] {
  const sorted = [...rulings].sort((a, b) => a.at - b.at || a.from - b.from)
  const out: Ruling[] = []
  let band: Ruling[] = []
  const flush = () => {
    band.sort((a, b) => a.from - b.from)
    let open: {across: boolean; at: number; from: number; to: number} | undefined
    for (const rule of band) {
      if (open && rule.from <= open.to + near) open.to = Math.max(open.to, rule.to)
      else {
        open = {...rule}
        out.push(open)
      }
    }
    band = []
  }
  for (const rule of sorted) {
    if (band.length > 0 && rule.at - band[0]!.at > 1.5) flush()
    band.push(rule)
  }
  flush()
  return out
}

function groups(across: readonly Ruling[], down: readonly Ruling[]): {across: Ruling[]; down: Ruling[]}[] {
  const all = [...across, ...down]
  const parent = all.map((_, i) => i)
  const root = (i: number): number => {
    while (parent[i] !== i) {
      parent[i] = parent[parent[i]!]!
      i = parent[i]!
    }
    return i
  }
  across.forEach((h, i) => {
    down.forEach((v, j) => {
      const meets =
        v.at >= h.from - near && v.at <= h.to + near && h.at >= v.from - near && h.at <= v.to + near
      if (meets) parent[root(i)] = root(across.length + j)
    })
  })
  const byRoot = new Map<number, {across: Ruling[]; down: Ruling[]}>()
  all.forEach((rule, i) => {
    const key = root(i)
    const found = byRoot.get(key) ?? {across: [], down: []}
    byRoot.set(key, found)
    ;(rule.across ? found.across : found.down).push(rule)
  })
  return [...byRoot.values()]
}

/** Values that lie together, as one each. */
function clusters(values: readonly number[]): number[] {
  const out: number[] = []
  for (const value of [...values].sort((a, b) => a - b)) {
    if (out.length > 0 && value - out.at(-1)! <= near + 0.5) continue
    out.push(value)
  }
  return out
}

function gridOf(across: readonly Ruling[], down: readonly Ruling[]): Ruled | null {
  const xs = clusters([...down.map(v => v.at), ...across.flatMap(h => [h.from, h.to])])
  const ys = clusters([...across.map(h => h.at), ...down.flatMap(v => [v.from, v.to])])
  const columns = xs.length - 1
  const rows = ys.length - 1
  if (columns < 1 || rows < 1 || columns * rows > 20000) return null
  const parted = (rules: readonly Ruling[], at: number, from: number, to: number): boolean => {
    let covered = 0
    for (const rule of rules)
      if (Math.abs(rule.at - at) <= near + 0.5)
        covered += Math.max(0, Math.min(to, rule.to) - Math.max(from, rule.from))
    return covered >= 0.6 * (to - from)
  }
  const parent = Array.from({length: rows * columns}, (_, i) => i)
  const root = (i: number): number => {
    while (parent[i] !== i) i = parent[i] = parent[parent[i]!]!
    return i
  }
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const here = row * columns + column
      if (column + 1 < columns && !parted(down, xs[column + 1]!, ys[row]!, ys[row + 1]!))
        parent[root(here)] = root(here + 1)
      if (row + 1 < rows && !parted(across, ys[row + 1]!, xs[column]!, xs[column + 1]!))
        parent[root(here)] = root(here + columns)
    }
  const openBelow = (from: number, to: number) => !parted(across, ys.at(-1)!, xs[from]!, xs[to]!)
  return withCells(
    xs,
    ys,
    parent.map((_, i) => root(i)),
    openBelow
  )
}

/** Groups that are rectangles become cells; the places of others stay single. */
function withCells(
  xs: readonly number[],
  ys: readonly number[],
  roots: readonly number[],
  openBelow: (from: number, to: number) => boolean
): Ruled {
  const columns = xs.length - 1
  const boxes = new Map<number, {top: number; left: number; bottom: number; right: number; count: number}>()
  roots.forEach((root, i) => {
    const row = Math.floor(i / columns)
    const column = i % columns
    const box = boxes.get(root)
    if (!box) boxes.set(root, {top: row, left: column, bottom: row, right: column, count: 1})
    else {
      box.bottom = Math.max(box.bottom, row)
      box.left = Math.min(box.left, column)
      box.right = Math.max(box.right, column)
      box.count++
    }
  })
  const cells: RuledCell[] = []
  const owner: number[] = []
  const cellOf = new Map<number, number>()
  roots.forEach((root, i) => {
    const box = boxes.get(root)!
    const whole = (box.bottom - box.top + 1) * (box.right - box.left + 1) === box.count
    let cell = whole ? cellOf.get(root) : undefined
    if (cell === undefined) {
      cell = cells.length
      const row = Math.floor(i / columns)
      const column = i % columns
      const rowSpan = whole ? box.bottom - box.top + 1 : 1
      const colSpan = whole ? box.right - box.left + 1 : 1
      const last = row + rowSpan === ys.length - 1
      cells.push({row, column, rowSpan, colSpan, openBelow: last && openBelow(column, column + colSpan)})
      cellOf.set(root, cell)
    }
    owner.push(cell)
  })
  return {xs, ys, cells, owner}
}

/** The cell that holds a point, or -1 outside the grid. */
export function cellAt({xs, ys, owner}: Ruled, x: number, y: number): number {
  const column = between(xs, x)
  const row = between(ys, y)
  return column < 0 || row < 0 ? -1 : owner[row * (xs.length - 1) + column]!
}

function between(edges: readonly number[], value: number): number {
  if (value < edges[0]! - 1 || value > edges.at(-1)! + 1) return -1
  let lo = 0
  let hi = edges.length - 2
  while (lo < hi) {
    const mid = (lo + hi + 1) >> 1
    if (edges[mid]! <= value) lo = mid
    else hi = mid - 1
  }
  return lo
}
