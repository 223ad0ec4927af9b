/** What a Word part is made of, while it is read: paragraphs, tables, boxes and notes that are open, each within the other. */
import type {Block, Hint} from '../core/draft.js'
import {note} from '../core/note.js'
import type {Context} from '../core/stage.js'
import type {Span} from '../core/span.js'
import {inContents, type Fields} from './docx-fields.js'
import type {Numbering} from './docx-numbering.js'
import {isEmpty, openParagraph, paragraphBlocks, type OpenParagraph} from './docx-paragraph.js'
import {indentOf, isContentsStyle, isOn, readLook, whole, type Look, type Styles} from './docx-styles.js'
import {tableBlock, type WordCell} from './docx-tables.js'
import type {Transcript} from './transcript.js'
import {child, valueOf, type Element} from './xml.js'

/** What all parts of a file share. */
export interface World {
  readonly styles: Styles
  readonly numbering: Numbering
  readonly transcript: Transcript
  readonly context: Context
  /** Deleted and inserted stretches, met so far. */
  readonly tracked: {deleted: Span[]; inserted: number}
  /** Things that are not read, by rule. */
  readonly unread: Map<string, number>
  /** Footnotes that belong after a block. */
  readonly notesAfter: Map<Block, string[]>
  line: number
}

export interface Run {
  bold: boolean | undefined
  hidden: boolean
  font: string
}

/** Where paragraphs go: the body, a cell, a text box, a footnote. */
export interface Scope {
  readonly kind: 'body' | 'cell' | 'box' | 'note'
  readonly id: string
  readonly blocks: Block[]
  paragraph: OpenParagraph | null
  /** A paragraph whose end was deleted: the next one goes on from it. */
  carried: OpenParagraph | null
  rows: {cells: WordCell[]; header: boolean; before: number}[] | null
  cell: {columns: number; down: 'starts' | 'covered' | undefined; coveredLeft: boolean}
  run: Run
  readonly fields: Fields
  readonly notes: string[]
  blank: number
  start: number
}

export const noRun: Run = {bold: undefined, hidden: false, font: ''}
export interface Structure {
  /** The innermost scope. */
  readonly here: () => Scope
  readonly depth: () => number
  readonly startParagraph: () => OpenParagraph
  readonly endParagraph: () => void
  readonly enter: (kind: Scope['kind'], id?: string) => void
  readonly endTable: () => void
  /** Ends what is still open in the innermost scope, and the scope unless it is the body. */
  readonly finish: () => void
  /** Takes in what a paragraph, a row or a cell says of itself. */
  readonly property: (element: Element) => void
  readonly notes: ReadonlyMap<string, readonly Block[]>
  /** How many controls that hold a contents page are open. */
  contents: number
  /** How many deletions are open. */
  gone: number
}

