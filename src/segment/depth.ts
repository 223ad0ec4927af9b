import {ranks, type Rank} from '../tree/nodes.js'
import type {Mark} from './lines.js'

/**
 * Which rank stands within which, in this document. Evidence: a rank that starts again at 1 after a heading of another rank stands
 * within that other one. Where the document shows nothing, the order of GB/T 9704 holds. Returns the ranks, widest first.
 */
export function orderRanks(marks: readonly Mark[]): Rank[] {
  const present = ranks.filter(rank => rank !== 'none' && marks.some(mark => mark.rank === rank))
  const evidence = restarts(marks)
  const weight = (outer: Rank, inner: Rank) => {
    const seen = (evidence.get(`${inner}<${outer}`) ?? 0) - (evidence.get(`${outer}<${inner}`) ?? 0)
    return seen !== 0 ? seen : ranks.indexOf(inner) - ranks.indexOf(outer)
  }
  const wins = new Map(
    present.map(rank => [rank, present.filter(other => other !== rank && weight(rank, other) > 0).length])
  )
  return [...present].sort((a, b) => wins.get(b)! - wins.get(a)! || ranks.indexOf(a) - ranks.indexOf(b))
}

/** How often `inner` started again at 1 after an `outer` that went on counting. */
function restarts(marks: readonly Mark[]): Map<string, number> {
  const count = new Map<string, number>()
  const since = new Map<Rank, Set<Rank>>()
  const last = new Map<Rank, number>()
  for (const mark of marks) {
    if (mark.ordinal === null) continue
    const previous = last.get(mark.rank)
    if (previous !== undefined && mark.ordinal === 1)
      for (const other of since.get(mark.rank) ?? []) {
        const key = `${mark.rank}<${other}`
        count.set(key, (count.get(key) ?? 0) + 1)
      }
    const goesOn = previous !== undefined && mark.ordinal === previous + 1
    for (const [rank, seen] of since) if (rank !== mark.rank && goesOn) seen.add(mark.rank)
    since.set(mark.rank, new Set())
    last.set(mark.rank, mark.ordinal)
  }
  return count
}
