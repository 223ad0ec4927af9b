import {diff as myers} from 'fast-myers-diff'
import {fold} from '../align/likeness.js'
import {longestRun} from '../core/ledger.js'
import {island, rewritten} from './flags.rules.js'
import type {Lesser, Run} from './schema.js'
import {clausesOf, phrasesOf, wordsOf} from './words.js'

/**
 * What changed between two texts, in edits a reader can follow: whole words, whole numbers, no confetti.
 * Applying the runs to `a` gives `b`, character for character. Myers' algorithm is quadratic where all differs, so long texts
 * are cut into clauses first and texts with too little in common are replaced as a whole.
 */
export function wording(a: string, b: string, ignore: ReadonlySet<Lesser> = none): Run[] {
  if (a === b) return a === '' ? [] : [{keep: a.length}]
  const edits = editsOf(a, b)
  const kept = edits.reduce((sum, e) => sum + (e.a === e.b ? e.a.length : 0), 0)
  const reach = kept < rewritten.value * Math.max(a.length, b.length) ? 4 : island.value
  return finish(readable(edits, reach), ignore)
}

const none: ReadonlySet<Lesser> = new Set()
/** Characters on both sides together whose words are compared in one go. */
const atOnce = 6000
/** Pieces on both sides together that are compared in one go, where none of them stands once on each side. */
const piecesAtOnce = 2000

interface Edit {
  a: string
  b: string
}

/** Alternating equal (`a` = `b`) and changed stretches. Long texts are cut at sentence ends, then at commas. */
function editsOf(a: string, b: string, level = 0): Edit[] {
  if (a === '' || b === '' || a === b) return [{a, b}]
  if (a.length + b.length <= atOnce) return compared(wordsOf(a), wordsOf(b))
  const cut = cuts[level]
  if (!cut) return ends(a, b)
  return anchored(cut(a), cut(b)).flatMap(e => (e.a === e.b ? [e] : editsOf(e.a, e.b, level + 1)))
}

const cuts = [clausesOf, phrasesOf]

/** Pieces that stand once on each side and kept their order hold the rest in place, so that only short gaps are searched. */
function anchored(left: readonly string[], right: readonly string[]): Edit[] {
  const inRight = once(right)
  const shared = [...once(left)].flatMap(([piece, i]) => {
    const j = inRight.get(piece)
    return i < 0 || j === undefined || j < 0 ? [] : [{i, j}]
  })
  const run = longestRun(shared.map(s => s.j))
  const edits: Edit[] = []
  let i = 0
  let j = 0
  for (const at of [...shared.filter((_, k) => run.has(k)), {i: left.length, j: right.length}]) {
    edits.push(...gap(left.slice(i, at.i), right.slice(j, at.j)))
    const piece = left[at.i]
    if (piece !== undefined) edits.push({a: piece, b: piece})
    i = at.i + 1
    j = at.j + 1
  }
  return edits
}

function gap(left: readonly string[], right: readonly string[]): Edit[] {
  if (left.length + right.length === 0) return []
  return left.length + right.length <= piecesAtOnce
    ? compared(left, right)
    : [{a: left.join(''), b: right.join('')}]
}

/** Where each piece stands, -1 where it stands more than once. In order of first appearance. */
function once(pieces: readonly string[]): Map<string, number> {
  const places = new Map<string, number>()
  pieces.forEach((piece, i) => places.set(piece, places.has(piece) ? -1 : i))
  return places
}

/** What is left where nothing can be told apart in time: the same beginning, the same end, and all between replaced. No number is cut. */
function ends(a: string, b: string): Edit[] {
  const short = Math.min(a.length, b.length)
  let from = 0
  while (from < short && a[from] === b[from]) from++
  while (from > 0 && /[0-9０-９.．,，%％\ud800-\udbff]/u.test(a[from - 1]!)) from--
  let to = 0
  while (to < short - from && a.at(-1 - to) === b.at(-1 - to)) to++
  while (to > 0 && /[0-9０-９.．,，%％\udc00-\udfff]/u.test(a.at(-to)!)) to--
  return [
    {a: a.slice(0, from), b: b.slice(0, from)},
    {a: a.slice(from, a.length - to), b: b.slice(from, b.length - to)},
    {a: a.slice(a.length - to), b: b.slice(b.length - to)}
  ].filter(e => e.a !== '' || e.b !== '')
}

