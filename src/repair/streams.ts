import {reach} from './cohesion.js'
import type {Anchors} from './anchors.js'
import type {Habits} from './habits.js'
import {counted, counts, levels, markOf} from './marks.js'
import type {Unit} from './units.js'

/**
 * Which stream does each sentence belong to? A beam search over labellings: a hypothesis knows the stream that is being written,
 * how long its run is, and the last sentences of every stream; it is scored by how well each sentence continues its stream, by the
 * habits of the streams (how long their runs are, where lines break) and by the copies of the sentence in other streams.
 */
export interface Labelling {
  readonly label: Uint8Array
  /** Log likelihood. */
  readonly score: number
  /** For unit n, how much worse (in log likelihood) the best hypothesis was that gave it another label, where the beam knew one. */
  readonly margin: Float32Array
}

interface Hypothesis {
  score: number
  current: number
  /** Unit index where the current run began. */
  runStart: number
  runChars: number
  /** The last three units of each stream, three slots a stream, -1 where there is none. */
  recent: Int32Array
  /** The last unit of each stream that has copies. */
  paired: Int32Array
  /** What each stream has counted to, by level. */
  counts: Uint8Array
  node: number
}

/** What the copies of `last` and `t` in other streams say about t following last: > 0 for, < 0 against. */
export function agreement(anchors: Anchors, units: readonly Unit[], last: number, t: number): number {
  if (last < 0) return 0
  const a = anchors.places.get(units[last]!.key)
  const b = anchors.places.get(units[t]!.key)
  if (!a || !b) return 0
  let ahead = Infinity
  let behind = false
  for (const x of a) {
    if (x === last) continue
    for (const y of b) {
      if (y === t) continue
      if (y > x) ahead = Math.min(ahead, y - x)
      else behind = true
    }
  }
  if (ahead === 1) return 4
  if (ahead <= 4) return 2.5
  if (ahead <= 24) return 1
  if (ahead < Infinity) return ahead < 100 ? -0.5 : -3
  return behind ? -8 : 0
}

export function label(
  units: readonly Unit[],
  anchors: Anchors,
  habits: Habits,
  streams: number,
  width: number
): Labelling {
  const n = units.length
  const parents: number[] = []
  const labels: number[] = []
  let beam: Hypothesis[] = []
  const marks = units.map(u => markOf(u.text))
  const margin = new Float32Array(n).fill(Infinity)
  const cache = new Map<number, number>()
  for (let t = 0; t < n; t++) {
    const unit = units[t]!
    const mark = marks[t] ?? null
    const next = new Map<string, Hypothesis & {from: number}>()
    cache.clear()
    const fit = (recent: Int32Array, at: number): number => {
      let key = recent[at]! * 4 + at / reach
      for (let d = 1; d < reach; d++) key = key * 31 + recent[at + d]!
      let value = cache.get(key)
      if (value === undefined)
        cache.set(key, (value = recent[at]! < 0 ? habits.fresh : habits.fits(recent, at, t, at / reach)))
      return value
    }
    const consider = (h: Hypothesis | null, s: number, score: number) => {
      const stay = h !== null && h.current === s
      const runStart = stay ? h.runStart : t
      let name = `${s},${runStart}`
      for (let i = 0; i < streams; i++) name += `,${i === s ? t : h ? h.recent[i * reach]! : -1}`
      const known = next.get(name)
      if (known && known.score >= score) return
      const recent = h ? h.recent.slice() : new Int32Array(streams * reach).fill(-1)
      for (let d = reach - 1; d > 0; d--) recent[s * reach + d] = recent[s * reach + d - 1]!
      recent[s * reach] = t
      let paired = h ? h.paired : new Int32Array(streams).fill(-1)
      if (anchors.copies[t]! > 1) {
        paired = paired.slice()
        paired[s] = t
      }
      let state = h ? h.counts : new Uint8Array(streams * levels)
      if (mark) state = counted(state, s * levels, mark)
      next.set(name, {
        counts: state,
        score,
        current: s,
        runStart,
        runChars: (stay ? h.runChars : 0) + unit.solid,
        recent,
        paired,
        node: -1,
        from: h ? h.node : -1
      })
    }
    if (t === 0) for (let s = 0; s < streams; s++) consider(null, s, habits.emits(t, s, -1))
    for (const h of beam) {
      for (let s = 0; s < streams; s++) {
        const stay = s === h.current
        const turn = habits.turns(t, h.current, s, h.runChars, t - h.runStart)
        const score =
          h.score +
          turn +
          habits.emits(t, s, h.recent[s * reach]!) +
          fit(h.recent, s * reach) +
          (mark ? counts(h.counts, s * levels, mark) : 0) +
          agreement(anchors, units, h.paired[s]!, t) +
          (stay ? 0 : habits.leaves(h.recent[h.current * reach]!))
        consider(h, s, score)
      }
    }
    const ranked = [...next.values()].sort((a, b) => b.score - a.score).slice(0, width)
    for (const h of ranked) {
      h.node = parents.length
      parents.push(h.from)
      labels.push(h.current)
    }
    const other = ranked.find(h => h.current !== ranked[0]!.current)
    if (other) margin[t] = ranked[0]!.score - other.score
    beam = ranked
  }
  const out = new Uint8Array(n)
  let node = beam[0]?.node ?? -1
  for (let t = n - 1; t >= 0; t--) {
    out[t] = labels[node]!
    node = parents[node]!
  }
  return {label: out, score: beam[0]?.score ?? 0, margin}
}
