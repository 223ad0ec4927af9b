/** Units that all stand again, in their order, so many units further on. */
export interface Stretch {
  readonly from: number
  readonly to: number
  readonly distance: number
}

/**
 * Where units repeat those before them at one distance, for as long as they do, and at least for this share of the distance; for all
 * of it, p1 p2 p1 p2. A unit and the next that is equal to it propose the distance, and all others around them are compared at it, so
 * that a refrain, which comes again before its own copy does, breaks nothing. In the order in which they begin, the closest copies first.
 */
export function stretchesIn(units: readonly {readonly key: number}[], share = 1): Stretch[] {
  const same = (t: number, distance: number) => units[t]!.key === units[t + distance]?.key
  const found: Stretch[] = []
  const last = new Map<number, number>()
  const compared = new Map<number, number>()
  units.forEach(({key}, t) => {
    const before = last.get(key)
    last.set(key, t)
    if (before === undefined) return
    const distance = t - before
    const done = compared.get(distance) ?? 0
    if (before < done) return
    let from = before
    while (from > done && same(from - 1, distance)) from--
    let to = before + 1
    while (same(to, distance)) to++
    compared.set(distance, to)
    if (to - from >= share * distance) found.push({from, to, distance})
  })
  return found.sort((a, b) => a.from - b.from || a.distance - b.distance)
}
