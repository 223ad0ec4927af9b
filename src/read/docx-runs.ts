/** The text of runs: into the transcript once, and into the open paragraph unless something hides it. */
import {circledOf, beginField, inCode, inContents, inPageNumber, showField} from './docx-fields.js'
import {formatNumber} from './docx-labels.js'
import {addPiece, breakLine} from './docx-paragraph.js'
import {countUnread, noRun, type Scope, type Structure, type World} from './docx-structure.js'
import {plainSymbol} from './docx-symbols.js'
import type {Attributes} from './xml.js'

export interface Runs {
  readonly begin: () => void
  readonly end: () => void
  /** Text of the run: `raw` as the file has it, `shown` as it reads, `rule` where they differ. */
  readonly say: (raw: string, shown?: string, rule?: string) => void
  /** Text of the run whose font may be a symbol font. */
  readonly text: (value: string) => void
  readonly symbol: (attributes: Attributes) => void
  readonly lineEnd: (page: boolean) => void
  readonly fieldMark: (type: string) => void
  /** How many readings of characters (拼音) are open. */
  ruby: number
}

export function runsOf(part: string, world: World, structure: Structure): Runs {
  const {transcript, context} = world
  let runs = 0
  let offset = 0
  /** Text of a run: into the transcript, and into the paragraph unless something hides it. */
  const say = (raw: string, shown = raw, rule?: string) => {
    if (raw === '') return
    const span = transcript.add(raw, {kind: 'part', part, run: runs, offset})
    offset += raw.length
    const scope = structure.here()
    const let_ = (fate: 'artifact' | 'chrome', why: string) => context.post({span, fate, rule: why})
    if (structure.gone > 0) {
      world.tracked.deleted.push(span)
      let_('artifact', 'read/docx-deleted')
    } else if (self.ruby > 0) let_('artifact', 'read/docx-ruby')
    else if (scope.run.hidden) {
      if (raw.trim() !== '') countUnread(world, 'read/docx-hidden')
      let_('artifact', 'read/docx-hidden')
    } else if (inCode(scope.fields)) let_('artifact', 'read/docx-field-code')
    else if (inPageNumber(scope.fields) && (inContents(scope.fields) || /^\s*\d*\s*$/.test(raw)))
      let_('chrome', 'read/contents-page')
    else if (shown === '') let_('artifact', rule ?? 'read/docx-soft-hyphen')
    else {
      const paragraph = structure.startParagraph()
      if (rule) context.post({span, fate: 'kept', rule, text: shown})
      addPiece(paragraph, {text: shown, raw: span})
      paragraph.chars += raw.length
      if (scope.run.bold) paragraph.boldChars += raw.length
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
      if (/[\ue000-\uf8ff]/u.test(raw)) countUnread(world, 'read/docx-symbol-unknown')
      say(raw)
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

  const self: Runs = {
    begin() {
      structure.here().run = noRun
      runs++
      offset = 0
    },
    end() {
      structure.here().run = noRun
    },
    say,
    text(value) {
      const {font} = structure.here().run
      if (font !== '' && /[\uf020-\uf0ff]/u.test(value)) for (const char of value) glyph(char, font)
      else say(value)
    },
    symbol: symbolOf,
    lineEnd(page) {
      transcript.add(page ? '\f' : '\n')
      const {paragraph} = structure.here()
      if (structure.gone === 0 && paragraph) breakLine(paragraph, page ? 'page' : 'line')
    },
    fieldMark: type => fieldMark(structure.here(), type),
    ruby: 0
  }
  return self
}
