import {cohesion, expected, expectedBoth, fit, nothing, type Side} from './cohesion.js'
import {emissionsOf, type Emissions} from './emissions.js'
import type {Evidence} from './evidence.js'
import type {Path} from './lattice.js'
import {countOddsOf, type CountOdds} from './numbering.js'
import {nextRuns, sidesFrom, trialsOf} from './surroundings.js'
import {turnsOf, type Turns} from './turns.js'

/**
 * The habits of the streams of one document: how long their runs are, where lines break, how often a stream reads what others read
 * too, how alike neighbours are. They are learned from a labelling, smoothed towards weak expectations, and make the next one better.
 */
export interface Habits {
  /** Log odds that unit t continues stream s, which has come to `before`, by its words. */
  fits(before: Side, t: number, s: number): number
  readonly emits: Emissions
  readonly turns: Turns
  readonly counting: CountOdds
}

/** How much words count where only those before are known, and where those after are known too: they are much the same. */
const wordsCount = {alone: 1, both: 0.75}

/** Learns the habits from a labelling, the less from a label the more doubtful it is, or from nothing but the anchors. */
export function learn(evidence: Evidence, path: Path | null, breaks = 2): Habits {
  const {units, streams, wording, numbers} = evidence
  const runs = path ? nextRuns(streams, path.label) : null
  const sides = runs ? sidesFrom(runs.succ, wording) : []
  const weights = path
    ? fit(wording, trialsOf(units, streams, path, wording, runs!, sides), expectedBoth)
    : expected
  const afterOf = (t: number, s: number): Side => {
    const from = runs ? runs.next[t * streams + s]! : -1
    return from < 0 ? nothing : sides[from]!
  }

  return {
    fits: (before, t, s) =>
      (runs ? wordsCount.both : wordsCount.alone) *
      cohesion(wording, weights, t, units[t]!.solid, before, afterOf(t, s)),
    emits: emissionsOf(evidence, path, runs?.succ ?? null),
    turns: turnsOf(evidence, path, runs?.next ?? null, breaks),
    counting: countOddsOf(numbers, streams, path)
  }
}
