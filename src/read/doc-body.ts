/** The characters of one part of a Word 97–2003 file as blocks: paragraphs, tables from their cell and row marks, notes in place. */
import type {Block, Hint} from '../core/draft.js'
import type {Context} from '../core/stage.js'
import type {Span} from '../core/span.js'
import {filePosition, type DocFile} from './doc-file.js'
import {sprm, stretchAt, valueOfSprm, type Sprm, type Stretch} from './doc-properties.js'
import {lookOf} from './doc-styles.js'
import {beginField, inCode, inContents, inPageNumber, showField, type Fields} from './docx-fields.js'
import type {Numbering} from './docx-numbering.js'
import {
  addPiece,
  breakLine,
  isEmpty,
  openParagraph,
  paragraphBlocks,
  type OpenParagraph
} from './docx-paragraph.js'
import {indentOf, isContentsStyle, type Look, type Style} from './docx-styles.js'
import {plainSymbol} from './docx-symbols.js'
import {tableBlock, type Remark, type WordCell, type WordRow} from './docx-tables.js'
import {uint16} from './doc-file.js'

export interface DocWorld {
  readonly file: DocFile
  readonly styles: ReadonlyMap<number, Style>
  readonly numbering: Numbering
  readonly paragraphs: readonly Stretch[]
  readonly characters: readonly Stretch[]
  readonly context: Context
  /** What stands beside a character: text boxes and footnotes, by the position of their anchor. */
  readonly boxesAt: ReadonlyMap<number, readonly Block[]>
  readonly notesAt: ReadonlyMap<number, readonly Block[]>
  readonly deleted: Span[]
  readonly say: (remark: Remark) => void
  pictures: number
  line: number
}

interface Row {
  readonly cells: {blocks: Block[]}[]
  edges: readonly number[]
  merges: readonly ('starts' | 'covered' | undefined)[]
  coveredLeft: readonly boolean[]
  header: boolean
}

/** Blocks of the characters `[from, to)`. */
export function docBlocks(world: DocWorld, from: number, to: number): Block[] {
  const {file} = world
  const blocks: Block[] = []
  const fields: Fields = []
  let paragraph = openParagraph()
  let start = from
  let blank = 0
  let rows: Row[] | null = null
  let row: Row | null = null
  let cell: Block[] = []
  let notes: Block[] = []
  let format = formatAt(world, from)
  const endTable = () => {
    if (row || cell.length > 0) endRow([])
    const block = rows && tableBlock(wordRows(rows), {line: world.line, blank, style: 'table'}, world.say)
    rows = null
    row = null
    if (block) blocks.push(block)
    blocks.push(...notes)
    notes = []
  }
  const endCell = () => {
    row ??= {cells: [], edges: [], merges: [], coveredLeft: [], header: false}
    row.cells.push({blocks: cell})
    cell = []
  }
  const endRow = (sprms: readonly Sprm[]) => {
    if (cell.length > 0) endCell()
    if (!row) return
    define(row, sprms)
    ;(rows ??= []).push(row)
    row = null
  }
  const endParagraph = (at: number) => {
    const place = filePosition(file.pieces, Math.min(at, to - 1))
    const papx = stretchAt(world.paragraphs, place)
    const sprms = papx?.sprms ?? []
    const inTable = valueOfSprm(sprms, sprm.inTable) === 1 || (valueOfSprm(sprms, sprm.depth) ?? 0) > 0
    const mark = file.text[at]
    if (valueOfSprm(sprms, sprm.rowEnd) === 1) {
      endRow(sprms)
    } else {
      if (!inTable && (rows || row || cell.length > 0)) endTable()
      const found = paragraphOf(world, paragraph, papx, inTable, start, blank)
      const target = inTable ? cell : blocks
      if (found.length > 0) target.push(...found)
      blank = found.length > 0 || inTable ? 0 : blank + 1
      const beside = paragraph.notes.flatMap(key => world.notesAt.get(Number(key)) ?? [])
      if (inTable) notes.push(...beside)
      else blocks.push(...beside)
      if (inTable && mark === '\u0007') endCell()
    }
    paragraph = openParagraph()
    paragraph.contents = inContents(fields)
    start = at + 1
  }
  for (let at = from; at < to; at++) {
    const char = file.text[at]!
    if (at >= format.end) format = formatAt(world, at)
    const code = char.charCodeAt(0)
    if (code === 13 || code === 7) endParagraph(at)
    else if (code === 12) {
      if (isEmpty(paragraph)) continue
      endParagraph(at)
    } else if (code === 11 || code === 14) breakLine(paragraph, 'line')
    else if (code === 0x13) beginField(fields)
    else if (code === 0x14) {
      showField(fields)
      if (inContents(fields)) paragraph.contents = true
    } else if (code === 0x15) fields.pop()
    else if (code === 2) paragraph.notes.push(String(at))
    else if (code === 8) placeBoxes(world, paragraph, at)
    else if (code === 1) world.pictures++
    else if (code === 9 || code >= 32) addChar(world, paragraph, fields, at, char, format)
  }
  if (!isEmpty(paragraph)) endParagraph(to)
  if (rows || row || cell.length > 0) endTable()
  return [...blocks, ...notes]
}

