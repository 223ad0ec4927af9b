import type {Draft} from '../../core/draft.js'
import {note} from '../../core/note.js'
import {hull} from '../../core/span.js'
import type {Context} from '../../core/stage.js'
import {endsSentence} from '../../zh/han.js'
import {brokenCopy, leastPairs} from '../repair.rules.js'
import {rawSpans} from '../repeats/drop.js'
import {anchorsOf, inOrder, listsOf} from '../streams/anchors.js'
import type {Unit} from '../units/units.js'

const least = {ordered: 0.85, runs: 3, meanRun: 2, joined: 0.5}

/** Sentences that the first copy may hold between two stretches that go on there. */
const mostBetween = 3

/**
 * Says where a stretch of text stands again, in the same order but broken by other sentences. Two readers leave such a text, and so do
 * two versions one after the other; where `detect` saw too little to tell, a person must.
 */
export function reportBrokenCopy(draft: Draft, units: readonly Unit[], context: Context): void {
  const anchors = anchorsOf(units, 3)
  const pairs = [3, 2]
    .map(copies => listsOf(anchors, copies).filter(([first]) => endsSentence(units[first!]!.text)))
    .find(found => found.length >= leastPairs.value)
  if (!pairs || inOrder(pairs).length < least.ordered * pairs.length) return
  const firstOf = new Map(pairs.map(pair => [pair.at(-1)!, pair[0]!]))
  const runs: {from: number; to: number}[] = []
  for (const again of [...firstOf.keys()].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && last.to + 1 === again) last.to = again
    else runs.push({from: again, to: again})
  }
  if (runs.length < least.runs || pairs.length < least.meanRun * runs.length) return
  const joined = runs.slice(1).filter((run, r) => {
    const between = firstOf.get(run.from)! - firstOf.get(runs[r]!.to)! - 1
    return between >= 0 && between <= mostBetween
  })
  if (joined.length < least.joined * (runs.length - 1)) return
  const told = `${pairs.length} sentences stand again, in ${runs.length} stretches with others between`
  const ends = [units[runs[0]!.from]!, units[runs.at(-1)!.to]!]
  context.note(note('warning', brokenCopy.id, told, hull(ends.flatMap(unit => rawSpans(draft, unit)))))
}
