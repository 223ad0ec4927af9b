import {assign} from '../align/assign.js'
import {charDice, fold} from '../align/likeness.js'
import type {Meta} from '../tree/nodes.js'

/** Which document of one folder is which of the other: the same id, number and title, or title and region and period. */

export interface Paired {
  readonly a: number
  readonly b: number
}

export function pairDocuments(
  a: readonly Meta[],
  b: readonly Meta[]
): {pairs: Paired[]; onlyA: number[]; onlyB: number[]} {
  if (a.length === 1 && b.length === 1) return {pairs: [{a: 0, b: 0}], onlyA: [], onlyB: []}
  const offers = candidates(a, b).map(([i, j]) => ({a: i, b: j, score: identity(a[i]!, b[j]!)}))
  const pairs = assign(offers.filter(o => o.score >= 1)).sort((x, y) => x.b - y.b)
  const metA = new Set(pairs.map(p => p.a))
  const metB = new Set(pairs.map(p => p.b))
  return {
    pairs,
    onlyA: a.map((_, i) => i).filter(i => !metA.has(i)),
    onlyB: b.map((_, j) => j).filter(j => !metB.has(j))
  }
}

/** All pairs of small folders; of large ones those that share an id, a number or a title. */
function candidates(a: readonly Meta[], b: readonly Meta[]): [number, number][] {
  if (a.length * b.length <= 10_000) return b.flatMap((_, j) => a.map((_, i): [number, number] => [i, j]))
  const keys = (m: Meta) => [`i${m.id}`, `n${m.docNumber ?? m.id}`, `t${fold(m.title)}`]
  const known = new Map<string, number[]>()
  a.forEach((x, i) => {
    for (const key of keys(x)) known.set(key, [...(known.get(key) ?? []), i])
  })
  const found = new Set<number>()
  b.forEach((y, j) => {
    for (const key of keys(y)) {
      const held = known.get(key) ?? []
      if (held.length <= 20) for (const i of held) found.add(i * b.length + j)
    }
  })
  return [...found].map(n => [Math.floor(n / b.length), n % b.length])
}

function identity(x: Meta, y: Meta): number {
  if (x.id === y.id) return 3
  const number = x.docNumber !== null && x.docNumber === y.docNumber ? 1 : 0
  const title = fold(x.title) === fold(y.title) ? 1 : charDice(fold(x.title), fold(y.title)) >= 0.9 ? 0.6 : 0
  const period = x.planPeriod?.start === y.planPeriod?.start ? 0.1 : -0.5
  const region = x.region === y.region ? 0.1 : -0.2
  return number + title + (title > 0 ? period + region : 0)
}
