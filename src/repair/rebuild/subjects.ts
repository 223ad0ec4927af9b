import {affinity, topicsOf} from '../../zh/topics.js'
import type {Entry} from '../contents/contents.js'
import type {Body} from './headings.js'

/** Titles are few words: coarse topics tell what they are about. */
const subjectDimensions = 48

const bareTitle = /^第.{1,4}?[编篇章节]/u

/** So many sentences on either side say what the subject was and what it is. */
const reach = 4

/** What sentences and the titles of a contents page are about, and where the subject changes. */
export function subjectsOf(
  texts: readonly string[],
  entries: readonly Entry[]
): Pick<Body, 'about' | 'shift'> {
  const all = [...texts, ...entries.map(entry => entry.name.replace(bareTitle, ''))]
  const topics = topicsOf(
    all,
    all.map((_, i) => i),
    subjectDimensions
  )
  const {dimensions, points} = topics
  const pointAt = (i: number) => points.subarray(i * dimensions, (i + 1) * dimensions)
  const sumOf = (from: number, to: number) => {
    const sum = new Float32Array(dimensions)
    for (let t = Math.max(0, from); t < Math.min(texts.length, to); t++)
      pointAt(t).forEach((x, d) => (sum[d]! += x))
    return sum
  }
  return {
    about: (t, entry) => affinity(topics, t, texts.length + entry),
    shift: t => {
      const before = sumOf(t - reach, t)
      const after = sumOf(t, t + reach)
      const lengths = Math.sqrt(dot(before, before) * dot(after, after))
      return lengths > 0 ? 1 - dot(before, after) / lengths : 1
    }
  }
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let d = 0; d < a.length; d++) sum += a[d]! * b[d]!
  return sum
}