function compared(left: readonly string[], right: readonly string[]): Edit[] {
  const ids = new Map<string, number>()
  const number = (words: readonly string[]) =>
    Int32Array.from(words, w => {
      const id = ids.get(w)
      if (id !== undefined) return id
      ids.set(w, ids.size)
      return ids.size - 1
    })
  const edits: Edit[] = []
  let i = 0
  const text = (words: readonly string[], from: number, to: number) => words.slice(from, to).join('')
  for (const [sx, ex, sy, ey] of myers(number(left), number(right))) {
    if (sx > i) {
      const same = text(left, i, sx)
      edits.push({a: same, b: same})
    }
    edits.push({a: text(left, sx, ex), b: text(right, sy, ey)})
    i = ex
  }
  if (i < left.length) {
    const same = text(left, i, left.length)
    edits.push({a: same, b: same})
  }
  return edits
}

/** Joins edits that an unreadably short equal stretch keeps apart, never over a digit and never over a lesser difference. */
function readable(edits: readonly Edit[], reach: number): Edit[] {
  const out: Edit[] = []
  for (let i = 0; i < edits.length; i++) {
    const edit = edits[i]!
    const last = out.at(-1)
    const next = edits[i + 1]
    if (
      edit.a === edit.b &&
      last &&
      next &&
      last.a !== last.b &&
      edit.a.length <= reach &&
      !/[0-9０-９\n]/u.test(edit.a) &&
      lesserOf(last.a, last.b) === null &&
      lesserOf(next.a, next.b) === null
    ) {
      last.a += edit.a + next.a
      last.b += edit.b + next.b
      i++
    } else if (last && (last.a === last.b) === (edit.a === edit.b)) {
      last.a += edit.a
      last.b += edit.b
    } else out.push({...edit})
  }
  return out
}

function finish(edits: readonly Edit[], ignore: ReadonlySet<Lesser>): Run[] {
  return edits.flatMap(peeled).map(({a, b}) => {
    if (a === b) return {keep: a.length}
    const lesser = lesserOf(a, b)
    return {a, b, lesser, ignored: lesser !== null && ignore.has(lesser)}
  })
}

/** Marks at either end of an edit that differ on their own: a figure and the comma after it are two edits. */
function peeled({a, b}: Edit): Edit[] {
  if (a === b || a.length + b.length > atOnce || lesserOf(a, b) !== null) return [{a, b}]
  const tailA = tail.exec(a)?.[0].length ?? 0
  const tailB = tail.exec(b)?.[0].length ?? 0
  const end = tailA > 0 && tailB > 0 && tailA < a.length && tailB < b.length
  const coreA = end ? a.slice(0, -tailA) : a
  const coreB = end ? b.slice(0, -tailB) : b
  const headA = head.exec(coreA)?.[0].length ?? 0
  const headB = head.exec(coreB)?.[0].length ?? 0
  const start = headA > 0 && headB > 0 && headA < coreA.length && headB < coreB.length
  return [
    start ? {a: coreA.slice(0, headA), b: coreB.slice(0, headB)} : {a: '', b: ''},
    start ? {a: coreA.slice(headA), b: coreB.slice(headB)} : {a: coreA, b: coreB},
    end ? {a: a.slice(-tailA), b: b.slice(-tailB)} : {a: '', b: ''}
  ].filter(e => e.a !== '' || e.b !== '')
}

const head = /^[，。；：、,;:！？!?“”‘’（）()《》〈〉\s]+/u
const tail = /[，。；：、,;:！？!?“”‘’（）()《》〈〉\s]+$/u

/** White space, width or punctuation alone; null where a letter, a digit or a sign differs. */
export function lesserOf(a: string, b: string): Lesser | null {
  if (a.replace(blank, '') === b.replace(blank, '')) return 'layout'
  const x = a.normalize('NFKC').replace(blank, '')
  const y = b.normalize('NFKC').replace(blank, '')
  if (numbersIn(x) !== numbersIn(y)) return null
  if (x === y) return 'width'
  return fold(x) === fold(y) ? 'punctuation' : null
}

const blank = /[\s\u00a0\u3000\u200b-\u200d\u2060\ufeff]+/gu

/** The digit runs of a text with sign and point: 10-20 is not 1020, -5 is not 5. */
function numbersIn(text: string): string {
  return (text.match(/(?<![0-9])[-−]?[0-9]+(?:\.[0-9]+)?/gu) ?? []).join(' ')
}

/** B's text, from A's and the runs. Throws where they do not fit: a broken promise, not content. */
export function applyRuns(a: string, runs: readonly Run[]): string {
  let at = 0
  let b = ''
  for (const run of runs) {
    if ('keep' in run) {
      if (at + run.keep > a.length)
        throw new Error('The diff does not fit this document: its text is too short')
      b += a.slice(at, at + run.keep)
      at += run.keep
    } else {
      if (!a.startsWith(run.a, at))
        throw new Error(`The diff does not fit this document at “${run.a.slice(0, 20)}”`)
      at += run.a.length
      b += run.b
    }
  }
  if (at !== a.length) throw new Error('The diff does not fit this document: its text is too long')
  return b
}
