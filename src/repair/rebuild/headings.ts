import {bigrams} from '../../zh/shingles.js'
import {isTitle, type Entry} from '../contents/contents.js'
import {countedThrough, listsOf} from '../contents/lists.js'
import {opensUnder} from '../contents/openings.js'
import {caption, markOf} from '../marks.js'

/** A heading of the contents page that the body has lost, and the sentence before which it belongs. */
export interface PutBack {
  readonly entry: Entry
  /** Index of the sentence in reading order; null where no text fits: a hole. */
  readonly before: number | null
  /** It stands inside that sentence, after the coarser headings that open it. */
  readonly within: boolean
  /** All that stands under it is one sentence that shares no word with it: it may have no text at all. */
  readonly doubtful: boolean
}

/** What the search needs to know about the restored text. */
export interface Body {
  readonly texts: readonly string[]
  /** The first sentence behind the contents page. */
  readonly start: number
  /** Entries (by index) whose headings open the sentence. */
  readonly heads: readonly (readonly number[])[]
  /** Log odds of a heading before each sentence, by how the sentence came to stand where it does. */
  readonly boundary: readonly number[]
  /** How closely the sentence is bound to the one before it, 0 to about 5. */
  bond(t: number): number
  /** How much the sentence and those after it are like an entry's title, 0 to 1. */
  about(t: number, entry: number): number
  /** How much the subject changes before the sentence. */
  shift(t: number): number
}

/** How much each sign counts beside the words of the title, fitted on plans whose headings were taken out. */
const weights = {words: 1.6, about: 0.4, introduces: 0.4, bond: 0.35, shift: 1.9, usual: 2.5}

/** A numbered list is not torn; where one begins anew, a heading stands between. */
const listCut = {inside: -3, between: 2, none: 0}

/** A single sentence that shares no word with a title must be about it to that measure. */
const leastAbout = 0.1

const emptyCost = 1
/** Each sentence directly under a heading that a finer one follows costs this much: such introductions are short. */
const introductionCost = 0.6

/**
 * Puts lost headings back between the headings that were read; where none was, nowhere. Between two of those, the sentences are shared out among the lost
 * entries in order, so that each sentence is as like its entry's title, and its neighbours there, as can be. Dynamic programming.
 */
export function putBack(entries: readonly Entry[], body: Body): PutBack[] {
  const places = new Array<number>(entries.length).fill(-1)
  body.heads.forEach((list, t) => {
    for (const entry of list) if (places[entry] === -1) places[entry] = t
  })
  const out: PutBack[] = []
  const some = places.some(place => place >= 0)
  const through = countedThrough(
    body.texts,
    body.heads.map(list => list.map(entry => entries[entry]!.level))
  )
  for (let e = 0; e < entries.length;) {
    if (places[e]! >= 0) {
      e++
      continue
    }
    let to = e
    while (to < entries.length && places[to] === -1) to++
    const start = places[e - 1] ?? body.start
    const end = places[to] ?? body.texts.length
    if (some && end > start) out.push(...share(entries, e, to, start, end, body, through))
    else
      for (let k = e; k < to; k++)
        out.push({entry: entries[k]!, before: null, within: false, doubtful: false})
    e = to
  }
  return out
}

/** What stands before the first entry: it has no title. */
const preamble: Entry = {level: -1, ordinal: 0, name: '', from: 0, to: 0}

/**
 * Shares sentences [start, end) out among entries [e − 1, to): the first of them was read and takes at least one, or is what stands before
 * all entries.
 */
