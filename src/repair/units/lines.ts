import {lineEnds} from './lines.rules.js'

/** Places within a text where a line ends that has no stop; ascending. */
export function lineCuts(text: string): number[] {
  const cuts = new Set(lineEnds.flatMap(({pattern}) => [...text.matchAll(pattern)].map(({index}) => index)))
  cuts.delete(0)
  cuts.delete(text.length)
  return [...cuts].sort((a, b) => a - b)
}
