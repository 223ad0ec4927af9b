import type {Draft} from '../../core/draft.js'
import {cut} from '../../core/edit.js'
import type {LetGo} from '../../core/ledger.js'
import {note} from '../../core/note.js'
import type {Span} from '../../core/span.js'
import type {Context} from '../../core/stage.js'
import {slice, spansOf} from '../../core/traced.js'
import {isTitle} from '../contents/contents.js'
import {markOf} from '../marks.js'
import {repeated} from '../repair.rules.js'
import type {Unit} from '../units/units.js'

/** A stretch that stands twice in a row: units [start, start + size) and again right after. */
export interface Repeat {
  readonly start: number
  readonly size: number
}

/** A stretch must be this long, and hold a whole sentence, to be more than a cell or a slogan that recurs. */
const leastSolid = 20
/** With its number. */
const leastHeading = 4

/**
 * Stretches that stand again directly after themselves: p1 p1, p1 p2 p1 p2, and the shifted p1 p2 p3 p2 p3 p4. Found by comparing
 * each sentence with the next of its key: where a whole distance of sentences in a row repeats at that distance, it is one.
 */
export function repeatsIn(units: readonly Unit[]): Repeat[] {
  const next = new Int32Array(units.length).fill(-1)
  const last = new Map<number, number>()
  for (let t = units.length - 1; t >= 0; t--) {
    next[t] = last.get(units[t]!.key) ?? -1
    last.set(units[t]!.key, t)
  }
  const found: Repeat[] = []
  for (let t = 0; t < units.length;) {
    const distance = next[t]! < 0 ? 0 : next[t]! - t
    let length = 0
    while (distance > 0 && t + length < units.length && next[t + length]! - (t + length) === distance)
      length++
    if (length < distance || distance === 0 || !weighty(units, t, distance) || !framed(units, t, distance)) {
      t++
      continue
    }
    found.push({start: t, size: distance})
    t += distance
  }
  return found
}

function weighty(units: readonly Unit[], start: number, size: number): boolean {
  if (units.slice(start, start + size).every(isHeading)) return true
  let solid = 0
  let sentence = false
  for (let t = start; t < start + size; t++) {
    solid += units[t]!.solid
    const {text, solid: own} = units[t]!
    if (own >= leastSolid / 2 && /[。！？；][”’）》」]*$/u.test(text)) sentence = true
    if (own >= leastSolid && /[，,；;]/u.test(text)) sentence = true
    // numbers count on: two numbered lines in a row are not written again by their author
    if (size > 1 && markOf(units[t]!.text) !== null) sentence = true
  }
  return sentence && solid >= leastSolid
}

/** Nobody writes 第二节…, 一、… or （三）… again right under itself. 1. also numbers the rows of tables. */
function isHeading({text, opens, solid}: Unit): boolean {
  return opens && solid >= leastHeading && isTitle(text)
}

/** Both copies begin alike: at the opening of a block, or both within one. */
function framed(units: readonly Unit[], start: number, size: number): boolean {
  return units[start]!.opens || !units[start + size]!.opens || size > 1
}

/** For each of so many units the one that it repeats, or itself. */
export function originsOf(repeats: readonly Repeat[], count: number): Int32Array {
  const origins = Int32Array.from({length: count}, (_, t) => t)
  for (const {start, size} of repeats)
    for (let t = start; t < start + size; t++) origins[t + size] = origins[t]!
  return origins
}

/** Lets the second copy of each repeat go. */
export function dropRepeats(draft: Draft, units: readonly Unit[], context: Context): Draft {
  const postings: LetGo[] = []
  const repeats = repeatsIn(units)
  const origins = originsOf(repeats, units.length)
  for (const {start, size} of repeats) {
    let first: Span | null = null
    for (let t = start; t < start + size; t++) {
      const kept = rawSpans(draft, units[origins[t]!]!)
      const gone = rawSpans(draft, units[t + size]!)
      const of = longest(kept)
      if (!of) continue
      for (const span of gone) postings.push({span, fate: 'duplicate', rule: repeated.id, of})
      first ??= of
    }
    const at = rawSpans(draft, units[start + size]!)[0] ?? null
    context.note(
      note(
        'info',
        repeated.id,
        `${size} sentence(s) stand again right after themselves`,
        at,
        first ? [first] : []
      )
    )
  }
  for (const posting of postings) context.post(posting)
  return cut(draft, postings)
}

export function rawSpans(draft: Draft, unit: Unit): Span[] {
  const block = draft.blocks[unit.block]!
  return block.kind === 'paragraph' ? spansOf(slice(block.text, unit.from, unit.to)) : []
}

export function longest(spans: readonly Span[]): Span | undefined {
  return spans.reduce<Span | undefined>((a, b) => (a && a[1] - a[0] >= b[1] - b[0] ? a : b), undefined)
}
