import type {Block, FrameBlock, GridBlock} from '../core/draft.js'
import {note} from '../core/note.js'
import type {Context} from '../core/stage.js'
import {slice, textOf, trim, type Traced} from '../core/traced.js'
import type {Box, Caption, Flow, List, Paragraph, Section, Table} from '../tree/nodes.js'
import {paragraphNode, textNode} from '../tree/walk.js'
import {boxEnd, readBoxTitle} from './boxes.js'
import {place} from './contents.js'
import {orderRanks} from './depth.js'
import {captionOf, gridNode} from './grids.js'
import {readLines, type Line, type Mark} from './lines.js'
import {bullet, lead} from './lists.rules.js'
import {restoreLost} from './lost.js'
import {readOutline, type Reading} from './outline.js'

/** What building needs to know of the document around. */
export interface Site {
  readonly context: Context
  /** The region of the document, where it is known. */
  readonly region: string | null
  /** Ordinals of the boxes so far, to know one whose word was lost. */
  readonly boxes: {last: number}
  /** Headings met, for the contents page and the numbering. */
  readonly headings: {mark: Mark; text: string; line: Line}[]
}

/** Nests lines into sections, lists, boxes and tables. Totality: any lines give a flow; depth is bounded by the number of ranks. */
export function buildFlow(lines: readonly Line[], site: Site): Flow[] {
  const readings = readOutline(restoreLost(lines, site.context))
  const ranks = orderRanks(readings.filter(isHeading).map(reading => reading.line.mark!))
  const levelOf = (mark: Mark) => (mark.rank === 'none' ? 0 : ranks.indexOf(mark.rank))
  const root: Flow[] = []
  const stack: Open[] = [{level: -1, children: root, mark: null, title: ''}]
  for (let i = 0; i < readings.length; i++) {
    const reading = readings[i]!
    const {line} = reading
    const top = stack.at(-1)!.children
    if (isHeading(reading)) {
      const level = nest(stack, line.mark!, levelOf(line.mark!), readings[i - 1]?.role === 'heading')
      const section = sectionNode(reading, stack.length)
      stack.at(-1)!.children.push(section)
      stack.push({level, children: section.children, mark: line.mark!, title: section.title})
      site.headings.push({mark: line.mark!, text: textOf(headingText(reading)), line})
      continue
    }
    if (line.block.kind === 'frame') top.push(...frameNodes(line.block, site))
    else if (line.block.kind === 'grid') top.push(...tableNodes(line.block, null, site))
    else if (line.box !== null) {
      const end = boxEnd(readings, i)
      top.push(
        boxNode(
          line,
          readings.slice(i + 1, end).map(r => r.line),
          site
        )
      )
      i = end - 1
    } else if (readings[i + 1]?.line.block.kind === 'grid' && captionOf(line.text)) {
      if (isAppended(line.text, site.region) && !/^附/u.test(stack.at(-1)!.title)) stack.length = 1
      stack.at(-1)!.children.push(...tableNodes(readings[++i]!.line.block as GridBlock, line, site))
    } else if (reading.role === 'item' || bullet.pattern.test(line.text)) pushItem(top, reading)
    else top.push(paragraphNode(lineText(line)))
  }
  return root
}

/** A section that is open; the root has no mark. */
interface Open {
  readonly level: number
  readonly children: (Flow | Section['children'][number])[]
  readonly mark: Mark | null
  readonly title: string
}

/**
 * Closes the sections that a heading ends and returns its level. A heading that goes on counting stands beside the one it counts
 * from; one that starts at 1 right under another heading, with no text between, stands within it, whatever its rank.
 */
function nest(stack: Open[], mark: Mark, level: number, bare: boolean): number {
  const elder = stack.findLastIndex(
    open => open.mark?.rank === mark.rank && mark.ordinal !== null && open.mark.ordinal === mark.ordinal - 1
  )
  if (elder > 0) {
    const beside = stack[elder]!.level
    stack.length = elder
    return beside
  }
  const top = stack.at(-1)!
  const opensWithin =
    bare &&
    mark.ordinal === 1 &&
    mark.rank.startsWith('enum') &&
    top.level >= level &&
    !stack.some(open => open.mark?.rank === mark.rank)
  if (opensWithin) return top.level + 0.5
  while (stack.at(-1)!.level >= level) stack.pop()
  return level
}

/** A table that follows the text (附表) names itself so, or by the region, and belongs to the document, not to its last section. */
const isAppended = (caption: string, region: string | null) =>
  /^附[表件]/u.test(caption) || (region !== null && caption.startsWith(region))

const isHeading = (reading: Reading) => reading.role === 'heading' || reading.role === 'runIn'
const lineText = (line: Line): Traced => (line.block.kind === 'paragraph' ? line.block.text : [])
const headingText = (reading: Reading): Traced => trim(slice(lineText(reading.line), 0, reading.headingEnd))

