/** Anything a stage can decide on: its id is what postings, findings, `guihua why` and the catalogue carry. */
export interface Rule {
  /** `<stage>/<name>`, stable for ever. */
  readonly id: string
  /** What it does or says, in a sentence. */
  readonly means: string
  /** Why it is right: how such documents are written. */
  readonly because: string
  /** Texts it holds for; each is a test. Leave out where the rule is no pattern. */
  readonly hits?: readonly string[]
  /** Texts it must leave alone; each is a test. */
  readonly misses?: readonly string[]
}

/** A rule that is a regular expression. The pattern must match every hit and no miss. */
export interface PatternRule extends Rule {
  readonly pattern: RegExp
  readonly hits: readonly string[]
  readonly misses: readonly string[]
}

/** A number that decides something. */
export interface Threshold extends Rule {
  readonly value: number
}
