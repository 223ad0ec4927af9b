/**
 * All the ways that a beam search followed: nodes are labels of units, and ways lead from one to the next. From it comes the likeliest
 * labelling, and how likely each of its labels is when all ways are taken together (forward-backward; Rabiner 1989).
 */
export interface Lattice {
  /** Adds a label of unit t that the ways lead to, the best first; gives its number. Units come in order. */
  add(t: number, label: number, ways: readonly Way[]): number
  /** The best way to the first of the nodes where the search ended, the best first. */
  read(units: number, ends: readonly number[]): Path
}

/** From a node, -1 at the start, with so much log likelihood. */
export interface Way {
  readonly from: number
  readonly gain: number
}

export interface Path {
  readonly label: Uint8Array
  /** How likely each label is, 0 to 1. */
  readonly sure: Float32Array
}

export function lattice(): Lattice {
  const unitOf: number[] = []
  const labels: number[] = []
  const best: number[] = []
  // one entry a way, in the order of the nodes they lead to
  const from: number[] = []
  const to: number[] = []
  const gain: number[] = []

  /** For each node the log likelihood of all ways to it, and of all from it to the ends. */
  const likelihoods = (ends: readonly number[]) => {
    const before = new Float64Array(labels.length).fill(-Infinity)
    const after = new Float64Array(labels.length).fill(-Infinity)
    for (let e = 0; e < to.length; e++) {
      const start = from[e]! < 0 ? 0 : before[from[e]!]!
      before[to[e]!] = either(before[to[e]!]!, start + gain[e]!)
    }
    for (const node of ends) after[node] = 0
    for (let e = to.length - 1; e >= 0; e--)
      if (from[e]! >= 0) after[from[e]!] = either(after[from[e]!]!, gain[e]! + after[to[e]!]!)
    return {before, after}
  }

  return {
    add(t, label, ways) {
      const node = labels.length
      unitOf.push(t)
      labels.push(label)
      best.push(ways[0]!.from)
      for (const way of ways) {
        from.push(way.from)
        to.push(node)
        gain.push(way.gain)
      }
      return node
    },
    read(units, ends) {
      const label = new Uint8Array(units)
      for (let t = units - 1, node = ends[0] ?? -1; t >= 0; t--) {
        label[t] = labels[node]!
        node = best[node]!
      }
      const {before, after} = likelihoods(ends)
      const all = ends.reduce((sum, node) => either(sum, before[node]!), -Infinity)
      const sure = new Float32Array(units)
      labels.forEach((own, node) => {
        const t = unitOf[node]!
        if (own === label[t]) sure[t]! += Math.exp(before[node]! + after[node]! - all)
      })
      return {label, sure}
    }
  }
}

/** Logarithm of the sum of two likelihoods. */
function either(a: number, b: number): number {
  const more = Math.max(a, b)
  return more === -Infinity ? more : more + Math.log1p(Math.exp(-Math.abs(a - b)))
}
