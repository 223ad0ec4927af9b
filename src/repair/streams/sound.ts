import {markOf} from '../marks.js'
import type {Unit} from '../units/units.js'
import {runsOf, type Run} from './surroundings.js'

/** Where interleaved text is sound: before the readers begin to alternate, after they have stopped, and where one went on for long. */

/** A run so many times as long as the middle one, and of so many sentences, is no run of a reader. */
const longest = {runs: 4, sentences: 12}

/** Share of sentences that begin a line where lines are paragraphs, and of numbered ones and items, which begin them all. */
const lines = {least: 0.1, most: 0.9, woven: 0.5, openers: 0.8}

/** For each unit: does it stand amid a stretch that is sound and has line ends, so that these are the author's? */
export function soundStretches(units: readonly Unit[], labels: Uint8Array): Uint8Array {
  const n = labels.length
  const runs = runsOf(labels)
  const lengths = runs.map(({from, to}) => to - from).sort((a, b) => a - b)
  const usual = lengths[lengths.length >> 1] ?? 0
  const isLong = ({from, to}: Run) => to - from >= Math.max(longest.sentences, longest.runs * usual)
  const within = (runs: readonly Run[]) => runs.flatMap(({from, to}) => units.slice(from, to))
  const opened = (all: readonly Unit[]) => all.filter(unit => unit.opens).length / Math.max(1, all.length)
  // where every sentence is a line, everywhere, lines say nothing
  const most = opened(within(runs.filter(run => !isLong(run)))) < lines.woven ? 1 : lines.most
  const sound = new Uint8Array(n)
  for (const run of runs.filter(isLong)) {
    // its ends are the reader's first and last run
    const from = run.from === 0 ? 0 : run.from + usual
    const to = run.to === n ? n : run.to - usual
    const all = within([{from, to}])
    const share = opened(all)
    // readers that stop at line ends, and whose runs are lines, do so behind the last turn as well
    const openers = all.filter(({text}) => text.startsWith('——') || markOf(text) !== null)
    const typed = openers.length === 0 || opened(openers) >= lines.openers
    if (typed && share >= lines.least && share <= most) sound.fill(1, from, to)
  }
  return sound
}
