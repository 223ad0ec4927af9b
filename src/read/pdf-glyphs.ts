/** What a page draws: glyphs where they stand, and straight rules. Coordinates in points, from the top left corner. */
import type {PdfGlyph, PdfPage} from './pdf-open.js'

export interface Glyph {
  /** What it says; U+FFFD where the font does not tell. */
  readonly text: string
  /** Left end and baseline. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
  readonly bold: boolean
  /** Written slantwise or upwards. */
  readonly turned: boolean
  /** Invisible: the text layer under a scan. */
  readonly unseen: boolean
  /** Ordinal of the drawing command: neighbours of one command were written in one go. */
  readonly run: number
}

/** A straight rule, horizontal or vertical; `from` < `to` along it, `at` across. */
export interface Ruling {
  readonly across: boolean
  readonly at: number
  readonly from: number
  readonly to: number
}

type Matrix = readonly [number, number, number, number, number, number]
const unit: Matrix = [1, 0, 0, 1, 0, 0]

const times = (a: Matrix, b: Matrix): Matrix => [
  a[0] * b[0] + a[2] * b[1],
  a[1] * b[0] + a[3] * b[1],
  a[0] * b[2] + a[2] * b[3],
  a[1] * b[2] + a[3] * b[3],
  a[0] * b[4] + a[2] * b[5] + a[4],
  a[1] * b[4] + a[3] * b[5] + a[5]
]

/** What a glyph says; where its font was left out, by the codes of that alone. */
function wordOf(
  {unicode, isSpace, originalCharCode}: PdfGlyph,
  codes?: Readonly<Record<number, string>>
): string {
  const told = codes && !isSpace ? codes[originalCharCode] : unicode
  return told || '\ufffd'
}

const heavy = /bold|black|heavy|simhei|黑体|小标宋|xbs/i

/** Draws a page in mind. */
export function glyphsOf(
  page: PdfPage,
  ops: Readonly<Record<string, number>>
): {glyphs: Glyph[]; rulings: Ruling[]; pictures: number} {
  const glyphs: Glyph[] = []
  const rulings: Ruling[] = []
  let pictures = 0
  const initial = {
    matrix: page.transform as unknown as Matrix,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    rise: 0,
    leading: 0,
    size: 0,
    perUnit: 0.001,
    bold: false,
    codes: undefined as Readonly<Record<number, string>> | undefined,
    mode: 0
  }
  let state = {...initial}
  const stack: (typeof state)[] = []
  let text: Matrix = unit
  let line: Matrix = unit
  let run = 0
  const move = (x: number, y: number) => {
    line = times(line, [1, 0, 0, 1, x, y])
    text = line
  }
  const show = (items: readonly (PdfGlyph | number)[]) => {
    run++
    for (const item of items) {
      if (typeof item === 'number') {
        text = times(text, [1, 0, 0, 1, (-item / 1000) * state.size * state.scale, 0])
        continue
      }
      const width = item.width * state.perUnit * state.size
      const step = (width + state.charSpacing + (item.isSpace ? state.wordSpacing : 0)) * state.scale
      const at = times(state.matrix, text)
      const [a, b, c, d] = at
      const tall = Math.hypot(c, d) * Math.abs(state.size)
      glyphs.push({
        text: wordOf(item, state.codes),
        x: at[4] + c * state.rise,
        y: at[5] + d * state.rise,
        width: Math.hypot(a, b) * Math.abs(width) * state.scale,
        size: tall,
        bold: state.bold,
        turned: Math.abs(b) > 0.2 * Math.abs(a),
        unseen: state.mode === 3 || state.mode === 7,
        run
      })
      text = times(text, [1, 0, 0, 1, step, 0])
    }
  }
  const number = (value: unknown) => (typeof value === 'number' ? value : 0)
  page.operators.forEach((op, i) => {
    const operands = page.operands[i] ?? []
    switch (op) {
      case ops['save']:
        stack.push(state)
        state = {...state}
        return
      case ops['restore']:
      case ops['paintFormXObjectEnd']:
        state = stack.pop() ?? state
        return
      case ops['transform']:
        state.matrix = times(state.matrix, operands as unknown as Matrix)
        return
      case ops['paintFormXObjectBegin']:
        stack.push(state)
        state = {...state}
        if (operands[0]) state.matrix = times(state.matrix, operands[0] as Matrix)
        return
      case ops['beginText']:
        text = unit
        line = unit
        return
      case ops['setTextMatrix']:
        text = line = (operands.length === 6 ? operands : operands[0]) as Matrix
        return
      case ops['moveText']:
        return move(number(operands[0]), number(operands[1]))
      case ops['setLeadingMoveText']:
        state.leading = -number(operands[1])
        return move(number(operands[0]), number(operands[1]))
      case ops['nextLine']:
        return move(0, -state.leading)
      case ops['setLeading']:
        state.leading = number(operands[0])
        return
      case ops['setCharSpacing']:
        state.charSpacing = number(operands[0])
        return
      case ops['setWordSpacing']:
        state.wordSpacing = number(operands[0])
        return
      case ops['setHScale']:
        state.scale = number(operands[0]) / 100
        return
      case ops['setTextRise']:
        state.rise = number(operands[0])
        return
      case ops['setTextRenderingMode']:
        state.mode = number(operands[0])
        return
      case ops['setFont']: {
        const font = page.font(String(operands[0]))
        state.size = number(operands[1])
        state.perUnit = font?.fontMatrix?.[0] ?? 0.001
        state.codes = font?.toUnicode?._map
        state.bold = font ? heavy.test(font.name ?? '') : false
        return
      }
      case ops['showText']:
        return show(operands[0] as readonly (PdfGlyph | number)[])
      case ops['paintImageXObject']:
      case ops['paintInlineImageXObject']:
      case ops['paintImageMaskXObject']:
        pictures++
        return
      case ops['constructPath']:
        return addRulings(operands, state.matrix, ops, rulings)
    }
  })
  return {glyphs, rulings, pictures}
}

