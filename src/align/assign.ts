/** Who belongs to whom, from scored candidates; and which of them kept their order. */

export interface Candidate {
  readonly a: number
  readonly b: number
  readonly score: number
}

/** One-to-one pairs, best score first; ties go to the earlier, so that the same input gives the same pairs. O(n log n). */
export function assign<C extends Candidate>(candidates: readonly C[]): C[] {
  const usedA = new Set<number>()
  const usedB = new Set<number>()
  const chosen: C[] = []
  for (const candidate of [...candidates].sort((x, y) => y.score - x.score || x.a - y.a || x.b - y.b)) {
    if (usedA.has(candidate.a) || usedB.has(candidate.b)) continue
    usedA.add(candidate.a)
    usedB.add(candidate.b)
    chosen.push(candidate)
  }
  return chosen
}

/**
 * Indices of the heaviest strictly increasing run of `values`: what kept its order, so that all else is what moved.
 * Weights are positive. O(n log n), a Fenwick tree of prefix maxima.
 */
export function heaviestRun(values: readonly number[], weights: readonly number[]): Set<number> {
  const n = values.length
  const ranks = rankOf(values)
  const best = new Float64Array(n + 2)
  const holder = new Int32Array(n + 2).fill(-1)
  const before = new Int32Array(n).fill(-1)
  const total = new Float64Array(n)
  let last = -1
  for (let i = 0; i < n; i++) {
    let sum = 0
    let from = -1
    for (let r = ranks[i]! - 1; r > 0; r -= r & -r)
      if (best[r]! > sum) {
        sum = best[r]!
        from = holder[r]!
      }
    total[i] = sum + weights[i]!
    before[i] = from
    for (let r = ranks[i]!; r <= n; r += r & -r)
      if (best[r]! < total[i]!) {
        best[r] = total[i]!
        holder[r] = i
      }
    if (last < 0 || total[i]! > total[last]!) last = i
  }
  const run = new Set<number>()
  for (let i = last; i >= 0; i = before[i]!) run.add(i)
  return run
}

/** Ranks from 1; equal values share one. */
function rankOf(values: readonly number[]): Int32Array {
  const distinct = [...new Set(values)].sort((a, b) => a - b)
  const rank = new Map(distinct.map((v, i) => [v, i + 1]))
  return Int32Array.from(values, v => rank.get(v)!)
}
