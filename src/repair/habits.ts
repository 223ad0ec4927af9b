import type {Lexicon} from '../zh/shingles.js'
import type {Anchors} from './anchors.js'
import {cohesion, expected, expectedBoth, fit, reach} from './cohesion.js'
import {hazardOf, type Run} from './lengths.js'
import {following, nextRuns, trialsOf} from './surroundings.js'
import type {Unit} from './units.js'

/**
 * The habits of the streams of one document: how long their runs are, where lines break, how often a stream reads what others read
 * too, how alike neighbours are. They are learned from a labelling, smoothed towards weak expectations, and make the next one better.
 */
export interface Habits {
  /** Log odds that unit t continues the stream whose last units stand at `recent[at …]`, by the words they share. */
  fits(recent: ArrayLike<number>, at: number, t: number, s: number): number
  /** Log odds that b comes next after a, by words alone. */
  follows(a: number, b: number): number
  /** Log likelihood that stream s goes on with unit t after unit `last`, by the copies of both in other streams. */
  emits(t: number, s: number, last: number): number
  /** Log likelihood of going from stream a to b before unit t, after so many characters and sentences. */
  turns(t: number, a: number, b: number, chars: number, count: number): number
  /** Cost of leaving a stream at this unit (a lead without what it leads). */
  leaves(unit: number): number
}

/** How much likelier a turn is at each layout before anything is known: at a line break, or a sentence after one. */
const expectedTurns = [1, 2, 1, 2, 1.5, 1.5, 1.5, 1]

/** How the line breaks lie around the seam before unit t. */
function layoutAt(units: readonly Unit[], t: number): number {
  return (
    (units[t]!.opens ? 1 : 0) +
    (t + 1 < units.length && units[t + 1]!.opens ? 2 : 0) +
    (t > 0 && units[t - 1]!.opens ? 4 : 0)
  )
}

/** How the sentence before the seam ends: 0 whole, 1 with ；, 2 in the middle. */
function endingAt(units: readonly Unit[], t: number): number {
  const text = units[t - 1]!.text
  const last = text.charCodeAt(text.length - 1)
  if (last === 0xff1b || last === 0x3b) return 1
  return /[。！？”’）》：:]\s*$/u.test(text) ? 0 : 2
}

function pair(a: number): Int32Array {
  const recent = new Int32Array(reach).fill(-1)
  recent[0] = a
  return recent
}

/**
 * How often a step is expected: context × outcome (single, next to its copy, at the start of a run there, within one). The context is
 * the last sentence of the stream: none; single; with a copy, by where the copy stands in its run and what comes after it there.
 */
const expectedStep = [
  [0.4, 0.1, 0.3, 0.2],
  [0.45, 0.05, 0.35, 0.15],
  [0.1, 0.75, 0.08, 0.07],
  [0.4, 0.3, 0.2, 0.1],
  [0.15, 0.02, 0.43, 0.4],
  [0.4, 0.02, 0.38, 0.2],
  [0.25, 0.5, 0.13, 0.12]
].flat()

const contexts = expectedStep.length / 4

/** Before and after which units another run begins, as far as known. */
function seamsOf(n: number, labels: Uint8Array | null): {seamBefore: Uint8Array; seamAfter: Uint8Array} {
  const seamBefore = new Uint8Array(n)
  const seamAfter = new Uint8Array(n)
  if (labels)
    for (let t = 0; t <= n; t++)
      if (t === 0 || t === n || labels[t] !== labels[t - 1]) {
        if (t < n) seamBefore[t] = 1
        if (t > 0) seamAfter[t - 1] = 1
      }
  return {seamBefore, seamAfter}
}

/** The copy of t that is nearest ahead of it in a faster stream, or else behind. */
function twinOf(anchors: Anchors, units: readonly Unit[], t: number): number {
  const list = anchors.places.get(units[t]!.key)!
  const c = anchors.copy[t]!
  return c > 0 ? list[c - 1]! : list[1]!
}

