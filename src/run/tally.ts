import type {Parcel} from '../emit/index.js'

/** What was found, in numbers; and what a caller must know before trusting it. */
export interface Tally {
  readonly sources: number
  readonly documents: number
  readonly sections: number
  readonly boxes: number
  readonly tables: number
  readonly indicators: number
  readonly values: number
  readonly findings: {readonly info: number; readonly warning: number; readonly error: number}
  /** Findings after which the output is not to be trusted: broken books, broken stages. */
  readonly fatal: readonly string[]
  /** Files that could not be read. */
  readonly unreadable: readonly string[]
}

export const nothing: Tally = {
  sources: 0,
  documents: 0,
  sections: 0,
  boxes: 0,
  tables: 0,
  indicators: 0,
  values: 0,
  findings: {info: 0, warning: 0, error: 0},
  fatal: [],
  unreadable: []
}

const isFatal = (rule: string) => rule.startsWith('ledger/') || rule.startsWith('run/')

/** The numbers of one source. */
export function tallyOf({source, documents, findings}: Parcel): Tally {
  const name = source.entry === null ? source.path : `${source.path} (${source.entry})`
  const sum = (count: (counts: (typeof documents)[number]['counts']) => number) =>
    documents.reduce((total, document) => total + count(document.counts), 0)
  const severe = (severity: string) => findings.filter(finding => finding.severity === severity).length
  return {
    sources: 1,
    documents: documents.length,
    sections: sum(c => c.sections),
    boxes: sum(c => c.boxes),
    tables: sum(c => c.tables),
    indicators: sum(c => c.indicators),
    values: sum(c => c.values),
    findings: {info: severe('info'), warning: severe('warning'), error: severe('error')},
    fatal: findings
      .filter(finding => finding.severity === 'error' && isFatal(finding.rule))
      .map(finding => `${name}: ${finding.rule}: ${finding.reason}`),
    unreadable: source.status === 'unreadable' ? [name] : []
  }
}

/** Two tallies as one. */
export function plus(a: Tally, b: Tally): Tally {
  return {
    sources: a.sources + b.sources,
    documents: a.documents + b.documents,
    sections: a.sections + b.sections,
    boxes: a.boxes + b.boxes,
    tables: a.tables + b.tables,
    indicators: a.indicators + b.indicators,
    values: a.values + b.values,
    findings: {
      info: a.findings.info + b.findings.info,
      warning: a.findings.warning + b.findings.warning,
      error: a.findings.error + b.findings.error
    },
    fatal: a.fatal.length > 50 ? a.fatal : [...a.fatal, ...b.fatal],
    unreadable: [...a.unreadable, ...b.unreadable]
  }
}
