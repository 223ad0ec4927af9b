import type {Block, GridBlock, GridCell, ParagraphBlock} from '../core/draft.js'
import type {Context} from '../core/stage.js'
import {concat, slice, textOf, type Traced} from '../core/traced.js'
import {strongHeading} from './cells.rules.js'
import {longestRow} from './columns.rules.js'
import {columnKind} from './flattened.rules.js'
import {cellOf, recovered, spanOf} from './recovered.js'

/**
 * Tables of numbered rows that a word processor wrote out as text: cells are parted by so many blanks, twice as many hold the place of
 * an empty cell, and line ends within cells are line ends here. Rows that stand on one line each, all of one length, need none of
 * this. A table that does not come out square stays as lines.
 */
export function gatherGapped(blocks: readonly Block[], context: Context): readonly Block[] {
  const out: Block[] = []
  for (let i = 0; i < blocks.length;) {
    const found = tableAt(blocks, i)
    out.push(found?.grid ?? blocks[i]!)
    if (found) {
      const lines = blocks.slice(i, found.end) as ParagraphBlock[]
      context.note(recovered(found.grid.rows.length, spanOf(lines)))
    }
    i = found?.end ?? i + 1
  }
  return out
}

/** A line as cells; those that its indent stands for are empty. */
interface Line {
  readonly cells: readonly Traced[]
  /** Empty cells before the first. */
  readonly lead: number
}

const gaps = /[ \u00a0]{2,}/gu
const fewestRows = 3
/** Share of rows that may lack cells at their end. */
const mostCut = 0.2

function tableAt(
  blocks: readonly Block[],
  start: number
): {readonly grid: GridBlock; readonly end: number} | null {
  const first = blocks[start]!
  const lines = linesFrom(blocks, start)
  const unit = lines && unitOf(lines)
  if (!lines || !unit || first.kind !== 'paragraph') return null
  const cut = lines.map(line => lineOf(line, unit))
  if (cut.some(line => line === null)) return null
  const {header, rows} = rowsOf(cut as Line[])
  const width = usual(rows.map(row => row.length))
  const whole = rows.filter(row => row.length === width || row.length === width + 1)
  const narrow = rows.filter(row => row.length < width)
  if (rows.length < fewestRows || whole.length + narrow.length < rows.length) return null
  if (narrow.length > mostCut * rows.length) return null
  const head = headerOf(header, width)
  if (!head || (head.length > 1 && rows.some(row => row.length > width))) return null
  const padded = rows.map(row => [...row, ...Array.from({length: width - row.length}, (): Traced => [])])
  const grid: GridBlock = {
    kind: 'grid',
    rows: [...head, ...padded.map(row => row.map(text => cellOf(text)))],
    hint: first.hint
  }
  return {grid, end: start + lines.length}
}

/** A header that numbers rows and names what they hold, and the lines up to an empty one or to text; null where none begins here. */
function linesFrom(blocks: readonly Block[], start: number): ParagraphBlock[] | null {
  const first = blocks[start]!
  if (first.kind !== 'paragraph' || (first.hint.tabs ?? 0) > 0) return null
  const kinds = textOf(first.text).slice(0, longestRow.value).split(gaps).map(columnKind)
  if (!kinds.slice(0, 2).includes('no') || !kinds.includes('name') || kinds.length < 3) return null
  const lines: ParagraphBlock[] = []
  for (let i = start; i < blocks.length; i++) {
    const block = blocks[i]!
    if (block.kind !== 'paragraph' || (i > start && (block.hint.blank ?? 0) > 0)) break
    const text = textOf(block.text)
    if (text.length > longestRow.value || strongHeading.pattern.test(text)) break
    lines.push(block)
  }
  return lines
}

/** Blanks between two cells: all gaps are so wide or a multiple of it. */
function unitOf(lines: readonly ParagraphBlock[]): number | null {
  const widths = lines.flatMap(line => [...textOf(line.text).matchAll(gaps)].map(gap => gap[0].length))
  const unit = Math.min(...widths)
  return widths.length >= fewestRows && widths.every(width => width % unit === 0) ? unit : null
}

function lineOf({text: traced, hint}: ParagraphBlock, unit: number): Line | null {
  const text = textOf(traced)
  const lead = (hint.indent ?? 0) / unit
  if (!Number.isInteger(lead)) return null
  const cells: Traced[] = Array.from({length: lead}, () => [])
  let at = 0
  for (const {index, 0: gap} of text.matchAll(gaps)) {
    cells.push(slice(traced, at, index))
    for (let n = 1; n < gap.length / unit; n++) cells.push([])
    at = index + gap.length
  }
  return {cells: [...cells, slice(traced, at)], lead}
}

/** Lines as rows: a number that counts on or an indent opens one, all else goes on in the last cell of the line before. */
function rowsOf(lines: readonly Line[]): {readonly header: Traced[][]; readonly rows: Traced[][]} {
  const header: Traced[][] = []
  const rows: Traced[][] = []
  let count = 0
  for (const {cells, lead} of lines) {
    const counts = cells.slice(0, 2).some(text => textOf(text) === String(count + 1)) && cells.length > 2
    if (counts) count++
    const into = count > 0 ? rows : header
    const open = into.at(-1)
    if (counts || lead > 0 || !open) into.push([...cells])
    else open.push(concat(open.pop()!, cells[0]!), ...cells.slice(1))
  }
  return {header, rows}
}

/** The header over so many columns: a row, or two of which the second divides one cell of the first. */
function headerOf(header: readonly Traced[][], width: number): GridCell[][] | null {
  const [top, below, ...more] = header
  if (!top || more.length > 0) return null
  if (!below) return top.length === width ? [top.map(text => cellOf(text))] : null
  const from = below.findIndex(text => text.length > 0)
  const parts = below.slice(from)
  if (parts.some(text => text.length === 0) || top.length - 1 + parts.length !== width) return null
  const over = top.map((text, i) =>
    cellOf(text, i === from ? {header: true, colSpan: parts.length} : {header: true, rowSpan: 2})
  )
  return [over, parts.map(text => cellOf(text, {header: true}))]
}

/** The value that most have. */
function usual(values: readonly number[]): number {
  const times = new Map<number, number>()
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1)
  return [...times].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}
