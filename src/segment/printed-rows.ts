import type {Traced} from '../core/traced.js'

/** A word of a line, without the blanks around it. */
export interface Word {
  readonly text: string
  readonly traced: Traced
}

/** A row's words by column; `group` names several rows of one number. */
export interface RowParts {
  readonly group: readonly Word[]
  readonly name: readonly Word[]
  readonly values: readonly (readonly Word[])[]
}

/** A figure, with its sign and what is written to it: ≥85, 240左右, 【350左右】, 4.5-5, — */
const figure = /^[<>≥≤＜＞约]?[【〔[［]?[-+]?\d|^[-—－–]+$/u
/** What only goes on a figure: 5 左右 */
const suffix = /^(?:左右|以上|以下|以内|[个倍年]|百分点|[%％])/u
const unitEnd = /[)）]$/u

/** How well each word opens a cell, and how badly it stands within one. */
const points = {
  figure: 2,
  afterUnit: 2,
  afterFigure: 1,
  suffix: -3,
  figureWithin: -1.5,
  figureInName: -1,
  unitInName: -2
}

/**
 * The name and the values of a row, or of the rows of a group, from words of which one cell may hold several. The name ends at its unit
 * or before a figure, and cells open with figures. Null where two ways are as good.
 */
export function partsOfRow(words: readonly Word[], values: number): readonly RowParts[] | null {
  if (words.length === values + 1)
    return [
      rowOf(
        words,
        Array.from({length: values}, (_, i) => i + 1)
      )
    ]
  return groupOf(words, values) ?? singleOf(words, values)
}

function rowOf(words: readonly Word[], cuts: readonly number[]): RowParts {
  return {
    group: [],
    name: words.slice(0, cuts[0]),
    values: cuts.map((from, i) => words.slice(from, cuts[i + 1] ?? words.length))
  }
}

/** Rows of one number: a name for all, then for each its own and its values. */
function groupOf(words: readonly Word[], values: number): readonly RowParts[] | null {
  const size = values + 1
  const count = (words.length - 1) / size
  if (count < 2 || !Number.isInteger(count) || figure.test(words[0]!.text)) return null
  const rows = Array.from({length: count}, (_, i) => words.slice(1 + i * size, 1 + (i + 1) * size))
  const fit = rows.every(
    ([name, ...cells]) => unitEnd.test(name!.text) && cells.every(cell => figure.test(cell.text))
  )
  return fit
    ? rows.map(([name, ...cells]) => ({group: [words[0]!], name: [name!], values: cells.map(cell => [cell])}))
    : null
}

function singleOf(words: readonly Word[], values: number): readonly RowParts[] | null {
  let best: {readonly cuts: readonly number[]; readonly score: number} | null = null
  let tie = false
  for (const cuts of cutsOf(words.length, values)) {
    const score = scoreOf(words, cuts)
    if (best && score === best.score) tie = true
    if (best && score <= best.score) continue
    best = {cuts, score}
    tie = false
  }
  return best && !tie && best.score > 0 ? [rowOf(words, best.cuts)] : null
}

/** All places at which so many cells may begin behind a name of a word or more. */
function* cutsOf(words: number, values: number, from = 1): Generator<readonly number[]> {
  if (values === 0) yield []
  for (let cut = from; values > 0 && cut <= words - values; cut++)
    for (const rest of cutsOf(words, values - 1, cut + 1)) yield [cut, ...rest]
}

function scoreOf(words: readonly Word[], cuts: readonly number[]): number {
  let score = 0
  words.forEach(({text}, i) => {
    const before = words[i - 1]?.text ?? ''
    if (cuts.includes(i)) {
      if (unitEnd.test(before)) score += points.afterUnit
      if (figure.test(text)) score += points.figure
      else if (suffix.test(text)) score += points.suffix
      else if (figure.test(before)) score += points.afterFigure
      return
    }
    if (figure.test(text) && i > 0) score += i < cuts[0]! ? points.figureInName : points.figureWithin
    if (i > 0 && i < cuts[0]! && unitEnd.test(before)) score += points.unitInName
  })
  return score
}
