import type {Block, Draft, ParagraphBlock} from '../../core/draft.js'
import {note} from '../../core/note.js'
import type {Context} from '../../core/stage.js'
import {slice, startOf} from '../../core/traced.js'
import {endsWell} from '../../zh/sentences.js'
import type {Entry, Head} from '../contents/contents.js'
import {listedIn} from '../contents/listing.js'
import {eachItsOwn} from '../contents/namesakes.js'
import type {Restoration} from '../order/restore.js'
import {readTogether, type Strand} from '../order/weave.js'
import {brokenOff, emptyEntry, headingBack, readTwice} from '../repair.rules.js'
import {longest, rawSpans} from '../repeats/repeats.js'
import type {Unit} from '../units/units.js'
import {headingsIn} from './heads.js'
import {putBack, type PutBack} from './headings.js'
import {paragraphsOf, partsOf, sentencesOf, type Part} from './parts.js'
import {subjectsOf} from './subjects.js'

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
  const found =
    entries.length > 0
      ? lostHeadings(
          entries,
          texts.map((text, i) => text.slice(heads[i]!.at(-1)?.to ?? 0)),
          heads,
          restoration,
          context,
          draft,
          units,
          kept
        )
      : new Map<number, PutBack[]>()
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
    const inferred = (within: boolean) =>
      back
        .filter(b => b.within === within)
        .map(b => inferredPart(draft, units[t]!, b.entry, within ? heads[i]!.at(-1)!.to : opens))
    const behind = opens > 0 && own.length > 1 ? 1 : 0
    const split = Math.min(behind + heads[i]!.length, own.length)
    parts.push(
      ...own.slice(0, behind),
      ...inferred(false),
      ...own.slice(behind, split),
      ...inferred(true),
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
      note(
        'warning',
        brokenOff.id,
        'the text stops in the middle of a sentence',
        longest(rawSpans(draft, units[last]!)) ?? null
      )
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
  return {
    traced: [{text: entry.name, raw: [at, at]}],
    hint: {style: 'inferred-heading'},
    opens: true,
    alone: true
  }
}

/** Finds where lost headings belong, and says so. */
function lostHeadings(
  entries: readonly Entry[],
  texts: readonly string[],
  heads: readonly (readonly Head[])[],
  restoration: Restoration,
  context: Context,
  draft: Draft,
  units: readonly Unit[],
  kept: readonly number[]
): Map<number, PutBack[]> {
  const places = heads.map(list => list.map(h => entries.indexOf(h.entry)))
  // what nothing was lost of need not be looked for
  if (new Set(places.flat()).size === entries.length) return new Map()
  const back = putBack(entries, {
    texts,
    heads: places,
    seam: restoration.order.map(
      (strand, i) => i === 0 || !readTogether(restoration.order[i - 1]!, strand, restoration.labels)
    ),
    bond: t => restoration.bond(t),
    ...subjectsOf(texts, entries)
  })
  const out = new Map<number, PutBack[]>()
  for (const put of back) {
    const {entry, before} = put
    if (before === null) {
      context.note(note('warning', emptyEntry.id, `${entry.name} has no text`, null))
      continue
    }
    const list = out.get(before)
    if (list) list.push(put)
    else out.set(before, [put])
    const at = longest(rawSpans(draft, units[kept[before]!]!)) ?? null
    const reason = put.doubtful ? 'over one sentence that may not be its own' : 'from the contents page'
    context.note(
      note(put.doubtful ? 'warning' : 'info', headingBack.id, `${entry.name} is put back ${reason}`, at)
    )
  }
  return out
}
