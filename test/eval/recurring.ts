import {chance} from './damage.js'
import {repaired} from './restore.js'
import type {Sound} from './sources.js'
import {interleaved} from '../../src/repair/repair.rules.js'

/** Texts in which sentences recur in order because people wrote them so. None is woven, and none may be taken for it. */

interface Writer {
  /** A share of a list, or whole numbers, by chance. */
  some<T>(list: readonly T[], share: number): T[]
  upTo(most: number): number
  /** A sentence that stands nowhere else in the text. */
  other(): string
}

type Sections = readonly (readonly string[])[]

/** A newer version: some sentences gone or put otherwise, others put in. */
const revised = (section: readonly string[], {some, other}: Writer): string[] =>
  section.flatMap(sentence => [
    ...(some([sentence], 0.75).length > 0 ? [sentence] : some([other()], 0.5)),
    ...some([other()], 0.15)
  ])

const quoted = (section: readonly string[], writer: Writer): string[] =>
  writer.some(section, 0.4).flatMap(sentence => [sentence, writer.other()])

const firsts = (sections: Sections): string[] => sections.map(section => section[0]!)
const lasts = (sections: Sections): string[] => sections.map(section => section.at(-1)!)

const ways: Readonly<Record<string, (sections: Sections, writer: Writer) => readonly string[]>> = {
  'two versions': (all, writer) => [...all.flat(), ...all.flatMap(section => revised(section, writer))],
  'two versions of each section': (all, writer) =>
    all.flatMap(section => [...section, ...revised(section, writer)]),
  'comments at the end': (all, writer) => [...all.flat(), ...quoted(all.flat(), writer)],
  'comments on each section': (all, writer) =>
    all.flatMap(section => [...section, ...quoted(section, writer)]),
  'boxes after each section': (all, {upTo}) =>
    all.flatMap(section => [...section, ...section.slice(0, 1 + upTo(section.length))]),
  'boxes at the end': (all, {upTo}) => [
    ...all.flat(),
    ...all.flatMap(section => section.slice(0, upTo(section.length)))
  ],
  'summary first': (all, {some}) => [...some(all.flat(), 0.3), ...all.flat()],
  'overview first, boxes after each section': (all, {some}) => [
    ...firsts(all),
    ...all.flatMap(section => [...section, ...some(section.slice(1), 0.4)])
  ],
  'overview first, summary at the end': all => [...firsts(all), ...all.flat(), ...lasts(all)],
  'questions first, answers again at the end': (all, {upTo}) => [
    ...firsts(all),
    ...all.flat(),
    ...all.flatMap(section => section.slice(1, 2 + upTo(1)))
  ],
  'overview first and last': all => [...firsts(all), ...all.flat(), ...firsts(all)],
  'each section takes up the last': all =>
    all.flatMap((section, i) => [...(all[i - 1]?.slice(-2) ?? []), ...section]),
  'excerpts after each half': (all, {some}) => {
    const half = all.length >> 1
    return [all.slice(0, half).flat(), all.slice(half).flat()].flatMap(part => [...part, ...some(part, 0.5)])
  }
}

/** How many texts of a kind were made, and how many were taken for woven. */
export interface Recurring {
  readonly way: string
  readonly cases: number
  readonly taken: number
}

/** Stretches of so many sentences are written again. */
const sizes = [45, 90, 180]

export function recurring(sounds: readonly Sound[], seeds: readonly number[]): Recurring[] {
  const stretches = sounds.flatMap(sound =>
    sizes.flatMap(size =>
      Array.from({length: Math.floor(sound.sentences.length / size)}, (_, i) =>
        sound.sentences.slice(i * size, (i + 1) * size)
      )
    )
  )
  const pool = [...new Set(sounds.flatMap(sound => sound.sentences))]
  return Object.entries(ways).map(([way, write]) => {
    const texts = stretches.flatMap((stretch, i) =>
      seeds.map(seed => {
        const random = chance(seed * 7919 + i)
        const lines = write(sectionsOf(stretch, random), writerOf(stretch, pool, random))
        return lines.join(seed % 2 ? '\n' : '')
      })
    )
    const taken = texts.filter(text => repaired(text).notes.some(({rule}) => rule === interleaved.id))
    return {way, cases: texts.length, taken: taken.length}
  })
}

/** Sections of 3 to 14 sentences. */
function sectionsOf(stretch: readonly string[], random: () => number): Sections {
  const sections: string[][] = []
  for (let from = 0, to = 0; from < stretch.length; from = to) {
    to = from + 3 + Math.floor(random() * 12)
    sections.push(stretch.slice(from, to))
  }
  return sections
}

function writerOf(stretch: readonly string[], pool: readonly string[], random: () => number): Writer {
  const used = new Set(stretch)
  return {
    some: (list, share) => list.filter(() => random() < share),
    upTo: most => Math.floor(random() * (most + 1)),
    other: () => {
      for (;;) {
        const sentence = pool[Math.floor(random() * pool.length)]!
        if (used.has(sentence)) continue
        used.add(sentence)
        return sentence
      }
    }
  }
}
