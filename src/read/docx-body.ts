/**
 * One text part of a Word file (the body, a header, the footnotes) as blocks, in one pass over its events.
 * Every character of it goes into the transcript once, in file order; what is not shown is posted where it is met.
 */
import type {Block, Hint} from '../core/draft.js'
import {note} from '../core/note.js'
import type {Context} from '../core/stage.js'
import type {Span} from '../core/span.js'
import {depthLimit} from './docx.rules.js'
import {
  beginField,
  circledOf,
  inCode,
  inContents,
  inPageNumber,
  showField,
  type Fields
} from './docx-fields.js'
import type {Numbering} from './docx-numbering.js'
import {
  addPiece,
  breakLine,
  isEmpty,
  openParagraph,
  paragraphBlocks,
  type OpenParagraph
} from './docx-paragraph.js'
import {indentOf, isContentsStyle, isOn, readLook, whole, type Look, type Styles} from './docx-styles.js'
import {plainSymbol} from './docx-symbols.js'
import {tableBlock, type WordCell} from './docx-tables.js'
import {formatNumber} from './docx-labels.js'
import type {Transcript} from './transcript.js'
import {child, valueOf, type Attributes, type Element, type XmlReader} from './xml.js'

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

export interface PartReader extends XmlReader {
  /** The blocks of the part; of footnotes and comments those of each, by id. */
  readonly blocks: () => readonly Block[]
  readonly notes: () => ReadonlyMap<string, readonly Block[]>
}

interface Run {
  bold: boolean | undefined
  hidden: boolean
  font: string
}

/** Where paragraphs go: the body, a cell, a text box, a footnote. */
interface Scope {
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

const noRun: Run = {bold: undefined, hidden: false, font: ''}
const known = /^(?:wps|wpg|wpc|w1\d\w*|wp14|wne|v|a14|pic14)$/
const captured = new Set([
  'w:pPr',
  'w:tcPr',
  'w:trPr',
  'w:sectPr',
  'w:sdtPr',
  'w:tblPr',
  'w:tblGrid',
  'w:rPrChange'
])

export function partReader(part: string, world: World): PartReader {
  const {transcript, context} = world
  const notes = new Map<string, readonly Block[]>()
  const scopes: Scope[] = [newScope('body', '')]
  const choices: boolean[] = []
  const captures: {name: string; attributes: Attributes; children: Element[]; text: string}[] = []
  let skipped = 0
  let gone = 0
  let ruby = 0
  let reading: 'text' | 'code' | null = null
  let inRunProperties = false
  let runs = 0
  let offset = 0
  let contentsBlock = 0
  let controls: boolean[] = []

  const here = () => scopes.at(-1)!
  const unread = (rule: string) => world.unread.set(rule, (world.unread.get(rule) ?? 0) + 1)

  /** Text of a run: into the transcript, and into the paragraph unless something hides it. */
  const say = (raw: string, shown = raw, rule?: string) => {
    if (raw === '') return
    const span = transcript.add(raw, {kind: 'part', part, run: runs, offset})
    offset += raw.length
    const scope = here()
    const let_ = (fate: 'artifact' | 'chrome', why: string) => context.post({span, fate, rule: why})
    if (gone > 0) {
      world.tracked.deleted.push(span)
      let_('artifact', 'read/docx-deleted')
    } else if (ruby > 0) let_('artifact', 'read/docx-ruby')
    else if (scope.run.hidden) {
      if (raw.trim() !== '') unread('read/docx-hidden')
      let_('artifact', 'read/docx-hidden')
    } else if (inCode(scope.fields)) let_('artifact', 'read/docx-field-code')
    else if (inPageNumber(scope.fields) && (inContents(scope.fields) || /^\s*\d*\s*$/.test(raw)))
      let_('chrome', 'read/contents-page')
    else if (shown === '') let_('artifact', rule ?? 'read/docx-soft-hyphen')
    else {
      const paragraph = (scope.paragraph ??= newParagraph(scope))
      if (rule) context.post({span, fate: 'kept', rule, text: shown})
      addPiece(paragraph, {text: shown, raw: span})
      paragraph.chars += raw.length
      if (scope.run.bold) paragraph.boldChars += raw.length
    }
  }

  const newParagraph = (scope: Scope): OpenParagraph => {
    const paragraph = scope.carried ?? openParagraph()
    scope.carried = null
    scope.start = transcript.at()
    paragraph.contents = contentsBlock > 0 || inContents(scope.fields)
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
    const empty = isEmpty(paragraph)
    const numbered = look.numId !== undefined && look.numId !== '0' && gone === 0
    const label =
      numbered && !(empty && scope.kind !== 'cell')
        ? world.numbering.label(look.numId!, look.ilvl, style?.id)
        : ''
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
    const remark = (rule: string) => unread(rule)
    const block = tableBlock(scope.rows, {line: world.line, blank: scope.blank, style: 'table'}, remark)
    scope.rows = null
    if (!block) return
    scope.blocks.push(block)
    scope.blank = 0
    place(scope, scope.notes.splice(0), block)
  }

  const enter = (kind: Scope['kind'], id = '') => {
    scopes.push(newScope(kind, id))
  }

  const leave = () => {
    const inner = scopes.pop()!
    const outer = here()
    if (inner.kind === 'cell') {
      outer.rows ??= []
      if (outer.rows.length === 0) outer.rows.push({cells: [], header: false, before: 0})
      outer.rows.at(-1)!.cells.push({blocks: inner.blocks, ...inner.cell})
      outer.notes.push(...inner.notes)
    } else if (inner.kind === 'note') notes.set(inner.id, inner.blocks)
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
    } else if (element.name === 'w:sdtPr') {
      const gallery = valueOf(child(element, 'w:docPartObj'), 'w:docPartGallery') ?? ''
      if (/table of contents/i.test(gallery)) controls[controls.length - 1] = true
    }
  }

