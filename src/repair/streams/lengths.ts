/**
 * How long are the runs of a stream? A reader stops near some length, in characters or in sentences, but only at the end of a
 * sentence: at the one before it would be too long, at the first that is long enough, or at the nearest. Which of these, and how
 * long, is learned from the runs themselves.
 */
export interface Run {
  readonly chars: number
  readonly count: number
  /** Characters of its last sentence, and of the sentence after it (which it did not take). */
  readonly last: number
  readonly next: number
}

/** Chance that a run ends here, after so many characters and sentences. */
export type Hazard = (run: Run) => number

/** Where within (last, next) the wanted length may lie: 0 stops before too much, 1 stops once enough, ½ stops nearest. */
const habits = [0, 0.5, 1]
const broad = 0.12
const fewRuns = 4
const spreadFloor = 0.12

export function hazardOf(runs: readonly Run[]): Hazard {
  if (runs.length < fewRuns) return () => 0.25
  let best: {hazard: Hazard; score: number} = {hazard: () => 0.25, score: -Infinity}
  for (const share of habits) {
    const from = (run: Run) => Math.max(0, run.chars - share * run.last)
    const to = (run: Run) => run.chars + (1 - share) * run.next
    best = better(best, runs, from, to)
  }
  return better(
    best,
    runs,
    run => run.count - 0.5,
    run => run.count + 0.5
  ).hazard
}

/** Fits a bell over the wanted lengths, with a broad foot, and keeps it where it explains the runs better. */
function better(
  best: {hazard: Hazard; score: number},
  runs: readonly Run[],
  from: (run: Run) => number,
  to: (run: Run) => number
): {hazard: Hazard; score: number} {
  const middles = runs.map(run => (from(run) + to(run)) / 2).sort((a, b) => a - b)
  const middle = middles[middles.length >> 1]!
  const off = middles.map(m => Math.abs(m - middle)).sort((a, b) => a - b)
  const spread = Math.max(spreadFloor * middle, 1.4826 * off[off.length >> 1]!)
  const below = (x: number) =>
    (1 - broad) * bell((x - middle) / spread) + broad * bell(Math.log(Math.max(x, 1) / middle) / 0.9)
  const hazard = (run: Run) => {
    const a = below(from(run))
    const ends = below(to(run)) - a
    return Math.min(0.98, Math.max(0.004, ends / Math.max(1e-6, 1 - a)))
  }
  let score = 0
  for (const run of runs) score += Math.log(Math.max(1e-6, below(to(run)) - below(from(run))))
  return score > best.score ? {hazard, score} : best
}

/** The normal distribution function, nearly. */
function bell(z: number): number {
  return 1 / (1 + Math.exp(-1.5976 * z - 0.07056 * z * z * z))
}
