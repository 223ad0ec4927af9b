import {diff as myers} from 'fast-myers-diff'
import {fold} from '../align/likeness.js'
import {island, rewritten} from './flags.rules.js'
import type {Lesser, Run} from './schema.js'
import {clausesOf, wordsOf} from './words.js'

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
/** Words on both sides together that are compared in one go. */
const atOnce = 4000
/** Clauses on both sides together that are compared in one go. */
const clausesAtOnce = 8000

interface Edit {
  a: string
  b: string
}

/** Alternating equal (`a` = `b`) and changed stretches. */
function editsOf(a: string, b: string): Edit[] {
  if (a.length + b.length > atOnce * 3) {
    const left = clausesOf(a)
    const right = clausesOf(b)
    if (left.length + right.length > clausesAtOnce) return [{a, b}]
    if (left.length > 1 || right.length > 1)
      return compared(left, right).flatMap(e =>
        e.a === e.b ? [e] : e.a.length + e.b.length > atOnce * 3 ? [e] : editsOf(e.a, e.b)
      )
  }
  return compared(wordsOf(a), wordsOf(b))
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
  return edits.map(({a, b}) => {
    if (a === b) return {keep: a.length}
    const lesser = lesserOf(a, b)
    return {a, b, lesser, ignored: lesser !== null && ignore.has(lesser)}
  })
}

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
