/** A half-open range of UTF-16 code units, `[start, end)`, in the decoded text of one source. */
export type Span = readonly [start: number, end: number]

/** Sorts spans by start and joins those that touch or overlap. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: [number, number][] = []
  for (const [start, end] of [...spans].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else merged.push([start, end])
  }
  return merged
}

/** The smallest span that holds all of them, or null where there is none. */
export function hull(spans: readonly Span[]): Span | null {
  if (spans.length === 0) return null
  let start = Infinity
  let end = -Infinity
  for (const span of spans) {
    if (span[0] < start) start = span[0]
    if (span[1] > end) end = span[1]
  }
  return [start, end]
}
