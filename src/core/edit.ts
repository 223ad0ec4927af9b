import {slice, type Piece, type Traced} from './traced.js'
import type {Block, Draft} from './draft.js'
import {isBlank, type LetGo, type Rewritten} from './ledger.js'
import type {Span} from './span.js'

/** The same blocks with every text passed through `edit`; blocks whose text does not change are the same objects. */
export function mapTexts(blocks: readonly Block[], edit: (text: Traced) => Traced): readonly Block[] {
  let changed = false
  const mapped = blocks.map(block => {
    const next = mapBlock(block, edit)
    if (next !== block) changed = true
    return next
  })
  return changed ? mapped : blocks
}

function mapBlock(block: Block, edit: (text: Traced) => Traced): Block {
  if (block.kind === 'paragraph') {
    const text = edit(block.text)
    return text === block.text ? block : {...block, text}
  }
  if (block.kind === 'frame') {
    const blocks = mapTexts(block.blocks, edit)
    return blocks === block.blocks ? block : {...block, blocks}
  }
  let changed = false
  const rows = block.rows.map(row =>
    row.map(cell => {
      const blocks = cell.blocks.map(edit)
      if (blocks.every((b, i) => b === cell.blocks[i])) return cell
      changed = true
      return {...cell, blocks}
    })
  )
  return changed ? {...block, rows} : block
}

/** Takes the posted spans out of the draft. Paragraphs that had text and lose all but white space go; empty ones that stood empty stay. */
export function cut(draft: Draft, postings: readonly LetGo[]): Draft {
  if (postings.length === 0) return draft
  const holes = sorted(postings.map(p => p.span))
  const ends = holes.map(hole => hole[1])
  const blocks = mapTexts(draft.blocks, text => without(text, holes, ends))
  return {...draft, blocks: dropEmptied(draft.blocks, blocks)}
}

function dropEmptied(before: readonly Block[], after: readonly Block[]): readonly Block[] {
  return after.filter((block, i) => block === before[i] || block.kind !== 'paragraph' || !isEmpty(block.text))
}

function isEmpty(text: Traced): boolean {
  return text.every(piece => isBlank(piece.text))
}

/** Puts other words in the place of raw spans. A rewrite must lie within verbatim text; it becomes one piece. */
export function rewrite(draft: Draft, edits: readonly Rewritten[]): Draft {
  if (edits.length === 0) return draft
  const byStart = [...edits].sort((a, b) => a.span[0] - b.span[0])
  const starts = byStart.map(e => e.span[0])
  return {
    ...draft,
    blocks: mapTexts(draft.blocks, text => {
      const out: Piece[] = []
      let changed = false
      for (const piece of text) {
        let from = 0
        for (
          let i = lowerBound(starts, piece.raw[0]);
          i < byStart.length && byStart[i]!.span[1] <= piece.raw[1];
          i++
        ) {
          const edit = byStart[i]!
          const at = edit.span[0] - piece.raw[0]
          if (at > from) out.push(...slice([piece], from, at))
          if (edit.text.length > 0) out.push({text: edit.text, raw: edit.span})
          from = edit.span[1] - piece.raw[0]
          changed = true
        }
        if (from === 0) out.push(piece)
        else if (from < piece.text.length) out.push(...slice([piece], from))
      }
      return changed ? out : text
    })
  }
}

function sorted(spans: readonly Span[]): readonly Span[] {
  return [...spans].sort((a, b) => a[0] - b[0])
}

/** Index of the first value that is not below `value`. */
export function lowerBound(values: readonly number[], value: number): number {
  let lo = 0
  let hi = values.length
  while (lo < hi) {
    const mid = (lo + hi) >> 1
    if (values[mid]! < value) lo = mid + 1
    else hi = mid
  }
  return lo
}

/** The text less all that lies in the (sorted) holes. An atomic piece goes only if all of it lies in them. */
function without(text: Traced, holes: readonly Span[], ends: readonly number[]): Traced {
  const out: Piece[] = []
  let changed = false
  for (const piece of text) {
    const [start, end] = piece.raw
    if (start === end) {
      out.push(piece)
      continue
    }
    let at = start
    for (let i = lowerBound(ends, start + 1); i < holes.length && holes[i]![0] < end; i++) {
      const hole = holes[i]!
      changed = true
      if (hole[0] > at) out.push(...slice([piece], at - start, hole[0] - start))
      at = Math.min(hole[1], end)
    }
    if (at === start) out.push(piece)
    else if (at < end) out.push(...slice([piece], at - start))
  }
  return changed ? out : text
}
