import {textsOf, type Draft} from '../../core/draft.js'
import {cut} from '../../core/edit.js'
import type {LetGo} from '../../core/ledger.js'
import {note} from '../../core/note.js'
import type {Span} from '../../core/span.js'
import type {Context} from '../../core/stage.js'
import {slice, spansOf, type Traced} from '../../core/traced.js'
import {repeated} from '../repair.rules.js'
import type {Unit} from '../units/units.js'
import {copiedBlocks} from './blocks.js'
import {originsOf, type Repeat} from './repeats.js'

/** Lets the second copy of each repeat go, with the tables in it. */
export function dropRepeats(
  draft: Draft,
  units: readonly Unit[],
  repeats: readonly Repeat[],
  context: Context
): Draft {
  if (repeats.length === 0) return draft
  const origins = originsOf(repeats, units.length)
  const keptFor = (t: number) => longest(rawSpans(draft, units[origins[t]!]!))
  const sentences = repeats.flatMap(({again}) =>
    again.flatMap(t => copied(rawSpans(draft, units[t]!), keptFor(t)))
  )
  for (const {again} of repeats) {
    const told = `${again.length} sentence(s) stand again right after themselves`
    const at = rawSpans(draft, units[again[0]!]!)[0] ?? null
    const of = keptFor(again[0]!)
    context.note(note('info', repeated.id, told, at, of ? [of] : []))
  }
  const {blocks} = draft
  const tables = copiedBlocks(blocks, units, repeats)
  const cells = [...tables].flatMap(([b, origin]) =>
    copiedTexts([...textsOf([blocks[b]!])], [...textsOf([blocks[origin]!])])
  )
  for (const posting of [...sentences, ...cells]) context.post(posting)
  return cut({...draft, blocks: blocks.filter((_, b) => !tables.has(b))}, sentences)
}

/** What stands again, as duplicates of what is kept. */
function copied(spans: readonly Span[], of: Span | undefined): LetGo[] {
  return of ? spans.map(span => ({span, fate: 'duplicate', rule: repeated.id, of})) : []
}

/** The same of texts that stand again one by one. */
export function copiedTexts(again: readonly Traced[], kept: readonly Traced[]): LetGo[] {
  return again.flatMap((text, i) => copied(spansOf(text), longest(spansOf(kept[i]!))))
}

export function rawSpans(draft: Draft, unit: Unit): Span[] {
  const block = draft.blocks[unit.block]!
  return block.kind === 'paragraph' ? spansOf(slice(block.text, unit.from, unit.to)) : []
}

export function longest(spans: readonly Span[]): Span | undefined {
  return spans.reduce<Span | undefined>((a, b) => (a && a[1] - a[0] >= b[1] - b[0] ? a : b), undefined)
}
