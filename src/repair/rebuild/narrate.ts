import type {Draft} from '../../core/draft.js'
import {note} from '../../core/note.js'
import {hull, type Span} from '../../core/span.js'
import type {Context} from '../../core/stage.js'
import type {Restoration} from '../order/restore.js'
import {readAlone, run, twoOrders, uncertain} from '../repair.rules.js'
import {rawSpans} from '../repeats/drop.js'
import {runsOf} from '../streams/surroundings.js'
import type {Unit} from '../units/units.js'

/** Labels that are less likely than this are named: on woven plan documents every fifth of them is wrong. */
const leastSure = 0.9

/** Orders whose log odds are less. */
const doubtful = 1

/** Who reads so many times as long as runs are in the middle is the only reader left. */
const lonely = 4

/** Says what was decided: runs, sentences whose stream is doubtful, stretches with two orders, and where one reader is left. */
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
  const runs = runsOf(labels)
  for (const [r, {from: start, to: end}] of runs.entries()) {
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
  const {from, by} = readAloneFrom(restoration)
  const alone = order.length - from
  const lengths = runs.map(({from, to}) => to - from).sort((a, b) => a - b)
  if (alone >= lonely * lengths[lengths.length >> 1]!)
    context.note(
      note(
        'warning',
        readAlone.id,
        `the last ${alone} sentences were read by stream ${by + 1} alone; what it passed over is lost`,
        spanOf(order[from]!.units[0]!)
      )
    )
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

/** A sentence that another stream read outweighs so many: one may be labelled wrong. */
const others = 10

/** Where the sentences begin, in reading order, that only one reader read; none where that one read nothing before. */
function readAloneFrom({streams, labels, order}: Restoration): {readonly from: number; readonly by: number} {
  let found = {from: order.length, by: 0}
  let most = 0
  for (let by = 0; by < streams; by++) {
    let [worth, best, from] = [0, 0, order.length]
    for (let i = order.length - 1; i >= 0; i--) {
      worth += order[i]!.units.every(t => labels[t] === by) ? 1 : -others
      if (worth <= best) continue
      best = worth
      from = i
    }
    const readBefore = order.slice(0, from).some(({units}) => units.some(t => labels[t] === by))
    if (readBefore && best > most) {
      most = best
      found = {from, by}
    }
  }
  return found
}
