import type {Evidence} from './evidence.js'
import type {Path} from './lattice.js'
import {hazardOf, type Run} from './lengths.js'

/** When does one stream stop and another go on? By how long runs are, where lines break, how sentences end, and whose turn it is. */

/** Log likelihood of going from stream a to b before unit t, when the run of a has so many characters and began at unit `from`. */
export type Turns = (t: number, a: number, b: number, chars: number, from: number) => number

/** How much likelier a turn is at each layout before anything is known: at a line break, or a sentence after one. */
const expectedTurns = [1, 2, 1, 2, 1.5, 1.5, 1.5, 1]

/** Cost of a turn within what readers take whole. */
const torn = 8

/** Nobody turns where no copy is near: before the first and behind the last by so many sentences the cost of a turn begins to rise. */
const apart = {near: 40, step: 6, most: 6}

/** For each class of a count, from `from`: log odds of yes there, against the odds over all classes that occur. */
function oddsOf(
  yes: ArrayLike<number>,
  no: ArrayLike<number>,
  from: number,
  classes: Iterable<number>,
  size: number
): Float64Array {
  let allYes = 0
  let allNo = 0
  for (const c of classes) {
    allYes += yes[from + c]!
    allNo += no[from + c]!
  }
  return Float64Array.from({length: size}, (_, c) =>
    Math.log(yes[from + c]! / allYes / (no[from + c]! / allNo))
  )
}

/** What is seen of turns: counts of turns and stays, by layout in each stream and by ending, which stream comes next, and the runs. */
interface Seen {
  readonly turnLayout: Float64Array
  readonly stayLayout: Float64Array
  readonly turnEnding: Float64Array
  readonly stayEnding: Float64Array
  /** Turns from stream a to b, at [a * streams + b]. */
  readonly to: Float64Array
  readonly runs: readonly (readonly Run[])[]
}

/** How runs end, and what their readers passed over. */
interface Ends {
  /** The run from `from` to before unit t, when its stream goes on with so many characters. */
  runTo(t: number, from: number, chars: number, next: number): Run
  /** Characters of the piece that stream a did not take when it stopped before unit t: nobody stops for what another reads. */
  passedOver(t: number, a: number): number
}

function endsOf({streams, pieces}: Evidence, next: Int32Array | null): Ends {
  return {
    runTo: (t, from, chars, next) => ({
      chars,
      count: pieces.number[t - 1]! - pieces.number[from]! + 1,
      last: pieces.solid[t - 1]!,
      next
    }),
    passedOver(t, a) {
      const own = next ? next[t * streams + a]! : -1
      return pieces.solid[own < 0 ? t : own]!
    }
  }
}

/** Counts turns in a labelling, on top of what is expected; without one, they are `breaks` times likelier at a line break. */
function seen(
  {units, streams, pieces, seams: {layouts, endings}}: Evidence,
  path: Path | null,
  breaks: number,
  {runTo, passedOver}: Ends
): Seen {
  const turnLayout = Float64Array.from({length: streams * 8}, (_, i) =>
    i % 2 === 1 && i % 8 !== 7 && !path ? breaks : expectedTurns[i % 8]!
  )
  const stayLayout = new Float64Array(streams * 8).fill(1)
  const turnEnding = Float64Array.from([3, 1, 1])
  const stayEnding = Float64Array.from([3, 2, 6])
  const to = new Float64Array(streams * streams).fill(0.5)
  const runs: Run[][] = Array.from({length: streams}, () => [])
  const all = {turnLayout, stayLayout, turnEnding, stayEnding, to, runs}
  if (!path) return all
  const {label: labels, sure} = path
  for (let t = 1, from = 0, chars = units[0]!.solid; t < units.length; chars += units[t++]!.solid) {
    const s = labels[t - 1]!
    const turned = labels[t] !== s
    if (turned) {
      to[s * streams + labels[t]!]!++
      runs[s]!.push(runTo(t, from, chars, passedOver(t, s)))
      chars = 0
      from = t
    }
    if (pieces.inside[t]) continue
    const both = Math.min(sure[t - 1]!, sure[t]!)
    const layout = turned ? turnLayout : stayLayout
    const ending = turned ? turnEnding : stayEnding
    layout[s * 8 + layouts[t]!]! += both
    ending[endings[t]!]! += both
  }
  return all
}

/** Learns from a labelling, `next` being where each stream goes on after each run; without one, from expectations alone. */
export function turnsOf(
  evidence: Evidence,
  path: Path | null,
  next: Int32Array | null,
  breaks: number
): Turns {
  const {
    streams,
    anchors,
    pieces,
    seams: {layouts, endings}
  } = evidence
  const ends = endsOf(evidence, next)
  const first = anchors.copies.findIndex(count => count > 1)
  const last = anchors.copies.findLastIndex(count => count > 1)
  const beyond = (t: number) =>
    Math.min(apart.most, Math.max(0, Math.max(first - t, t - last) - apart.near) / apart.step)
  const {turnLayout, stayLayout, turnEnding, stayEnding, to, runs} = seen(evidence, path, breaks, ends)
  const hazards = runs.map(hazardOf)
  const present = new Set(layouts)
  const layoutOdds = Array.from({length: streams}, (_, s) =>
    oddsOf(turnLayout, stayLayout, s * 8, present, 8)
  )
  const endingOdds = oddsOf(turnEnding, stayEnding, 0, [0, 1, 2], 3)
  const toward = Array.from({length: streams}, (_, a) => {
    let sum = 0
    for (let b = 0; b < streams; b++) if (b !== a) sum += to[a * streams + b]!
    return Float64Array.from({length: streams}, (_unused, b) => Math.log(to[a * streams + b]! / sum))
  })
  return (t, a, b, chars, from) => {
    if (pieces.inside[t]) return a === b ? 0 : -torn
    const hazard = hazards[a]!(ends.runTo(t, from, chars, a === b ? pieces.solid[t]! : ends.passedOver(t, a)))
    const logit =
      Math.log(hazard / (1 - hazard)) + layoutOdds[a]![layouts[t]!]! + endingOdds[endings[t]!]! - beyond(t)
    const leave = logit > 0 ? -Math.log1p(Math.exp(-logit)) : logit - Math.log1p(Math.exp(logit))
    return a === b ? Math.log1p(-Math.min(0.9999, Math.exp(leave))) : leave + toward[a]![b]!
  }
}