function placeBoxes(world: DocWorld, paragraph: OpenParagraph, at: number): void {
  const blocks = world.boxesAt.get(at)
  if (!blocks || blocks.length === 0) return
  const frame: Block = {kind: 'frame', blocks, hint: {line: world.line, style: 'textbox'}}
  ;(isEmpty(paragraph) ? paragraph.before : paragraph.after).push(frame)
}

interface Format {
  readonly end: number
  readonly deleted: boolean
  readonly hidden: boolean
  readonly bold: boolean
  readonly symbol: Buffer | undefined
}

/** The format of a character and how far it holds. */
function formatAt({file, characters}: DocWorld, cp: number): Format {
  const place = filePosition(file.pieces, cp)
  const found = stretchAt(characters, place)
  const piece = file.pieces.find(each => cp >= each.from && cp < each.to)
  const on = (code: number) => found !== undefined && (valueOfSprm(found.sprms, code) ?? 0) % 128 === 1
  const left = found && piece ? Math.floor((found.to - place) / piece.bytes) : 1
  return {
    end: Math.min(cp + Math.max(1, left), piece?.to ?? cp + 1),
    deleted: on(sprm.deleted),
    hidden: on(sprm.hidden),
    bold: on(sprm.bold),
    symbol: found?.sprms.find(each => each.code === sprm.symbol)?.operand
  }
}

function addChar(
  world: DocWorld,
  paragraph: OpenParagraph,
  fields: Fields,
  at: number,
  char: string,
  format: Format
): void {
  const span: Span = [at, at + 1]
  const go = (fate: 'artifact' | 'chrome', rule: string) => world.context.post({span, fate, rule})
  if (format.deleted) {
    const last = world.deleted.at(-1)
    if (last && last[1] === at) world.deleted[world.deleted.length - 1] = [last[0], at + 1]
    else world.deleted.push(span)
    return go('artifact', 'read/docx-deleted')
  }
  if (inCode(fields)) return go('artifact', 'read/docx-field-code')
  if (format.hidden) return go('artifact', 'read/docx-hidden')
  if (inPageNumber(fields) && /[\d\s]/.test(char)) return go('chrome', 'read/contents-page')
  const glyph = format.symbol && char === '(' ? String.fromCharCode(uint16(format.symbol, 2)) : char
  const shown =
    glyph === char
      ? char === '\u001e'
        ? '-'
        : char
      : (plainSymbol(glyph, 'Symbol') ?? plainSymbol(glyph, 'Wingdings') ?? glyph)
  if (shown !== char) world.context.post({span, fate: 'kept', rule: 'read/docx-symbol', text: shown})
  addPiece(paragraph, {text: shown, raw: span})
  paragraph.chars++
  if (format.bold) paragraph.boldChars++
}

