import {textsOf, type Block, type Draft} from '../../core/draft.js'
import type {LetGo} from '../../core/ledger.js'
import {note} from '../../core/note.js'
import type {Context} from '../../core/stage.js'
import {spansOf, textOf, type Traced} from '../../core/traced.js'
import {repeated} from '../repair.rules.js'
import {sameAs, solidIn} from '../units/units.js'
import {isSame, said} from './blocks.js'
import {longest} from './drop.js'
import {leastLong} from './short.js'

/**
 * Each paragraph stands twice in place, and so may each title and each cell: pages whose elements lie in one another come so. What
 * alone might be meant so (two cells that say 完成) is a copy there as well.
 */

/** So many long paragraphs tell, and nearly all of a kind must stand in a row so often or a multiple of it. */
const least = {long: 8, share: 0.95}
const mostTimes = 4

/** What comes in copies together. */
type Kind = 'title' | 'long' | 'short' | 'cell' | Exclude<Block['kind'], 'paragraph'>

/** How many rows of the same there are of each kind, and how many of them may be copies. */
type Seen = Readonly<Record<Kind, {all: number; copied: number}>>

/** Lets all but the first of each go where the paragraphs of a draft stand equally often in place; else the same draft. */
export function dropEach(draft: Draft, context: Context): Draft {
  const times = timesOf(draft.blocks)
  if (times === 1) return draft
  const postings: LetGo[] = []
  const blocks = single(draft.blocks, times, seenIn(draft.blocks, times), postings)
  const {span: at, of} = postings[0]!
  const told = `each paragraph stands ${times} times in place: ${postings.length} spans go`
  context.note(note('info', repeated.id, told, at, of ? [of] : []))
  for (const posting of postings) context.post(posting)
  return {...draft, blocks: withFewerBlanks(blocks, times)}
}

/** How often each long paragraph stands in place; 1 where they do not stand equally often. */
function timesOf(blocks: readonly Block[]): number {
  for (let times = mostTimes; times > 1; times--) {
    const {long} = seenIn(blocks, times)
    if (long.all >= least.long && areCopied(long)) return times
  }
  return 1
}

function areCopied({all, copied}: Seen[Kind]): boolean {
  return copied >= least.share * all
}

function seenIn(blocks: readonly Block[], times: number): Seen {
  const none = () => ({all: 0, copied: 0})
  const seen: Seen = {
    title: none(),
    long: none(),
    short: none(),
    cell: none(),
    grid: none(),
    frame: none()
  }
  const count = (kind: Kind, {length}: readonly unknown[]) => {
    seen[kind].all++
    if (length % times === 0) seen[kind].copied++
  }
  const look = (blocks: readonly Block[]) => {
    for (const row of rowsOf(blocks, isSame)) {
      const block = row[0]!
      if (said(block) !== '') count(kindOf(block), row)
      if (row.length > 1) continue
      if (block.kind === 'frame') look(block.blocks)
      else if (block.kind === 'grid')
        for (const {blocks} of block.rows.flat())
          for (const texts of rowsOf(blocks, sameText)) if (textOf(texts[0]!) !== '') count('cell', texts)
    }
  }
  look(blocks)
  return seen
}

/** The blocks without copies; posts these. */
function single(blocks: readonly Block[], times: number, seen: Seen, postings: LetGo[]): readonly Block[] {
  /** What stays of things in a row that are the same. */
  const firstOf = <T>(kind: Kind, row: readonly T[], texts: (one: T) => readonly Traced[]): readonly T[] => {
    if (row.length % times !== 0 || !areCopied(seen[kind])) return row
    const kept = row.slice(0, row.length / times)
    for (const [i, copy] of row.slice(kept.length).entries()) {
      const first = texts(kept[i % kept.length]!)
      for (const [n, text] of texts(copy).entries()) {
        const of = longest(spansOf(first[n]!))
        if (of)
          for (const span of spansOf(text)) postings.push({span, fate: 'duplicate', rule: repeated.id, of})
      }
    }
    return kept
  }
  return rowsOf(blocks, isSame).flatMap(row =>
    firstOf(kindOf(row[0]!), row, block => [...textsOf([block])]).map((block): Block => {
      if (block.kind === 'paragraph' || row.length > 1) return block
      if (block.kind === 'frame') return {...block, blocks: single(block.blocks, times, seen, postings)}
      const rows = block.rows.map(cells =>
        cells.map(cell => ({
          ...cell,
          blocks: rowsOf(cell.blocks, sameText).flatMap(row => firstOf('cell', row, text => [text]))
        }))
      )
      return {...block, rows}
    })
  )
}

function kindOf(block: Block): Kind {
  if (block.kind !== 'paragraph') return block.kind
  if (block.hint.level !== undefined) return 'title'
  return solidIn(said(block)) >= leastLong ? 'long' : 'short'
}

function sameText(a: Traced, b: Traced): boolean {
  return sameAs(textOf(a)) === sameAs(textOf(b))
}

/** Neighbours that are the same, row by row. */
function rowsOf<T>(all: readonly T[], same: (a: T, b: T) => boolean): T[][] {
  const rows: T[][] = []
  for (const one of all) {
    const row = rows.at(-1)
    if (row && same(row.at(-1)!, one)) row.push(one)
    else rows.push([one])
  }
  return rows
}

/** Where empty lines stand so often, too, they count once. */
function withFewerBlanks(blocks: readonly Block[], times: number): readonly Block[] {
  const blankOf = ({hint}: Block) => hint.blank ?? 0
  if (blocks.some(block => blankOf(block) % times !== 0)) return blocks
  return blocks.map(block =>
    blankOf(block) === 0 ? block : {...block, hint: {...block.hint, blank: blankOf(block) / times}}
  )
}
