import {fold, shingleSize, shinglesOf} from '../align/likeness.js'
import type {Document, Node} from '../tree/nodes.js'
import {childrenOf, toText} from '../tree/walk.js'
import {sentences} from '../zh/sentences.js'
import {flagsOf} from './flags.js'
import {alignLocally} from './local.js'
import {glance, least, near, partly, taken, unbroken} from './reuse.rules.js'
import type {Level, ParentReuse, Place, Reuse, SentenceReuse, Shares} from './reuse-schema.js'
import {wording} from './wording.js'

/**
 * What a document took over from others: for each of its sentences the one it follows, or none.
 * The child is indexed by its shingles and held; parents pass by one after the other and leave only what is quoted,
 * so a thousand of them need no more memory than one. Sentences of paragraphs, list items, boxes and notices; not of headings, tables, contents.
 */
export interface Weighing {
  /** Compares one parent; `left`: how many of its sentences that are not taken over are listed. */
  take(parent: Document, left?: number): void
  finish(): Reuse
}

interface Sentence {
  readonly text: string
  readonly folded: string
  readonly place: Place
}

interface Offer {
  readonly parent: number
  readonly sentence: Sentence
  readonly common: number
  readonly likeness: number
}

/** So many of the best offers are aligned character by character at the end. */
const offersKept = 4
/** Sentences that would take more cells than this to align are judged by their shingles. */
const cells = 4_000_000
/** A shingle in more sentences of the child than this is a phrase of the trade. */
const commonest = 200

export function weigh(child: Document): Weighing {
  const own = sentencesOf(child)
  const sizes = own.map(s => Math.max(1, s.folded.length - shingleSize + 1))
  const index = new Map<number, number[]>()
  const whole = new Map<string, number[]>()
  own.forEach((s, i) => {
    for (const hash of shinglesOf(s.folded)) push(index, hash, i)
    push(whole, s.folded, i)
  })
  const offers: Offer[][] = own.map(() => [])
  const alike = new Int32Array(own.length)
  const seenIn = new Int32Array(own.length).fill(-1)
  const parents: ParentReuse[] = []
  const common = new Int32Array(own.length)

  const take = (document: Document, left = Infinity): void => {
    const number = parents.length
    const lost: {place: Place; text: string}[] = []
    let takenOver = 0
    let leftCount = 0
    const theirs = sentencesOf(document)
    for (const sentence of theirs) {
      const same = whole.get(sentence.folded) ?? []
      for (const i of same) {
        if (seenIn[i] !== number) alike[i]!++
        seenIn[i] = number
        offer(offers[i]!, {parent: number, sentence, common: sizes[i]!, likeness: 1})
      }
      const shingles = shinglesOf(sentence.folded)
      const near: number[] = []
      let telling = 0
      for (const hash of shingles) {
        const holders = index.get(hash)
        if (holders && holders.length > commonest) continue
        telling++
        for (const i of holders ?? []) if (common[i]!++ === 0) near.push(i)
      }
      let most = same.length > 0 ? 1 : 0
      for (const i of near) {
        const shared = common[i]!
        common[i] = 0
        most = Math.max(most, shared / telling)
        if (sentence.folded === own[i]!.folded || (shared / sizes[i]! < glance.value && shared < 12)) continue
        const likeness = (2 * shared) / (sizes[i]! + shingles.length)
        offer(offers[i]!, {parent: number, sentence, common: shared, likeness})
      }
      if (most >= taken.value) takenOver++
      else {
        leftCount++
        if (lost.length < left) lost.push({place: sentence.place, text: sentence.text})
      }
    }
    parents.push({
      document: document.meta.id,
      title: document.meta.title,
      sentences: theirs.length,
      taken: takenOver,
      followedBy: 0,
      left: lost,
      leftCount
    })
  }

  const finish = (): Reuse => {
    const followers = new Int32Array(parents.length)
    const found = own.map((sentence, i): SentenceReuse => {
      const best = bestOf(sentence, offers[i]!)
      if (best) followers[best.offer.parent]!++
      return {
        place: sentence.place,
        text: sentence.text,
        level: best?.level ?? 'none',
        from: best ? quoted(sentence, best.offer.sentence, best.share) : null,
        alike: alike[i]!
      }
    })
    return {
      format: 'guihua-reuse',
      version: 1,
      child: {document: child.meta.id, title: child.meta.title},
      total: sharesOf([], own, found, () => true),
      sections: sectionShares(own, found),
      sentences: found,
      parents: parents.map((p, i) => ({...p, followedBy: followers[i]!}))
    }
  }
  return {take, finish}
}

