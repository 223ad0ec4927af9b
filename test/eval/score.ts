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

export function score(truth: readonly string[], result: readonly string[]): Score {
  const rank = new Map<string, number[]>()
  truth.forEach((text, i) => {
    const list = rank.get(text)
    if (list) list.push(i)
    else rank.set(text, [i])
  })
  const pairs = new Map<string, number>()
  for (let i = 1; i < result.length; i++) {
    const name = result[i - 1]! + '\u0000' + result[i]!
    pairs.set(name, (pairs.get(name) ?? 0) + 1)
  }
  let kept = 0
  for (let i = 1; i < truth.length; i++) {
    const name = truth[i - 1]! + '\u0000' + truth[i]!
    const count = pairs.get(name) ?? 0
    if (count > 0) {
      kept++
      pairs.set(name, count - 1)
    }
  }
  const used = new Map<string, number>()
  const ranks: number[] = []
  let doubled = 0
  for (const text of result) {
    const places = rank.get(text)
    const count = used.get(text) ?? 0
    used.set(text, count + 1)
    if (!places || count >= places.length) doubled++
    else ranks.push(places[count]!)
  }
  return {
    neighbours: truth.length > 1 ? kept / (truth.length - 1) : 1,
    tau: 1 - (2 * inversions(ranks)) / Math.max(1, (ranks.length * (ranks.length - 1)) / 2),
    lost: truth.length - ranks.length,
    doubled
  }
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