/** Do copies of the two stand directly one after the other elsewhere? */
function follow(anchors: Anchors, units: readonly Unit[], last: number, t: number): boolean {
  const a = anchors.places.get(units[last]!.key)!
  const b = anchors.places.get(units[t]!.key)!
  for (const x of a) if (x !== last) for (const y of b) if (y !== t && y === x + 1) return true
  return false
}

function logShares(counts: Float64Array, size: number): void {
  for (let i = 0; i < counts.length; i += size) {
    let sum = 0
    for (let k = 0; k < size; k++) sum += counts[i + k]!
    for (let k = 0; k < size; k++) counts[i + k] = Math.log(counts[i + k]! / sum)
  }
}

/** 0 single; 1.. copy c of m. */
function kindOf(anchors: Anchors, t: number): number {
  const m = anchors.copies[t]!
  return m === 1 ? 0 : (m * (m - 1)) / 2 + anchors.copy[t]!
}

const kinds = 12

function expectedKind(kind: number, s: number, streams: number, tail: boolean): number {
  if (kind === 0) return tail ? 0.4 : s === 0 ? 0.05 : 0.35
  let m = 2
  while ((m * (m + 1)) / 2 <= kind) m++
  const copy = kind - (m * (m - 1)) / 2
  const room = streams - m
  const fits = room >= 0 && s >= copy && s <= copy + room
  return fits ? 0.3 / (room + 1) : 0.0006
}

