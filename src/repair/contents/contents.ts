import type {PatternRule} from '../../core/rule.js'
import {anyNumeral} from '../../zh/ordinals.js'
import {endsWell} from '../../zh/sentences.js'
import {levels, markOf, type Mark} from '../marks.js'
import {bodyOpening} from './contents.rules.js'
import {usualTitle} from './titles.rules.js'

/** An entry of a contents page: its number, its whole wording, and where it stands in the text it was found in. */
export interface Entry extends Mark {
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

/** The number that opens an entry, and where it stands. */
interface Label extends Mark {
  readonly at: number
  readonly length: number
}

const numeral = '[一二三四五六七八九十]'
const label = new RegExp(
  `第${anyNumeral}(?:编|篇|部分|章|节)|(?<!${numeral}|、)${numeral}{1,3}、(?!${numeral})|[（(]${numeral}{1,3}[）)]`,
  'gu'
)
/** 编, 章 and 节 are headings wherever they stand; 一、 and （一） count other things, too. */
export const finestSure = 2
/** The finest that contents pages list: （一）. */
const finestListed = 5
const leastEntries = 4
const leastFine = 6
/** So many entries are a page where nothing else stands in the text but the word 目录. */
export const leastAnnounced = 3
const longestTitle = 60
/** With its number. */
export const longestEntry = 64

/** Does a text open with a number that contents pages list? */
export function opensEntry(text: string): boolean {
  return (markOf(text)?.level ?? Infinity) <= finestListed
}

/** A heading and nothing else: no sentence follows it, nor does it end one. */
export function isTitle(text: string): boolean {
  return text.length <= longestEntry && opensEntry(text) && !endsWell(text)
}

/**
 * The contents page that is glued into a text, if one is: labels that count on, with nothing but titles between them. `unnamed`: one
 * without the word 目录 may stand amid the text. 一、 and （一） are entries where most chapters have them, or after the word.
 */
export function contentsIn(text: string, unnamed = false): ContentsPage | null {
  const labels = labelsIn(text)
  const titles = opensWithWord.test(text) && !/[。；]/u.test(text)
  const alone = titles ? pageOf(text, labels, afterWord(text, labels), leastAnnounced) : null
  if (alone?.to === text.length) return alone
  const sure = labels.filter(({level}) => level <= finestSure)
  const coarse = pageOf(text, sure, startOf(text, sure, unnamed))
  const from = coarse ? labels.findIndex(({at}) => at === coarse.entries[0]!.from) : afterWord(text, labels)
  const whole = sure.length < labels.length ? pageOf(text, labels, from) : null
  if (!whole) return coarse
  const stray = strayAt(whole.entries)
  if (stray >= leastEntries)
    return {...whole, entries: whole.entries.slice(0, stray), to: whole.entries[stray]!.from}
  return stray < 0 && (coarse || whole.entries.length >= leastFine) ? whole : coarse
}

/** The numbers in a text that may open an entry, in order. */
export function labelsIn(text: string): Label[] {
  return [...text.matchAll(label)].flatMap(match => {
    const mark = markOf(match[0])
    return mark ? [{...mark, at: match.index, length: match[0].length}] : []
  })
}

/**
 * Where 一、 and （一） begin that are no entries: they stand under the last chapter or section of the page alone, where the body has
 * begun. −1 where none do.
 */
function strayAt(entries: readonly Mark[]): number {
  const first = entries.findIndex(({level}) => level > finestSure)
  const last = entries.findLastIndex(({level}) => level <= finestSure)
  return last >= 0 && first > last ? first : -1
}

function pageOf(
  text: string,
  labels: readonly Label[],
  start: number,
  least = leastEntries
): ContentsPage | null {
  if (start < 0 || labels.length < least) return null
  const entries: Entry[] = []
  let end = start
  const counts = counter()
  for (let i = start; i < labels.length; i++) {
    const {at, length, level, ordinal} = labels[i]!
    const to = labels[i + 1]?.at ?? text.length
    const title = text.slice(at + length, to)
    const last = i === labels.length - 1
    // the first heading again: the body begins
    if (entries.length >= least && squeezed(text.slice(at, to)).startsWith(entries[0]!.name)) break
    if (!countsOn(counts, level, ordinal, mostPassed.glued)) break
    const clean = last
      ? cutTitle(title)
      : title.length > longestTitle || /[。；]/u.test(title)
        ? cutTitle(title)
        : title.length
    // a list of whole sentences begins
    if (level > finestSure && ordinal === 1 && clean === title.length && /[。；]/u.test(title)) break
    end = at + length + clean
    entries.push({level, ordinal, name: squeezed(text.slice(at, end)), from: at, to: end})
    if (clean < title.length) break
  }
  if (entries.length < least) return null
  const word = /目\s*录\s*$/u.exec(text.slice(0, labels[start]!.at))
  return {from: word ? word.index : labels[start]!.at, entries, to: end}
}

/** A line as an entry of a contents page. */
export function entryOf(line: string): Entry | null {
  const mark = markOf(line)
  return mark && {...mark, name: squeezed(line), from: 0, to: line.length}
}

/** Lines as entries of a contents page, as far as their numbers count on. */
export function entriesOf(lines: readonly string[]): readonly Entry[] {
  const entries: Entry[] = []
  const counts = counter()
  for (const line of lines) {
    const entry = entryOf(line)
    if (!entry || !countsOn(counts, entry.level, entry.ordinal, mostPassed.lines)) break
    entries.push(entry)
  }
  const stray = strayAt(entries)
  return stray < 0 ? entries : entries.slice(0, stray)
}

/** Where the entries start: at the first label after 目录, else at the first label if the text opens with it or titles alone follow. */
function startOf(text: string, labels: readonly Label[], unnamed: boolean): number {
  if (contentsWord.test(text)) return afterWord(text, labels)
  const first = labels.slice(0, 2 * leastEntries)
  if (first.length < 2 * leastEntries) return -1
  if (first[0]!.at < 2) return 0
  const titles = first.slice(1).map((next, i) => text.slice(first[i]!.at, next.at))
  return unnamed && titles.every(title => title.length <= longestTitle && !/[。；，]/u.test(title)) ? 0 : -1
}

const contentsWord = /目\s*录/u
/** Nothing stands before the word, or the title of a plan. 投资项目目录 names a list of its own. */
const opensWithWord =
  /^\s*(?:[^。；，：]{4,60}(?:规划|纲要|计划|方案|意见|决定|报告|办法|[年日稿行][）)])\s*)?目\s*录/u
