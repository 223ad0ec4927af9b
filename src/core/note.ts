import type {Span} from './span.js'

export type Severity = 'info' | 'warning' | 'error'

/** A diagnostic of a stage. `rule` is the stable key; the reason is for people and may be reworded. */
export interface Note {
  readonly rule: string
  readonly severity: Severity
  readonly reason: string
  readonly at: Span | null
  readonly related: readonly Span[]
  /** Ordinal of the document it is about, once documents are known. */
  readonly document?: number
}

export function note(
  severity: Severity,
  rule: string,
  reason: string,
  at: Span | null = null,
  related: readonly Span[] = []
): Note {
  return {rule, severity, reason, at, related}
}
