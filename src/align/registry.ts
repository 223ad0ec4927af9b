import {z} from 'zod'
import {conceptOf, isGrowth} from '../indicators/concept.js'
import type {Indicator} from '../indicators/schema.js'
import {contrasts, thresholds} from './names.rules.js'

/** A reviewed indicator: names that a person has found to mean the same. */
export const reviewed = z.object({
  id: z.string().regex(/^[a-z0-9-]+$/),
  name: z.object({zh: z.string(), en: z.string()}),
  /** UCUM code all its rows must have. */
  code: z.string(),
  names: z.array(z.string()).min(1),
  because: z.string()
})

export const mapping = z.object({
  indicators: z.array(reviewed),
  /** Pairs a person has found to differ; they are not listed as uncertain again. */
  different: z.array(z.object({names: z.tuple([z.string(), z.string()]), because: z.string()}))
})

export type Mapping = z.infer<typeof mapping>

/** What the registry needs to know of a document. */
export interface Plan {
  readonly id: string
  readonly region: string | null
}

/** A row in its series. */
export interface Member {
  readonly indicator: string
  readonly series: string
  readonly name: string
  readonly by: 'review' | 'name' | 'alone'
  readonly confidence: number
}

/** Two series that may be the same; a person decides. */
export interface Uncertain {
  readonly series: readonly [string, string]
  readonly names: readonly [string, string]
  readonly confidence: number
  readonly because: string
}

export interface Registry {
  readonly members: readonly Member[]
  readonly uncertain: readonly Uncertain[]
}

interface Series {
  readonly id: string
  readonly name: string
  readonly key: string
  readonly code: string
  readonly reviewed: boolean
  readonly rows: readonly Indicator[]
}

const [alike, sameName, sameHistory] = thresholds.map(t => t.value) as [number, number, number]

/**
 * Links rows that measure the same thing across plans.
 * 1. Rows join only under one reviewed name, or under one name in the same writing with the same unit and measure.
 * 2. Names that are merely alike are listed as uncertain, with the reason, and stay apart.
 */
export function linkIndicators(
  rows: readonly Indicator[],
  plans: readonly Plan[],
  reviewedNames: Mapping
): Registry {
  const regions = new Map(plans.map(p => [p.id, p.region]))
  const series = seriesOf(rows, reviewedNames)
  return {members: series.flatMap(s => membersOf(s, regions)), uncertain: uncertainOf(series, reviewedNames)}
}

function seriesOf(rows: readonly Indicator[], {indicators}: Mapping): Series[] {
  const byName = new Map<string, Mapping['indicators'][number]>()
  for (const entry of indicators)
    for (const name of entry.names) byName.set(`${nameKey(name)}|${entry.code}`, entry)
  const groups = new Map<string, Series & {rows: Indicator[]}>()
  for (const row of rows) {
    const code = codeOf(row)
    const name = fullName(row)
    const entry = byName.get(`${nameKey(name)}|${code}`)
    const key = entry ? `=${entry.id}` : `${nameKey(name)}|${code}`
    const group = groups.get(key)
    if (group) group.rows.push(row)
    else
      groups.set(key, {
        id: entry?.id ?? `s${groups.size + 1}`,
        name: entry?.name.zh ?? name,
        key: nameKey(name),
        code,
        reviewed: entry !== undefined,
        rows: [row]
      })
  }
  return [...groups.values()].map(group =>
    group.reviewed ? group : {...group, id: idOf(group.key, group.code)}
  )
}

/** A short name says little without its parent: 城市 under 低保标准. */
function fullName(row: Indicator): string {
  return row.parent !== null && conceptOf(row.name).replace(/#/gu, '').length < 4
    ? `${row.parent}${row.name}`
    : row.name
}

function nameKey(name: string): string {
  return `${conceptOf(name)}${isGrowth(name) ? '+' : ''}`
}

function codeOf(row: Indicator): string {
  const levels = row.values.filter(v => v.role === 'actual' || v.role === 'target')
  return levels.find(v => v.measure.code !== null)?.measure.code ?? '?'
}

/** A name for a series that does not depend on what else is in the corpus: FNV-1a of its key. */
function idOf(key: string, code: string): string {
  let hash = 0x811c9dc5
  for (const character of `${key}|${code}`)
    hash = Math.imul(hash ^ character.codePointAt(0)!, 0x01000193) >>> 0
  return `s-${hash.toString(16).padStart(8, '0')}`
}

function membersOf(series: Series, regions: ReadonlyMap<string, string | null>): Member[] {
  return series.rows.map(row => {
    const others = series.rows.filter(other => other !== row)
    const by = series.reviewed ? 'review' : others.length > 0 ? 'name' : 'alone'
    const agrees = others.some(
      other => regions.get(other.document) === regions.get(row.document) && shareValue(row, other)
    )
    const confidence = series.reviewed || others.length === 0 ? 1 : agrees ? sameHistory : sameName
    return {indicator: row.id, series: series.id, name: series.name, by, confidence}
  })
}

function shareValue(a: Indicator, b: Indicator): boolean {
  return a.values.some(
    x =>
      x.value !== null &&
      x.year !== null &&
      b.values.some(
        y =>
          y.year === x.year &&
          y.value !== null &&
          y.value * y.measure.multiplier === x.value! * x.measure.multiplier
      )
  )
}

function uncertainOf(series: readonly Series[], {different}: Mapping): Uncertain[] {
  const apart = new Set(
    different.flatMap(({names: [a, b]}) => [`${nameKey(a)}|${nameKey(b)}`, `${nameKey(b)}|${nameKey(a)}`])
  )
  const grams = series.map(s => bigrams(s.key))
  const found: Uncertain[] = []
  for (const [i, j, shared] of sharing(grams)) {
    const [a, b] = [series[i]!, series[j]!]
    if (a.code !== b.code || apart.has(`${a.key}|${b.key}`) || a.key.endsWith('+') !== b.key.endsWith('+'))
      continue
    const likeness = (2 * shared) / (grams[i]!.size + grams[j]!.size || 1)
    if (likeness < alike) continue
    const words = contrast(a.key, b.key)
    found.push({
      series: [a.id, b.id],
      names: [a.name, b.name],
      confidence: Number((likeness * (words.length > 0 ? 0.5 : 0.9)).toFixed(2)),
      because: words.length > 0 ? `alike but for ${words.join(', ')}` : 'alike in name and unit'
    })
  }
  return found.sort((a, b) => b.confidence - a.confidence)
}

/** Words of contrast that stand in only one of the two. */
function contrast(a: string, b: string): string[] {
  return contrasts.flatMap(rule => rule.words).filter(word => a.includes(word) !== b.includes(word))
}

function bigrams(text: string): ReadonlySet<string> {
  const characters = [...text]
  return new Set(characters.slice(1).map((character, i) => characters[i]! + character))
}

/** Pairs of sets that share members, with how many: found through the members, so that most pairs are never looked at. */
function* sharing(sets: readonly ReadonlySet<string>[]): Generator<readonly [number, number, number]> {
  const holders = new Map<string, number[]>()
  for (const [j, set] of sets.entries()) {
    const shared = new Map<number, number>()
    for (const member of set) {
      const before = holders.get(member)
      if (!before) {
        holders.set(member, [j])
        continue
      }
      for (const i of before) shared.set(i, (shared.get(i) ?? 0) + 1)
      before.push(j)
    }
    for (const [i, count] of shared) if (count > 1) yield [i, j, count]
  }
}
