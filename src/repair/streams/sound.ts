import type {Unit} from '../units/units.js'
import {runsOf, type Run} from './surroundings.js'

/** Where interleaved text is sound: before the readers begin to alternate, after they have stopped, and where one went on for long. */

/** A run so many times as long as the middle one, and of so many sentences, is no run of a reader. */
const longest = {runs: 4, sentences: 12}

/** Share of sentences that begin a line where lines are paragraphs. */
const lines = {least: 0.1, most: 0.9, woven: 0.5}

/** For each unit: does it stand amid a stretch that is sound and has line ends, so that these are the author's? */
export function soundStretches(units: readonly Unit[], labels: Uint8Array): Uint8Array {
  const n = labels.length
  const runs = runsOf(labels)
  const lengths = runs.map(({from, to}) => to - from).sort((a, b) => a - b)
  const usual = lengths[lengths.length >> 1] ?? 0
  const isLong = ({from, to}: Run) => to - from >= Math.max(longest.sentences, longest.runs * usual)
  const opened = (runs: readonly Run[]) => {
    const all = runs.flatMap(({from, to}) => units.slice(from, to))
    return all.filter(unit => unit.opens).length / Math.max(1, all.length)
  }
  // where every sentence is a line, everywhere, lines say nothing
  const most = opened(runs.filter(run => !isLong(run))) < lines.woven ? 1 : lines.most
  const sound = new Uint8Array(n)
  for (const run of runs.filter(isLong)) {
    // its ends are the reader's first and last run
    const from = run.from === 0 ? 0 : run.from + usual
    const to = run.to === n ? n : run.to - usual
    const share = opened([{from, to}])
    if (share >= lines.least && share <= most) sound.fill(1, from, to)
  }
  return sound
}
