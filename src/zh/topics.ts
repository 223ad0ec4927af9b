/**
 * Texts as points in a space of few dimensions, where texts about the same thing lie near one another even though they share few words:
 * latent semantic analysis (Deerwester et al. 1990) over single characters and pairs, by subspace iteration.
 */

/** Points of length 1, text t at [t * dimensions]; a text without a known word lies at the origin. */
export interface Topics {
  readonly dimensions: number
  readonly points: Float32Array
}

const iterations = 6

/** The space is made from at most so many texts, evenly chosen; all others are folded in. */
const mostTexts = 6000

/** Numbers in rows, each of so many columns; row r at [r * columns]. */
interface Matrix {
  readonly values: Float64Array
  readonly columns: number
}

/** A text as a sparse row of unit length. */
interface Row {
  readonly words: Int32Array
  readonly weights: Float32Array
}

/** `keys` says which texts are the same: they count once. */
export function topicsOf(texts: readonly string[], keys: readonly number[], dimensions: number): Topics {
  const firstOf = new Map<number, number>()
  keys.forEach((key, t) => firstOf.has(key) || firstOf.set(key, t))
  const distinct = [...firstOf.values()]
  const step = Math.max(1, Math.ceil(distinct.length / mostTexts))
  const chosen = distinct.filter((_, i) => i % step === 0)
  const {rows, words} = rowsOf(
    chosen.map(t => texts[t]!),
    distinct.map(t => texts[t]!)
  )
  const space = subspace(
    rows.filter((_, i) => i % step === 0),
    words,
    dimensions
  )
  const byKey = new Map<number, Float32Array>()
  distinct.forEach((t, i) => byKey.set(keys[t]!, pointOf(rows[i]!, space)))
  const points = new Float32Array(texts.length * dimensions)
  keys.forEach((key, t) => points.set(byKey.get(key)!, t * dimensions))
  return {dimensions, points}
}

/** Cosine of the points of two texts, −1 to 1. */
export function affinity({dimensions, points}: Topics, a: number, b: number): number {
  let dot = 0
  for (let d = 0; d < dimensions; d++) dot += points[a * dimensions + d]! * points[b * dimensions + d]!
  return dot
}

/** Rows of `all`, by the words that at least two of `chosen` hold: logarithm of how often, times how few hold it. */
function rowsOf(chosen: readonly string[], all: readonly string[]): {rows: Row[]; words: number} {
  const holders = new Map<number, number>()
  for (const text of chosen)
    for (const word of countsOf(text).keys()) holders.set(word, (holders.get(word) ?? 0) + 1)
  const ids = new Map<number, number>()
  const rareness: number[] = []
  for (const [word, count] of holders) {
    if (count < 2) continue
    ids.set(word, rareness.length)
    rareness.push(Math.log((chosen.length + 1) / count))
  }
  const rows = all.map(text => {
    const words: number[] = []
    const weights: number[] = []
    let squares = 0
    for (const [word, count] of countsOf(text)) {
      const id = ids.get(word)
      if (id === undefined) continue
      const weight = Math.log(1 + count) * rareness[id]!
      words.push(id)
      weights.push(weight)
      squares += weight * weight
    }
    const length = Math.sqrt(squares) || 1
    return {words: Int32Array.from(words), weights: Float32Array.from(weights, w => w / length)}
  })
  return {rows, words: rareness.length}
}

/** How often each character and each pair of neighbouring characters stands in a text, marks included: they tell style. */
function countsOf(text: string): Map<number, number> {
  const counts = new Map<number, number>()
  let before = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    counts.set(code, (counts.get(code) ?? 0) + 1)
    if (i > 0) {
      const pair = before * 0x10000 + code
      counts.set(pair, (counts.get(pair) ?? 0) + 1)
    }
    before = code
  }
  return counts
}

/** The directions in which the rows differ most, word by word: a row a word, a column a direction, each of length 1. */
function subspace(rows: readonly Row[], words: number, columns: number): Matrix {
  let state = 1
  let weights: Matrix = {
    columns,
    values: Float64Array.from({length: rows.length * columns}, () => {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
      return state / 0x7fffffff - 0.5
    })
  }
  let space = spread(rows, orthogonal(weights), words)
  for (let round = 0; round < iterations; round++) {
    const values = new Float64Array(rows.length * columns)
    rows.forEach((row, r) => project(row, space, values.subarray(r * columns, (r + 1) * columns)))
    weights = {values, columns}
    space = spread(rows, orthogonal(weights), words)
  }
  for (let d = 0; d < columns; d++) scale(space, d)
  return space
}

/** Every word as the sum of the rows that hold it. */
function spread(rows: readonly Row[], {values, columns}: Matrix, words: number): Matrix {
  const space = new Float64Array(words * columns)
  rows.forEach((row, r) => {
    for (let i = 0; i < row.words.length; i++) {
      const weight = row.weights[i]!
      for (let d = 0, at = row.words[i]! * columns, from = r * columns; d < columns; d++)
        space[at + d]! += weight * values[from + d]!
    }
  })
  return {values: space, columns}
}

function project({words, weights}: Row, {values, columns}: Matrix, into: Float64Array): void {
  into.fill(0)
  for (let i = 0; i < words.length; i++) {
    const weight = weights[i]!
    for (let d = 0, at = words[i]! * columns; d < columns; d++) into[d]! += weight * values[at + d]!
  }
}

function pointOf(row: Row, space: Matrix): Float32Array {
  const point = new Float64Array(space.columns)
  project(row, space, point)
  const length = Math.hypot(...point) || 1
  return Float32Array.from(point, x => x / length)
}

/** Columns made perpendicular and of length 1 (modified Gram–Schmidt); a column that depends on others becomes zero. */
function orthogonal(matrix: Matrix): Matrix {
  const {values, columns} = matrix
  for (let d = 0; d < columns; d++) {
    for (let e = 0; e < d; e++) {
      let dot = 0
      for (let at = 0; at < values.length; at += columns) dot += values[at + d]! * values[at + e]!
      for (let at = 0; at < values.length; at += columns) values[at + d]! -= dot * values[at + e]!
    }
    scale(matrix, d)
  }
  return matrix
}

/** Brings column d to length 1. */
function scale({values, columns}: Matrix, d: number): void {
  let squares = 0
  for (let at = d; at < values.length; at += columns) squares += values[at]! ** 2
  const length = Math.sqrt(squares)
  for (let at = d; at < values.length; at += columns) values[at] = length > 1e-9 ? values[at]! / length : 0
}
