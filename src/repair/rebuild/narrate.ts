import type {Draft} from '../../core/draft.js'
import {note} from '../../core/note.js'
import {hull, type Span} from '../../core/span.js'
import type {Context} from '../../core/stage.js'
import type {Restoration} from '../order/restore.js'
import {run, twoOrders, uncertain} from '../repair.rules.js'
import {rawSpans} from '../repeats/drop.js'
import {runsOf} from '../streams/surroundings.js'
import type {Unit} from '../units/units.js'

/** Labels that are less likely than this are named: on woven plan documents every fifth of them is wrong. */
const leastSure = 0.9

/** Orders whose log odds are less. */
const doubtful = 1

/** Says what was decided: a note for each run, each sentence whose stream is doubtful, each pair of stretches with two orders. */
export function narrate(
  draft: Draft,
  units: readonly Unit[],
  restoration: Restoration,
  context: Context
): void {
  const {labels, sure, order, ties} = restoration
  const copies = new Map<number, number[]>()
  for (const strand of order)
    if (strand.units.length > 1) for (const t of strand.units) copies.set(t, [...strand.units])
  const spanOf = (t: number): Span | null => hull(rawSpans(draft, units[t]!))
  for (const [r, {from: start, to: end}] of runsOf(labels).entries()) {
    const anchors: Span[] = []
    let least = 1
    for (let t = start; t < end; t++) {
      least = Math.min(least, sure[t]!)
      for (const other of copies.get(t) ?? []) if (other !== t) anchors.push(spanOf(other)!)
      if (sure[t]! < leastSure && !copies.has(t))
        context.note(
          note(
            'warning',
            uncertain.id,
            `may belong to another stream; given to stream ${labels[t]! + 1}, likelihood ${sure[t]!.toFixed(2)}`,
            spanOf(t)
          )
        )
    }
    const spans = [spanOf(start), spanOf(end - 1)].filter(s => s !== null)
    context.note(
      note(
        'info',
        run.id,
        `run ${r + 1}, stream ${labels[start]! + 1}: ${end - start} sentence(s), ${anchors.length} anchored by copies; ` +
          `confidence ${least.toFixed(2)}`,
        hull(spans),
        anchors
      )
    )
  }
  for (const tie of ties)
    if (tie.odds < doubtful) {
      const at = spanOf(tie.left[0]!.units[0]!)
      const other = spanOf(tie.right[0]!.units[0]!)
      context.note(
        note(
          'warning',
          twoOrders.id,
          'two stretches could stand in either order; raw order kept',
          at,
          other ? [other] : []
        )
      )
    }
}
