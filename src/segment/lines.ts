import type {Block} from '../core/draft.js'
import {textOf} from '../core/traced.js'
import type {Rank} from '../tree/nodes.js'
import {ordinalOf} from '../zh/ordinals.js'
import {simplified} from '../zh/traditional.js'
import {boxLabel, labels, unnumbered} from './headings.rules.js'

/** A number at the head of a line: what it could be the label of. */
export interface Mark {
  readonly rank: Rank
  readonly ordinal: number | null
  /** As written. */
  readonly label: string | null
  /** Where title or text begin, in characters of the line. */
  readonly end: number
  /** The number is damaged: glyphs are lost. */
  readonly damaged: boolean
}

/** A block with the readings its text allows. */
export interface Line {
  readonly block: Block
  /** The text of a paragraph, '' of anything else. */
  readonly text: string
  /** The same, its structural words in simplified characters: what patterns look at. */
  readonly plain: string
  readonly mark: Mark | null
  readonly box: Mark | null
}

/** The longest heading seen in plans is 48 characters; longer lines are text. */
export const longestTitle = 60

/** No pattern for a whole line holds for a longer one. */
const longestPlain = 200

/** Reads each block's label, if it has one. Empty paragraphs are left out: they were evidence for tables alone. */
export function readLines(blocks: readonly Block[]): Line[] {
  const lines: Line[] = []
  for (const block of blocks) {
    if (block.kind !== 'paragraph') {
      lines.push({block, text: '', plain: '', mark: null, box: null})
      continue
    }
    if (block.text.length === 0) continue
    const text = textOf(block.text)
    lines.push({
      block,
      text,
      plain: text.length > longestPlain ? text : simplified(text),
      mark: markOf(text),
      box: boxMarkOf(text)
    })
  }
  return lines
}

/** Only these can open a label: a look at one character saves nine patterns. */
const opener = /^[第（(0-9０-９①-⑳㉑-㉟㊱-㊿一二三四五六七八九十前序引导導结結后後附名编編规規]/u

/** The label at the head of a text. */
export function markOf(text: string): Mark | null {
  if (!opener.test(text)) return null
  const head = simplified(text.length > 80 ? text.slice(0, 80) : text)
  for (const rule of labels) {
    const match = rule.pattern.exec(head)
    if (!match) continue
    return {
      rank: rule.rank,
      ordinal: ordinalOf(compact(match[2] ?? match[3] ?? '')),
      label: text.slice(0, match[1]!.length),
      end: match[0].length,
      damaged: false
    }
  }
  if (unnumbered.pattern.test(head) && text.length < 40)
    return {rank: 'none', ordinal: null, label: null, end: 0, damaged: false}
  return null
}

/** The label of a box at the head of a text that could be its title line. */
export function boxMarkOf(text: string): Mark | null {
  if (text.length > longestTitle + 10 || !/[栏欄]/u.test(text.slice(0, 10)) || /[。；]$/u.test(text))
    return null
  const match = boxLabel.pattern.exec(simplified(text))
  if (!match) return null
  const start = match[0].indexOf(match[1]!)
  return {
    rank: 'none',
    ordinal: match[2] === undefined ? null : ordinalOf(match[2]),
    label: text.slice(start, start + match[1]!.length),
    end: match[0].length,
    damaged: false
  }
}

const compact = (number: string) => number.replace(/\s/gu, '')

/**
 * Where a run-in title ends: after the first 。 that more text follows, or after a colon that closes a few words
 * (（一）2025年主要目标：…); -1 where there is none. `limit` is the longest title.
 */
export function runInEnd(text: string, from: number, limit = 50): number {
  const stop = text.indexOf('。', from)
  const colon = /^[^。：:，；]{2,20}[：:](?=.)/u.exec(text.slice(from, from + 24))
  if (colon && (stop < 0 || stop > from + colon[0].length)) return from + colon[0].length
  if (stop < 0 || stop - from > limit || stop === text.length - 1) return -1
  return stop + 1
}
