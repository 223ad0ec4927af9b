import {textsOf, type Block} from '../../core/draft.js'
import {textOf} from '../../core/traced.js'
import {sameAs, type Unit} from '../units/units.js'
import type {Repeat} from './repeats.js'

/**
 * Blocks without sentences (empty lines and cells, tables, frames) that stand amid the sentences of a copy or right behind them, and
 * the same where the first stands; with the block that each is a copy of and that stays.
 */
export function copiedBlocks(
  blocks: readonly Block[],
  units: readonly Unit[],
  repeats: readonly Repeat[]
): ReadonlyMap<number, number> {
  const spoken = new Set(units.map(({block}) => block))
  const origins = new Map<number, number>()
  for (const {first, again} of repeats) {
    const [begins, copy] = [units[first[0]!]!, units[again[0]!]!]
    const distance = copy.block - begins.block
    if (!begins.opens || !copy.opens) continue
    const last = units[again.at(-1)!]!.block
    const end = Math.min(blocks.length, Math.max(last + 1, copy.block + distance))
    for (let b = copy.block + 1; b < end; b++) {
      if (!spoken.has(b) && isSame(blocks[b - distance]!, blocks[b]!))
        origins.set(b, origins.get(b - distance) ?? b - distance)
      else if (b > last) break
    }
  }
  return origins
}

/** Are they the same, white space and the width of marks aside? */
export function isSame(a: Block, b: Block): boolean {
  const tabs = ({kind, hint}: Block) => (kind === 'paragraph' ? (hint.tabs ?? 0) : 0)
  return a.kind === b.kind && tabs(a) === tabs(b) && said(a) === said(b)
}

/** All that a block says. */
export function said(block: Block): string {
  return [...textsOf([block])].map(text => sameAs(textOf(text))).join('\n')
}
