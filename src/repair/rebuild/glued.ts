import type {Block, Draft, ParagraphBlock} from '../../core/draft.js'
import {note} from '../../core/note.js'
import {hull} from '../../core/span.js'
import type {Context} from '../../core/stage.js'
import {spansOf, textOf} from '../../core/traced.js'
import {contentsIn} from '../contents/contents.js'
import {markOf} from '../marks.js'
import {glued} from '../repair.rules.js'
import {unitsOf, type Unit} from '../units/units.js'
import {headingsIn} from './heads.js'
import {paragraphsOf, partsOf, sentencesOf} from './parts.js'

/** A paragraph of so many characters may be a text that lost its line ends, or a contents page that did. */
const least = {chars: 600, headings: 4, levels: 2, page: 16}
const most = {page: 5000}

/** Levels of chapters and sections. */
const section = 2

/** Paragraphs that hold headings of several levels or a contents page, split at these; everything else stays. */
export function splitGlued(draft: Draft, context: Context): Draft {
  let changed = false
  const blocks = draft.blocks.flatMap((block): readonly Block[] => {
    const paragraphs = block.kind === 'paragraph' ? split(draft, block, context) : null
    if (paragraphs) changed = true
    return paragraphs ?? [block]
  })
  return changed ? {...draft, blocks} : draft
}

function split(draft: Draft, block: ParagraphBlock, context: Context): ParagraphBlock[] | null {
  const size = block.text.reduce((sum, piece) => sum + piece.text.length, 0)
  const page = size >= least.page && size <= most.page && contentsIn(textOf(block.text)) !== null
  if (!page && size < least.chars) return null
  const alone = {...draft, blocks: [block]}
  const units = unitsOf(alone.blocks)
  const several = isGlued(units)
  if (!page && !several) return null
  const texts = units.map(unit => unit.text)
  const entries = texts.flatMap(text => contentsIn(text, true)?.entries ?? [])
  const all = units.map((_, t) => t)
  const text = sentencesOf(alone, units, all, entries)
  const paragraphs = paragraphsOf(
    units.flatMap((unit, t) => partsOf(text, t, headingsIn(unit.text, entries), context))
  )
  const told = `${size} characters without a line end are ${paragraphs.length} paragraphs`
  if (several) context.note(note('warning', glued.id, told, hull(spansOf(block.text))))
  return paragraphs
}

/** Sentences that open with numbers of several levels, or of chapters and sections. */
function isGlued(units: readonly Unit[]): boolean {
  const levels = units.slice(1).flatMap(unit => markOf(unit.text)?.level ?? [])
  const several = new Set(levels).size >= least.levels || levels.some(level => level <= section)
  return levels.length >= least.headings && several
}
