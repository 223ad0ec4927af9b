import type {Span} from './span.js'

/**
 * A run of text and the raw characters it stands for.
 * Equal lengths map character for character; other lengths are atomic (`&ge;` → `≥`); an empty span means generated here.
 */
export interface Piece {
  readonly text: string
  readonly raw: Span
}

/** Text that remembers where each of its characters came from. */
export type Traced = readonly Piece[]

/** The raw slice itself, unchanged. */
export function trace(raw: string, start: number, end: number): Traced {
  return start < end ? [{text: raw.slice(start, end), raw: [start, end]}] : []
}

/** The text alone. */
export function textOf(traced: Traced): string {
  if (traced.length === 1) return traced[0]!.text
  let text = ''
  for (const piece of traced) text += piece.text
  return text
}

/** The raw spans behind it, in text order; neighbours that touch are joined, generated pieces have none. */
export function spansOf(traced: Traced): Span[] {
  const spans: [number, number][] = []
  for (const {
    raw: [start, end]
  } of traced) {
    if (start === end) continue
    const last = spans.at(-1)
    if (last && last[1] === start) last[1] = end
    else spans.push([start, end])
  }
  return spans
}

/** Where its first raw character stands, or -1 where it has none. */
export function startOf(traced: Traced): number {
  for (const piece of traced) if (piece.raw[0] < piece.raw[1]) return piece.raw[0]
  return -1
}

/** Characters `[from, to)` of the text. An atomic piece goes to the side that holds its first character. */
export function slice(traced: Traced, from: number, to = Infinity): Traced {
  const out: Piece[] = []
  let at = 0
  for (const piece of traced) {
    const start = at
    at += piece.text.length
    if (at <= from || start >= to) continue
    if (start >= from && at <= to) {
      out.push(piece)
      continue
    }
    const a = Math.max(from - start, 0)
    const b = Math.min(to - start, piece.text.length)
    if (piece.raw[1] - piece.raw[0] === piece.text.length)
      out.push({text: piece.text.slice(a, b), raw: [piece.raw[0] + a, piece.raw[0] + b]})
    else if (a === 0) out.push(piece)
  }
  return out
}

/** One after the other. */
export function concat(...parts: readonly Traced[]): Traced {
  return parts.flat()
}

/** Without white space (and the given extra characters) at both ends; what is left off becomes layout. */
export function trim(traced: Traced, blank: RegExp = /[\s\u00a0\u3000\u200b\ufeff]/u): Traced {
  const text = textOf(traced)
  let from = 0
  let to = text.length
  while (from < to && blank.test(text[from]!)) from++
  while (to > from && blank.test(text[to - 1]!)) to--
  return from === 0 && to === text.length ? traced : slice(traced, from, to)
}
