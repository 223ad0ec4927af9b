import {cohesion, expected, expectedBoth, fit, nothing, type Side} from './cohesion.js'
import {emissionsOf, type Emissions} from './emissions.js'
import type {Evidence} from './evidence.js'
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

/** Learns the habits from a labelling, or from nothing but the anchors. */
export function learn(evidence: Evidence, labels: Uint8Array | null, breaks = 2): Habits {
  const {units, streams, anchors, wording, numbers} = evidence
  const runs = labels ? nextRuns(streams, labels) : null
  const sides = runs ? sidesFrom(runs.succ, wording) : []
  const weights = labels
    ? fit(wording, trialsOf(units, streams, labels, wording, runs!, sides), expectedBoth)
    : expected
  const afterOf = (t: number, s: number): Side => {
    const from = runs ? runs.next[t * streams + s]! : -1
    return from < 0 ? nothing : sides[from]!
  }

  return {
    fits: (before, t, s) =>
      (runs ? wordsCount.both : wordsCount.alone) *
      cohesion(wording, weights, t, units[t]!.solid, before, afterOf(t, s)),
    emits: emissionsOf(anchors, streams, labels, runs?.succ ?? null),
    turns: turnsOf(units, streams, labels, runs?.next ?? null, breaks),
    counting: countOddsOf(numbers, streams, labels)
  }
}
