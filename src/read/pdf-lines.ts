/** Glyphs put together to lines: by baseline, then from left to right, with the spaces a reader sees. */
import type {Piece, Traced} from '../core/traced.js'
import type {Glyph} from './pdf-glyphs.js'

/** A glyph with its place in the raw text. */
export interface Sign extends Glyph {
  /** Where it stands in the raw text, and how long it is there. */
  readonly start: number
  readonly end: number
  /** What is kept of it: a radical reads as the character it shows. */
  readonly shown: string
  /** White space. */
  readonly blank: boolean
}

export interface Line {
  readonly page: number
  readonly signs: readonly Sign[]
  readonly text: string
  readonly left: number
  readonly right: number
  /** Baseline, and the height of most of its glyphs. */
  readonly y: number
  readonly size: number
  readonly bold: boolean
}

/** Lines from top to bottom. */
export function linesOf(signs: readonly Sign[], page: number): Line[] {
  const rows: {y: number; size: number; signs: Sign[]}[] = []
  for (const sign of [...signs].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const row = rows.at(-1)
    if (row && sign.y - row.y <= 0.45 * Math.max(row.size, sign.size)) {
      row.signs.push(sign)
      if (sign.size > row.size) {
        row.size = sign.size
        row.y = sign.y
      }
    } else rows.push({y: sign.y, size: sign.size, signs: [sign]})
  }
  const lines: Line[] = []
  for (const row of withRaised(rows)) {
    const line = lineOf(row.signs, page)
    if (line) lines.push(line)
  }
  return lines
}

interface Row {
  readonly y: number
  readonly size: number
  readonly signs: Sign[]
}

/** Small raised or lowered type (a note mark, the 2 of m²) joined to the line that it touches. */
function withRaised(rows: readonly Row[]): readonly Row[] {
  const taken = new Set<Row>()
  rows.forEach((row, i) => {
    const left = row.signs[0]!.x
    const right = Math.max(...row.signs.map(sign => sign.x + sign.width))
    for (const host of [rows[i + 1], rows[i - 1]]) {
      if (!host || taken.has(host) || row.size > 0.75 * host.size) continue
      if (Math.abs(host.y - row.y) > 0.75 * host.size) continue
      const touches = host.signs.some(
        sign => sign.x < right + 0.5 * host.size && sign.x + sign.width > left - 0.5 * host.size
      )
      if (!touches) continue
      host.signs.push(...row.signs)
      taken.add(row)
      return
    }
  })
  return taken.size === 0 ? rows : rows.filter(row => !taken.has(row))
}

/** The line that these glyphs make, or null where they are all blank. */
export function lineOf(signs: readonly Sign[], page: number): Line | null {
  const sorted = [...signs].sort((a, b) => a.x - b.x)
  let from = 0
  let to = sorted.length
  while (from < to && sorted[from]!.blank) from++
  while (to > from && sorted[to - 1]!.blank) to--
  if (from === to) return null
  const bare = sorted.slice(from, to)
  const size = usualSize(bare)
  const base = bare.find(sign => sign.size === size) ?? bare[0]!
  let right = 0
  let bold = 0
  for (const sign of bare) {
    right = Math.max(right, sign.x + sign.width)
    if (sign.bold) bold++
  }
  return {
    page,
    signs: bare,
    text: bare.map(sign => sign.shown).join(''),
    left: bare[0]!.x,
    right,
    y: base.y,
    size,
    bold: bold * 2 > bare.length
  }
}

function usualSize(signs: readonly Sign[]): number {
  const counts = new Map<number, number>()
  let best = signs[0]!.size
  for (const {size} of signs) {
    const count = (counts.get(size) ?? 0) + 1
    counts.set(size, count)
    if (count > (counts.get(best) ?? 0)) best = size
  }
  return best
}

const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f“”‘’…—]/

/** The text of a line. A gap that no blank glyph fills becomes a space where it is wider than letters are ever set apart. */
export function tracedLine(signs: readonly Sign[]): Traced {
  const pieces: Piece[] = []
  let before: Sign | undefined
  for (const sign of signs) {
    if (before && isGap(before, sign)) pieces.push({text: ' ', raw: [sign.start, sign.start]})
    const last = pieces.at(-1)
    const plain = sign.shown.length === sign.end - sign.start
    if (last && plain && last.raw[1] === sign.start && last.text.length === last.raw[1] - last.raw[0])
      pieces[pieces.length - 1] = {text: last.text + sign.shown, raw: [last.raw[0], sign.end]}
    else pieces.push({text: sign.shown, raw: [sign.start, sign.end]})
    before = sign
  }
  return pieces
}

function isGap(before: Sign, sign: Sign): boolean {
  const gap = sign.x - before.x - before.width
  if (before.blank || sign.blank) return false
  const size = Math.max(before.size, sign.size)
  return gap > (wide.test(before.shown) || wide.test(sign.shown) ? 0.6 : 0.2) * size
}

/** One line after the other, as one text: words of letters are kept apart, Han text runs on. */
export function joinLines(first: Traced, second: Traced): Traced {
  const a = first.at(-1)?.text.at(-1) ?? ''
  const head = second[0]
  if (!head) return first
  const apart = /[A-Za-z,.;:)]/.test(a) && /^[A-Za-z(]/.test(head.text)
  return apart ? [...first, {text: ' ', raw: [head.raw[0], head.raw[0]]}, ...second] : [...first, ...second]
}
