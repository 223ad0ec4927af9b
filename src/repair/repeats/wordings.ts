import type {Draft, ParagraphBlock} from '../../core/draft.js'
import {cut} from '../../core/edit.js'
import type {LetGo} from '../../core/ledger.js'
import {note} from '../../core/note.js'
import type {Span} from '../../core/span.js'
import type {Context} from '../../core/stage.js'
import {spansOf, textOf} from '../../core/traced.js'
import {sentences} from '../../zh/sentences.js'
import {likeness} from '../../zh/shingles.js'
import {rewordedFigures, reworded} from '../repair.rules.js'
import {sameAs, solidIn} from '../units/units.js'
import {longest} from './drop.js'

/** Two paragraphs in a row that say the same in other words. */

const leastSolid = 40
const leastLikeness = 0.8

/**
 * Everything in a text that must be equal before it can be called the same: digits with what they count, Han numerals, negations.
 * Sorted by place.
 */
export function sacred(text: string): string {
  return (
    sameAs(text)
      .normalize('NFKC')
      .match(
        /[0-9]+(?:[.:][0-9]+)*[%‰℃]?(?:[万亿]?[\u3400-\u9fff]{0,2})|[〇零一二两三四五六七八九十百千万亿半]+[倍成]?|[不未无没非禁]|[<>≤≥＜＞±~～-]/gu
      )
      ?.join(' ') ?? ''
  )
}

/** Lets the second of two wordings go, where nothing sacred differs; says what differs either way. */
export function dropReworded(draft: Draft, context: Context, candidates: Iterable<number> | null): Draft {
  const postings: LetGo[] = []
  const blocks = draft.blocks
  const check = (b: number) => {
    let a = b - 1
    while (a >= 0 && blocks[a]!.kind === 'paragraph' && (blocks[a] as ParagraphBlock).text.length === 0) a--
    const first = blocks[a]
    const second = blocks[b]
    if (first?.kind !== 'paragraph' || second?.kind !== 'paragraph') return
    const x = textOf(first.text)
    const y = textOf(second.text)
    if (!alike(x, y)) return
    const of = longest(spansOf(first.text))
    const gone = spansOf(second.text)
    if (!of || gone.length === 0 || postings.some(p => p.span[0] === spansOf(first.text)[0]![0])) return
    const shown = difference(x, y)
    const at: Span = [gone[0]![0], gone.at(-1)![1]]
    if (sacred(x) !== sacred(y)) {
      context.note(note('warning', rewordedFigures.id, `alike, but not in what counts: ${shown}`, at, [of]))
      return
    }
    for (const span of gone) postings.push({span, fate: 'duplicate', rule: reworded.id, of})
    context.note(note('warning', reworded.id, `stands twice in two wordings: ${shown}`, at, [of]))
  }
  if (candidates) for (const b of candidates) check(b)
  else for (let b = 1; b < blocks.length; b++) check(b)
  for (const posting of postings) context.post(posting)
  return cut(draft, postings)
}

function alike(x: string, y: string): boolean {
  if (x.length < leastSolid || y.length < leastSolid || x === y) return false
  if (Math.min(x.length, y.length) < 0.7 * Math.max(x.length, y.length)) return false
  if (solidIn(x) < leastSolid || solidIn(y) < leastSolid) return false
  if (numbered(x) !== numbered(y)) return false
  return likeness(x, y) >= leastLikeness
}

/** （一）… and （二）… are two items, however alike they are. */
function numbered(text: string): string {
  return /^(?:第.{1,4}[章节条]|[（(]?[0-9一二三四五六七八九十]{1,3}[）)、.．]|[①-⑳])/u.exec(text)?.[0] ?? ''
}

/** The stretches in which two wordings differ, sentence by sentence: “我州”→“区域内”. */
export function difference(x: string, y: string): string {
  const left = sentences(x)
  const right = sentences(y)
  const other = new Set(right.map(sameAs))
  const own = new Set(left.map(sameAs))
  const a = left.filter(s => !other.has(sameAs(s))).join('')
  const b = right.filter(s => !own.has(sameAs(s))).join('')
  let from = 0
  while (from < a.length && a[from] === b[from]) from++
  let to = 0
  while (to < a.length - from && to < b.length - from && a[a.length - 1 - to] === b[b.length - 1 - to]) to++
  const clip = (text: string) => (text.length > 80 ? text.slice(0, 40) + '…' + text.slice(-39) : text)
  return `“${clip(a.slice(from, a.length - to))}” / “${clip(b.slice(from, b.length - to))}”`
}
