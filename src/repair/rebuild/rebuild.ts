import type {Block, Draft, ParagraphBlock} from '../../core/draft.js'
import {note} from '../../core/note.js'
import type {Context} from '../../core/stage.js'
import {slice, startOf} from '../../core/traced.js'
import {endsWell} from '../../zh/sentences.js'
import {contentsIn, type Entry} from '../contents/contents.js'
import {listedIn} from '../contents/listing.js'
import {eachItsOwn} from '../contents/namesakes.js'
import type {Restoration} from '../order/restore.js'
import {readTogether, type Strand} from '../order/weave.js'
import {brokenOff, readTwice} from '../repair.rules.js'
import {longest, rawSpans} from '../repeats/drop.js'
import type {Unit} from '../units/units.js'
import {backIn, inferred, type Shown} from './back.js'
import {headingsIn} from './heads.js'
import type {PutBack} from './headings.js'
import {paragraphsOf, partsOf, sentencesOf, type Part} from './parts.js'

/** Log odds of a heading that was passed over between sentences that some stream read together. */
const insideRun = -1

/** The restored order as paragraphs: contents entries, headings, items and leads each open one. Copies are posted as duplicates. */
export function rebuild(
  draft: Draft,
  units: readonly Unit[],
  restoration: Restoration,
  context: Context
): Draft {
  const {labels} = restoration
  const kept = restoration.order.map(strand =>
    strand.units.reduce((a, b) => (labels[b]! >= labels[a]! ? b : a))
  )
  post(draft, units, restoration.order, kept, context)
  const entries = listedIn(kept.map(t => units[t]!))
  const texts = kept.map(t => units[t]!.text)
  const heads = eachItsOwn(
    kept.map((t, i) => (units[t]!.listed ? [] : headingsIn(texts[i]!, entries))),
    entries
  )
  const spanOf = (i: number) => longest(rawSpans(draft, units[kept[i]!]!)) ?? null
  const shown: Shown = {
    texts: texts.map((text, i) => text.slice(heads[i]!.at(-1)?.to ?? 0)),
    start: kept.findLastIndex(t => units[t]!.listed || contentsIn(units[t]!.text) !== null) + 1,
    heads: heads.map(list => list.map(head => entries.indexOf(head.entry))),
    boundary: restoration.order.map((strand, i) =>
      i > 0 && readTogether(restoration.order[i - 1]!, strand, restoration.labels) ? insideRun : 0
    ),
    bond: i => restoration.bond(i)
  }
  const found = entries.length > 0 ? backIn(entries, shown, spanOf, context) : new Map<number, PutBack[]>()
  const text = sentencesOf(draft, units, kept, entries, restoration.sound)
  const parts: Part[] = []
  const attached = attachments(draft, units, restoration.order)
  const blocks: Block[] = [...(attached.get(-1) ?? [])]
  const flush = () => {
    for (const paragraph of paragraphsOf(parts.splice(0))) blocks.push(paragraph)
  }
  kept.forEach((t, i) => {
    const own = partsOf(text, i, heads[i]!, context)
    const back = found.get(i) ?? []
    const opens = heads[i]![0]?.from ?? 0
    const backs = (within: boolean) =>
      back
        .filter(b => b.within === within)
        .map(b => inferredPart(draft, units[t]!, b.entry, within ? heads[i]!.at(-1)!.to : opens))
    const behind = opens > 0 && own.length > 1 ? 1 : 0
    const split = Math.min(behind + heads[i]!.length, own.length)
    parts.push(
      ...own.slice(0, behind),
      ...backs(false),
      ...own.slice(behind, split),
      ...backs(true),
      ...own.slice(split)
    )
    const after = attached.get(i)
    if (after) {
      flush()
      blocks.push(...after)
    }
  })
  flush()
  const last = kept.at(-1)
  if (last !== undefined && !endsWell(units[last]!.text))
    context.note(
      note('warning', brokenOff.id, 'the text stops in the middle of a sentence', spanOf(kept.length - 1))
    )
  return {...draft, blocks}
}

/** What copies say is posted as a duplicate of what is kept. */
function post(
  draft: Draft,
  units: readonly Unit[],
  order: readonly Strand[],
  kept: readonly number[],
  context: Context
): void {
  order.forEach((strand, i) => {
    const of = longest(rawSpans(draft, units[kept[i]!]!))
    if (!of) return
    for (const t of strand.units) {
      if (t === kept[i]) continue
      for (const span of rawSpans(draft, units[t]!))
        context.post({span, fate: 'duplicate', rule: readTwice.id, of})
    }
  })
}

/** Grids, frames and empty blocks by the index (in reading order) of the sentence they stand after; -1 before all. */
function attachments(draft: Draft, units: readonly Unit[], order: readonly Strand[]): Map<number, Block[]> {
  const place = new Map<number, number>()
  order.forEach((strand, i) => strand.units.forEach(t => place.set(t, i)))
  const out = new Map<number, Block[]>()
  let t = -1
  draft.blocks.forEach((block, b) => {
    while (t + 1 < units.length && units[t + 1]!.block <= b) t++
    if (block.kind === 'paragraph') return
    const at = t < 0 ? -1 : place.get(t)!
    const list = out.get(at)
    if (list) list.push(block)
    else out.set(at, [block])
  })
  return out
}

function inferredPart(draft: Draft, unit: Unit, entry: Entry, offset: number): Part {
  const block = draft.blocks[unit.block] as ParagraphBlock
  const at = Math.max(0, startOf(slice(block.text, unit.from + offset, unit.to)))
  const {text, hint} = inferred(entry, at)
  return {traced: text, hint, opens: true, alone: true}
}