  const symbolOf = (attributes: Attributes) => {
    const code = Number.parseInt(attributes['w:char'] ?? '', 16)
    if (!(code > 0 && code <= 0x10ffff)) return
    const raw = String.fromCodePoint(code)
    glyph(raw, attributes['w:font'] ?? '')
  }

  const glyph = (raw: string, font: string) => {
    const plain = plainSymbol(raw, font)
    if (plain !== null) say(raw, plain, plain === raw ? undefined : 'read/docx-symbol')
    else {
      if (/[\ue000-\uf8ff]/u.test(raw)) unread('read/docx-symbol-unknown')
      say(raw)
    }
  }

  const open = (name: string, attributes: Attributes) => {
    const scope = here()
    switch (name) {
      case 'w:p':
        if (scope.paragraph) endParagraph()
        scope.paragraph = newParagraph(scope)
        return
      case 'w:r':
        scope.run = noRun
        runs++
        offset = 0
        return
      case 'w:rPr':
        inRunProperties = true
        scope.run = {...noRun}
        return
      case 'w:b':
        if (inRunProperties) scope.run.bold = isOn(attributes['w:val'] ?? '1')
        return
      case 'w:vanish':
        if (inRunProperties) scope.run.hidden = isOn(attributes['w:val'] ?? '1')
        return
      case 'w:rFonts':
        if (inRunProperties) scope.run.font = attributes['w:ascii'] ?? ''
        return
      case 'w:t':
      case 'w:delText':
      case 'm:t':
        reading = 'text'
        return
      case 'w:instrText':
        reading = 'code'
        return
      case 'w:tab':
      case 'w:ptab':
        if (!inRunProperties) say('\t')
        return
      case 'w:br':
      case 'w:cr': {
        const page = attributes['w:type'] === 'page' || attributes['w:type'] === 'column'
        transcript.add(page ? '\f' : '\n')
        if (gone === 0 && scope.paragraph) breakLine(scope.paragraph, page ? 'page' : 'line')
        return
      }
      case 'w:noBreakHyphen':
        return say('-')
      case 'w:softHyphen':
        return say('\u00ad', '', 'read/docx-soft-hyphen')
      case 'w:sym':
        return symbolOf(attributes)
      case 'w:del':
      case 'w:moveFrom':
        gone++
        return
      case 'w:ins':
      case 'w:moveTo':
        world.tracked.inserted++
        return
      case 'w:rt':
        ruby++
        return
      case 'w:fldSimple':
        beginField(scope.fields, attributes['w:instr'])
        showField(scope.fields)
        return
      case 'w:fldChar':
        return fieldMark(scope, attributes['w:fldCharType'] ?? '')
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        if (gone === 0)
          scope.paragraph?.notes.push(
            `${name === 'w:footnoteReference' ? 'f' : 'e'}${attributes['w:id'] ?? ''}`
          )
        return
      case 'w:tbl':
        if (scope.paragraph) endParagraph()
        if (scopes.length <= depthLimit.value) scope.rows ??= []
        return
      case 'w:tr':
        scope.rows?.push({cells: [], header: false, before: 0})
        return
      case 'w:tc':
        if (scope.rows) enter('cell')
        return
      case 'w:txbxContent':
        if (scopes.length <= depthLimit.value) enter('box')
        return
      case 'w:footnote':
      case 'w:endnote':
      case 'w:comment':
        enter('note', attributes['w:id'] ?? '')
        return
      case 'w:sdt':
        controls.push(false)
        return
      case 'w:sdtContent':
        if (controls.at(-1)) contentsBlock++
        return
      case 'v:textpath':
        if (attributes['string']) say(attributes['string'])
        return
      case 'a:blip':
      case 'v:imagedata':
        return void unread('read/docx-pictures')
      case 'dgm:relIds':
      case 'c:chart':
        return void unread('read/docx-drawing')
      case 'w:altChunk':
      case 'w:subDoc':
        return void unread('read/docx-embedded')
    }
  }