function sectionNode(reading: Reading, depth: number): Section {
  const {line, role, headingEnd} = reading
  const mark = line.mark!
  const body = role === 'runIn' ? trim(slice(lineText(line), headingEnd)) : []
  const section: Section = {
    type: 'section',
    rank: mark.rank,
    ordinal: mark.ordinal,
    label: mark.label,
    title: line.text
      .slice(mark.end, headingEnd)
      .replace(/^[\s\u3000]+|[\s\u3000]*[。：:]?[\s\u3000]*$/gu, ''),
    depth,
    runIn: role === 'runIn',
    inferred: line.block.hint.style === 'inferred-heading',
    restored: mark.damaged ? (mark.label === null ? ['rank', 'ordinal'] : ['ordinal']) : [],
    children: [{type: 'heading', children: [textNode(headingText(reading))]}]
  }
  if (body.length > 0) section.children.push(paragraphNode(body))
  return section
}

function pushItem(into: (Flow | Section['children'][number])[], reading: Reading): void {
  const text = reading.line.text
  const dash = bullet.pattern.exec(text)
  const marker = reading.role === 'item' ? reading.line.mark!.label : (dash?.[1] ?? null)
  const from = reading.role === 'item' ? reading.line.mark!.end : (dash?.[0].length ?? 0)
  const match = lead.pattern.exec(text.slice(from))
  const item: List['children'][number] = {
    type: 'item',
    marker,
    lead: match ? match[1]!.replace(/[。：:]$/u, '') : null,
    children: [paragraphNode(lineText(reading.line))]
  }
  const last = into.at(-1)
  if (last?.type === 'list' && kindOf(last.children.at(-1)!.marker) === kindOf(marker))
    last.children.push(item)
  else into.push({type: 'list', children: [item]})
}

/** Markers of one list look alike: all dashes, or all numbers in one dress. */
const kindOf = (marker: string | null) => (marker ?? '').replace(/[\d０-９一二三四五六七八九十①-⑳]+/gu, '0')

function frameNodes(frame: FrameBlock, site: Site): Flow[] {
  const lines = readLines(frame.blocks)
  const [first, ...rest] = lines
  if (!first) return []
  const title = readBoxTitle(first, site.boxes.last)
  if (!title && (lines.length === 1 || lines.every(line => line.text.length > 60)))
    return lines.map((line): Paragraph => paragraphNode(lineText(line)))
  return [boxNode(title ? {...first, box: title.mark} : first, title ? rest : lines, site, !title)]
}

function boxNode(line: Line, content: readonly Line[], site: Site, untitled = false): Box {
  const mark = untitled ? null : line.box
  if (mark?.damaged)
    site.context.note(
      note('warning', 'segment/box-word-lost', `Box ${mark.ordinal} has lost its word 专栏`, place(line))
    )
  if (mark?.ordinal != null) site.boxes.last = mark.ordinal
  const inner: Site = {...site, headings: []}
  const below = mark && line.text.length <= mark.end && content.length > 1 ? content[0]! : null
  const name = below && isName(below) ? below : null
  const box: Box = {
    type: 'box',
    ordinal: mark?.ordinal ?? null,
    label: mark?.label ?? null,
    title: name ? name.text : mark ? line.text.slice(mark.end).trim() : '',
    children: []
  }
  if (mark)
    box.children.push({
      type: 'heading',
      children: [textNode(lineText(line)), ...(name ? [textNode(lineText(name))] : [])]
    })
  box.children.push(...buildFlow(name ? content.slice(1) : content, inner))
  return box
}

/** A line that names what is below it: short, without number and stop. */
const isName = (line: Line) =>
  line.block.kind === 'paragraph' &&
  line.mark === null &&
  line.text.length <= 40 &&
  !/[。；：:，]$/u.test(line.text) &&
  !bullet.pattern.test(line.text)

function tableNodes(grid: GridBlock, over: Line | null, site: Site): Flow[] {
  const caption = over ? captionOf(over.text) : null
  const inner = boxInGrid(grid)
  if (inner) return [boxNode(inner.title, readLines(inner.blocks), site)]
  const table: Table = gridNode(grid, caption)
  const line: Caption[] = over ? [{type: 'caption', children: [textNode(lineText(over))]}] : []
  return [...line, table]
}

/** A grid whose first row is one wide cell with a box title is a box. */
function boxInGrid(grid: GridBlock): {title: Line; blocks: readonly Block[]} | null {
  const [first, ...rest] = grid.rows
  if (first?.length !== 1 || first[0]!.blocks.length === 0) return null
  const [head, ...more] = first[0]!.blocks.map((text): Block => ({kind: 'paragraph', text, hint: {}}))
  const title = readLines([head!])[0]
  if (!title?.box) return null
  const single = rest.every(row => row.length === 1)
  const below: Block[] = single
    ? rest.flatMap(row => row[0]!.blocks.map((text): Block => ({kind: 'paragraph', text, hint: {}})))
    : [{...grid, rows: rest}]
  return {title, blocks: [...more, ...below]}
}
