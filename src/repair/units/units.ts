import type {Block} from '../../core/draft.js'
import {textOf} from '../../core/traced.js'
import {endsWell, sentenceEnds} from '../../zh/sentences.js'
import {contentsIn} from '../contents/contents.js'
import {listingsOf} from '../contents/listing.js'
import {copyEnds} from './copies.js'
import {unglue} from './unglue.js'

/** A sentence of a draft: the smallest thing that repair moves or lets go. */
export interface Unit {
  /** Index of the paragraph block it stands in, and the characters of that block's text. */
  readonly block: number
  readonly from: number
  readonly to: number
  readonly text: string
  /** Equal exactly for units that are the same text, white space and the width of marks aside. */
  readonly key: number
  /** First of its block. */
  readonly opens: boolean
  /** An entry of a contents page that stands line by line: no copy of the heading in the body. */
  readonly listed: boolean
  /** White space stands before it, within its block. */
  readonly spaced: boolean
  /** Letters, digits and characters, without marks and white space. */
  readonly solid: number
}

const halfToFull: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '(': '（',
  ')': '）',
  '?': '？',
  '!': '！'
}

/**
 * What makes two texts the same: every digit, unit and negation counts, white space does not, nor whether a comma, colon or
 * bracket is written half or full width.
 */
export function sameAs(text: string): string {
  return text
    .replace(/[\s\u00a0\u3000\u200b\ufeff]+/gu, '')
    .replace(/[,;:()?!]/g, mark => halfToFull[mark] ?? mark)
}

/** Letters, digits and Han characters in it. */
export function solidIn(text: string): number {
  let count = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (
      (code >= 0x3400 && code <= 0x9fff) ||
      (code >= 0x30 && code <= 0x39) ||
      (code >= 0x41 && code <= 0x5a) ||
      (code >= 0x61 && code <= 0x7a) ||
      (code >= 0xf900 && code <= 0xfaff) ||
      code >= 0xd800
    )
      count++
  }
  return count
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x3000 || code === 0xa0 || code === 0x09
}

/** All sentences of the paragraph blocks, in order, without the white space before them. Blocks without text have none; grids and frames are not cut. */
export function unitsOf(blocks: readonly Block[]): Unit[] {
  const units: Unit[] = []
  const keys = new Map<string, number>()
  for (let b = 0; b < blocks.length; b++) {
    const block = blocks[b]!
    if (block.kind !== 'paragraph' || block.text.length === 0) continue
    const text = textOf(block.text)
    let end = 0
    for (const to of endsIn(text)) {
      let from = end
      while (from < to - 1 && isBlank(text.charCodeAt(from))) from++
      const slice = text.slice(from, to)
      const solid = solidIn(slice)
      units.push({
        block: b,
        from,
        to,
        text: slice,
        key: keyOf(sameAs(slice), keys),
        opens: end === 0,
        listed: false,
        spaced: end > 0 && from > end,
        solid
      })
      end = to
    }
  }
  for (const {from, to} of listingsOf(units))
    for (let t = from; t < to; t++) {
      const unit = units[t]!
      units[t] = {...unit, key: keyOf(`目录 ${sameAs(unit.text)}`, keys), listed: true}
    }
  const end = openEnd(units)
  const parts = units.flatMap(unit => apart(unit, keys, end))
  return unglue(parts, sameAs, (unit, at) => cutAt(unit, at, keys))
}

/** Where the sentences of a paragraph end, and the copies where it, or what it ends with, is nothing but copies. */
function endsIn(text: string): readonly number[] {
  const ends = sentenceEnds(text)
  const last = ends.at(-2) ?? 0
  const copies = [...copyEnds(text), ...copyEnds(text.slice(last)).map(end => last + end)]
  return copies.length === 0 ? ends : [...new Set([...ends, ...copies])].sort((a, b) => a - b)
}

/** The key of a name, a new one where it is new. */
function keyOf(name: string, keys: Map<string, number>): number {
  const key = keys.get(name) ?? keys.size
  keys.set(name, key)
  return key
}

const leastGlued = 12

/** Characters of an end that is no cell, and how often readers come to it at most. */
const openEnds = {solid: 6, most: 3}

/** How the text ends, where that is no whole sentence (a source, an author): what another reader wrote is glued to it elsewhere. */
function openEnd(units: readonly Unit[]): string | null {
  const last = units.at(-1)
  if (!last || endsWell(last.text) || !/\p{Script=Han}/u.test(last.text) || last.solid < openEnds.solid)
    return null
  const end = last.text.trimEnd()
  return units.filter(({text}) => text.startsWith(end)).length <= openEnds.most ? end : null
}

/**
 * A glued contents page ends with its last title, and a sentence of the body begins: it is a unit of its own, so that it can be moved.
 * Where nothing tells how long the title is, a copy of the sentence elsewhere does. So is what is glued to the end of the text.
 */
function apart(unit: Unit, keys: Map<string, number>, end: string | null): readonly Unit[] {
  if (end !== null && unit.text.length > end.length && unit.text.startsWith(end))
    return cutAt(unit, end.length, keys)
  if (unit.solid < leastGlued * 4) return [unit]
  const page = contentsIn(unit.text)
  if (!page) return [unit]
  const title = page.entries.at(-1)!
  for (let at = title.from + 4; at <= page.to && at < unit.text.length - leastGlued; at++)
    if (keys.has(sameAs(unit.text.slice(at)))) return cutAt(unit, at, keys)
  return cutAt(unit, page.to, keys)
}

function cutAt(unit: Unit, cut: number, keys: Map<string, number>): readonly Unit[] {
  if (cut >= unit.text.length) return [unit]
  const part = (from: number, to: number): Unit => {
    const text = unit.text.slice(from, to)
    return {
      ...unit,
      from: unit.from + from,
      to: unit.from + to,
      text,
      key: keyOf(sameAs(text), keys),
      opens: from === 0 && unit.opens,
      spaced: from === 0 && unit.spaced,
      solid: solidIn(text)
    }
  }
  return [part(0, cut), part(cut, unit.text.length)]
}
