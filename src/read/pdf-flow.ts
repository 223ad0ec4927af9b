/** Pages as one flow of paragraphs, tables and boxes: furniture out, columns in order, what a page end parted joined again. */
import type {Block} from '../core/draft.js'
import {note} from '../core/note.js'
import type {Context} from '../core/stage.js'
import {isDotted, withoutPage} from './contents.js'
import {alignedTables} from './pdf-aligned.js'
import {inOrder} from './pdf-columns.js'
import {cutNotes} from './pdf-footnotes.js'
import {furnitureOf, type PageLines} from './pdf-furniture.js'
import {gridsOf} from './pdf-grids.js'
import {linesOf, tracedLine, type Line, type Sign} from './pdf-lines.js'
import {edgesOf, pageEdges, pitchOf, usualSize} from './pdf-measures.js'
import {closeText, goOn, openText, runsOn, type FlowLine, type OpenText} from './pdf-paragraphs.js'
import {
  gridRows,
  joinGrids,
  paragraphsOf,
  ruledBlock,
  sameColumns,
  type OpenFrame,
  type OpenGrid
} from './pdf-tables.js'
import {spansOf, trim} from '../core/traced.js'
import type {Sheet} from './pdf-sheet.js'

type Item = FlowLine | OpenGrid | OpenFrame

export function blocksOf(sheets: readonly Sheet[], context: Context): Block[] {
  const pages = sheets.map(sheet => ({sheet, ...areasOf(sheet)}))
  const body = pages.map(({sheet, lines}): PageLines => ({page: sheet.page, height: sheet.height, lines}))
  const furniture = new Set<Line>()
  for (const {line, rule} of furnitureOf(body)) {
    furniture.add(line)
    for (const span of spansOf(tracedLine(line.signs))) context.post({span, fate: 'chrome', rule})
  }
  const texts = body.map(({lines}) => lines.filter(line => !furniture.has(line)))
  const all = texts.flat()
  const pitch = pitchOf(texts)
  const edges = edgesOf(all)
  const size = usualSize(all)
  const flow = flowOf(pitch, context)
  pages.forEach(({sheet, areas, turned}, i) => {
    const inner = areas.flatMap(({signs}) => linesOf(signs, sheet.page))
    const noted = cutNotes(texts[i]!, inner, sheet, size, context)
    const ruled = areas.flatMap(({grid, signs}) => {
      const held = noted.gone.size === 0 ? signs : signs.filter(sign => !noted.gone.has(sign))
      return ruledBlock(grid, held, sheet.page, pitch) ?? []
    })
    const aligned = alignedTables(noted.lines, freeRulings(sheet, areas), sheet.page)
    const tabled = new Set(aligned.flatMap(table => table.lines))
    const rest = noted.lines.filter(line => !tabled.has(line))
    const set = inOrder(rest, pageEdges(noted.lines, edges))
    flow.page(withAreas(set, [...ruled, ...aligned.map(table => table.grid)]), noted.at)
    flow.notes(noted.loose)
    for (const line of turned) flow.aside(line)
    if (turned.length > 0)
      context.note(
        note(
          'info',
          'read/pdf-turned',
          `Page ${sheet.page} has slanting or upright text; it is kept after the page`
        )
      )
  })
  return flow.end()
}

/** The ruled areas of a page with what stands in them, and its other lines. */
function areasOf(sheet: Sheet) {
  const grids = gridsOf(sheet.rulings)
    .map(grid => ({
      grid,
      left: grid.xs[0]!,
      right: grid.xs.at(-1)!,
      top: grid.ys[0]!,
      bottom: grid.ys.at(-1)!
    }))
    .filter(({grid, left, right, top, bottom}) => {
      const share = ((right - left) * (bottom - top)) / (sheet.width * sheet.height)
      return grid.cells.length > 1 || share < 0.75
    })
  const area = (g: (typeof grids)[number]) => (g.right - g.left) * (g.bottom - g.top)
  const outer = [...grids]
    .sort((a, b) => area(b) - area(a))
    .filter(
      (g, i, sorted) =>
        !sorted
          .slice(0, i)
          .some(
            o =>
              o.grid.cells.length > 1 &&
              g.left >= o.left - 2 &&
              g.right <= o.right + 2 &&
              g.top >= o.top - 2 &&
              g.bottom <= o.bottom + 2
          )
    )
    .reverse()
  const areas = outer.map(each => ({...each, signs: [] as Sign[]}))
  const rest: Sign[] = []
  const aside: Sign[] = []
  for (const sign of sheet.signs) {
    const x = sign.x + sign.width / 2
    const y = sign.y - sign.size * 0.35
    const home = areas.find(a => x >= a.left && x <= a.right && y >= a.top && y <= a.bottom)
    if (sign.turned && !home) aside.push(sign)
    else (home?.signs ?? rest).push(sign)
  }
  return {areas, lines: linesOf(rest, sheet.page), turned: asideLines(aside, sheet.page)}
}

