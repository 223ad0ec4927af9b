import {assign, heaviestRun} from '../align/assign.js'
import {leavesOf} from '../align/blocks.js'
import {charDice, fold} from '../align/likeness.js'
import type {Table} from '../tree/nodes.js'
import {flagsAlone, flagsOf} from './flags.js'
import {columnsOfCells} from './grid.js'
import type {CellChange, Lesser, RowChange} from './schema.js'
import {wording} from './wording.js'

/** Two versions of a table: rows by what they are about, cells by their column, so that neither a new row nor a new column shifts the rest. */

interface Cell {
  readonly row: number
  readonly at: number
  readonly column: number
  readonly text: string
}

interface Grid {
  readonly rows: readonly (readonly Cell[])[]
  readonly keys: readonly string[]
  readonly heads: readonly string[]
}

/** Rows of both, in the order of B with A's lost rows where they stood. Every cell of either side stands in exactly one change. */
export function tableChanges(a: Table, b: Table, ignore: ReadonlySet<Lesser>): RowChange[] {
  const left = gridOf(a)
  const right = gridOf(b)
  const columns = columnsOf(left, right)
  const pairs = rowPairs(left, right)
  const inOrder = [...pairs.entries()].sort((x, y) => x[0] - y[0])
  const run = heaviestRun(
    inOrder.map(([, i]) => i),
    inOrder.map(() => 1)
  )
  const stayed = new Set(inOrder.filter((_, k) => run.has(k)).map(([j]) => j))
  const met = new Set(pairs.values())
  const gone = left.rows.map((_, i) => i).filter(i => !met.has(i))
  const changes: RowChange[] = []
  const drop = (until: number) => {
    while (gone.length > 0 && gone[0]! < until) {
      const i = gone.shift()!
      changes.push(rowChange(left, right, i, null, columns, ignore, false))
    }
  }
  right.rows.forEach((_, j) => {
    const i = pairs.get(j)
    if (i !== undefined && stayed.has(j)) drop(i)
    changes.push(rowChange(left, right, i ?? null, j, columns, ignore, i !== undefined && !stayed.has(j)))
  })
  drop(Infinity)
  return changes
}

function rowChange(
  left: Grid,
  right: Grid,
  i: number | null,
  j: number | null,
  columns: ReadonlyMap<number, number>,
  ignore: ReadonlySet<Lesser>,
  moved: boolean
): RowChange {
  const from = i === null ? [] : left.rows[i]!
  const to = j === null ? [] : right.rows[j]!
  const used = new Set<Cell>()
  const cells: CellChange[] = to.map(y => {
    const wanted = columns.get(y.column)
    const x = from.find(c => c.column === wanted && !used.has(c))
    if (x) used.add(x)
    return cellChange(x ?? null, y, right.heads[y.column] ?? '', ignore)
  })
  for (const x of from) if (!used.has(x)) cells.push(cellChange(x, null, left.heads[x.column] ?? '', ignore))
  const changed = cells.some(c => c.runs.some(r => !('keep' in r) && !r.ignored))
  return {
    op:
      i === null
        ? 'added'
        : j === null
          ? 'removed'
          : moved
            ? changed
              ? 'movedChanged'
              : 'moved'
            : changed
              ? 'changed'
              : 'kept',
    a: i,
    b: j,
    key: j === null ? left.keys[i!]! : right.keys[j]!,
    cells
  }
}

const serial = /^(?:序号|编号|号)$/u

function cellChange(x: Cell | null, y: Cell | null, head: string, ignore: ReadonlySet<Lesser>): CellChange {
  const a = x?.text ?? ''
  const b = y?.text ?? ''
  const runs = wording(a, b, ignore)
  const flags =
    a === b || serial.test(head)
      ? []
      : a === ''
        ? flagsAlone(b, 'b')
        : b === ''
          ? flagsAlone(a, 'a')
          : flagsOf(a, b, runs)
  return {
    a: x ? [x.row, x.at] : null,
    b: y ? [y.row, y.at] : null,
    column: head === '' ? null : head,
    runs,
    flags
  }
}

/** Cells with the column they stand in, counting the ones that reach over several. */
function gridOf(table: Table): Grid {
  const heads: string[] = []
  const columns = columnsOfCells(table.children)
  let inHead = true
  const rows = table.children.map((row, r) => {
    inHead = inHead && (r === 0 || row.children.every(c => c.header))
    return row.children.map((cell, at): Cell => {
      const column = columns[r]![at]!
      const text = leavesOf(cell)
        .map(l => l.value)
        .join('')
      if (inHead)
        for (let c = column; c < column + cell.colSpan; c++)
          heads[c] = (heads[c] ?? '') + text.replace(/\s/gu, '')
      return {row: r, at, column, text}
    })
  })
  return {rows, heads: Array.from(heads, h => h ?? ''), keys: rows.map(keyOf)}
}

const attribute = /^(?:约束性|预期性|指导性|完成|未完成|%|％)$/u

/** What a row is about: its cells of words, numbers and attributes left aside. */
function keyOf(row: readonly Cell[]): string {
  const words = row.map(c => c.text.trim()).filter(t => /\p{L}/u.test(t) && !attribute.test(t))
  return (words.length > 0 ? words : row.map(c => c.text.trim())).join(' ')
}

/** For each column of B the one of A it is. */
function columnsOf(a: Grid, b: Grid): Map<number, number> {
  const offers = b.heads.flatMap((y, j) =>
    a.heads.map((x, i) => ({
      a: i,
      b: j,
      score: (x === y ? 1 : charDice(fold(x), fold(y))) - Math.abs(i - j) / 1000
    }))
  )
  const columns = new Map<number, number>()
  const taken = new Set<number>()
  for (const {a: i, b: j} of assign(offers.filter(o => o.score >= 0.6))) {
    columns.set(j, i)
    taken.add(i)
  }
  b.heads.forEach((_, j) => {
    if (!columns.has(j) && !taken.has(j) && j < a.heads.length) {
      columns.set(j, j)
      taken.add(j)
    }
  })
  const width = Math.max(0, ...b.rows.flat().map(c => c.column + 1))
  for (let j = b.heads.length; j < width; j++) columns.set(j, j)
  return columns
}

/** Row of B → row of A. */
function rowPairs(a: Grid, b: Grid): Map<number, number> {
  const pairs = new Map<number, number>()
  const taken = new Set<number>()
  const waiting = new Map<string, number[]>()
  const plain = (key: string) => fold(key.replace(/^\s*[（(]?[0-9０-９]{1,3}[)）、.．]\s*/u, ''))
  const keysA = a.keys.map(plain)
  const keysB = b.keys.map(plain)
  keysA.forEach((key, i) => waiting.set(key, [...(waiting.get(key) ?? []), i]))
  keysB.forEach((key, j) => {
    const i = waiting.get(key)?.shift()
    if (i === undefined) return
    pairs.set(j, i)
    taken.add(i)
  })
  const freeA = keysA.map((_, i) => i).filter(i => !taken.has(i))
  const freeB = keysB.map((_, j) => j).filter(j => !pairs.has(j))
  if (freeA.length * freeB.length > 250_000) return pairs
  const offers = freeB.flatMap(j => freeA.map(i => ({a: i, b: j, score: charDice(keysA[i]!, keysB[j]!)})))
  for (const {a: i, b: j} of assign(offers.filter(o => o.score >= 0.6))) pairs.set(j, i)
  return pairs
}