function share(
  entries: readonly Entry[],
  e: number,
  to: number,
  start: number,
  end: number,
  body: Body,
  through: ReadonlySet<number>
): PutBack[] {
  const n = end - start
  const m = to - e + 1
  const own = [entries[e - 1] ?? preamble, ...entries.slice(e, to)]
  const titles = own.map(entry => entry.name)
  const texts = body.texts.slice(start, end)
  const words = likenessTo(titles, texts)
  const usual = usualUnder(titles, texts)
  const about = (i: number, k: number) => (own[k] === preamble ? 0 : body.about(start + i, e - 1 + k))
  const like = (i: number, k: number) => weights.words * words(i, k) + weights.about * about(i, k)
  const leadsAt = (k: number) => entries[e + k] !== undefined && entries[e + k]!.level > own[k]!.level
  const introduces = (k: number) => leadsAt(k) && (k > 0 || own[k] === preamble)
  const sums = own.map((_, k) => likenessSums(n, i => like(i, k), introduces(k) ? introductionCost : 0))
  const cut = listsOf(texts, through)
  const opening = (c: number, k: number) =>
    c < n
      ? body.boundary[start + c]! -
        weights.bond * body.bond(start + c) +
        weights.shift * body.shift(start + c) +
        begins(entries, body, start + c, own[k]!.level, leadsAt(k), through)
      : 0
  // best[k][c]: entry k begins at sentence c
  const best = Array.from({length: m}, () => new Float64Array(n + 1).fill(-Infinity))
  const from = Array.from({length: m}, () => new Int32Array(n + 1).fill(-1))
  best[0]![0] = 0
  for (let k = 1; k < m; k++) {
    const leads = leadsAt(k - 1)
    let top = -Infinity
    let topAt = -1
    for (let c = 0; c <= n; c++) {
      const value =
        top +
        sums[k - 1]![c]! +
        opening(c, k) +
        (c < n ? weights.introduces * about(c, k) : 0) +
        (c < n ? weights.usual * usual(c, k) : 0) +
        listCut[cut(c, own[k]!.level)]
      const empty = k === 1 && !leads ? -Infinity : best[k - 1]![c]! - (leads ? 0 : emptyCost)
      best[k]![c] = Math.max(value, empty)
      from[k]![c] = value >= empty ? topAt : c
      const here = best[k - 1]![c]! - sums[k - 1]![c]!
      if (here > top) {
        top = here
        topAt = c
      }
    }
  }
  let c = 0
  let highest = -Infinity
  for (let i = 0; i <= n; i++) {
    const value =
      best[m - 1]![i]! + sums[m - 1]![n]! - sums[m - 1]![i]! - (i === n && !leadsAt(m - 1) ? emptyCost : 0)
    if (value > highest) {
      highest = value
      c = i
    }
  }
  const cuts = new Array<number>(m + 1)
  cuts[m] = n
  for (let k = m - 1; k > 0; k--) {
    cuts[k] = c
    c = from[k]![c]!
  }
  const out: PutBack[] = []
  for (let k = 1; k < m; k++) {
    const {level} = own[k]!
    let next = k + 1
    while (next < m && own[next]!.level > level) next++
    const goesOnUnder = next === m && to < entries.length && entries[to]!.level > level
    const empty = cuts[k] === cuts[next] && !goesOnUnder
    const alone = cuts[k]! + 1 === cuts[next] && next === k + 1 && !goesOnUnder
    const doubtful = alone && words(cuts[k]!, k) === 0 && about(cuts[k]!, k) < leastAbout
    out.push({
      entry: own[k]!,
      before: empty ? null : start + cuts[k]!,
      within: cuts[k] === 0 && own[0] !== preamble,
      doubtful
    })
  }
  return out
}

/** Words that go on with what was said. */
const goesOn = /^(?:其中|同时|此外|另外|并且|对此|为此|以上|上述|到20[0-9]{2}年)/u
const bareLead = 30
/** An item after others of its list, and the first of a list. */
const anotherItem = -1.4
const firstItem = 0.75
/** What cannot be: a heading within a sentence, a list or a box, or one that is left without text. */
const torn = -3

const item = /^——/u

/**
 * Does sentence t look like the first under a heading of a level? Log odds from its number, its opening words and what stands before it.
 * `leads`: the heading introduces finer ones.
 */
