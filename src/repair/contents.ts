import {anyNumeral, ordinalOf} from '../zh/ordinals.js'
import type {PatternRule} from '../core/rule.js'
import {bodyOpening} from './contents.rules.js'
import {usualTitle} from './titles.rules.js'

/** An entry of a contents page: its number, its whole wording, and where it stands in the text it was found in. */
export interface Entry {
  /** 0 编/篇/部分, 1 章, 2 节 */
  readonly level: number
  readonly ordinal: number
  /** 第一节主要成就, without white space. */
  readonly name: string
  readonly from: number
  readonly to: number
}

/** A text that holds a contents page, cut at its parts. */
export interface ContentsPage {
  /** Offset of 目录, or of the first entry where the word is lost. */
  readonly from: number
  readonly entries: readonly Entry[]
  /** Where the entries end and the body begins; the end of the text where nothing follows. */
  readonly to: number
}

const label = new RegExp(`第(${anyNumeral})(编|篇|部分|章|节)`, 'gu')
const leastEntries = 4
const longestTitle = 60

/**
 * The contents page that is glued into a text, if one is: labels that count on, with nothing but titles between them. `unnamed`: one
 * without the word 目录 may stand amid the text.
 */
export function contentsIn(text: string, unnamed = false): ContentsPage | null {
  const found: {at: number; level: number; ordinal: number; length: number}[] = []
  for (const match of text.matchAll(label)) {
    const ordinal = ordinalOf(match[1]!)
    if (ordinal === null) continue
    found.push({at: match.index, level: levelOf(match[2]!), ordinal, length: match[0].length})
  }
  if (found.length < leastEntries) return null
  const start = startOf(text, found, unnamed)
  if (start < 0) return null
  const entries: Entry[] = []
  let end = start
  const counts = [0, 0, 0]
  for (let i = start; i < found.length; i++) {
    const here = found[i]!
    const to = found[i + 1]?.at ?? text.length
    const title = text.slice(here.at + here.length, to)
    const last = i === found.length - 1
    // the first heading again: the body begins
    if (entries.length >= leastEntries && squeezed(text.slice(here.at, to)).startsWith(entries[0]!.name))
      break
    if (!countsOn(counts, here.level, here.ordinal)) break
    const clean = last
      ? cutTitle(title)
      : title.length > longestTitle || /[。；]/u.test(title)
        ? cutTitle(title)
        : title.length
    entries.push({
      level: here.level,
      ordinal: here.ordinal,
      name: squeezed(text.slice(here.at, here.at + here.length + clean)),
      from: here.at,
      to: here.at + here.length + clean
    })
    end = here.at + here.length + clean
    if (clean < title.length) break
  }
  if (entries.length < leastEntries) return null
  const word = /目\s*录\s*$/u.exec(text.slice(0, found[start]!.at))
  return {from: word ? word.index : found[start]!.at, entries, to: end}
}

function levelOf(unit: string): number {
  return unit === '章' ? 1 : unit === '节' ? 2 : 0
}

/** Where the entries start: at the first label after 目录, else at the first label if the text opens with it or titles alone follow. */
function startOf(text: string, found: readonly {at: number}[], unnamed: boolean): number {
  const word = /目\s*录/u.exec(text)
  if (word) return found.findIndex(f => f.at >= word.index && f.at - word.index < 12)
  const first = found.slice(0, 2 * leastEntries)
  if (first.length < 2 * leastEntries) return -1
  if (first[0]!.at < 2) return 0
  const titles = first.slice(1).map((next, i) => text.slice(first[i]!.at, next.at))
  return unnamed && titles.every(title => title.length <= longestTitle && !/[。；，]/u.test(title)) ? 0 : -1
}

/** Numbers of a contents page go on: 1 after any coarser label, else one more than before. A leap of one is let pass. */
function countsOn(counts: number[], level: number, ordinal: number): boolean {
  const last = counts[level]!
  if (ordinal !== last + 1 && !(ordinal > last && ordinal <= last + 2) && !(ordinal === 1)) return false
  counts[level] = ordinal
  for (let l = level + 1; l < counts.length; l++) counts[l] = 0
  return true
}

/** How much of a text is the title: up to the words with which a body opens, or all of it where nothing tells. */
function cutTitle(text: string): number {
  let at = text.length
  for (const rule of bodyOpening as readonly PatternRule[]) {
    const match = rule.pattern.exec(text)
    if (match && match.index >= 4 && match.index < at) at = match.index
  }
  // a title that all plans have, and a whole sentence
  const usual = usualEnd(text)
  return usual > 0 && usual + longestTitle / 4 < at && /[，。]/u.test(text.slice(usual)) ? usual : at
}

function usualEnd(text: string): number {
  const from = text.length - text.trimStart().length
  const usual = usualTitle.pattern.exec(text.slice(from))?.[0].length ?? 0
  return usual >= 4 ? from + usual : 0
}

function squeezed(text: string): string {
  return text.replace(/[\s\u3000\u00a0]+/gu, '').replace(/[.．…·]{2,}\s*[0-9]*$/u, '')
}

/**
 * How many characters of a text are headings that the contents page knows, one after the other: 第一章发展基础第一节主要成就.
 * Returns the entries and where each ends.
 */
export function headingsAtStart(text: string, entries: readonly Entry[]): {entry: Entry; to: number}[] {
  const out: {entry: Entry; to: number}[] = []
  let at = 0
  for (;;) {
    const next = entries.find(
      entry => matchEnd(text, at, entry.name) > 0 && !out.some(o => o.entry === entry)
    )
    if (!next) return out
    at = matchEnd(text, at, next.name)
    out.push({entry: next, to: at})
  }
}

/** End of `name` in the text at `at`, white space in the text aside; 0 where it does not stand there. */
function matchEnd(text: string, at: number, name: string): number {
  let i = at
  for (const char of name) {
    while (i < text.length && /\s/u.test(text[i]!)) i++
    if (!text.startsWith(char, i)) return 0
    i += char.length
  }
  return i
}