const mostAfterWord = 12

function afterWord(text: string, labels: readonly Label[]): number {
  const word = contentsWord.exec(text)
  return word ? labels.findIndex(({at}) => at >= word.index && at - word.index < mostAfterWord) : -1
}

/** What a contents page has counted to, by level: under the coarser heading, and on the whole page. */
interface Counter {
  readonly here: number[]
  readonly ever: number[]
}

function counter(): Counter {
  return {here: new Array<number>(levels).fill(0), ever: new Array<number>(levels).fill(0)}
}

/** Entries that a page may lack in a row: lines of the text itself are numbered, too. */
const mostPassed = {glued: 2, lines: 1}

/**
 * Numbers of a contents page go on: one more than before, or 1 after a coarser label; （一） may count on from one coarser label to the
 * next. A leap over `most` numbers is let pass; so are chapters that begin anew, for a page may list several documents.
 */
function countsOn({here, ever}: Counter, level: number, ordinal: number, most: number): boolean {
  const last = here[level]!
  const anew = ordinal === 1 && level <= finestSure
  const through = level > finestSure && last === 0 && ordinal === ever[level]! + 1
  if (!anew && !through && (ordinal <= last || ordinal > last + 1 + most)) return false
  here[level] = ever[level] = ordinal
  here.fill(0, level + 1)
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
  return text
    .replace(/\s+[0-9]{1,3}\s*$/u, '')
    .replace(/\s+/gu, '')
    .replace(/[.．…·]{2,}[0-9]*$/u, '')
}

/** A heading of the contents page that a text opens with, and where it stands. */
export interface Head {
  readonly entry: Entry
  readonly from: number
  readonly to: number
  /** A full stop ends it, and text goes on in its paragraph. */
  readonly runIn: boolean
}

/** The headings that open a text and that the contents page knows, one after the other: 第一章发展基础第一节主要成就. */
export function headingsAtStart(text: string, entries: readonly Entry[]): Head[] {
  const out: Head[] = []
  if (markOf(text) === null) return out
  for (let at = 0; ;) {
    const next = entries.find(
      entry => matchEnd(text, at, entry.name) > 0 && !out.some(o => o.entry === entry)
    )
    if (!next) return out
    const from = at
    at = matchEnd(text, at, next.name)
    const runIn = text.startsWith('。', at)
    if (runIn) at++
    out.push({entry: next, from, to: at, runIn})
  }
}

/** End of `name` in the text at `at`, white space in the text aside; 0 where it does not stand there, or a clause goes on after it. */
export function matchEnd(text: string, at: number, name: string): number {
  let i = at
  for (const char of name) {
    while (i < text.length && /\s/u.test(text[i]!)) i++
    if (!text.startsWith(char, i)) return 0
    i += char.length
  }
  return /[，、；：]/u.test(text.charAt(i)) ? 0 : i
}
