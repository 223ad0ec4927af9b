import {squeeze} from '../zh/han.js'

/** Running heads: lines that stand beside page numbers again and again. */

/** No head is longer. */
const longestHead = 60

/** A line stands there anew where one of so many lines beyond it, on its page, is another; else the whole page was copied. */
const beyond = 3

/**
 * Lines that stand at least so often on these sides (-1 before, 1 behind) of page numbers, each time with other text beyond them. What
 * holds sentences, or part of one, is no head.
 */
export function headsBeside(
  lines: readonly {readonly text: string}[],
  numbers: ReadonlySet<number>,
  sides: readonly number[],
  least: number
): number[] {
  const beside = new Map<string, {readonly places: number[]; readonly pages: Set<string>}>()
  for (const number of numbers)
    for (const side of sides) {
      const n = number + side
      const line = lines[n]
      if (!line || numbers.has(n) || line.text.length > longestHead) continue
      const key = squeeze(line.text)
      if (!isHead(key)) continue
      const page: string[] = []
      for (let m = n + side; page.length < beyond && lines[m] && !numbers.has(m); m += side)
        page.push(lines[m]!.text)
      const known = beside.get(key)
      if (known) {
        known.places.push(n)
        known.pages.add(page.join('\n'))
      } else beside.set(key, {places: [n], pages: new Set([page.join('\n')])})
    }
  return [...beside.values()].flatMap(({places, pages}) => (pages.size >= least ? places : []))
}

function isHead(key: string): boolean {
  return key.length >= 4 && !/[。；，]|、$/u.test(key)
}
