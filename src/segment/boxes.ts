import type {Reading} from './outline.js'
import {boxMarkOf, longestTitle, type Line, type Mark} from './lines.js'

/**
 * The title of a frame: 专栏 with its number, or a bare number that follows the box before (the word was lost).
 * `last` is the number of that box.
 */
export function readBoxTitle(line: Line, last: number): {mark: Mark} | null {
  if (line.block.kind !== 'paragraph') return null
  const mark = line.box ?? boxMarkOf(line.text)
  if (mark) return {mark}
  const bare = /^(\d{1,2})\s*[：:][\s\u3000]*(?=\S)/u.exec(line.text)
  if (!bare || Number(bare[1]) !== last + 1 || line.text.length > longestTitle) return null
  return {mark: {rank: 'none', ordinal: Number(bare[1]), label: bare[1]!, end: bare[0].length, damaged: true}}
}

/**
 * Where a box ends that has no frame: at a heading of the text around, at the next box, at a table's caption, or at a paragraph
 * that follows run-in items or a gap. `i` is its title line. Returns the first line that is not in it.
 */
export function boxEnd(readings: readonly Reading[], i: number): number {
  const outer = lastOrdinals(readings, i)
  const inner = new Map<string, number>()
  let end = i + 1
  for (; end < readings.length; end++) {
    const {line, role} = readings[end]!
    if (line.box !== null || line.block.kind === 'frame') break
    const mark = line.mark
    if (mark && ['part', 'chapter', 'section', 'article'].includes(mark.rank)) break
    if (mark && mark.ordinal !== null) {
      const goesOnInside =
        inner.get(mark.rank) === mark.ordinal - 1 || (mark.ordinal === 1 && !inner.has(mark.rank))
      const goesOnOutside = outer.get(mark.rank) === mark.ordinal - 1
      if (!goesOnInside || (goesOnOutside && !inner.has(mark.rank))) break
      inner.set(mark.rank, mark.ordinal)
      continue
    }
    if (end > i + 1 && (line.block.hint.blank ?? 0) >= 2) break
    const before = readings[end - 1]!
    const afterText =
      before.role === 'runIn' ||
      before.role === 'item' ||
      (before.role === 'text' && end - 1 > i && inner.size === 0 && !before.line.text.endsWith('：'))
    if (
      role === 'text' &&
      line.block.kind === 'paragraph' &&
      afterText &&
      !/^[—●■◆]/u.test(line.text) &&
      line.text.length > 40
    )
      break
  }
  return end
}

/** The numbers the ranks of the text around have reached. */
function lastOrdinals(readings: readonly Reading[], i: number): Map<string, number> {
  const last = new Map<string, number>()
  for (let k = Math.max(0, i - 400); k < i; k++) {
    const {line, role} = readings[k]!
    if (line.mark?.ordinal != null && role !== 'text') last.set(line.mark.rank, line.mark.ordinal)
  }
  return last
}
