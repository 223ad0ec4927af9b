import type {Block, Draft} from '../core/draft.js'
import type {Context} from '../core/stage.js'
import type {Piece, Traced} from '../core/traced.js'
import {endsSentence} from '../zh/han.js'
import {readDown} from './columns.js'
import {edgeOf, firstWord, lineOf, opensHeading, widthOf, type Edge, type Line} from './lines.js'
import {fullLines} from './wrap.rules.js'

/**
 * The draft with columns read down and hard-wrapped lines joined to paragraphs. A text counts as wrapped only if many of its lines are
 * full and none is fuller; a line is joined to the next only if the next's first word would not have fitted, and nothing (an empty
 * line, an indent, a full stop before the edge where paragraphs have no indent) says that a paragraph ends.
 */
export function rejoinLines(draft: Draft, context: Context): Draft {
  const lines = draft.blocks.map(lineOf)
  const edge = edgeOf(lines)
  const stretches = readDown(draft.blocks, lines, edge, context)
  if (!stretches) {
    const blocks = rejoin(draft.blocks, lines, wrappedAt(edge))
    return blocks === draft.blocks ? draft : {...draft, blocks}
  }
  const besides = stretches.filter(stretch => stretch.edge === null).flatMap(({blocks}) => blocks.map(lineOf))
  const wide = wrappedAt(edgeOf(besides))
  return {
    ...draft,
    blocks: stretches.flatMap(({blocks, edge}) => rejoin(blocks, blocks.map(lineOf), edge ?? wide))
  }
}

function wrappedAt(edge: Edge | null): number | null {
  return edge && edge.full >= fullLines.value ? edge.column : null
}

/** Lines that were broken at an edge, joined; the same blocks where they were not. */
function rejoin(
  blocks: readonly Block[],
  lines: readonly (Line | null)[],
  edge: number | null
): readonly Block[] {
  if (edge === null) return blocks
  const indented = lines.some(
    (line, i) => line && lines[i - 1] && line.indent > lines[i - 1]!.indent && lines[i - 1]!.width > edge - 4
  )
  const full = lines.filter(line => line !== null && line.width > edge - 4)
  const running = full.filter(line => !endsSentence(line!.text)).length >= leastRunning * full.length
  const paragraphs: {block: Block; more: Traced[]}[] = []
  for (const [i, block] of blocks.entries()) {
    const [line, before] = [lines[i], lines[i - 1]]
    if (line && before && goesOn(before, line, {edge, indented, running}))
      paragraphs.at(-1)!.more.push(gap(before, line), line.block.text)
    else paragraphs.push({block, more: []})
  }
  return paragraphs.map(({block, more}) =>
    block.kind === 'paragraph' && more.length > 0 ? {...block, text: [block.text, ...more].flat()} : block
  )
}

/** How a text was broken: where, and whether its paragraphs are indented and its full lines stop within sentences. */
interface Setting {
  readonly edge: number
  readonly indented: boolean
  readonly running: boolean
}

/** Share of full lines that stop within a sentence, where each is no paragraph of its own. */
const leastRunning = 0.85

function goesOn(before: Line, line: Line, {edge, indented, running}: Setting): boolean {
  if ((line.block.hint.blank ?? 0) > 0 || line.indent > before.indent) return false
  if (gapped.test(before.text) && gapped.test(line.text)) return false
  const room = edge - before.width - widthOf(firstWord(line.text))
  if (room >= 4) return false
  if (opensHeading(line.text, before.text)) return false
  if (indented) return line.indent === 0 || line.indent <= before.indent - 2
  // a sentence that ends where a line is full goes on more often than not
  return !endsSentence(before.text) || (running && room < 0 && !opensItem.test(line.text))
}

/** White space that parts the cells of a row. */
const gapped = /\S(?:[ \u00a0]{2,}|\u3000|\t)/u

/** Marks of items, each of which is a paragraph. */
const opensItem = /^(?:——|—|[0-9]{1,2}[.．、]|[一二三四五六七八九十]是|第[一二三四五六七八九十]，|[•·●])/u

/** Latin words that met at a line end get their space back, made here. */
function gap(before: Line, line: Line): Piece[] {
  if (!/[A-Za-z,]$/.test(before.text) || !/^[A-Za-z]/.test(line.text)) return []
  const at = line.block.text[0]!.raw[0]
  return [{text: ' ', raw: [at, at]}]
}
