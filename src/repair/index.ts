import {keptInDraft, type Draft} from '../core/draft.js'
import {note} from '../core/note.js'
import type {Context, Stage} from '../core/stage.js'
import {detect, type Interleaving} from './detect/detect.js'
import {survey} from './detect/survey.js'
import {reportBrokenCopy} from './detect/suspicion.js'
import {reportMisplaced} from './misplaced.js'
import {restoreInStep} from './order/instep.js'
import {splitGlued} from './rebuild/glued.js'
import {restoreLost} from './rebuild/lost.js'
import {narrate} from './rebuild/narrate.js'
import {rebuild} from './rebuild/rebuild.js'
import {interleaved} from './repair.rules.js'
import {dropRepeats} from './repeats/drop.js'
import {dropEach} from './repeats/each.js'
import {allRepeatsIn, wholeRepeatsIn} from './repeats/repeats.js'
import {dropReworded} from './repeats/wordings.js'
import {unitsOf, type Unit} from './units/units.js'

/**
 * Draft → Draft with the text put back as it was written. What happens to an interleaved one stands in the folders, left to right:
 * `contents` (the contents page, and what a heading is) ← `units` (the draft in sentences) ← `streams` (who read each) ← `repeats`
 * (what stands twice) ← `detect` (is it interleaved at all) ← `order` (the streams in one order) ← `rebuild` (the draft in that order).
 *
 * 1. A sound draft comes back as the same object, after one pass over its characters.
 * 2. Nothing is lost: what leaves its place is kept elsewhere, what stands twice is posted as a duplicate of what is kept.
 * 3. Texts that differ in a digit, a unit or a negation are never taken for the same.
 * 4. Doing it again changes nothing.
 */
export const repair: Stage<Draft, Draft> = {
  name: 'repair',
  version: 40,
  run(draft, context) {
    reportMisplaced(draft, context)
    return restored(draft, context)
  },
  books: draft => ({raw: draft.source.text, kept: keptInDraft(draft)})
}

function restored(draft: Draft, context: Context): Draft {
  const looked = survey(draft.blocks)
  const single = looked.repeated > 0 ? dropEach(draft, context) : draft
  if (single !== draft) return restored(single, context)
  const units = looked.repeated > 0 ? unitsOf(draft.blocks) : []
  const whole = wholeRepeatsIn(units)
  if (whole.length > 0) return restored(dropRepeats(draft, units, whole, context), context)
  const found = detect(units)
  if (found) return unweave(draft, units, found, context)
  const split = splitGlued(draft, context)
  const seen = split === draft ? looked : survey(split.blocks)
  const isTwice = seen.repeated > 0
  const parts = !isTwice ? [] : split === draft ? units : unitsOf(split.blocks)
  const once = dropRepeats(split, parts, allRepeatsIn(parts), context)
  reportBrokenCopy(once, once === split ? parts : unitsOf(once.blocks), context)
  const alike = isTwice ? null : seen.alike
  return restoreLost(alike?.length === 0 ? once : dropReworded(once, context, alike), context)
}

function unweave(draft: Draft, units: readonly Unit[], found: Interleaving, context: Context): Draft {
  context.note(
    note(
      'warning',
      interleaved.id,
      `${found.streams} streams are interleaved: ${found.pairs} sentences stand twice in the same order, ` +
        `${found.wins} of ${found.seams} seams go on with their own stream (confidence ${found.confidence.toFixed(2)})`
    )
  )
  const restoration = restoreInStep(units, found.streams)
  narrate(draft, units, restoration, context)
  return rebuild(draft, units, restoration, context)
}
