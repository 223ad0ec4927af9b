import {levels, markOf} from '../marks.js'

/** What a heading before a sentence would do to the numbered lists of the text: cut one, stand where one begins anew, or neither. */
export type Cut = 'inside' | 'between' | 'none'

/** The ordinals of items by level, for each place before a sentence: the last before it and the next after it, 0 where none is near. */
interface Neighbours {
  readonly before: Uint16Array[]
  readonly after: Uint16Array[]
}

/**
 * Tells for each place in a text, and the level of a heading that may stand there, what becomes of the lists of finer levels. （四） before
 * and （五） after it are one list; （四） before and （一） after it are two, and something must stand between. Numbers of levels that count
 * `through` all chapters say nothing.
 */
export function listsOf(
  texts: readonly string[],
  through: ReadonlySet<number> = new Set()
): (at: number, level: number) => Cut {
  const {before, after} = neighboursOf(texts)
  return (at, level) => {
    let cut: Cut = 'none'
    for (let l = level + 1; l < levels; l++) {
      const [last, next] = [before[l]![at]!, after[l]![at]!]
      if (last === 0 || next === 0 || through.has(l)) continue
      if (next > last) return 'inside'
      if (next === 1) cut = 'between'
    }
    return cut
  }
}

/** So many times more must numbers go on than begin anew: once may be a list amid which a heading was put. */
const leastThrough = 2

/**
 * The levels whose numbers go on behind a coarser heading rather than begin anew: opinions count （一） to （三十） through their chapters.
 * `headings`: the levels of the headings that each text opens with, which are no part of it.
 */
export function countedThrough(
  texts: readonly string[],
  headings: readonly (readonly number[])[]
): ReadonlySet<number> {
  const last = new Uint16Array(levels)
  const crossed = new Uint8Array(levels)
  const goesOn = new Int32Array(levels)
  const cross = (level: number) => crossed.fill(1, level + 1)
  texts.forEach((text, t) => {
    for (const level of headings[t]!) cross(level)
    const mark = markOf(text)
    if (!mark) return
    const {level, ordinal} = mark
    if (crossed[level] === 1 && last[level]! > 0) {
      if (ordinal === 1) goesOn[level]!--
      if (ordinal === last[level]! + 1) goesOn[level]!++
    }
    last[level] = ordinal
    crossed[level] = 0
    cross(level)
  })
  return new Set([...goesOn.keys()].filter(level => goesOn[level]! >= leastThrough))
}

function neighboursOf(texts: readonly string[]): Neighbours {
  const n = texts.length
  const marks = texts.map(text => markOf(text))
  const empty = () => Array.from({length: levels}, () => new Uint16Array(n + 1))
  const [before, after] = [empty(), empty()]
  for (let l = 0; l < levels; l++) {
    // a coarser number ends a list
    for (let t = 0, last = 0; t < n; t++) {
      const mark = marks[t]
      if (mark && mark.level <= l) last = mark.level === l ? mark.ordinal : 0
      before[l]![t + 1] = last
    }
    for (let t = n - 1, next = 0; t >= 0; t--) {
      const mark = marks[t]
      if (mark && mark.level <= l) next = mark.level === l ? mark.ordinal : 0
      after[l]![t] = next
    }
  }
  return {before, after}
}
