import type {Block, ParagraphBlock} from '../core/draft.js'
import {note} from '../core/note.js'
import {hull} from '../core/span.js'
import type {Context} from '../core/stage.js'
import {spansOf} from '../core/traced.js'
import {cutAtGaps, haveGaps} from './columns-gaps.js'
import {
  areIndented,
  best,
  goingOn,
  halfOf,
  hanging,
  type Cut,
  type Half,
  type Placed,
  type Row
} from './columns-halves.js'
import {pagesOf, type Plan} from './columns-pages.js'
import {cutWithin} from './columns-touching.js'
import {cutsByTurns} from './columns-turns.js'
import {columns, columnsLeft, mostDoubt} from './columns.rules.js'
import {joinsOf, type Joins} from './joins.js'
import type {Edge, Line} from './lines.js'

/** Blocks in reading order; of columns it is known at which edge their lines were broken. */
export interface Stretch {
  readonly blocks: readonly Block[]
  readonly edge: number | null
}

/** White space is believed before touching halves that would go on about as well. */
const asGood = 0.85

/** Log odds by which another cut of the same way must read better. */
const anotherCut = 4

/** Share of lines that are full where two columns touch: both halves must be. */
const leastFull = 0.1

/**
 * Blocks in stretches, the two columns of a page one after the other where a text was read across them: with white space between, with
 * nothing between, or by turns a line of each. Read down only where lines then go on much better than they do across; null where none do.
 */
export function readDown(
  blocks: readonly Block[],
  all: readonly (Line | null)[],
  broken: Edge | null,
  context: Context
): readonly Stretch[] | null {
  const edge = broken && broken.full >= leastFull ? broken.column : null
  if (edge === null && !haveGaps(all)) return null
  const lines = placed(all)
  let known: Joins | null = null
  const joins = () => (known ??= joinsOf(lines.flatMap(({text}) => text.split(/\s+/u))))
  const torn = edge !== null && isTorn(lines, joins(), edge)
  const ways: (() => readonly (Cut | null)[])[] = [
    () => [cutAtGaps(lines, joins)],
    () => (torn ? [cutWithin(lines, joins)] : []),
    () => (torn ? cutsByTurns(lines, joins, edge) : [])
  ]
  const readings = ways.flatMap(way => {
    const cuts = way().filter(cut => cut !== null)
    const reading = best(
      cuts.map((cut, i) => ({...readingOf(cut, blocks, joins()), i})),
      ({score, i}) => score - anotherCut * i
    )
    return reading ?? []
  })
  const most = Math.max(0, ...readings.map(reading => reading.gain))
  if (most <= 0) return null
  const reading = readings.find(({gain}) => gain >= asGood * most)!
  if (reading.doubt <= mostDoubt.value) return stretchesOf(reading, blocks, context)
  const share = `${Math.round(100 * reading.doubt)} % of the lines`
  context.note(
    note('error', columnsLeft.id, `Columns were read across; where they part is not clear in ${share}`)
  )
  return null
}

/** Rows of a cut in pages, and columns of the screen that a full half takes. */
interface Reading extends Plan {
  readonly rows: readonly Row[]
  readonly edge: number
  readonly doubt: number
}

function readingOf(cut: Cut, blocks: readonly Block[], joins: Joins): Reading {
  const rows = withWalls(cut.rows, blocks)
  const both = rows.flatMap(({left, right}) => (left && right ? [left, right] : []))
  const edge = fullWidth(both)
  return {rows, edge, doubt: cut.doubt, ...pagesOf(rows, goingOn(joins, edge, areIndented(both)))}
}

/** Lines that are looked at together, and how many such stretches of a long text are. */
const probe = {lines: 40, most: 200}

/** Log odds a line below which lines do not go on. */
const leastTorn = -0.25

/** Is there a stretch whose lines do not go on from one to the next? */
function isTorn(lines: readonly Placed[], joins: Joins, edge: number): boolean {
  const halves = lines.map(line => halfOf(line))
  const goesOn = goingOn(joins, edge, areIndented(halves))
  const step = Math.max(probe.lines / 2, Math.floor(lines.length / probe.most))
  for (let from = 0; from + 1 < lines.length; from += step) {
    const stretch = halves.slice(from, from + probe.lines)
    const sum = stretch.slice(1).reduce((sum, half, i) => sum + goesOn(stretch[i]!, half, false), 0)
    if (sum < leastTorn * stretch.length) return true
  }
  return false
}

