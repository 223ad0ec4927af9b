import type {Block, GridBlock, GridCell, ParagraphBlock} from '../core/draft.js'
import {note} from '../core/note.js'
import type {Context} from '../core/stage.js'
import {slice, textOf, type Traced} from '../core/traced.js'
import {squeeze} from '../zh/han.js'
import {closedWords, columnKind, type ColumnKind} from './flattened.rules.js'
import {partsOfRow, type RowParts, type Word} from './printed-rows.js'
import {cellOf, recovered, spanOf} from './recovered.js'

/**
 * Tables of indicators as text taken from a print shows them: a row a line or several, its cells and the words in them all parted by
 * one blank. Rows are known by their numbers, which count on, and by 约束性 or 预期性 at their end. A table of which one row cannot be
 * read stays as lines, with a finding; no cell is ever shifted.
 */
export function gatherPrinted(blocks: readonly Block[], context: Context): readonly Block[] {
  const out: Block[] = []
  for (let i = 0; i < blocks.length;) {
    const header = headerAt(blocks[i])
    const table = header && tableAt(blocks, i + 1, header)
    if (!table) {
      out.push(blocks[i++]!)
      continue
    }
    const at = spanOf(blocks.slice(i, table.end) as ParagraphBlock[])
    const rows = table.lines.map(line => ({...line, parts: partsOfLine(line, header)}))
    if (rows.every(row => row.parts !== null || row.kind !== 'row')) {
      out.push(gridOf(header, rows, blocks[i] as ParagraphBlock))
      const count = rows.filter(row => row.kind === 'row').length
      context.note(recovered(count, at))
    } else {
      const reason = 'A table whose cells one blank parts could not be made square; it stays as text'
      context.note(note('error', 'segment/table-unrecovered', reason, at))
      out.push(...blocks.slice(i, table.end))
    }
    i = table.end
  }
  return out
}

/** The columns of a table, all but the attribute, which is the last: 序号, 指标, values. */
interface Header {
  readonly cells: readonly Traced[]
  readonly kinds: readonly ColumnKind[]
  readonly text: string
}

const longestHeader = 80
const fewestRows = 3
/** Lines that a name of rows may be broken into: 创新 / 发展 / （5项） */
const mostNames = 3
const longestName = 16

function headerAt(block: Block | undefined): Header | null {
  if (block?.kind !== 'paragraph' || (block.hint.tabs ?? 0) > 0) return null
  const text = textOf(block.text)
  if (text.length > longestHeader || !/(?:属性|性质|类型)$/u.test(text)) return null
  const cells = headerCells(wordsOf(block))
  if (!cells) return null
  const kinds = cells.map(cell => columnKind(textOf(cell))!)
  const fits = kinds.includes('no') && kinds.includes('name') && kinds.includes('value')
  return fits && kinds.at(-1) === 'attribute' && !kinds.includes('unit')
    ? {cells, kinds, text: squeeze(text)}
    : null
}

const joined = (words: readonly Word[]): Traced => words.flatMap(word => word.traced)

/** The cells of a header, null where its words name no columns. */
function headerCells(words: readonly Word[]): Traced[] | null {
  const groups = columnsOf(words.map(word => word.text))
  return groups?.map(([from, to]) => joined(words.slice(from, to))) ?? null
}

/** Words of a header joined to names of columns, as many as can be: 指 标 is one, 2030 年目标 too. */
function columnsOf(words: readonly string[]): (readonly [number, number])[] | null {
  const best: ((readonly [number, number])[] | null)[] = [[]]
  for (let to = 1; to <= words.length; to++) {
    best[to] = null
    for (let from = Math.max(0, to - 3); from < to; from++) {
      const before = best[from]
      if (!before || columnKind(words.slice(from, to).join('')) === null) continue
      if (before.length + 1 > (best[to]?.length ?? 0)) best[to] = [...before, [from, to]]
    }
  }
  return best.at(-1) ?? null
}

/** A line of the table: a numbered row, the name of the rows below it, or the header again. */
interface Line {
  readonly kind: 'row' | 'name' | 'header'
  readonly words: readonly Word[]
  /** Words before the number: the field it belongs to. */
  readonly field: readonly Word[]
}

/** A line and, where it is a row, its cells. */
interface ReadLine extends Line {
  readonly parts: readonly RowParts[] | null
}

