import type {Draft} from '../../core/draft.js'
import {cut} from '../../core/edit.js'
import type {LetGo} from '../../core/ledger.js'
import {note} from '../../core/note.js'
import type {Span} from '../../core/span.js'
import type {Context} from '../../core/stage.js'
import {slice, spansOf} from '../../core/traced.js'
import {repeated} from '../repair.rules.js'
import type {Unit} from '../units/units.js'
import {allRepeatsIn, originsOf} from './repeats.js'

/** Lets the second copy of each repeat go. */
export function dropRepeats(draft: Draft, units: readonly Unit[], context: Context): Draft {
  const postings: LetGo[] = []
  const repeats = allRepeatsIn(units)
  const origins = originsOf(repeats, units.length)
  const keptFor = (t: number) => longest(rawSpans(draft, units[origins[t]!]!))
  for (const {again} of repeats) {
    for (const t of again) {
      const of = keptFor(t)
      if (!of) continue
      for (const span of rawSpans(draft, units[t]!))
        postings.push({span, fate: 'duplicate', rule: repeated.id, of})
    }
    const told = `${again.length} sentence(s) stand again right after themselves`
    const at = rawSpans(draft, units[again[0]!]!)[0] ?? null
    const of = keptFor(again[0]!)
    context.note(note('info', repeated.id, told, at, of ? [of] : []))
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