function push<K>(map: Map<K, number[]>, key: K, value: number): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

/** Keeps the best few, earlier ones first among equals. */
function offer(list: Offer[], next: Offer): void {
  const worse = (x: Offer, y: Offer) => y.common - x.common || y.likeness - x.likeness
  if (list.length === offersKept && worse(next, list.at(-1)!) >= 0) return
  list.push(next)
  list.sort(worse)
  if (list.length > offersKept) list.pop()
}

function bestOf(
  {folded}: Sentence,
  offers: readonly Offer[]
): {offer: Offer; level: Level; share: number} | null {
  let best: {offer: Offer; level: Level; share: number; likeness: number} | null = null
  for (const each of offers) {
    const other = each.sentence.folded
    const {matched, run} =
      folded.length * other.length <= cells
        ? alignLocally(folded, other)
        : {matched: each.common, run: unbroken.value}
    const share = matched / folded.length
    const level = levelOf(folded, other, share, matched, run)
    if (level === 'none') continue
    const likeness = (2 * matched) / (folded.length + other.length)
    if (!best || share > best.share + 0.02 || (share > best.share - 0.02 && likeness > best.likeness))
      best = {offer: each, level, share, likeness}
  }
  return best && {offer: best.offer, level: best.level, share: Math.round(best.share * 1000) / 1000}
}

function levelOf(child: string, parent: string, share: number, matched: number, run: number): Level {
  if (child === parent || (child.length >= 12 && parent.includes(child))) return 'verbatim'
  if (matched < least.value || run < unbroken.value) return 'none'
  return share >= near.value ? 'near' : share >= partly.value ? 'partly' : 'none'
}

function quoted(child: Sentence, parent: Sentence, share: number): NonNullable<SentenceReuse['from']> {
  const runs = wording(parent.text, child.text)
  return {place: parent.place, text: parent.text, share, runs, flags: flagsOf(parent.text, child.text, runs)}
}

/** The sentences of a document with where they stand. */
export function sentencesOf(document: Document): Sentence[] {
  const found: Sentence[] = []
  const visit = (node: Node, id: string, path: readonly string[]): void => {
    if (node.type === 'paragraph') {
      for (const part of sentences(toText(node))) {
        const text = part.trim()
        const folded = fold(text)
        if (folded.length > 3)
          found.push({text, folded, place: {document: document.meta.id, block: id, path: [...path]}})
      }
      return
    }
    if (node.type === 'contents' || node.type === 'table' || node.type === 'heading') return
    if (node.type === 'title' || node.type === 'caption' || node.type === 'signature') return
    const inner =
      node.type === 'section' || node.type === 'box'
        ? [...path, [node.label, node.title].filter(Boolean).join(' ')]
        : node.type === 'notice'
          ? [...path, node.title ?? 'notice']
          : path
    childrenOf(node).forEach((child, i) => visit(child, id === '' ? `${i}` : `${id}.${i}`, inner))
  }
  visit(document, '', [])
  return found
}

/** Shares of every section, what its inner sections hold counted in. In reading order. */
function sectionShares(own: readonly Sentence[], found: readonly SentenceReuse[]): Shares[] {
  const paths = new Map<string, readonly string[]>()
  for (const {place} of own)
    for (let n = 1; n <= place.path.length; n++) {
      const path = place.path.slice(0, n)
      const key = path.join('\u0000')
      if (!paths.has(key)) paths.set(key, path)
    }
  return [...paths.values()].map(path =>
    sharesOf(path, own, found, other => path.every((step, i) => other[i] === step))
  )
}

function sharesOf(
  path: readonly string[],
  own: readonly Sentence[],
  found: readonly SentenceReuse[],
  within: (path: readonly string[]) => boolean
): Shares {
  const shares = {path: [...path], sentences: 0, characters: 0, verbatim: 0, near: 0, partly: 0, none: 0}
  own.forEach(({place, text}, i) => {
    if (!within(place.path)) return
    shares.sentences++
    shares.characters += text.length
    shares[found[i]!.level] += text.length
  })
  return shares
}
