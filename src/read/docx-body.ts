/**
 * One text part of a Word file (the body, a header, the footnotes) as blocks, in one pass over its events.
 * Every character of it goes into the transcript once, in file order; what is not shown is posted where it is met.
 */
import type {Block} from '../core/draft.js'
import {depthLimit} from './docx.rules.js'
import {beginField, showField} from './docx-fields.js'
import {runsOf} from './docx-runs.js'
import {countUnread, noRun, structure, type World} from './docx-structure.js'
import {isOn} from './docx-styles.js'
import {child, valueOf, type Attributes, type Element, type XmlReader} from './xml.js'

export interface PartReader extends XmlReader {
  /** The blocks of the part; of footnotes and comments those of each, by id. */
  readonly blocks: () => readonly Block[]
  readonly notes: () => ReadonlyMap<string, readonly Block[]>
}

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
  const open = structure(world)
  const runs = runsOf(part, world, open)
  const choices: boolean[] = []
  const captures: {name: string; attributes: Attributes; children: Element[]; text: string}[] = []
  const controls: boolean[] = []
  let skipped = 0
  let reading: 'text' | 'code' | null = null
  let inRunProperties = false
  const unread = (rule: string) => countUnread(world, rule)

  const property = (element: Element) => {
    if (element.name !== 'w:sdtPr') return open.property(element)
    const gallery = valueOf(child(element, 'w:docPartObj'), 'w:docPartGallery') ?? ''
    if (/table of contents/i.test(gallery)) controls[controls.length - 1] = true
  }

  const begin = (name: string, attributes: Attributes) => {
    const scope = open.here()
    switch (name) {
      case 'w:p':
        if (scope.paragraph) open.endParagraph()
        open.startParagraph()
        return
      case 'w:r':
        return runs.begin()
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
        if (!inRunProperties) runs.say('\t')
        return
      case 'w:br':
      case 'w:cr':
        return runs.lineEnd(attributes['w:type'] === 'page' || attributes['w:type'] === 'column')
      case 'w:noBreakHyphen':
        return runs.say('-')
      case 'w:softHyphen':
        return runs.say('\u00ad', '', 'read/docx-soft-hyphen')
      case 'w:sym':
        return runs.symbol(attributes)
      case 'w:del':
      case 'w:moveFrom':
        if (!inRunProperties) open.gone++
        return
      case 'w:ins':
      case 'w:moveTo':
        if (!inRunProperties) world.tracked.inserted++
        return
      case 'w:rt':
        runs.ruby++
        return
      case 'w:fldSimple':
        beginField(scope.fields, attributes['w:instr'])
        showField(scope.fields)
        return
      case 'w:fldChar':
        return runs.fieldMark(attributes['w:fldCharType'] ?? '')
      case 'w:footnoteReference':
      case 'w:endnoteReference':
        if (open.gone === 0)
          scope.paragraph?.notes.push(
            `${name === 'w:footnoteReference' ? 'f' : 'e'}${attributes['w:id'] ?? ''}`
          )
        return
      case 'w:tbl':
        if (scope.paragraph) open.endParagraph()
        if (open.depth() <= depthLimit.value) scope.rows ??= []
        return
      case 'w:tr':
        scope.rows?.push({cells: [], header: false, before: 0})
        return
      case 'w:tc':
        if (scope.rows) open.enter('cell')
        return
      case 'w:txbxContent':
        if (open.depth() <= depthLimit.value) open.enter('box')
        return
      case 'w:footnote':
      case 'w:endnote':
      case 'w:comment':
        open.enter('note', attributes['w:id'] ?? '')
        return
      case 'w:sdt':
        controls.push(false)
        return
      case 'w:sdtContent':
        if (controls.at(-1)) open.contents++
        return
      case 'v:textpath':
        if (attributes['string']) runs.say(attributes['string'])
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

  const end = (name: string) => {
    const scope = open.here()
    switch (name) {
      case 'w:p':
        return open.endParagraph()
      case 'w:r':
        return runs.end()
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
        if (!inRunProperties) open.gone = Math.max(0, open.gone - 1)
        return
      case 'w:rt':
        runs.ruby = Math.max(0, runs.ruby - 1)
        return
      case 'w:fldSimple':
        scope.fields.pop()
        return
      case 'w:tbl':
        return open.endTable()
      case 'w:tc':
      case 'w:txbxContent':
      case 'w:footnote':
      case 'w:endnote':
      case 'w:comment':
        if (scope.kind === (name === 'w:tc' ? 'cell' : name === 'w:txbxContent' ? 'box' : 'note'))
          open.finish()
        return
      case 'w:sdtContent':
        if (controls.at(-1)) open.contents--
        return
      case 'w:sdt':
        controls.pop()
    }
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
      } else begin(name, attributes)
    },
    close(name) {
      if (skipped > 0) skipped--
      else if (captures.length > 0) {
        const element = captures.pop()!
        if (captures.length === 0) property(element)
        else if (captures.length < 20) captures.at(-1)!.children.push(element)
      } else if (name === 'mc:AlternateContent') choices.pop()
      else if (name !== 'mc:Choice' && name !== 'mc:Fallback') end(name)
    },
    text(value) {
      if (reading === null || skipped > 0 || captures.length > 0) return
      if (reading === 'code') {
        const field = open.here().fields.at(-1)
        if (field && !field.shown) field.code += value
      } else runs.text(value)
    },
    blocks() {
      while (open.depth() > 1) open.finish()
      open.finish()
      return open.here().blocks
    },
    notes: () => open.notes
  }
}
