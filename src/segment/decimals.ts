import type {Rank} from '../tree/nodes.js'
import {decimalLabel} from './headings.rules.js'
import type {Line, Mark} from './lines.js'

/** The ranks of 1, 1.1, 1.1.1 and 1.1.1.1. */
const ranks: readonly Rank[] = ['chapter', 'section', 'enum3', 'enum4']

/** So many decimal labels that follow each other make a text numbered by decimals; fewer may be figures. */
const enough = 3

/**
 * Marks the headings of texts that are numbered by decimals (1 总则, 1.1 编制目的). Only labels that follow from those before count:
 * the next at their depth, or the first one deeper. A figure at the head of a line does neither.
 */
export function markDecimals(lines: readonly Line[]): readonly Line[] {
  const marked: {i: number; mark: Mark}[] = []
  let path: readonly number[] = []
  for (const [i, line] of lines.entries()) {
    if (line.block.kind !== 'paragraph' || line.box || line.text.length > 50) continue
    const match = decimalLabel.pattern.exec(line.text)
    if (!match) {
      if (line.mark?.rank === 'chapter' && line.mark.ordinal !== null) path = [line.mark.ordinal]
      continue
    }
    const label = match[1]!.split('.').map(Number)
    if (!follows(path, label)) continue
    path = label
    const mark: Mark = {
      rank: ranks[label.length - 1]!,
      ordinal: label.at(-1)!,
      label: match[1]!,
      end: match[0].length,
      damaged: false
    }
    marked.push({i, mark})
  }
  if (marked.filter(({mark}) => mark.label!.includes('.')).length < enough) return lines
  const out = [...lines]
  for (const {i, mark} of marked) out[i] = {...out[i]!, mark}
  return out
}

/** 2 after 1.3.1, 1.4 after 1.3.1, 1.3.2 after 1.3.1, 1.3.1.1 after 1.3.1. */
function follows(path: readonly number[], label: readonly number[]): boolean {
  if (label.length > path.length + 1) return false
  const depth = label.length - 1
  for (let i = 0; i < depth; i++) if (path[i] !== label[i]) return false
  return label[depth] === (path[depth] ?? 0) + 1
}