function paragraphOf(
  world: DocWorld,
  paragraph: OpenParagraph,
  papx: Stretch | undefined,
  inTable: boolean,
  start: number,
  blank: number
): Block[] {
  const style = world.styles.get(papx?.style ?? 0)
  const look: Look = {...style?.look, ...lookOf(papx?.sprms ?? [])}
  const own = lookOf(papx?.sprms ?? [])
  const numbered = look.numId !== undefined && look.numId !== '0'
  const ilvl = own.numId === undefined ? own.ilvl : look.ilvl
  const counted = numbered ? world.numbering.label(look.numId!, ilvl, style?.id, look.ilvl) : ''
  const label = isEmpty(paragraph) && !inTable ? '' : counted
  const contents = (style && isContentsStyle(style.name)) || paragraph.contents
  const hint: Hint = {
    blank,
    indent: indentOf(look),
    ...(look.level && !contents && {level: look.level}),
    ...(contents ? {style: 'contents'} : style && {style: style.name}),
    ...(look.align && {align: look.align}),
    ...(paragraph.chars > 0 && (look.bold || paragraph.boldChars * 2 > paragraph.chars) && {bold: true})
  }
  const told = {hint, label, start, nextLine: () => world.line++}
  return [...paragraph.before, ...paragraphBlocks(paragraph, told, world.context), ...paragraph.after]
}

/** Column edges, merges and header of a row, from the properties of its end mark. */
function define(row: Row, sprms: readonly Sprm[]): void {
  row.header = valueOfSprm(sprms, sprm.tableHeader) === 1
  const definition = sprms.findLast(each => each.code === sprm.tableDefinition)?.operand
  if (!definition) return
  const count = definition[2] ?? 0
  if (definition.length < 3 + 2 * (count + 1)) return
  row.edges = Array.from({length: count + 1}, (_, i) => definition.readInt16LE(3 + 2 * i))
  const flags = (i: number) => uint16(definition, 3 + 2 * (count + 1) + 20 * i)
  const merges = Array.from({length: count}, (_, i) =>
    flags(i) & 0x40 ? ('starts' as const) : flags(i) & 0x20 ? ('covered' as const) : undefined
  )
  for (const {code, operand} of sprms)
    if (code === sprm.verticalMerge && operand.length >= 3 && operand[1]! < count)
      merges[operand[1]!] = operand[2] === 1 ? 'covered' : operand[2] === 3 ? 'starts' : undefined
  row.merges = merges
  row.coveredLeft = Array.from({length: count}, (_, i) => (flags(i) & 0x02) !== 0)
}

/** Rows with spans: a cell spans as many columns as edges of the whole table lie under it. */
function wordRows(rows: readonly Row[]): WordRow[] {
  const edges: number[] = []
  for (const edge of rows.flatMap(row => row.edges).sort((a, b) => a - b))
    if (edges.length === 0 || edge - edges.at(-1)! > 60) edges.push(edge)
  const columnOf = (edge: number) => {
    let best = 0
    edges.forEach((each, i) => {
      if (Math.abs(each - edge) < Math.abs(edges[best]! - edge)) best = i
    })
    return best
  }
  return rows.map(row => {
    const cells = row.cells.map(({blocks}, i): WordCell => {
      const known = row.edges.length > i + 1
      const columns = known ? columnOf(row.edges[i + 1]!) - columnOf(row.edges[i]!) : 1
      return {
        blocks,
        columns: Math.max(1, columns),
        down: row.merges[i],
        coveredLeft: row.coveredLeft[i] ?? false
      }
    })
    return {cells, header: row.header, before: row.edges.length > 0 ? columnOf(row.edges[0]!) : 0}
  })
}
