import type {Line, Mark} from './lines.js'
import {longestTitle, runInEnd} from './lines.js'

/** What a line is in the outline: a heading on its own line, one with its text on the line, an item of a list, or text. */
export type Role = 'heading' | 'runIn' | 'item' | 'text'

export interface Reading {
  readonly line: Line
  readonly role: Role
  /** Characters of the line that are the heading; the rest is text. */
  readonly headingEnd: number
}

const stops = /[。；;，,：:、]$/u

/** Decides for each line with a label whether it is a heading. Neighbours of one rank are read alike. */
export function readOutline(lines: readonly Line[]): Reading[] {
  const readings = lines.map((line, i) => readOne(line, lines[i + 1]))
  for (let i = 0; i < lines.length;) {
    const rank = lines[i]!.mark?.rank
    if (rank === undefined || !isEnumeration(rank)) {
      i++
      continue
    }
    let end = i + 1
    while (end < lines.length && dressOf(lines[end]!) === dressOf(lines[i]!)) end++
    if (end - i > 1) settleRun(readings, i, end)
    i = end
  }
  return readings
}

/** Rank and kind of label: （1） and ① are of one rank and count apart. */
const dressOf = ({mark}: Line) => (mark ? mark.rank + (isCircled(mark) ? '○' : '') : '')

/** ① counts apart from （1） and names an item of a list. */
const isCircled = (mark: Mark) => mark.rank === 'enum4' && /^[^（(0-9０-９]/u.test(mark.label ?? '(')

const isEnumeration = (rank: string) => rank === 'enum2' || rank === 'enum3' || rank === 'enum4'

function readOne(line: Line, next: Line | undefined): Reading {
  const {mark, text} = line
  if (mark === null || line.block.kind !== 'paragraph') return {line, role: 'text', headingEnd: 0}
  const style = line.block.hint.style
  const all = {line, role: 'heading' as const, headingEnd: text.length}
  const label = {line, role: 'runIn' as const, headingEnd: mark.end}
  const plain = {line, role: 'text' as const, headingEnd: 0}
  if (style === 'inferred-heading' || line.block.hint.level !== undefined) return all
  const length = text.length - mark.end
  switch (mark.rank) {
    case 'none':
      return all
    case 'part':
    case 'chapter':
    case 'section': {
      if (length <= longestTitle && !/[。；]$/u.test(text)) return all
      const end = runInEnd(text, mark.end)
      if (end > 0) return {line, role: 'runIn', headingEnd: end}
      const gap = text.slice(mark.end).search(/(?<=^[^，。；：]{2,20})[\s\u3000]+(?=.{8,}。$)/u)
      return gap > 0 ? {line, role: 'runIn', headingEnd: mark.end + gap} : plain
    }
    case 'article':
      return length === 0 ? all : label
  }
  if (isCircled(mark)) return {line, role: 'item', headingEnd: mark.end}
  const end = runInEnd(text, mark.end)
  if (end > 0) return {line, role: 'runIn', headingEnd: end}
  if (length > 0 && length <= longestTitle && !stops.test(text)) return all
  if (/[：:]$/u.test(text) && length <= 30) return all
  if (/^[^，；：。]{2,20}。$/u.test(text.slice(mark.end)) && next && next.mark?.rank !== mark.rank) return all
  if (mark.rank === 'enum1') return length === 0 || /[；;，,]$/u.test(text) ? plain : label
  if (
    mark.rank === 'enum3' &&
    /。$/u.test(text) &&
    length <= 30 &&
    !/[，；]/u.test(text) &&
    next &&
    next.mark === null
  )
    return all
  if (mark.rank === 'enum2' && !/[；;，,]$/u.test(text)) return label
  return {line, role: 'item', headingEnd: mark.end}
}

/**
 * A run of neighbours of one rank, with nothing between them: where one is an item, or the line above announces a list, all are
 * items, unless all of them are bare titles.
 */
function settleRun(readings: Reading[], start: number, end: number): void {
  const run = readings.slice(start, end)
  const above = readings[start - 1]?.line.text ?? ''
  const announced = /[：:；]$/u.test(above)
  const anyItem = run.some(reading => reading.role === 'item' || /[；;]$/u.test(reading.line.text))
  const allRunIn = run.every(
    reading => reading.role === 'runIn' && reading.headingEnd > (reading.line.mark?.end ?? 0)
  )
  if (allRunIn && !announced) return
  const bare = run.slice(0, -1).every(reading => reading.role === 'heading')
  const rank = run[0]!.line.mark!.rank
  const listed = anyItem || announced || (bare && rank !== 'enum2')
  if (!listed) return
  for (let i = start; i < end; i++) {
    const reading = readings[i]!
    const last = i === end - 1 && reading.role === 'heading'
    const goesOn = reading.line.mark!.ordinal === (readings[i - 1]?.line.mark?.ordinal ?? 0) + 1
    const opensText = last && !goesOn && bare && !announced && !anyItem
    if (!opensText) readings[i] = {...reading, role: 'item', headingEnd: reading.line.mark!.end}
  }
}
