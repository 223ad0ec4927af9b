/**
 * Does a line go on with another? Words that a line end broke are written whole elsewhere in the text, so the characters that meet at a
 * true join have mostly met before. How much that says is learned from the text itself: from the places within its lines, and from
 * ends and beginnings that have nothing to do with one another.
 */
export interface Joins {
  /** Log odds that `b` goes on where `a` stops. `standing`: they stand so in the text, which has thus been seen once. */
  odds(a: string, b: string, standing: boolean): number
}

/** So many characters teach enough. */
const mostTaught = 300_000
const mostSamples = 20_000

/** What was seen: nothing; the two characters that meet; these with the one before, or the one after; both. */
const classes = 4

const pair = (a: string, b: string) => a.slice(-1) + b.slice(0, 1)
const threeBack = (a: string, b: string) => a.slice(-2) + b.slice(0, 1)
const threeOn = (a: string, b: string) => a.slice(-1) + b.slice(0, 2)

export function joinsOf(all: readonly string[]): Joins {
  const chars = all.reduce((sum, line) => sum + line.length, 0)
  const every = Math.ceil(chars / mostTaught)
  const lines = all.filter((_, i) => i % every === 0)
  const counts = new Map<string, number>()
  const count = (text: string) => counts.set(text, (counts.get(text) ?? 0) + 1)
  for (const line of lines)
    for (let i = 1; i < line.length; i++) {
      count(line.slice(i - 1, i + 1))
      if (i > 1) count(line.slice(i - 2, i + 1))
    }
  const seen = (text: string, own: number) => (counts.get(text) ?? 0) > own
  const classOf = (a: string, b: string, own: number) =>
    seen(pair(a, b), own)
      ? 1 +
        (a.length > 1 && seen(threeBack(a, b), own) ? 1 : 0) +
        (b.length > 1 && seen(threeOn(a, b), own) ? 1 : 0)
      : 0
  const odds = taught(lines, classOf)
  return {odds: (a, b, standing) => (a === '' || b === '' ? 0 : odds[classOf(a, b, standing ? 1 : 0)]!)}
}

/** Log odds of each class, from places within lines and from ends that are put before other beginnings. */
function taught(
  lines: readonly string[],
  classOf: (a: string, b: string, own: number) => number
): readonly number[] {
  const places: [string, string][] = []
  const step = Math.max(1, Math.floor(lines.reduce((sum, line) => sum + line.length, 0) / mostSamples))
  let at = 0
  for (const line of lines)
    for (let i = 2; i < line.length - 1; i++)
      if (at++ % step === 0) places.push([line.slice(i - 2, i), line.slice(i, i + 2)])
  const real = new Float64Array(classes).fill(0.5)
  const chance = new Float64Array(classes).fill(0.5)
  const far = (places.length >> 1) + 1
  places.forEach(([a, b], i) => {
    real[classOf(a, b, 1)]!++
    chance[classOf(a, places[(i + far) % places.length]![1], 0)]!++
  })
  return Array.from(real, (count, c) => Math.log(count / chance[c]!))
}