export function structure(world: World): Structure {
  const {transcript, context} = world
  const notes = new Map<string, readonly Block[]>()
  const scopes: Scope[] = [newScope('body', '')]
  const here = () => scopes.at(-1)!
  const newParagraph = (scope: Scope): OpenParagraph => {
    const paragraph = scope.carried ?? openParagraph()
    scope.carried = null
    scope.start = transcript.at()
    paragraph.contents = self.contents > 0 || inContents(scope.fields)
    return paragraph
  }

  const endParagraph = () => {
    const scope = here()
    const paragraph = scope.paragraph
    if (!paragraph) return
    scope.paragraph = null
    transcript.add('\n')
    if (paragraph.markGone) {
      scope.carried = paragraph
      return
    }
    const style = world.styles.byId.get(paragraph.styleId ?? '') ?? world.styles.plain
    const look: Look = {...style?.look, ...paragraph.look}
    const label = labelOf(paragraph, look, style?.id, scope.kind === 'cell')
    const contents =
      (style && isContentsStyle(style.name)) ||
      (paragraph.contents && !/heading|标题/i.test(style?.name ?? ''))
    const hint: Hint = {
      blank: scope.blank,
      indent: indentOf(look),
      ...(look.level && !contents && {level: look.level}),
      ...(contents ? {style: 'contents'} : style && {style: style.name}),
      ...(look.align && {align: look.align}),
      ...(paragraph.chars > 0 && (paragraph.boldChars * 2 > paragraph.chars || look.bold) && {bold: true})
    }
    const told = {hint, label, start: scope.start, nextLine: () => world.line++}
    const blocks = paragraphBlocks(paragraph, told, context)
    const before = scope.blocks.length
    scope.blocks.push(...paragraph.before, ...blocks, ...paragraph.after)
    scope.blank =
      blocks.length > 0 || paragraph.before.length + paragraph.after.length > 0 ? 0 : scope.blank + 1
    place(scope, paragraph.notes, scope.blocks.length > before ? scope.blocks.at(-1) : undefined)
  }

  /** The automatic number; an empty paragraph counts, but shows its number only in a cell (a 序号 column). */
  const labelOf = (paragraph: OpenParagraph, look: Look, style: string | undefined, inCell: boolean) => {
    if (look.numId === undefined || look.numId === '0' || self.gone > 0) return ''
    const own = paragraph.look.numId === undefined ? paragraph.look.ilvl : look.ilvl
    const label = world.numbering.label(look.numId, own, style, look.ilvl)
    return isEmpty(paragraph) && !inCell ? '' : label
  }

  /** Footnotes go after the block that refers to them; those of a cell after its table. */
  const place = (scope: Scope, ids: readonly string[], after: Block | undefined) => {
    if (ids.length === 0) return
    const block = after ?? scope.blocks.at(-1)
    if (scope.kind === 'cell' || !block) scope.notes.push(...ids)
    else world.notesAfter.set(block, [...(world.notesAfter.get(block) ?? []), ...ids])
  }

  const endTable = () => {
    const scope = here()
    if (!scope.rows) return
    const remark = (rule: string) => countUnread(world, rule)
    const block = tableBlock(scope.rows, {line: world.line, blank: scope.blank, style: 'table'}, remark)
    scope.rows = null
    if (!block) return
    scope.blocks.push(block)
    scope.blank = 0
    place(scope, scope.notes.splice(0), block)
  }

  const leave = () => {
    const inner = scopes.pop()!
    const outer = here()
    if (inner.kind === 'cell') {
      outer.rows ??= []
      if (outer.rows.length === 0) outer.rows.push({cells: [], header: false, before: 0})
      outer.rows.at(-1)!.cells.push({blocks: inner.blocks, ...inner.cell})
      outer.notes.push(...inner.notes)
    } else if (inner.kind === 'note') notes.set(inner.id, [...(notes.get(inner.id) ?? []), ...inner.blocks])
    else if (inner.blocks.length > 0) {
      const frame: Block = {kind: 'frame', blocks: inner.blocks, hint: {line: world.line, style: 'textbox'}}
      const paragraph = outer.paragraph
      if (!paragraph) outer.blocks.push(frame)
      else if (isEmpty(paragraph)) paragraph.before.push(frame)
      else paragraph.after.push(frame)
    }
  }

  const property = (element: Element) => {
    const scope = here()
    if (element.name === 'w:pPr') {
      const paragraph = (scope.paragraph ??= newParagraph(scope))
      paragraph.styleId = valueOf(element, 'w:pStyle')
      paragraph.look = readLook(element)
      const mark = child(element, 'w:rPr')
      paragraph.markGone = child(mark, 'w:del') !== undefined || child(mark, 'w:moveFrom') !== undefined
      if (child(mark, 'w:ins')) world.tracked.inserted++
    } else if (element.name === 'w:tcPr') {
      const merge = child(element, 'w:vMerge')
      const left = child(element, 'w:hMerge')
      scope.cell = {
        columns: Math.max(1, whole(valueOf(element, 'w:gridSpan'), 1)),
        down: merge && (merge.attributes['w:val'] === 'restart' ? 'starts' : 'covered'),
        coveredLeft: left !== undefined && left.attributes['w:val'] !== 'restart'
      }
    } else if (element.name === 'w:trPr' && scope.rows?.length) {
      const header = child(element, 'w:tblHeader')
      const row = scope.rows.at(-1)!
      row.header = header !== undefined && isOn(header.attributes['w:val'] ?? '1')
      row.before = Math.max(0, whole(valueOf(element, 'w:gridBefore'), 0))
    }
  }

  /** Ends what is still open in the innermost scope, and the scope unless it is the body. */
  const finish = () => {
    const scope = here()
    if (scope.paragraph) endParagraph()
    if (scope.carried) {
      scope.paragraph = scope.carried
      scope.carried = null
      scope.paragraph.markGone = false
      endParagraph()
    }
    if (scope.rows) endTable()
    if (scope.kind !== 'body') leave()
  }

  const self: Structure = {
    here,
    depth: () => scopes.length,
    startParagraph() {
      const scope = here()
      return (scope.paragraph ??= newParagraph(scope))
    },
    endParagraph,
    enter: (kind, id = '') => void scopes.push(newScope(kind, id)),
    endTable,
    finish,
    property,
    notes,
    contents: 0,
    gone: 0
  }
  return self
}

function newScope(kind: Scope['kind'], id: string): Scope {
  return {
    kind,
    id,
    blocks: [],
    paragraph: null,
    carried: null,
    rows: null,
    cell: {columns: 1, down: undefined, coveredLeft: false},
    run: noRun,
    fields: [],
    notes: [],
    blank: 0,
    start: 0
  }
}

export function countUnread(world: World, rule: string): void {
  world.unread.set(rule, (world.unread.get(rule) ?? 0) + 1)
}

/** Where a rule was met several times, one finding says how often. */
export function reportUnread(world: World): void {
  for (const [rule, times] of world.unread)
    world.context.note(note(rule === 'read/docx-pictures' ? 'info' : 'warning', rule, reasons[rule]!(times)))
}

const reasons: Readonly<Record<string, (times: number) => string>> = {
  'read/docx-hidden': times => `${times} stretches of hidden text were let go`,
  'read/docx-pictures': times => `${times} pictures, which are not read`,
  'read/docx-drawing': times => `${times} diagrams or charts, of which only the words are kept`,
  'read/docx-embedded': times => `${times} embedded documents, which are not read`,
  'read/docx-symbol-unknown': times => `${times} glyphs of symbol fonts that we cannot name`,
  'read/docx-span-clamped': times => `${times} cells claim more columns than Word allows`,
  'read/docx-nested-table': times => `${times} tables within cells became paragraphs of them`,
  'read/docx-covered-text': times =>
    `${times} cells that are covered by merged ones hold text; it was added there`
}