/** Rows from 1 on that each end with their attribute, and what stands between them; null where too few follow. */
function tableAt(
  blocks: readonly Block[],
  start: number,
  header: Header
): {readonly lines: Line[]; readonly end: number} | null {
  const lines: Line[] = []
  let count = 0
  let end = start
  let names: Word[] = []
  for (let i = start, between = 0; i < blocks.length && between <= mostNames;) {
    const block = blocks[i]!
    if (block.kind !== 'paragraph') break
    const words = wordsOf(block)
    const text = words.map(word => word.text).join('')
    if (text === header.text) {
      lines.push({kind: 'header', words, field: []})
      i++
      continue
    }
    const at = words.findIndex(word => word.text === String(count + 1))
    const opens = at === 0 || (at > 0 && at <= 2 && header.kinds[0] === 'category')
    const row = opens ? rowAt(blocks, i, at) : null
    if (row) {
      if (names.length > 0 && header.kinds[0] !== 'category')
        lines.push({kind: 'name', words: names, field: []})
      const field = header.kinds[0] === 'category' ? [...names, ...words.slice(0, at)] : []
      lines.push({kind: 'row', words: row.words, field})
      ;[count, names, between, i, end] = [count + 1, [], 0, row.end, row.end]
    } else {
      if (text.length > longestName) break
      if (text.length > 0) between++
      names.push(...words)
      i++
    }
  }
  while (lines.at(-1)?.kind === 'header') lines.pop()
  return count >= fewestRows ? {lines, end} : null
}

const mostLines = 8

/** The words of a row from its number on, up to its attribute, over several lines if need be. */
function rowAt(
  blocks: readonly Block[],
  start: number,
  at: number
): {readonly words: readonly Word[]; readonly end: number} | null {
  const words: Word[] = []
  for (let i = start; i < Math.min(blocks.length, start + mostLines); i++) {
    const block = blocks[i]!
    if (block.kind !== 'paragraph' || textOf(block.text).length > longestHeader) return null
    words.push(...wordsOf(block).slice(i === start ? at : 0))
    if (closedWords.pattern.test(words.at(-1)?.text ?? '')) return {words, end: i + 1}
  }
  return null
}

function wordsOf(block: ParagraphBlock): Word[] {
  const text = textOf(block.text)
  return [...text.matchAll(/[^\s\u00a0\u3000]+/gu)].map(({index, 0: word}) => ({
    text: word,
    traced: slice(block.text, index, index + word.length)
  }))
}

function partsOfLine({kind, words}: Line, {kinds}: Header): readonly RowParts[] | null {
  const values = kinds.length - 2 - kinds.indexOf('name')
  return kind === 'row' ? partsOfRow(words.slice(1, -1), values) : null
}

/** The grid: the name column is two columns wide where some rows are of a group. */
function gridOf(header: Header, lines: readonly ReadLine[], first: ParagraphBlock): GridBlock {
  const grouped = lines.some(line => (line.parts?.length ?? 0) > 1)
  const wide = grouped ? 2 : 1
  const cell = (words: readonly Word[], more?: Partial<GridCell>) => cellOf(joined(words), more)
  const headerRow = (cells: readonly Traced[]) =>
    cells.map((text, c) => cellOf(text, {header: true, colSpan: header.kinds[c] === 'name' ? wide : 1}))
  const fields = header.kinds[0] === 'category'
  const rows: GridCell[][] = [headerRow(header.cells)]
  lines.forEach((line, i) => {
    if (line.kind === 'header') rows.push(headerRow(headerCells(line.words)!))
    else if (line.kind === 'name') rows.push([cell(line.words, {colSpan: header.kinds.length + wide - 1})])
    else {
      const [number, attribute] = [line.words[0]!, line.words.at(-1)!]
      const height = line.parts!.length
      const opens = line.field.length > 0 || lines[i - 1]?.kind !== 'row'
      const field = opens && fields ? [cell(line.field, {rowSpan: fieldHeight(lines, i)})] : []
      line.parts!.forEach(({group, name, values}, p) => {
        const tall = {rowSpan: height}
        const grouping = p === 0 ? [cell(group, tall)] : []
        const names = height > 1 ? [...grouping, cell(name)] : [cell(name, {colSpan: wide})]
        rows.push([
          ...(p === 0 ? [...field, cell([number], tall)] : []),
          ...names,
          ...values.map(value => cell(value)),
          ...(p === 0 ? [cell([attribute], tall)] : [])
        ])
      })
    }
  })
  return {kind: 'grid', rows, hint: first.hint}
}

/** Rows that a field reaches down: up to the next that names its own, or to a header. */
function fieldHeight(lines: readonly ReadLine[], start: number): number {
  let height = 0
  for (let i = start; i < lines.length; i++) {
    const line = lines[i]!
    if (line.kind !== 'row' || (i > start && line.field.length > 0)) break
    height += line.parts!.length
  }
  return height
}
