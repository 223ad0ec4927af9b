import {longestRun} from '../../core/ledger.js'
import type {Entry, Head} from './contents.js'

/**
 * Headings of one name stand under several chapters (一、发展目标). Gives each that was read the entry it is: so that as many as can be
 * stand in the order of the contents page.
 */
export function eachItsOwn(heads: readonly (readonly Head[])[], entries: readonly Entry[]): Head[][] {
  const named = new Map<string, number[]>()
  entries.forEach(({name}, e) => named.set(name, [...(named.get(name) ?? []), e]))
  const read = heads.flatMap((list, t) => list.map(head => ({head, t})))
  // one place of each heading at most is in a rising run, if its places stand in falling order
  const places = read.flatMap(({head}, i) =>
    named
      .get(head.entry.name)!
      .toReversed()
      .map(e => ({i, e}))
  )
  const own = new Map<number, number>()
  for (const at of longestRun(places.map(({e}) => e))) own.set(places[at]!.i, places[at]!.e)
  const taken = new Set(own.values())
  const out: Head[][] = heads.map(() => [])
  read.forEach(({head, t}, i) => {
    const e = own.get(i) ?? named.get(head.entry.name)!.find(place => !taken.has(place))
    if (e !== undefined) taken.add(e)
    out[t]!.push(e === undefined ? head : {...head, entry: entries[e]!})
  })
  return out
}
