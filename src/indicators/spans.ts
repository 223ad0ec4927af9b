import type {Span} from '../core/span.js'
import type {Text} from '../tree/nodes.js'

/** Raw spans of a stretch of a text node: exact where the text is verbatim, else all of it. */
export function spansWithin(node: Text, [from, to]: Span): Span[] {
  const length = node.trace.reduce((sum, [a, b]) => sum + b - a, 0)
  if (length !== node.value.length) return node.trace.map(([a, b]) => [a, b])
  const spans: Span[] = []
  let at = 0
  for (const [start, end] of node.trace) {
    const a = Math.max(from - at, 0)
    const b = Math.min(to - at, end - start)
    if (a < b) spans.push([start + a, start + b])
    at += end - start
  }
  return spans
}