/** The rules that belong to no ruled area. */
function freeRulings(
  sheet: Sheet,
  areas: readonly {left: number; right: number; top: number; bottom: number}[]
) {
  return sheet.rulings.filter(
    ({across, at, from}) =>
      across &&
      !areas.some(a => at >= a.top - 3 && at <= a.bottom + 3 && from >= a.left - 3 && from <= a.right + 3)
  )
}

/** Slanting text in the order it was drawn. */
function asideLines(signs: readonly Sign[], page: number): Line[] {
  const runs = new Map<number, Sign[]>()
  for (const sign of signs) runs.set(sign.run, [...(runs.get(sign.run) ?? []), sign])
  return [...runs.values()]
    .filter(run => run.some(sign => !sign.blank))
    .map(run => ({
      page,
      signs: run,
      text: run.map(sign => sign.shown).join(''),
      left: run[0]!.x,
      right: run[0]!.x,
      y: run[0]!.y,
      size: run[0]!.size,
      bold: false
    }))
}

/** Ruled areas set between the lines above and below them. */
function withAreas(lines: readonly FlowLine[], areas: readonly (OpenGrid | OpenFrame)[]): Item[] {
  const items: Item[] = [...lines]
  for (const area of [...areas].sort((a, b) => b.top - a.top)) {
    const middle = area.kind === 'frame' ? (area.left + area.right) / 2 : (area.xs[0]! + area.xs.at(-1)!) / 2
    let at = 0
    items.forEach((item, i) => {
      if (item.kind !== 'line') return
      const beside = middle < item.column.left - 5 || middle > item.column.right + 5
      if (!beside && item.line.y <= area.top + 4) at = i + 1
    })
    items.splice(at, 0, area)
  }
  return items
}

function flowOf(pitch: number, context: Context) {
  const blocks: Block[] = []
  let line = 0
  let open: OpenText | null = null
  let table: OpenGrid | null = null
  let frame: OpenFrame | null = null
  let waiting: FlowLine[][] = []
  let blank = 0
  const paragraph = (text: OpenText, style?: string) => {
    const block = closeText(text, line++, blank, style)
    const bare = trim(block.text)
    if (bare.length > 0) blocks.push({...block, text: bare})
    blank = 0
  }
  const close = () => {
    if (open) {
      const text = open
      open = null
      const contents = text.first === text.last && isDotted(text.first.line.text)
      if (contents) paragraph({...text, text: withoutPage(text.text, context), centred: false}, 'contents')
      else paragraph(text)
    }
    if (table) {
      blocks.push({
        kind: 'grid',
        rows: gridRows(table),
        hint: {line: line++, page: table.page, style: 'table'}
      })
      table = null
    }
    if (frame) {
      const inner = paragraphsOf(frame.lines, pitch).map(text => closeText(text, line++, 0))
      blocks.push({kind: 'frame', blocks: inner, hint: {line: line++, page: frame.page, style: 'box'}})
      frame = null
    }
    const notes = waiting
    waiting = []
    for (const each of notes) for (const text of paragraphsOf(each, pitch)) paragraph(text, 'footnote')
  }
  const begin = (item: FlowLine) => {
    const gap = open && open.last.line.page === item.line.page ? item.line.y - open.last.line.y : 0
    close()
    blank = gap > 1.8 * pitch ? 1 : 0
    open = openText(item)
  }
  return {
    page(items: readonly Item[], notesAt: ReadonlyMap<Line, readonly FlowLine[]>) {
      const unplaced = new Map(notesAt)
      items.forEach((item, i) => {
        if (item.kind === 'line') {
          const notes = unplaced.get(item.line)
          unplaced.delete(item.line)
          const entry = isDotted(item.line.text)
          if (open && !entry && !isDotted(open.last.line.text) && runsOn(open, item, pitch)) goOn(open, item)
          else begin(item)
          if (notes) waiting.push([...notes])
        } else if (item.kind === 'grid') {
          if (table && i === 0 && table.page === item.page - 1 && sameColumns(table, item)) {
            table = joinGrids(table, item, context)
            return context.note(
              note('info', 'read/pdf-table-joined', `A table goes on over the end of page ${item.page - 1}`)
            )
          }
          close()
          table = item
        } else {
          const goesOn =
            frame &&
            i === 0 &&
            frame.page === item.page - 1 &&
            Math.abs(frame.left - item.left) < 5 &&
            Math.abs(frame.right - item.right) < 5
          if (goesOn && !/^专栏/.test(item.lines[0]!.line.text)) {
            frame = {...frame!, page: item.page, lines: [...frame!.lines, ...item.lines]}
            return
          }
          close()
          frame = item
        }
      })
      for (const notes of unplaced.values()) waiting.push([...notes])
    },
    notes(lines: readonly FlowLine[]) {
      if (lines.length > 0) waiting.push([...lines])
    },
    aside(each: Line) {
      const item: FlowLine = {kind: 'line', line: each, column: {left: each.left, right: each.right}}
      waiting.push([item])
    },
    end(): Block[] {
      close()
      return blocks
    }
  }
}
