import type {Block, FrameBlock, GridBlock, GridCell, ParagraphBlock} from '../core/draft.js'
import {note} from '../core/note.js'
import {hull} from '../core/span.js'
import type {Context} from '../core/stage.js'
import {spansOf, textOf, type Traced} from '../core/traced.js'
import {boxMarkOf} from './lines.js'
import {strongHeading, tableNote, widestCell} from './cells.rules.js'

/** A cell of a Word dump: the line its tab opens and the lines that go on in it. */
interface OpenCell {
  readonly lines: ParagraphBlock[]
  /** Empty lines before it: a row ends there. */
  readonly blank: number
}

/**
 * Word tables written out as text: a tab opens a cell, lines without one go on in it, an empty line before a tab ends the row,
 * two empty lines before a line without a tab end the table. One cell a row is a frame, more are a grid.
 */
export function gatherCells(blocks: readonly Block[], context: Context): readonly Block[] {
  if (!blocks.some(opensCell)) return blocks
  if (tabsAreIndents(blocks)) return blocks
  const out: Block[] = []
  for (let i = 0; i < blocks.length;) {
    if (!opensCell(blocks[i]!)) {
      out.push(blocks[i++]!)
      continue
    }
    const end = regionEnd(blocks, i)
    out.push(...shape(blocks.slice(i, end) as ParagraphBlock[], context))
    i = end
  }
  return out
}

function opensCell(block: Block): boolean {
  return block.kind === 'paragraph' && (block.hint.tabs ?? 0) > 0
}

/** Where most paragraphs begin with a tab and are prose, the tab is the indent of the first line. */
function tabsAreIndents(blocks: readonly Block[]): boolean {
  let tabbed = 0
  let prose = 0
  let all = 0
  for (const block of blocks) {
    if (block.kind !== 'paragraph' || block.text.length === 0) continue
    all++
    if (!opensCell(block)) continue
    tabbed++
    const text = textOf(block.text)
    if (text.length > widestCell.value && /[。；：]$/u.test(text)) prose++
  }
  return prose * 2 > tabbed && tabbed * 2 > all
}

function regionEnd(blocks: readonly Block[], start: number): number {
  let end = start + 1
  for (; end < blocks.length; end++) {
    const block = blocks[end]!
    if (block.kind !== 'paragraph') break
    if (opensCell(block)) continue
    if ((block.hint.blank ?? 0) >= 2) break
    if (strongHeading.pattern.test(textOf(block.text))) break
  }
  while (
    end > start + 1 &&
    blocks[end - 1]!.kind === 'paragraph' &&
    isEmpty(blocks[end - 1] as ParagraphBlock)
  ) {
    if (opensCell(blocks[end - 1]!)) break
    end--
  }
  return end
}

const isEmpty = (block: ParagraphBlock) => block.text.length === 0

function shape(lines: readonly ParagraphBlock[], context: Context): Block[] {
  const cells: OpenCell[] = []
  for (const line of lines) {
    if (opensCell(line)) cells.push({lines: [line], blank: line.hint.blank ?? 0})
    else if (!isEmpty(line)) cells.at(-1)!.lines.push(line)
  }
  const rows: OpenCell[][] = []
  for (const [i, cell] of cells.entries())
    if (i === 0 || cell.blank > 0) rows.push([cell])
    else rows.at(-1)!.push(cell)
  if (rows.every(row => row.length === 1)) return [frame(rows.flat(), lines[0]!)]
  if (rows.length === 1) {
    const boxed = boxMarkOf(textOf(cells[0]!.lines[0]!.text)) !== null
    return boxed ? [frame(cells, lines[0]!)] : [...lines]
  }
  const [from, to] = inside(rows)
  return [
    ...asLines(rows.slice(0, from)),
    ...grid(joinSlipped(rows.slice(from, to), context), lines[0]!),
    ...asLines(rows.slice(to))
  ]
}

/** Where the rows of a table of three columns or more begin and end: a lone cell above names it or its unit, one below is a note. */
function inside(rows: readonly OpenCell[][]): [number, number] {
  if (Math.max(...rows.map(row => row.length)) < 3) return [0, rows.length]
  let from = 0
  let to = rows.length
  while (rows[from]!.length === 1) from++
  while (rows[to - 1]!.length === 1 && tableNote.pattern.test(textOf(rows[to - 1]![0]!.lines[0]!.text))) to--
  return [from, to]
}

const asLines = (rows: readonly OpenCell[][]): ParagraphBlock[] =>
  rows.flat().flatMap(cell => cell.lines.filter(line => !isEmpty(line)))

function frame(cells: readonly OpenCell[], first: ParagraphBlock): FrameBlock {
  return {
    kind: 'frame',
    blocks: cells.flatMap(cell => cell.lines.filter(line => !isEmpty(line))),
    hint: first.hint
  }
}

/** A row that lacks cells and is followed by a row of just those cells is one row: its last cells slipped down a line. */
function joinSlipped(rows: readonly OpenCell[][], context: Context): OpenCell[][] {
  const widths = new Map<number, number>()
  for (const row of rows) widths.set(row.length, (widths.get(row.length) ?? 0) + 1)
  const usual = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]![0]
  const out: OpenCell[][] = []
  for (const row of rows) {
    const last = out.at(-1)
    if (last && last.length < usual && row.length < usual && last.length + row.length === usual) {
      out[out.length - 1] = [...last, ...row]
      const at = hull(row.flatMap(cell => cell.lines.flatMap(line => spansOf(line.text))))
      context.note(
        note(
          'info',
          'segment/slipped-cell',
          'The last cells of this row stood a line lower; they were put back',
          at
        )
      )
    } else out.push([...row])
  }
  return out
}

function grid(rows: readonly (readonly OpenCell[])[], first: ParagraphBlock): [GridBlock] {
  const cellOf = (cell: OpenCell): GridCell => ({
    blocks: cell.lines.filter(line => !isEmpty(line)).map((line): Traced => line.text),
    rowSpan: 1,
    colSpan: 1,
    header: false
  })
  return [{kind: 'grid', rows: rows.map(row => row.map(cellOf)), hint: first.hint}]
}
