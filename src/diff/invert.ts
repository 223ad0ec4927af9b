import type {Diff, Flag, IndicatorChange, Operation, OperationName, RowChange, Run} from './schema.js'

/** The diff from B to A: what was added was removed, what was raised is lowered. */
export function invert(diff: Diff): Diff {
  return {
    ...diff,
    a: diff.b,
    b: diff.a,
    meta: diff.meta.map(({field, a, b}) => ({field, a: b, b: a})),
    sections: diff.sections.map(s => ({
      ...s,
      op: s.op === 'added' ? 'removed' : s.op === 'removed' ? 'added' : s.op,
      a: s.b,
      b: s.a
    })),
    operations: diff.operations.map(invertOperation),
    indicators: diff.indicators.map(({changes, a, b}) => ({
      changes: changes.map(c => turned[c] ?? c),
      a: b,
      b: a
    })),
    counts: {...diff.counts, operations: renamed(diff.counts.operations)}
  }
}

const opposite: Partial<Record<OperationName, OperationName>> = {
  added: 'removed',
  removed: 'added',
  split: 'merged',
  merged: 'split'
}

const turned: Partial<Record<IndicatorChange['changes'][number], IndicatorChange['changes'][number]>> = {
  raised: 'lowered',
  lowered: 'raised',
  nowBinding: 'noLongerBinding',
  noLongerBinding: 'nowBinding',
  dropped: 'added',
  added: 'dropped'
}

function invertOperation(o: Operation): Operation {
  return {
    ...o,
    op: opposite[o.op] ?? o.op,
    kind: o.was ?? o.kind,
    was: o.was === null ? null : o.kind,
    a: o.b,
    b: o.a,
    runs: o.runs.map(invertRun),
    rows: o.rows?.map(invertRow) ?? null,
    flags: o.flags.map(invertFlag)
  }
}

function invertRow(row: RowChange): RowChange {
  return {
    ...row,
    op: row.op === 'added' ? 'removed' : row.op === 'removed' ? 'added' : row.op,
    a: row.b,
    b: row.a,
    cells: row.cells.map(c => ({
      ...c,
      a: c.b,
      b: c.a,
      runs: c.runs.map(invertRun),
      flags: c.flags.map(invertFlag)
    }))
  }
}

function invertRun(run: Run): Run {
  return 'keep' in run ? run : {...run, a: run.b, b: run.a}
}

function invertFlag(flag: Flag): Flag {
  return {...flag, from: flag.to, to: flag.from}
}

function renamed(counts: Readonly<Record<string, number>>): Record<string, number> {
  return Object.fromEntries(Object.entries(counts).map(([op, n]) => [opposite[op as OperationName] ?? op, n]))
}
