/**
 * Automatic numbering (第一章, （一）, 1.) as the text a reader sees. Word keeps a counter for each level of an abstract list; the
 * lists that share it count on, unless one starts again.
 */
import {formatNumber, knowsFormat} from './docx-labels.js'
import {isOn, whole} from './docx-styles.js'
import {plainSymbol} from './docx-symbols.js'
import {child, valueOf, xmlTree, type Element} from './xml.js'

export interface Level {
  readonly start: number
  readonly format: string
  readonly text: string
  /** After which level it starts again: undefined = any above it, 0 = never. */
  readonly restart: number | undefined
  /** Figures of the levels above in Arabic. */
  readonly legal: boolean
  readonly suffix: 'tab' | 'space' | 'nothing'
  readonly style: string | undefined
  readonly font: string
}

export interface List {
  readonly abstract: string
  readonly levels: ReadonlyMap<number, Level>
  readonly startOverrides: ReadonlyMap<number, number>
}

export interface Numbering {
  /**
   * The label of the next paragraph of this list, `''` where it has none; counts it. Its level is the one it names itself (`own`), else
   * that which names its style, else that of its style.
   */
  label(
    numId: string,
    own: number | undefined,
    styleId: string | undefined,
    inherited: number | undefined
  ): string
  /** Number formats met that we write in Arabic figures because we do not know them. */
  readonly unknown: ReadonlySet<string>
}

export function readNumbering(xml: string | undefined): Numbering {
  return numberingOf(xml === undefined ? new Map<string, List>() : readLists(xml))
}

/** Counts the paragraphs of these lists, by list id. */
export function numberingOf(lists: ReadonlyMap<string, List>): Numbering {
  const counters = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()
  const unknown = new Set<string>()
  return {
    unknown,
    label(numId, own, styleId, inherited) {
      const list = lists.get(numId)
      if (!list) return ''
      const at = own ?? levelOfStyle(list, styleId) ?? inherited ?? 0
      const level = list.levels.get(at)
      if (!level) return ''
      const counts = counters.get(list.abstract) ?? []
      counters.set(list.abstract, counts)
      const override = list.startOverrides.get(at)
      const key = `${numId}:${at}`
      if (override !== undefined && !begun.has(key)) counts[at] = override
      else counts[at] = counts[at] === undefined ? level.start : counts[at]! + 1
      begun.add(key)
      for (const [deeper, {restart}] of list.levels)
        if (deeper > at && restart !== 0 && (restart === undefined || at < restart))
          counts[deeper] = undefined
      return write(list, level, counts, unknown)
    }
  }
}

function levelOfStyle(list: List, styleId: string | undefined): number | undefined {
  if (styleId !== undefined) for (const [at, level] of list.levels) if (level.style === styleId) return at
  return undefined
}

function write(
  list: List,
  level: Level,
  counts: readonly (number | undefined)[],
  unknown: Set<string>
): string {
  if (!knowsFormat(level.format)) unknown.add(level.format)
  const label =
    level.format === 'bullet'
      ? [...level.text]
          .map(char => plainSymbol(char, level.font) ?? (/[\ue000-\uf8ff]/u.test(char) ? '' : char))
          .join('')
      : level.text.replace(/%([1-9])/g, (_, digit: string) => {
          const at = Number(digit) - 1
          const shown = list.levels.get(at) ?? level
          const value = counts[at] ?? shown.start
          return formatNumber(value, level.legal && shown.format !== 'decimalZero' ? 'decimal' : shown.format)
        })
  const spaced = level.suffix !== 'nothing' && label !== '' && !/[、）)．.。：:—\-\s]$/u.test(label)
  return spaced ? `${label} ` : label
}

function readLists(xml: string): Map<string, List> {
  const root = child(xmlTree(xml), 'w:numbering')
  const abstracts = new Map<string, Element>()
  const linked = new Map<string, Element>()
  for (const element of root?.children ?? []) {
    if (element.name !== 'w:abstractNum') continue
    abstracts.set(element.attributes['w:abstractNumId'] ?? '', element)
    const style = valueOf(element, 'w:styleLink')
    if (style !== undefined) linked.set(style, element)
  }
  const lists = new Map<string, List>()
  for (const element of root?.children ?? []) {
    if (element.name !== 'w:num') continue
    const found = abstracts.get(valueOf(element, 'w:abstractNumId') ?? '')
    if (!found) continue
    const abstract = linked.get(valueOf(found, 'w:numStyleLink') ?? '\0') ?? found
    const levels = new Map<number, Level>()
    for (const level of abstract.children) if (level.name === 'w:lvl') addLevel(levels, level)
    const startOverrides = new Map<number, number>()
    for (const override of element.children) {
      if (override.name !== 'w:lvlOverride') continue
      const start = valueOf(override, 'w:startOverride')
      if (start !== undefined) startOverrides.set(whole(override.attributes['w:ilvl'], 0), whole(start, 1))
      const level = child(override, 'w:lvl')
      if (level) addLevel(levels, level)
    }
    lists.set(element.attributes['w:numId'] ?? '', {
      abstract: abstract.attributes['w:abstractNumId'] ?? '',
      levels,
      startOverrides
    })
  }
  return lists
}

function addLevel(levels: Map<number, Level>, element: Element): void {
  const at = whole(element.attributes['w:ilvl'], 0)
  if (at < 0 || at > 8) return
  const choice = child(child(element, 'mc:AlternateContent'), 'mc:Fallback')
  const restart = valueOf(element, 'w:lvlRestart')
  const suffix = valueOf(element, 'w:suff')
  const legal = child(element, 'w:isLgl')
  levels.set(at, {
    start: Math.max(0, whole(valueOf(element, 'w:start'), 0)),
    format: valueOf(element, 'w:numFmt') ?? valueOf(choice, 'w:numFmt') ?? 'decimal',
    text: valueOf(element, 'w:lvlText') ?? '',
    restart: restart === undefined ? undefined : whole(restart, 0),
    legal: legal !== undefined && isOn(legal.attributes['w:val'] ?? '1'),
    suffix: suffix === 'space' || suffix === 'nothing' ? suffix : 'tab',
    style: valueOf(element, 'w:pStyle'),
    font: child(child(element, 'w:rPr'), 'w:rFonts')?.attributes['w:ascii'] ?? ''
  })
}