/** A filled shape thinner than this is a rule drawn as a rectangle. */
const thin = 3

function addRulings(
  operands: readonly unknown[],
  matrix: Matrix,
  ops: Readonly<Record<string, number>>,
  rulings: Ruling[]
): void {
  const paint = operands[0]
  const strokes = paint === ops['stroke'] || paint === ops['closeStroke']
  const both =
    paint === ops['fillStroke'] || paint === ops['eoFillStroke'] || paint === ops['closeFillStroke']
  const fills = paint === ops['fill'] || paint === ops['eoFill']
  if (!strokes && !fills && !both) return
  const path = (operands[1] as readonly (ArrayLike<number> | null)[])?.[0]
  if (!path) return
  let points: [number, number][] = []
  const flush = () => {
    if (strokes || both) {
      for (let i = 1; i < points.length; i++) segment(points[i - 1]!, points[i]!, rulings)
    } else if (points.length >= 4) thinBox(points, rulings)
    points = []
  }
  const point = (x: number, y: number): [number, number] => [
    matrix[0] * x + matrix[2] * y + matrix[4],
    matrix[1] * x + matrix[3] * y + matrix[5]
  ]
  for (let i = 0; i < path.length;) {
    const kind = path[i]!
    if (kind === 0) {
      flush()
      points = [point(path[i + 1]!, path[i + 2]!)]
      i += 3
    } else if (kind === 1) {
      points.push(point(path[i + 1]!, path[i + 2]!))
      i += 3
    } else if (kind === 2) {
      points = [point(path[i + 5]!, path[i + 6]!)]
      i += 7
    } else if (kind === 3) {
      points = [point(path[i + 3]!, path[i + 4]!)]
      i += 5
    } else {
      if (points[0]) points.push(points[0])
      i += 1
    }
  }
  flush()
}

function segment([x0, y0]: [number, number], [x1, y1]: [number, number], rulings: Ruling[]): void {
  const wide = Math.abs(x1 - x0)
  const tall = Math.abs(y1 - y0)
  if (tall <= 1 && wide > 2)
    rulings.push({across: true, at: (y0 + y1) / 2, from: Math.min(x0, x1), to: Math.max(x0, x1)})
  else if (wide <= 1 && tall > 2)
    rulings.push({across: false, at: (x0 + x1) / 2, from: Math.min(y0, y1), to: Math.max(y0, y1)})
}

function thinBox(points: readonly [number, number][], rulings: Ruling[]): void {
  let left = Infinity
  let right = -Infinity
  let top = Infinity
  let bottom = -Infinity
  for (const [x, y] of points) {
    left = Math.min(left, x)
    right = Math.max(right, x)
    top = Math.min(top, y)
    bottom = Math.max(bottom, y)
  }
  if (bottom - top <= thin && right - left > thin)
    rulings.push({across: true, at: (top + bottom) / 2, from: left, to: right})
  else if (right - left <= thin && bottom - top > thin)
    rulings.push({across: false, at: (left + right) / 2, from: top, to: bottom})
}
