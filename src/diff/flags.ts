import {flagRules} from './flags.rules.js'
import type {Flag, FlagKind, Run} from './schema.js'

/** The words among the edits that a reader must not miss, with what they were and what they are now. */

interface Fact {
  readonly kind: FlagKind
  readonly rule: string
  readonly text: string
  readonly start: number
  readonly end: number
}

const finders = flagRules.map(rule => ({
  kind: rule.id.slice('diff/'.length) as FlagKind,
  rule: rule.id,
  pattern: new RegExp(rule.pattern.source, 'gu')
}))

/** A number that only counts paragraphs, tables or boxes. */
const counting = /(?:第|专栏|附?表|图|附件)\s?$/u
const enumerated = /^\s*[（(]?$/u
const afterNumber = /^\s?(?:[)）、]|[.．](?![0-9０-９]))/u

/** All such words of a text, in order; what an earlier rule took, a later one does not take again. `head`: characters of its label. */
function factsOf(text: string, head = 0): Fact[] {
  const facts: Fact[] = []
  const taken = new Uint8Array(text.length)
  for (const {kind, rule, pattern} of finders)
    for (const match of text.matchAll(pattern)) {
      const start = match.index
      const end = start + match[0].length
      if (end <= head || taken[start] === 1 || taken[end - 1] === 1) continue
      if (
        kind === 'figure' &&
        (counting.test(text.slice(Math.max(0, start - 3), start)) || isMarker(text, start, end))
      )
        continue
      facts.push({kind, rule, text: match[0], start, end})
      taken.fill(1, start, end)
    }
  return facts.sort((x, y) => x.start - y.start)
}

function isMarker(text: string, start: number, end: number): boolean {
  return (
    start < 6 &&
    end - start <= 3 &&
    enumerated.test(text.slice(0, start)) &&
    afterNumber.test(text.slice(end))
  )
}

/** Facts that an edit touches on its side, with the number of the edit. */
function touched(facts: readonly Fact[], ranges: readonly (readonly [number, number])[]): Map<Fact, number> {
  const found = new Map<Fact, number>()
  let i = 0
  for (const fact of facts) {
    while (i < ranges.length && ranges[i]![1] < fact.start) i++
    for (let k = i; k < ranges.length && ranges[k]![0] <= fact.end; k++) {
      const [from, to] = ranges[k]!
      if (from < to ? from < fact.end && fact.start < to : from > fact.start && from < fact.end)
        found.set(fact, found.get(fact) ?? k)
    }
  }
  return found
}

/** Flags of a changed text. `heads`: how many characters of label to leave aside on each side. */
export function flagsOf(
  a: string,
  b: string,
  runs: readonly Run[],
  heads: readonly [number, number] = [0, 0]
): Flag[] {
  const rangesA: [number, number][] = []
  const rangesB: [number, number][] = []
  let at = 0
  let to = 0
  for (const run of runs) {
    if ('keep' in run) {
      at += run.keep
      to += run.keep
      continue
    }
    if (!run.ignored) {
      rangesA.push([at, at + run.a.length])
      rangesB.push([to, to + run.b.length])
    }
    at += run.a.length
    to += run.b.length
  }
  if (rangesA.length === 0) return []
  return paired(touched(factsOf(a, heads[0]), rangesA), touched(factsOf(b, heads[1]), rangesB))
}

const plain = (fact: Fact) => `${fact.kind}${fact.text.normalize('NFKC').replace(/\s/gu, '')}`

/** Equal words cancel out; the rest is paired kind by kind: within one edit; figures and years then in order, if as many came as went. */
function paired(left: ReadonlyMap<Fact, number>, right: ReadonlyMap<Fact, number>): Flag[] {
  const gone = without(left, right)
  const come = without(right, left)
  const flags: Flag[] = []
  for (const {kind, rule} of finders) {
    const {pairs, from, to} = together(
      gone.filter(f => f.kind === kind),
      come.filter(f => f.kind === kind),
      left,
      right
    )
    const counted = (kind === 'figure' || kind === 'year') && from.length === to.length
    from.forEach((x, i) => pairs.push([x, counted ? to[i]! : null]))
    if (!counted) for (const y of to) pairs.push([null, y])
    for (const [x, y] of pairs) {
      const unitOnly = kind === 'figure' && x !== null && y !== null && digitsOf(x.text) === digitsOf(y.text)
      flags.push({kind: unitOnly ? 'unit' : kind, rule, from: x?.text ?? null, to: y?.text ?? null})
    }
  }
  return flags
}

/** Pairs facts that one edit took and gave, in order; what is left of either side. */
function together(
  gone: readonly Fact[],
  come: readonly Fact[],
  left: ReadonlyMap<Fact, number>,
  right: ReadonlyMap<Fact, number>
): {pairs: [Fact | null, Fact | null][]; from: Fact[]; to: Fact[]} {
  const waiting = new Map<number, Fact[]>()
  for (const y of [...come].reverse()) {
    const list = waiting.get(right.get(y)!)
    if (list) list.push(y)
    else waiting.set(right.get(y)!, [y])
  }
  const pairs: [Fact | null, Fact | null][] = []
  const from: Fact[] = []
  const met = new Set<Fact>()
  for (const x of gone) {
    const y = waiting.get(left.get(x)!)?.pop()
    if (y === undefined) from.push(x)
    else {
      pairs.push([x, y])
      met.add(y)
    }
  }
  return {pairs, from, to: come.filter(y => !met.has(y))}
}

/** The facts of one side that the other does not have as often. */
function without(facts: ReadonlyMap<Fact, number>, others: ReadonlyMap<Fact, number>): Fact[] {
  const counts = new Map<string, number>()
  for (const other of others.keys()) counts.set(plain(other), (counts.get(plain(other)) ?? 0) + 1)
  return [...facts.keys()].filter(fact => !spend(counts, plain(fact)))
}

function spend(counts: Map<string, number>, key: string): boolean {
  const left = counts.get(key) ?? 0
  if (left === 0) return false
  counts.set(key, left - 1)
  return true
}

function digitsOf(text: string): string {
  return text.normalize('NFKC').replace(/[^0-9.≥≤<>〇零一二两三四五六七八九十百千]+/gu, '')
}

const weighty: ReadonlySet<FlagKind> = new Set(['figure', 'year', 'binding', 'negation'])

/** The weightiest words of a text that came or went as a whole. */
export function flagsAlone(text: string, side: 'a' | 'b', head = 0): Flag[] {
  return factsOf(text, head)
    .filter(fact => weighty.has(fact.kind))
    .map(({kind, rule, text}) => ({
      kind,
      rule,
      from: side === 'a' ? text : null,
      to: side === 'b' ? text : null
    }))
}
