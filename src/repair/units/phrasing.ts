/** How the clauses of a text begin and end: what tells where one ends and another begins although no mark stands between them. */

/** How often one to three characters stand in a row, begin a clause and end one, by their codes as one number. */
export interface Phrasing {
  readonly stand: ReadonlyMap<number, number>
  readonly begin: ReadonlyMap<number, number>
  readonly end: ReadonlyMap<number, number>
  /** Share of characters that begin a clause. */
  readonly usual: number
}

/** So many characters tell enough; they are taken from all over the text. */
const most = 100_000

/** Characters in a row that are counted. */
const longest = 3

/** What fewer characters say counts for as much as so many sightings of more. */
const prior = 4

const surest = 0.99

const mark = /[，。；：！？,;:!?]/

export function phrasingOf(texts: readonly string[]): Phrasing {
  const stand = new Map<number, number>()
  const begin = new Map<number, number>()
  const end = new Map<number, number>()
  const add = (counts: Map<number, number>, text: string, from: number, to: number) => {
    const code = codeOf(text, from, to)
    counts.set(code, (counts.get(code) ?? 0) + 1)
  }
  const all = texts.reduce((sum, text) => sum + text.length, 0)
  const step = Math.max(1, Math.ceil(all / most))
  let characters = 0
  let clauses = 0
  for (let t = 0; t < texts.length; t += step) {
    const text = texts[t]!
    characters += text.length
    for (let at = 0; at < text.length; at++) {
      const begins = at === 0 || mark.test(text[at - 1]!)
      const ends = mark.test(text[at]!)
      if (begins) clauses++
      for (let size = 1; size <= longest; size++) {
        if (at + size > text.length) break
        add(stand, text, at, at + size)
        if (begins) add(begin, text, at, at + size)
        if (ends && at >= size) add(end, text, at - size, at)
      }
    }
  }
  return {stand, begin, end, usual: (clauses + 1) / (characters + prior)}
}

/** Log odds that a clause begins with the characters from `at` on, wherever else they stand. */
export function begins({stand, begin, usual}: Phrasing, text: string, at: number): number {
  return odds(stand, begin, usual, size => codeOf(text, at, Math.min(text.length, at + size)))
}

/** Log odds that a clause ends with the characters before `at`. */
export function ends({stand, end, usual}: Phrasing, text: string, at: number): number {
  return odds(stand, end, usual, size => codeOf(text, Math.max(0, at - size), at))
}

/** Do two characters before and one behind a place stand together elsewhere, too, or one before and two behind? */
export function joined({stand}: Phrasing, text: string, at: number): boolean {
  const seen = (from: number) => (stand.get(codeOf(text, from, from + longest)) ?? 0) > 1
  return seen(at - 2) || seen(at - 1)
}

/** The share of one character is where that of two starts from, and so on; the place itself does not count. */
function odds(
  stand: ReadonlyMap<number, number>,
  special: ReadonlyMap<number, number>,
  usual: number,
  codeFor: (size: number) => number
): number {
  let share = usual
  for (let size = 1; size <= longest; size++) {
    const code = codeFor(size)
    const times = special.get(code) ?? 0
    share = (times + share * prior) / (Math.max(times, (stand.get(code) ?? 0) - 1) + prior)
  }
  return Math.log(share / (1 - Math.min(share, surest)))
}

function codeOf(text: string, from: number, to: number): number {
  let code = 0
  for (let at = from; at < to; at++) code = code * 0x10000 + text.charCodeAt(at)
  return code
}
