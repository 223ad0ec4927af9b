import {sentences} from '../../src/zh/sentences.js'
import {chance} from './damage.js'

/** Ways in which text comes to stand twice directly after itself. */

type Copy = (paragraphs: readonly string[], random: () => number) => readonly string[]

const ways: Readonly<Record<string, Copy>> = {
  'repeated in place': (all, random) => stretches(all, random, 0.2, [1, 3]),
  'long stretches repeated in place': (all, random) => stretches(all, random, 0.4, [4, 10]),
  'each line one to three times': (all, random) =>
    all.flatMap(line => Array.from({length: 1 + Math.floor(random() * 3)}, () => line)),
  'lines twice in one': (all, random) =>
    all.map(line => (line.length > longLine && random() < 0.6 ? line + line : line)),
  'sentences twice': (all, random) =>
    all.map(line =>
      sentences(line)
        .map(sentence => (random() < 0.5 ? sentence + sentence : sentence))
        .join('')
    ),
  'the whole text twice': all => [...all, ...all]
}

export const copyings = Object.keys(ways)

/** A title says itself twice on a line as the cells of a row may. */
const longLine = 20

export function copied(way: string, paragraphs: readonly string[], seed: number): string {
  return ways[way]!(paragraphs, chance(seed)).join('\n')
}

/** p1 p2 p1 p2: a share of the stretches of so many paragraphs stands twice in place. */
function stretches(
  paragraphs: readonly string[],
  random: () => number,
  share: number,
  [least, most]: readonly [number, number]
): string[] {
  const out: string[] = []
  for (let i = 0; i < paragraphs.length;) {
    const size = least + Math.floor(random() * (most - least + 1))
    const block = paragraphs.slice(i, i + size)
    out.push(...block)
    if (random() < share && block.join('').length >= 40) out.push(...block)
    i += size
  }
  return out
}
