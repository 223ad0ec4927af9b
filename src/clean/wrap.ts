import type {Block, Draft} from '../core/draft.js'
import type {Context} from '../core/stage.js'
import type {Piece, Traced} from '../core/traced.js'
import {endsSentence, squeeze} from '../zh/han.js'
import {readDown} from './columns.js'
import {
  columnAt,
  cutEdgeOf,
  edgeOf,
  firstWord,
  hangs,
  lineOf,
  opensHeading,
  widthOf,
  withCharacters,
  type Edge,
  type Line
} from './lines.js'
import {closedRow, fullLines} from './wrap.rules.js'

/**
 * The draft with columns read down and hard-wrapped lines joined to paragraphs. A text counts as wrapped only if many of its lines are
 * full and none is fuller; a line is joined to the next only if the next's first word would not have fitted, and nothing (an empty
 * line, an indent, a full stop before the edge where paragraphs have no indent) says that a paragraph ends.
 */
export function rejoinLines(draft: Draft, context: Context): Draft {
  const lines = draft.blocks.map(lineOf)
  const edge = edgeOf(lines)
  const cut = cutEdgeOf(lines, edge)
  if (cut) {
    const counted = lines.map(line => line && withCharacters(line))
    return withBlocks(draft, rejoin(draft.blocks, counted, cut, true))
  }
  const stretches = readDown(draft.blocks, lines, edge, context)
  if (!stretches) return withBlocks(draft, rejoin(draft.blocks, lines, wrappedAt(edge)))
  const besides = stretches.filter(stretch => stretch.edge === null).flatMap(({blocks}) => blocks.map(lineOf))
  const across = wrappedAt(edgeOf(besides))
  return {
    ...draft,
    blocks: stretches.flatMap(({blocks, edge}) =>
      rejoin(blocks, blocks.map(lineOf), edge === null ? across : {column: edge, full: 1, wide: null})
    )
  }
}

function withBlocks(draft: Draft, blocks: readonly Block[]): Draft {
  return blocks === draft.blocks ? draft : {...draft, blocks}
}

function wrappedAt(edge: Edge | null): Edge | null {
  return edge && edge.full >= fullLines.value ? edge : null
}

/** Lines that were broken at an edge, or `cut` behind so many characters, joined; the same blocks where they were not. */
function rejoin(
  blocks: readonly Block[],
  lines: readonly (Line | null)[],
  edge: Edge | null,
  cut = false
): readonly Block[] {
  if (edge === null) return blocks
  const columns = lines.map((_, i) => columnAt(lines, i, edge))
  const isFull = (i: number) => lines[i] != null && lines[i].width > columns[i]! - 4
  const indented = lines.some((line, i) => line && isFull(i - 1) && line.indent > lines[i - 1]!.indent)
  const full = lines.filter((_, i) => isFull(i))
  const items = lines.filter((line, i) => isFull(i) && (endsItem(line!.text) || isItem(lines[i + 1]))).length
  if (full.length - items < leastOpen * full.length) return blocks
  if (full.filter(line => prose.test(line!.text)).length < leastProse * full.length) return blocks
  const open = full.filter(line => !endsSentence(line!.text)).length
  const running = open >= leastRunning * full.length
  const lost = indented ? null : lostIndent(lines, columns)
  const setting = {cut, indented, running, lost, listed: listedTwice(lines)}
  const paragraphs: {block: Block; more: Traced[]}[] = []
  let before: Line | null = null
  for (const [i, block] of blocks.entries()) {
    const line = lines[i] ?? null
    const first = paragraphs.at(-1)?.more.length === 0
    const edge = columns[i - 1] ?? 0
    const joined: boolean = !!line && !!before && goesOn(before, line, edge, first, setting)
    if (joined) paragraphs.at(-1)!.more.push(gap(before!, line!), line!.block.text)
    else paragraphs.push({block, more: []})
    // broken twice, at a mark and at the edge, a line is as long as both parts
    const whole: number = joined ? before!.width + line!.width : Infinity
    before = line && whole <= edge + hangs ? {...line, width: whole} : line
  }
  return paragraphs.map(({block, more}) =>
    block.kind === 'paragraph' && more.length > 0 ? {...block, text: [block.text, ...more].flat()} : block
  )
}

/** How a text was broken: whether its paragraphs are indented and its full lines stop within sentences. */
interface Setting {
  readonly cut: boolean
  readonly indented: boolean
  readonly running: boolean
  readonly lost: Lost | null
  readonly listed: ReadonlySet<string>
}

/** Columns by which lines stay before the edge: first lines of paragraphs, whose indent is lost, and those that go on. */
interface Lost {
  readonly first: number
  readonly next: number
}

/** Columns that a full line may leave free, more where it stops within a sentence and paragraphs are known by their first lines. */
const tolerance = {any: 4, open: 8, cut: 2}
/** The next character, where no word is kept whole. */
const character = 2

