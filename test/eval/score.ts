/** How near a restored text is to the truth; all shares 0 to 1. */
export interface Score {
  /** Neighbours of the truth that are neighbours again. */
  readonly neighbours: number
  /** Kendall's tau over sentences that both hold. */
  readonly tau: number
  /** Sentences of the truth that are missing, and sentences that stand more often than they should. */
  readonly lost: number
  readonly doubled: number
}

/**
 * Compares texts, not lists: where a mark at the end of a sentence is missing, two of them read as one, and nothing is lost by that.
 */
export function score(truth: readonly string[], result: readonly string[]): Score {
  const whole = {truth: truth.join(''), result: result.join('')}
  const known = new Map<string, number>()
  const kept = truth
    .slice(1)
    .filter((text, i) => taken(known, truth[i]! + text) < times(whole.result, truth[i]! + text)).length
  let lost = 0
  let doubled = 0
  for (const text of new Set(truth)) {
    const more = times(whole.result, text) - times(whole.truth, text)
    if (more < 0) lost -= more
    else doubled += more
  }
  const rank = new Map<string, number[]>()
  truth.forEach((text, i) => {
    const list = rank.get(text)
    if (list) list.push(i)
    else rank.set(text, [i])
  })
  const used = new Map<string, number>()
  const ranks = result.flatMap(text => rank.get(text)?.[taken(used, text)] ?? [])
  return {
    neighbours: truth.length > 1 ? kept / (truth.length - 1) : 1,
    tau: 1 - (2 * inversions(ranks)) / Math.max(1, (ranks.length * (ranks.length - 1)) / 2),
    lost,
    doubled
  }
}

/** How often the text was asked for before. */
function taken(counts: Map<string, number>, text: string): number {
  const count = counts.get(text) ?? 0
  counts.set(text, count + 1)
  return count
}

/** How often a text stands in another. */
function times(whole: string, text: string): number {
  let count = 0
  for (let at = whole.indexOf(text); at >= 0; at = whole.indexOf(text, at + 1)) count++
  return count
}

/** Pairs that stand the wrong way round, by merge sort. */
function inversions(values: readonly number[]): number {
  const sort = (list: readonly number[]): [number[], number] => {
    if (list.length < 2) return [[...list], 0]
    const middle = list.length >> 1
    const [a, x] = sort(list.slice(0, middle))
    const [b, y] = sort(list.slice(middle))
    const out: number[] = []
    let count = x + y
    let i = 0
    let j = 0
    while (i < a.length || j < b.length) {
      if (j >= b.length || (i < a.length && a[i]! <= b[j]!)) out.push(a[i++]!)
      else {
        out.push(b[j++]!)
        count += a.length - i
      }
    }
    return [out, count]
  }
  return sort(values)[1]
}