/** Learns the habits from a labelling, or from nothing but the anchors. */
export function learn(
  units: readonly Unit[],
  anchors: Anchors,
  lexicon: Lexicon,
  streams: number,
  labels: Uint8Array | null,
  breaks = 2
): Habits {
  const n = units.length
  let lastFirst = -1
  for (let t = 0; t < n; t++) if (anchors.copies[t]! > 1 && anchors.copy[t] === 0) lastFirst = t
  const runs = labels ? nextRuns(streams, labels) : null
  let afterAt = -1
  const afters: (Int32Array | undefined)[] = []
  const afterOf = (t: number, s: number): Int32Array => {
    if (afterAt !== t) {
      afterAt = t
      afters.length = 0
    }
    return (afters[s] ??= following(runs!.succ, runs!.next[t * streams + s]!))
  }
  const weights = labels ? fit(lexicon, trialsOf(units, streams, labels, afterOf), expectedBoth) : expected

  // emissions: what comes after what
  const kindOdds = new Float64Array(2 * streams * kinds)
  for (let tail = 0; tail < 2; tail++)
    for (let s = 0; s < streams; s++)
      for (let k = 0; k < kinds; k++)
        kindOdds[(tail * streams + s) * kinds + k] = 20 * expectedKind(k, s, streams, tail === 1)
  const {seamBefore, seamAfter} = seamsOf(units.length, labels)
  const outcomeOf = (t: number, last: number): number => {
    if (anchors.copies[t] === 1) return 0
    const twin = twinOf(anchors, units, t)
    if (last >= 0 && anchors.copies[last]! > 1 && follow(anchors, units, last, t)) return 1
    return seamBefore[twin] ? 2 : 3
  }
  const contextOf = (last: number): number => {
    if (last < 0) return 0
    if (anchors.copies[last] === 1) return 1
    if (!runs) return 6
    const twin = twinOf(anchors, units, last)
    const after = runs.succ[twin]!
    return (seamAfter[twin] ? 3 : 2) + (after >= 0 && anchors.copies[after] === 1 ? 2 : 0)
  }
  const steps = new Float64Array(2 * streams * contexts * 4)
  for (let i = 0; i < steps.length; i++) steps[i] = 6 * expectedStep[i % expectedStep.length]!
  if (labels) {
    const lastOf = new Int32Array(streams).fill(-1)
    for (let t = 0; t < n; t++) {
      const s = labels[t]!
      const tail = t > lastFirst ? 1 : 0
      kindOdds[(tail * streams + s) * kinds + kindOf(anchors, t)]!++
      steps[((tail * streams + s) * contexts + contextOf(lastOf[s]!)) * 4 + outcomeOf(t, lastOf[s]!)]!++
      lastOf[s] = t
    }
  }
  logShares(kindOdds, kinds)
  logShares(steps, 4)

  // runs: how long, where lines break, how sentences end, which stream comes next
  const turnLayout = Float64Array.from({length: streams * 8}, (_, i) =>
    i % 2 === 1 && i % 8 !== 7 && !labels ? breaks : expectedTurns[i % 8]!
  )
  const stayLayout = new Float64Array(streams * 8).fill(1)
  const turnEnding = [3, 1, 1]
  const stayEnding = [3, 2, 6]
  const to = new Float64Array(streams * streams).fill(0.5)
  const runLists: Run[][] = Array.from({length: streams}, () => [])
  if (labels) {
    let chars = 0
    let count = 0
    for (let t = 0; t < n; t++) {
      if (t > 0) {
        const s = labels[t - 1]!
        const layout = s * 8 + layoutAt(units, t)
        const ending = endingAt(units, t)
        if (labels[t] !== s) {
          turnLayout[layout]!++
          turnEnding[ending]!++
          to[s * streams + labels[t]!]!++
          runLists[s]!.push({chars, count, last: units[t - 1]!.solid, next: units[t]!.solid})
          chars = count = 0
        } else {
          stayLayout[layout]!++
          stayEnding[ending]!++
        }
      }
      chars += units[t]!.solid
      count++
    }
  }
  const hazards = runLists.map(hazardOf)
  const layouts = units.map((_, t) => layoutAt(units, t))
  const present = new Set(layouts)
  const ratio = (
    yes: ArrayLike<number>,
    no: ArrayLike<number>,
    from: number,
    classes: Iterable<number>,
    size: number
  ) => {
    let ySum = 0
    let oSum = 0
    for (const c of classes) {
      ySum += yes[from + c]!
      oSum += no[from + c]!
    }
    return Float64Array.from({length: size}, (_, c) =>
      Math.log(yes[from + c]! / ySum / (no[from + c]! / oSum))
    )
  }
  const layoutOdds = Array.from({length: streams}, (_, s) => ratio(turnLayout, stayLayout, s * 8, present, 8))
  const endingOdds = ratio(turnEnding, stayEnding, 0, [0, 1, 2], 3)
  const toward = Array.from({length: streams}, (_, a) => {
    let sum = 0
    for (let b = 0; b < streams; b++) if (b !== a) sum += to[a * streams + b]!
    return Float64Array.from({length: streams}, (_unused, b) => Math.log(to[a * streams + b]! / sum))
  })
  const endings = units.map((_, t) => (t > 0 ? endingAt(units, t) : 0))

  return {
    fits: (recent, at, t, s) =>
      (runs ? 0.8 : 1) *
      cohesion(lexicon, weights, {recent, at, after: runs ? afterOf(t, s) : null}, t, units[t]!.solid),
    follows: (a, b) => cohesion(lexicon, expected, {recent: pair(a), at: 0, after: null}, b, units[b]!.solid),
    emits: (t, s, last) => {
      const at = (t > lastFirst ? streams : 0) + s
      const kind = kindOf(anchors, t)
      const wrong = expectedKind(kind, s, streams, t > lastFirst) < 0.001 ? -5 : 0
      return (
        wrong +
        0.4 * kindOdds[at * kinds + kind]! +
        steps[(at * contexts + contextOf(last)) * 4 + outcomeOf(t, last)]!
      )
    },
    turns: (t, a, b, chars, count) => {
      const hazard = hazards[a]!({chars, count, last: units[t - 1]!.solid, next: units[t]!.solid})
      const logit = Math.log(hazard / (1 - hazard)) + layoutOdds[a]![layouts[t]!]! + endingOdds[endings[t]!]!
      const leave = logit > 0 ? -Math.log1p(Math.exp(-logit)) : logit - Math.log1p(Math.exp(logit))
      return a === b ? Math.log1p(-Math.min(0.9999, Math.exp(leave))) : leave + toward[a]![b]!
    },
    leaves: unit => (unit >= 0 && /^——/u.test(units[unit]!.text) && units[unit]!.solid < 30 ? -0.5 : 0)
  }
}
