/** What is usual in a PDF: the distance of lines, the size of type, the edges of the text. Everything else is told by how it differs. */
import type {Line} from './pdf-lines.js'
import type {Column} from './pdf-paragraphs.js'

/** The usual distance of two lines. */
export function pitchOf(pages: readonly (readonly Line[])[]): number {
  const steps: number[] = []
  for (const lines of pages)
    for (let i = 1; i < lines.length; i++) {
      const step = lines[i]!.y - lines[i - 1]!.y
      if (step > 0 && step < 4 * lines[i]!.size && lines[i]!.size === lines[i - 1]!.size) steps.push(step)
    }
  steps.sort((a, b) => a - b)
  return steps[steps.length >> 1] ?? 20
}

export function usualSize(lines: readonly Line[]): number {
  const counts = new Map<number, number>()
  let best = 12
  for (const {size, text} of lines) {
    const key = Math.round(size * 2) / 2
    counts.set(key, (counts.get(key) ?? 0) + text.length)
    if (counts.get(key)! > (counts.get(best) ?? 0)) best = key
  }
  return best
}

/** The edges of the text: where most full lines begin and end. */
export function edgesOf(lines: readonly Line[]): Column {
  const widest = Math.max(0, ...lines.map(line => line.right - line.left))
  const full = lines.filter(line => line.right - line.left > 0.8 * widest)
  if (full.length === 0) return {left: 0, right: widest}
  const lefts = full.map(line => line.left).sort((a, b) => a - b)
  const rights = full.map(line => line.right).sort((a, b) => a - b)
  return {left: lefts[Math.floor(lefts.length * 0.05)]!, right: rights[Math.floor(rights.length * 0.95)]!}
}

/** The edges of one page: margins of left and right pages may differ. */
export function pageEdges(lines: readonly Line[], usual: Column): Column {
  const width = usual.right - usual.left
  const full = lines.filter(line => line.right - line.left > 0.8 * width)
  if (full.length < 4) return usual
  const own = edgesOf(full)
  const left = Math.min(...lines.filter(line => line.left > own.left - 30).map(line => line.left))
  return {left: Math.min(left, own.left), right: Math.max(own.right, left + width * 0.97)}
}
