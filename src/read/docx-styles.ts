/** What the styles of a Word file say about paragraphs: level, numbering, alignment, inherited along `basedOn`. */
import {child, valueOf, xmlTree, type Element} from './xml.js'

export interface Style {
  readonly id: string
  /** As Word's list of styles shows it: `heading 1`, `标题 1`, `toc 2`. */
  readonly name: string
  readonly look: Look
}

/** Properties that a style or a paragraph may set; absent = not said. */
export interface Look {
  /** Outline level 1–9; 0 where body text is said outright. */
  readonly level?: number
  readonly numId?: string
  readonly ilvl?: number
  readonly align?: 'left' | 'center' | 'right'
  readonly bold?: boolean
  /** First-line indent in hundredths of a character, or in twips. */
  readonly firstLineChars?: number
  readonly firstLine?: number
  /** Font size in half points. */
  readonly size?: number
}

export interface Styles {
  readonly byId: ReadonlyMap<string, Style>
  /** The style of paragraphs that name none. */
  readonly plain: Style | undefined
}

/** Word's built-in heading names in the languages Chinese offices write with, and WPS's. */
const headingName = /^(?:heading|标题|標題|题标)\s*([1-9])$/i
const contentsName = /^(?:toc|目录|目錄|contents|wpsoffice手动目录)\s*\d/i

/** The style that Word gives entries of a contents page. */
export function isContentsStyle(name: string): boolean {
  return contentsName.test(name)
}

export function readStyles(xml: string | undefined): Styles {
  if (xml === undefined) return {byId: new Map(), plain: undefined}
  const root = child(xmlTree(xml), 'w:styles')
  const own = new Map<string, {element: Element; name: string; basedOn: string | undefined}>()
  let plainId: string | undefined
  for (const element of root?.children ?? []) {
    const id = element.attributes['w:styleId']
    if (element.name !== 'w:style' || id === undefined) continue
    own.set(id, {element, name: valueOf(element, 'w:name') ?? id, basedOn: valueOf(element, 'w:basedOn')})
    if (element.attributes['w:type'] === 'paragraph' && isOn(element.attributes['w:default'])) plainId = id
  }
  const defaults = child(root, 'w:docDefaults')
  const base: Look = {
    ...readLook(child(child(defaults, 'w:pPrDefault'), 'w:pPr')),
    ...runLook(child(child(defaults, 'w:rPrDefault'), 'w:rPr'))
  }
  const byId = new Map<string, Style>()
  for (const [id, {name}] of own) {
    const chain: Element[] = []
    const seen = new Set<string>()
    for (let at: string | undefined = id; at !== undefined && !seen.has(at); at = own.get(at)?.basedOn) {
      seen.add(at)
      const found = own.get(at)
      if (found) chain.unshift(found.element)
    }
    let look = base
    for (const element of chain)
      look = {...look, ...readLook(child(element, 'w:pPr')), ...runLook(child(element, 'w:rPr'))}
    const named = headingName.exec(name)
    if (named && look.level === undefined) look = {...look, level: Number(named[1])}
    byId.set(id, {id, name, look})
  }
  return {byId, plain: plainId === undefined ? undefined : byId.get(plainId)}
}

/** A switch of OOXML: on unless it says it is off. */
export function isOn(value: string | undefined): boolean {
  return value !== undefined && !/^(?:0|false|off)$/i.test(value)
}

const alignments: Readonly<Record<string, 'left' | 'center' | 'right'>> = {
  left: 'left',
  start: 'left',
  both: 'left',
  distribute: 'center',
  center: 'center',
  right: 'right',
  end: 'right'
}

/** A `w:pPr` as a look. */
export function readLook(pPr: Element | undefined): Look {
  if (!pPr) return {}
  const outline = valueOf(pPr, 'w:outlineLvl')
  const numPr = child(pPr, 'w:numPr')
  const numId = valueOf(numPr, 'w:numId')
  const ilvl = valueOf(numPr, 'w:ilvl')
  const align = alignments[valueOf(pPr, 'w:jc') ?? '']
  const ind = child(pPr, 'w:ind')?.attributes
  const firstLineChars = ind?.['w:firstLineChars']
  const firstLine = ind?.['w:firstLine']
  return {
    ...(outline !== undefined && {level: whole(outline, 9) < 9 ? whole(outline, 9) + 1 : 0}),
    ...(numId !== undefined && {numId}),
    ...(ilvl !== undefined && {ilvl: whole(ilvl, 0)}),
    ...(align && {align}),
    ...(firstLineChars !== undefined && {firstLineChars: whole(firstLineChars, 0)}),
    ...(firstLine !== undefined && {firstLine: whole(firstLine, 0)})
  }
}

function runLook(rPr: Element | undefined): Look {
  const bold = child(rPr, 'w:b')
  const size = valueOf(rPr, 'w:sz')
  return {
    ...(bold && {bold: isOn(bold.attributes['w:val'] ?? '1')}),
    ...(size !== undefined && {size: whole(size, 21)})
  }
}

/** A whole number of an attribute, or the given one where it is none. */
export function whole(value: string | undefined, otherwise: number): number {
  const number = Number.parseInt(value ?? '', 10)
  return Number.isFinite(number) ? number : otherwise
}

/** First-line indent in half characters: two of Word's characters count 4. */
export function indentOf(look: Look): number {
  if (look.firstLineChars !== undefined) return Math.max(0, Math.round(look.firstLineChars / 50))
  return Math.max(0, Math.round((look.firstLine ?? 0) / (look.size ?? 21) / 5))
}
