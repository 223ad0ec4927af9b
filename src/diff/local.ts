/** Local alignment of two short texts after Smith and Waterman: the stretch of each that follows the other best. */
export interface Local {
  /** Characters that stand on both sides of the alignment. */
  readonly matched: number
  /** The longest run of characters that stand on both sides without a break, anywhere in the texts. */
  readonly run: number
  /** The stretch of `a`, and of `b`, that is aligned. */
  readonly a: readonly [number, number]
  readonly b: readonly [number, number]
}

const match = 2
const mismatch = -2
const gap = -1

/** Quadratic in the lengths, so for sentences; linear in memory: each cell carries where its alignment began. */
export function alignLocally(a: string, b: string): Local {
  const width = b.length + 1
  let score = new Int32Array(width)
  let count = new Int32Array(width)
  let fromA = new Int32Array(width)
  let fromB = new Int32Array(width)
  let scoreUp = new Int32Array(width)
  let countUp = new Int32Array(width)
  let fromAUp = new Int32Array(width)
  let fromBUp = new Int32Array(width)
  let best = 0
  let run = new Int32Array(width)
  let runUp = new Int32Array(width)
  let longest = 0
  let found: Omit<Local, 'run'> = {matched: 0, a: [0, 0], b: [0, 0]}
  for (let i = 1; i <= a.length; i++) {
    ;[score, scoreUp] = [scoreUp, score]
    ;[count, countUp] = [countUp, count]
    ;[fromA, fromAUp] = [fromAUp, fromA]
    ;[fromB, fromBUp] = [fromBUp, fromB]
    ;[run, runUp] = [runUp, run]
    score[0] = 0
    const code = a.charCodeAt(i - 1)
    for (let j = 1; j < width; j++) {
      const same = code === b.charCodeAt(j - 1)
      run[j] = same ? runUp[j - 1]! + 1 : 0
      if (run[j]! > longest) longest = run[j]!
      const diagonal = scoreUp[j - 1]! + (same ? match : mismatch)
      const up = scoreUp[j]! + gap
      const left = score[j - 1]! + gap
      if (diagonal > 0 && diagonal >= up && diagonal >= left) {
        const fresh = scoreUp[j - 1] === 0
        score[j] = diagonal
        count[j] = (fresh ? 0 : countUp[j - 1]!) + (same ? 1 : 0)
        fromA[j] = fresh ? i - 1 : fromAUp[j - 1]!
        fromB[j] = fresh ? j - 1 : fromBUp[j - 1]!
      } else if (up > 0 && up >= left) {
        score[j] = up
        count[j] = countUp[j]!
        fromA[j] = fromAUp[j]!
        fromB[j] = fromBUp[j]!
      } else if (left > 0) {
        score[j] = left
        count[j] = count[j - 1]!
        fromA[j] = fromA[j - 1]!
        fromB[j] = fromB[j - 1]!
      } else {
        score[j] = 0
        count[j] = 0
      }
      if (score[j]! > best) {
        best = score[j]!
        found = {matched: count[j]!, a: [fromA[j]!, i], b: [fromB[j]!, j]}
      }
    }
  }
  return {...found, run: longest}
}