function begins(
  entries: readonly Entry[],
  body: Body,
  t: number,
  level: number,
  leads: boolean,
  through: ReadonlySet<number>
): number {
  if (t === body.start) return 0
  const {texts, heads} = body
  const text = texts[t]!
  const before = texts[t - 1]!
  if (/[：:；;，,]\s*$/u.test(before) || caption.test(text)) return torn
  if (titleLevel(entries, body, t - 1) >= level) return 2 * torn
  const mark = markOf(text)
  if (mark && mark.level > 3) {
    // what introduces sections is no list
    if (leads) return torn
    if (mark.ordinal > 1) return through.has(mark.level) ? 1 : torn
    // what counts from one stands under the nearest heading that was read, or under a lost one
    return heads[t - 1]!.length > 0 && before.length < 60 ? 1 : 2
  }
  if (item.test(before) && before.length < bareLead && !item.test(text)) return torn
  if (item.test(text))
    return [...texts.slice(Math.max(0, t - 4), t), texts[paragraphBefore(body, t)]!].some(other =>
      item.test(other)
    )
      ? anotherItem
      : firstItem
  if (goesOn.test(text)) return -1
  return 0
}

/** The level of the heading that is all of sentence t, −1 where it is none. */
function titleLevel(entries: readonly Entry[], {texts, heads}: Body, t: number): number {
  const head = heads[t]!.at(-1)
  if (head !== undefined) return texts[t] === '' ? entries[head]!.level : -1
  return isTitle(texts[t]!) ? markOf(texts[t]!)!.level : -1
}

/** The sentence that opens the paragraph before t, where the paragraphs are known; else the one before t. */
function paragraphBefore({boundary}: Body, t: number): number {
  let p = t - 1
  while (p > 0 && boundary[p] === -Infinity) p--
  return p
}

/** Where one of so many sentences before it opens so, too, it says less: the first principle stands under the title, and not the third. */
const another = {within: 6, counts: 0.5}

/** Does a text open as usual under a title (1), under another of them (−1), or under none? */
function usualUnder(
  titles: readonly string[],
  texts: readonly string[]
): (t: number, title: number) => number {
  const under = texts.map(text => titles.map(title => opensUnder(title, text)))
  const isFirst = (t: number, title: number) =>
    !under.slice(Math.max(0, t - another.within), t).some(before => before[title])
  return (t, title) =>
    under[t]![title] ? (isFirst(t, title) ? 1 : another.counts) : under[t]!.includes(true) ? -1 : 0
}

/**
 * How much of a title a text holds, 0 to about 1 (square root): its bigrams, each weighing more the fewer of the texts and of the titles
 * hold it. What every title says (养老服务) tells nothing.
 */
function likenessTo(
  titles: readonly string[],
  texts: readonly string[]
): (t: number, title: number) => number {
  const grams = texts.map(text => new Set(bigrams(text)))
  const inTexts = new Map<number, number>()
  for (const own of grams) for (const gram of own) inTexts.set(gram, (inTexts.get(gram) ?? 0) + 1)
  const titleGrams = titles.map(title => bigrams(title.replace(/^第.{1,4}?[编篇章节分]/u, '')))
  const inTitles = new Map<number, number>()
  for (const own of titleGrams) for (const gram of own) inTitles.set(gram, (inTitles.get(gram) ?? 0) + 1)
  const weights = titleGrams.map(own =>
    own.map(
      gram =>
        Math.log((texts.length + 2) / ((inTexts.get(gram) ?? 0) + 1)) *
        Math.log((titles.length + 1) / inTitles.get(gram)!)
    )
  )
  const mean = weights.reduce((a, own) => a + own.reduce((b, c) => b + c, 0), 0) / weights.length
  return (t, title) => {
    let sum = 0
    titleGrams[title]!.forEach((gram, i) => {
      if (grams[t]!.has(gram)) sum += weights[title]![i]!
    })
    return mean > 0 ? Math.sqrt(sum / mean) : 0
  }
}

/** Running sums of how much more than usual each sentence is like a title. */
function likenessSums(n: number, like: (i: number) => number, cost: number): Float64Array {
  const values = Float64Array.from({length: n}, (_, i) => like(i))
  const mean = values.reduce((a, b) => a + b, 0) / Math.max(1, n)
  const sums = new Float64Array(n + 1)
  for (let i = 0; i < n; i++) sums[i + 1] = sums[i]! + values[i]! - mean - cost
  return sums
}