  const fieldMark = (scope: Scope, type: string) => {
    if (type === 'begin') beginField(scope.fields)
    else if (type === 'separate') {
      showField(scope.fields)
      if (scope.paragraph && inContents(scope.fields)) scope.paragraph.contents = true
    } else if (type === 'end') {
      const field = scope.fields.pop()
      const figure = field && circledOf(field.code)
      if (!figure) return
      const circled = /^\d+$/.test(figure) ? formatNumber(Number(figure), 'decimalEnclosedCircle') : figure
      say(figure, circled, circled === figure ? undefined : 'read/docx-circled')
    }
  }

  const close = (name: string) => {
    const scope = here()
    switch (name) {
      case 'w:p':
        return endParagraph()
      case 'w:r':
        scope.run = noRun
        return
      case 'w:rPr':
        inRunProperties = false
        return
      case 'w:t':
      case 'w:delText':
      case 'm:t':
      case 'w:instrText':
        reading = null
        return
      case 'w:del':
      case 'w:moveFrom':
        gone = Math.max(0, gone - 1)
        return
      case 'w:rt':
        ruby = Math.max(0, ruby - 1)
        return
      case 'w:fldSimple':
        scope.fields.pop()
        return
      case 'w:tbl':
        return endTable()
      case 'w:tc':
      case 'w:txbxContent':
      case 'w:footnote':
      case 'w:endnote':
      case 'w:comment':
        if (scope.kind === (name === 'w:tc' ? 'cell' : name === 'w:txbxContent' ? 'box' : 'note')) finish()
        return
      case 'w:sdtContent':
        if (controls.at(-1)) contentsBlock--
        return
      case 'w:sdt':
        controls.pop()
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

  return {
    open(name, attributes) {
      if (skipped > 0) skipped++
      else if (captures.length > 0 || captured.has(name))
        captures.push({name, attributes, children: [], text: ''})
      else if (name === 'mc:AlternateContent') choices.push(false)
      else if (name === 'mc:Choice' || name === 'mc:Fallback') {
        const able =
          name === 'mc:Fallback' ||
          (attributes['Requires'] ?? '').split(/\s+/).every(each => known.test(each))
        if (choices.at(-1) || !able) skipped = 1
        else choices[choices.length - 1] = true
      } else open(name, attributes)
    },
    close(name) {
      if (skipped > 0) skipped--
      else if (captures.length > 0) {
        const element = captures.pop()!
        if (captures.length === 0) property(element)
        else if (captures.length < 20) captures.at(-1)!.children.push(element)
      } else if (name === 'mc:AlternateContent') choices.pop()
      else if (name !== 'mc:Choice' && name !== 'mc:Fallback') close(name)
    },
    text(value) {
      if (reading === null || skipped > 0 || captures.length > 0) return
      if (reading === 'code') {
        const field = here().fields.at(-1)
        if (field && !field.shown) field.code += value
      } else if (here().run.font !== '' && /[\uf020-\uf0ff]/u.test(value))
        for (const char of value) glyph(char, here().run.font)
      else say(value)
    },
    blocks() {
      while (scopes.length > 1) finish()
      finish()
      return here().blocks
    },
    notes: () => notes
  }
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
