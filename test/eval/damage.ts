/**
 * Damages a sound text in the ways that real pages are damaged, and keeps the truth beside the result.
 * Everything comes from the model and the seed: the same two give the same damage.
 */
export interface Model {
  readonly name: string
  readonly streams: number
  /** Mean characters of a run of each stream, and how far they spread around it (0 = exact). */
  readonly run: readonly number[]
  readonly spread: number
  /** Chance that a stream leaps before a run, and how many sentences it passes over at most. */
  readonly leap: readonly number[]
  readonly leapMost: number
  /** Chance that a stream drops a sentence. */
  readonly drop: number
  /** Where the lines end. `late`: before the last sentence of a run of the first stream, as on some pages. */
  readonly layout: 'lines' | 'late' | 'one' | 'runs' | 'sentences'
  /** The contents page before the text stands line by line. */
  readonly listed?: boolean
  /** It lists 一、 and （一）, too, and not only chapters and sections. */
  readonly fine?: boolean
  /** Headings are sentences of their own: a reader may stop behind one, and another's sentence is glued to it. */
  readonly apart?: boolean
  /** Readers take paragraphs whole, or leave the line ends that stand between them, or titles and cells with the sentence behind. */
  readonly paragraphs?: 'whole' | 'kept' | 'within'
  /** Runs are so many sentences long (within the spread) rather than characters. */
  readonly counted?: boolean
  /** Sentences that the first stream has read before the others begin. */
  readonly ahead?: number
  /** Share of the text after which all streams but the first stop. */
  readonly until?: number
  /** Stop when the first stream is through (the others stay unfinished), or read on to the end. */
  readonly stop: 'first' | 'all'
}

export interface Damaged {
  readonly text: string
  /** The sentences that the damaged text still holds, in their true order. */
  readonly truth: readonly string[]
  /** Headings that only the contents page has left, and how the text under each begins. */
  readonly headings?: readonly {readonly name: string; readonly next: string | null}[]
  /** The paragraphs of the sound text, where their bounds were lost. */
  readonly paragraphs?: readonly string[]
  /** The sentences in the order of the text, with the stream and the true place of each, where streams were woven. */
  readonly laid?: readonly {readonly stream: number; readonly place: number}[]
}

/** Numbers in [0, 1), the same for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Weaves the streams of a model through a list of sentences. */
export function weave(sentences: readonly string[], model: Model, seed: number): Damaged {
  const random = chance(seed)
  const n = sentences.length
  const at = new Array<number>(model.streams).fill(0)
  const read = new Set<number>()
  const runs: {stream: number; ids: number[]}[] = []
  const ends = at.map((_, s) => (s === 0 ? n : n * (model.until ?? 1)))
  const open = () => (model.stop === 'first' ? at[0]! < n : at.some((a, s) => a < ends[s]!))
  while (open()) {
    for (let s = 0; s < model.streams && open(); s++) {
      if (at[s]! >= ends[s]! || (s > 0 && at[0]! < (model.ahead ?? 0))) continue
      if (random() < model.leap[s]!) at[s] = Math.min(n, at[s]! + 1 + Math.floor(random() * model.leapMost))
      const goal = model.run[s]! * (1 + (random() * 2 - 1) * model.spread)
      const ids: number[] = []
      let chars = 0
      const weight = (id: number) => (model.counted ? 1 : sentences[id]!.length)
      while (at[s]! < n && (chars === 0 || chars + weight(at[s]!) / 2 < goal)) {
        const id = at[s]!++
        if (random() < model.drop) continue
        ids.push(id)
        chars += weight(id)
      }
      // what is read ahead of the others is one run
      if (runs.length === 1 && runs[0]!.stream === s) runs[0]!.ids.push(...ids)
      else if (ids.length > 0) runs.push({stream: s, ids})
      for (const id of ids) read.add(id)
    }
  }
  return {
    text: lay(runs, sentences, model),
    truth: [...read].sort((a, b) => a - b).map(i => sentences[i]!),
    laid: runs.flatMap(run => run.ids.map(place => ({stream: run.stream, place})))
  }
}

function lay(
  runs: readonly {stream: number; ids: readonly number[]}[],
  sentences: readonly string[],
  {layout}: Model
): string {
  const texts = runs.map(run => run.ids.map(i => sentences[i]!))
  if (layout === 'one') return texts.flat().join('')
  if (layout === 'runs') return texts.map(t => t.join('')).join('\n')
  if (layout === 'sentences') return texts.flat().join('\n')
  let out = ''
  texts.forEach((text, i) => {
    const first = runs[i]!.stream === 0
    if (layout === 'late' && first && text.length > 1) out += text.slice(0, -1).join('') + '\n' + text.at(-1)!
    else out += text.join('') + (layout === 'lines' && runs[i + 1]?.stream === 0 ? '\n' : '')
  })
  return out
}
