import {inOrder, type Copies} from '../streams/anchors.js'

/** How often readers overtake one another, and what stands again. */
interface Overtakings {
  /** First copies follow last ones while earlier ones still wait: any; two or more of them, or behind two or more; both. */
  readonly any: number
  readonly several: number
  readonly both: number
  /** Sentences in a row that stand in a row again, and how many copies stand in a row of two or more. */
  readonly stretches: number
  readonly inRow: number
}

/** A box that a table repeats is done with before the next begins, a table at the end comes after all boxes: nothing overtakes. */
export function overtakings(lists: readonly Copies[], kinds: Int8Array): Overtakings {
  const last = lists[0]!.length - 1
  const marked = [...kinds.keys()].filter(t => kinds[t]! >= 0)
  let [any, several, both] = [0, 0, 0]
  let waiting = 0
  let behind = 0
  for (let from = 0, to = 0; from < marked.length; from = to) {
    const first = kinds[marked[from]!] === 0
    let done = 0
    for (; to < marked.length && (kinds[marked[to]!] === 0) === first; to++)
      if (kinds[marked[to]!] === last) done++
    if (first && behind > 0 && waiting > 1) {
      any++
      if (to - from > 1 || behind > 1) several++
      if (to - from > 1 && behind > 1) both++
    }
    waiting += first ? to - from : -done
    behind = first ? 0 : to - from
  }
  return {any, several, both, ...rowsOf(lists)}
}

/** Sentences in a row that stand in a row again. */
function rowsOf(lists: readonly Copies[]): {stretches: number; inRow: number} {
  let stretches = 0
  let inRow = 0
  for (let from = 0, to = 1; from < lists.length; from = to++, stretches++) {
    const goesOn = (list: Copies, c: number) => list.at(c)! === lists[to - 1]!.at(c)! + 1
    while (to < lists.length && goesOn(lists[to]!, 0) && goesOn(lists[to]!, -1)) to++
    if (to - from > 1) inRow += to - from
  }
  return {stretches, inRow}
}

/**
 * Three readers may overtake one another where the first is through already: nobody goes on with a second pass, again and again, while
 * some of it waits for the third.
 */
export function passesOverlap(all: readonly Copies[]): boolean {
  const lists = inOrder(all)
  return (
    lists.length >= Math.max(overlap.sentences, overlap.ordered * all.length) &&
    resumed(lists) >= overlap.resumed
  )
}

/** How often the second pass goes on behind sentences of the third while others still wait for theirs. */
function resumed(lists: readonly Copies[]): number {
  let times = 0
  let third = 0
  lists.forEach(([, second], i) => {
    const before = third
    while (lists[third]![2]! < second!) third++
    if (third > before && third < i) times++
  })
  return times
}

const overlap = {sentences: 9, ordered: 0.95, resumed: 2}