/** Share of full lines that stop within a sentence: in a text that was wrapped, and where a full line is no paragraph of its own. */
const leastOpen = 0.3
const leastRunning = 0.85

/** Share of full lines that hold a mark or a Latin word: the names of a list may be of one length, too. */
const leastProse = 0.3
const prose = /[，。、；：“”《》,;:.]|[A-Za-z]{2}/u

/** First lines that tell, columns of an indent, and of the shortest line that counts as full. */
const indents = {least: 6, narrowest: 3, widest: 8, short: 14}

/**
 * The indent of a text that lost the white space of it: lines after the short end of a sentence stay before the edge by as much more than
 * lines in the middle of sentences. Null where they do not.
 */
function lostIndent(lines: readonly (Line | null)[], columns: readonly number[]): Lost | null {
  const before: Record<keyof Lost, number[]> = {first: [], next: []}
  for (const [i, line] of lines.entries()) {
    const above = lines[i - 1]
    if (!line || !above || endsSentence(line.text)) continue
    const [room, roomAbove] = [columns[i]! - line.width, columns[i - 1]! - above.width]
    if (room > indents.short || room < -indents.short) continue
    if (endsSentence(above.text) && roomAbove > indents.short) before.first.push(room)
    if (!endsSentence(above.text) && roomAbove < indents.widest) before.next.push(room)
  }
  const [first, next] = [middle(before.first), middle(before.next)]
  const indent = first - next
  return before.first.length >= indents.least && indent >= indents.narrowest && indent <= indents.widest
    ? {first, next}
    : null
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN
}

/** Headings that stand whole on the contents page, too: however full their line is, it does not go on. */
function listedTwice(lines: readonly (Line | null)[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const twice = new Set<string>()
  for (const line of lines) {
    if (!line || !opensHeading(line.text, '')) continue
    const key = squeeze(line.text)
    ;(seen.has(key) ? twice : seen).add(key)
  }
  return twice
}

function goesOn(before: Line, line: Line, edge: number, first: boolean, setting: Setting): boolean {
  const {cut, indented, running, lost, listed} = setting
  if ((line.block.hint.blank ?? 0) > 0 || line.indent > before.indent) return false
  if (gapped.test(before.text) && gapped.test(line.text)) return false
  if (closedRow.pattern.test(before.text) || listed.has(squeeze(before.text))) return false
  if (isOpen(before.text, line.text)) return true
  const indent = lost && first ? lost.first - lost.next : 0
  const room = edge - indent - before.width - (cut ? character : widthOf(firstWord(line.text)))
  if (isItem(line)) return false
  const ended = endsSentence(before.text)
  if (room >= (cut ? tolerance.cut : lost && !ended ? tolerance.open : tolerance.any)) return false
  if (opensHeading(line.text, before.text)) return false
  if (indented) return line.indent === 0 || line.indent <= before.indent - 2
  if (!ended) return true
  if (opensItem.test(line.text)) return false
  if (lost && !endsSentence(line.text)) {
    const stays = edge - line.width
    if (stays <= indents.short) return Math.abs(stays - lost.next) < Math.abs(stays - lost.first)
  }
  // a sentence that ends where a line is full goes on more often than not
  return running && room < 0
}

/** A number and its mark alone are no phrase. */
const leastPhrase = 5

/** Nothing ends at a comma, nor within quotation marks: some printers break a line before or after these, full or not. */
function isOpen(before: string, next: string): boolean {
  if (opensHeading(next, '') || opensItem.test(next) || before.length < leastPhrase) return false
  return /[，、,]$/u.test(before) || /^[，、。；,]/u.test(next) || /“[^”。；]{0,8}$/u.test(before)
}

/** White space that parts the cells of a row. */
const gapped = /\S(?:[ \u00a0]{2,}|\u3000|\t)/u

/** A list has an item on each line: numbered, or closed by a semicolon. */
const itemNumber = /^[0-9]{1,3}[.．、](?![0-9])/u
const isItem = (line: Line | null | undefined) => line != null && itemNumber.test(line.text)
const endsItem = (text: string) => endsSentence(text) || /[；;：:]$/u.test(text)

/** Marks of items, each of which is a paragraph. */
const opensItem = /^(?:——|—|[0-9]{1,2}[.．、]|[一二三四五六七八九十]是|第[一二三四五六七八九十]，|[•·●])/u

/** Latin words that met at a line end get their space back, made here. */
function gap(before: Line, line: Line): Piece[] {
  if (!/[A-Za-z,]$/.test(before.text) || !/^[A-Za-z]/.test(line.text)) return []
  const at = line.block.text[0]!.raw[0]
  return [{text: ' ', raw: [at, at]}]
}
