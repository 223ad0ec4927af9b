import {textsOf, type Block, type Draft} from '../../core/draft.js'
import type {LetGo} from '../../core/ledger.js'
import {note} from '../../core/note.js'
import type {Context} from '../../core/stage.js'
import {textOf, type Traced} from '../../core/traced.js'
import {repeated} from '../repair.rules.js'
import {sameAs, solidIn} from '../units/units.js'
import {isSame, said} from './blocks.js'
import {copiedTexts} from './drop.js'
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

/** How many neighbours say the same, row by row, for each kind. */
type Rows = Readonly<Record<Kind, number[]>>

/** Lets all but the first of each go where the paragraphs of a draft stand equally often in place; else the same draft. */
export function dropEach(draft: Draft, context: Context): Draft {
  const rows = lengthsIn(draft.blocks)
  const times = timesOf(rows)
  if (times === 1) return draft
  const postings: LetGo[] = []
  const blocks = single(draft.blocks, times, rows, postings)
  const {span: at, of} = postings[0]!
  const told = `each paragraph stands ${times} times in place: ${postings.length} spans go`
  context.note(note('info', repeated.id, told, at, of ? [of] : []))
  for (const posting of postings) context.post(posting)
  return {...draft, blocks: withFewerBlanks(blocks, times)}
}

/** How often each long paragraph stands in place; 1 where they do not stand equally often. */
function timesOf({long}: Rows): number {
  for (let times = long.length >= least.long ? mostTimes : 1; times > 1; times--)
    if (areCopied(long, times)) return times
  return 1
}

function areCopied(lengths: readonly number[], times: number): boolean {
  return lengths.filter(length => length % times === 0).length >= least.share * lengths.length
}

function lengthsIn(all: readonly Block[]): Rows {
  const lengths: Rows = {title: [], long: [], short: [], cell: [], grid: [], frame: []}
  const look = (blocks: readonly Block[]) => {
    for (const row of rowsOf(blocks, isSame)) {
      const block = row[0]!
      if (said(block) !== '') lengths[kindOf(block)].push(row.length)
      if (row.length > 1) continue
      if (block.kind === 'frame') look(block.blocks)
      else if (block.kind === 'grid')
        for (const {blocks} of block.rows.flat())
          for (const texts of rowsOf(blocks, sameText))
            if (textOf(texts[0]!) !== '') lengths.cell.push(texts.length)
    }
  }
  look(all)
  return lengths
}

/** The blocks without copies; posts these. */
function single(blocks: readonly Block[], times: number, rows: Rows, postings: LetGo[]): readonly Block[] {
  /** What stays of things in a row that are the same. */
  const firstOf = <T>(kind: Kind, row: readonly T[], texts: (one: T) => readonly Traced[]): readonly T[] => {
    if (row.length % times !== 0 || !areCopied(rows[kind], times)) return row
    const kept = row.slice(0, row.length / times)
    for (const [i, copy] of row.slice(kept.length).entries())
      postings.push(...copiedTexts(texts(copy), texts(kept[i % kept.length]!)))
    return kept
  }
  return rowsOf(blocks, isSame).flatMap(row =>
    firstOf(kindOf(row[0]!), row, block => [...textsOf([block])]).map((block): Block => {
      if (block.kind === 'paragraph' || row.length > 1) return block
      if (block.kind === 'frame') return {...block, blocks: single(block.blocks, times, rows, postings)}
      const cells = block.rows.map(row =>
        row.map(cell => ({
          ...cell,
          blocks: rowsOf(cell.blocks, sameText).flatMap(texts => firstOf('cell', texts, text => [text]))
        }))
      )
      return {...block, rows: cells}
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