/** The blocks that are lines; a mark is an empty line, a line that is gone, or a block that is no line. */
function placed(all: readonly (Line | null)[]): Placed[] {
  let before: Placed | undefined
  return all.flatMap((line, at) => {
    if (!line || line.width === Infinity) return []
    const {line: number = 0, blank = 0} = line.block.hint
    const mark =
      before === undefined ||
      blank > 0 ||
      at > before.at + 1 ||
      number > (before.block.hint.line ?? number) + 1
    before = {...line, at, mark}
    return [before]
  })
}

/** Rows for all blocks in order: a block that is no line stands alone, and what is empty goes with the row before it. */
function withWalls(rows: readonly Row[], blocks: readonly Block[]): Row[] {
  const byBlock = new Map(rows.map(row => [row.blocks[0]!, row]))
  const out: Row[] = []
  for (let at = 0; at < blocks.length;) {
    const row = byBlock.get(at) ?? {left: null, right: null, blocks: [at], mark: true}
    at = row.blocks.at(-1)! + 1
    const empty: number[] = []
    while (at < blocks.length && isEmpty(blocks[at]!)) empty.push(at++)
    out.push(empty.length > 0 ? {...row, blocks: [...row.blocks, ...empty]} : row)
  }
  return out
}

function isEmpty(block: Block): boolean {
  return block.kind === 'paragraph' && block.text.length === 0
}

/** Columns of the screen that a full half takes. */
function fullWidth(halves: readonly Half[]): number {
  const widths = halves.map(half => half.width).sort((a, b) => a - b)
  return widths[Math.floor((widths.length - 1) * 0.9)] ?? 0
}

/** Parts as blocks, those of one kind that touch as one stretch; says what was read down. */
function stretchesOf(
  {rows: all, parts, edge}: Reading,
  blocks: readonly Block[],
  context: Context
): Stretch[] {
  const stretches: {blocks: Block[]; edge: number | null; pages: number}[] = []
  for (const {from, to, down} of parts) {
    const rows = all.slice(from, to)
    const last = stretches.at(-1)
    // a column that ends alone on a page
    const ends =
      last && last.edge !== null && rows.every(({left, right}) => right === null && isWithin(left, edge))
    const inColumn = down || ends === true
    const same = last && (last.edge !== null) === inColumn
    const stretch = same ? last : {blocks: [], edge: inColumn ? edge : null, pages: 0}
    if (!same) stretches.push(stretch)
    stretch.blocks.push(
      ...(inColumn ? columnsOf(rows, blocks) : rows.flatMap(row => row.blocks.map(at => blocks[at]!)))
    )
    if (down) stretch.pages++
  }
  for (const {blocks: read, edge, pages} of stretches) {
    if (edge === null) continue
    const at = hull(read.flatMap(block => (block.kind === 'paragraph' ? spansOf(block.text) : [])))
    const told = `${pages} ${pages === 1 ? 'page' : 'pages'} of two columns, ${read.length} lines, read across, are read down again`
    context.note(note('warning', columns.id, told, at))
  }
  return stretches
}

function isWithin(half: Half | null, edge: number): boolean {
  return half !== null && half.width <= edge + hanging
}

/** The lines of the left column, then those of the right one. */
function columnsOf(rows: readonly Row[], blocks: readonly Block[]): ParagraphBlock[] {
  return [rows.map(row => row.left), rows.map(row => row.right)].flatMap(halves =>
    halves.flatMap((half, i) => {
      if (!half) return []
      const {hint} = blocks[rows[i]!.blocks[0]!]!
      const blank = i > 0 ? (hint.blank ?? 0) : 0
      return [
        {kind: 'paragraph' as const, text: half.traced, hint: {...hint, blank, indent: half.indent, tabs: 0}}
      ]
    })
  )
}
