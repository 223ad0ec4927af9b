import type {Span} from '../core/span.js'
import {limits} from './markdown.rules.js'

/** As long as a stretch is at least. */
const stretch = 1000

/**
 * The text in stretches that mean the same alone: they end at an empty line before a line that no list, quotation, fence or comment
 * can reach. The parser takes the square of the number of tables; in stretches it does not.
 */
export function stretchesOf(raw: string, from: number): Span[] {
  const spans: Span[] = []
  let start = from
  let fence = false
  let comment = false
  let blank = false
  for (let at = from; at < raw.length;) {
    const newline = raw.indexOf('\n', at)
    const end = newline < 0 ? raw.length : newline + 1
    const line = raw.slice(at, Math.min(end, at + 400))
    if (blank && !fence && !comment && at - start >= stretch && /^[^\s>*+\-\d|<`~]/.test(line)) {
      spans.push([start, at])
      start = at
    }
    if (/^\s{0,12}(?:>\s?)*(?:`{3}|~{3})/.test(line)) fence = !fence
    const opened = raw.slice(at, end).lastIndexOf('<!--')
    const closed = raw.slice(at, end).lastIndexOf('-->')
    comment = opened > closed || (comment && closed < 0)
    blank = line.trim() === ''
    at = end
  }
  if (start < raw.length) spans.push([start, raw.length])
  return spans
}

/** The limit that a file is beyond, or null. */
export function tooMuch(raw: string): string | null {
  if (raw.length > limits.chars.value) return limits.chars.id
  return tooDeep.test(raw) ? limits.depth.id : null
}

/** Fifty marks that open something on one line, an item as far in as a hundred spaces, or a run of fifty brackets. */
const tooDeep = /^(?:[ \t]*(?:[>*+-]|\d{1,9}[.)])){50}|^[ \t]{100,}(?:[>*+-]|\d{1,9}[.)])|[[!<*_]{50}/m
