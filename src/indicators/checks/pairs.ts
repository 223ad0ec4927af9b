import {note, type Note} from '../../core/note.js'
import {hull, type Span} from '../../core/span.js'
import type {Meta} from '../../tree/nodes.js'
import {spansWithin} from '../spans.js'
import {thresholds} from '../checks.rules.js'
import type {Placed} from '../commitments.js'
import {conceptOf, isGrowth, weightOf} from '../concept.js'
import type {Indicator} from '../schema.js'
import {readUnit} from '../units.js'
import {agree, halfStep} from './precision.js'

/** A number said of something, wherever it stands. */
interface Said {
  readonly key: string
  readonly name: string
  readonly where: 'table' | 'prose' | 'box'
  readonly table: number | null
  readonly side: 'actual' | 'target'
  readonly year: number
  readonly code: string
  readonly value: number
  readonly step: number
  readonly raw: string
  readonly at: Span | null
}

/** The same thing, year and side with two numbers: table against prose, box, another table; prose against box. */
export function pairNotes(rows: readonly Indicator[], claims: readonly Placed[], meta: Meta): Note[] {
  if (rows.length === 0 && !claims.some(c => c.inBox)) return []
  const groups = new Map<string, Said[]>()
  for (const said of [...rows.flatMap(saidInRow), ...claims.flatMap(c => saidInProse(c, meta))]) {
    if (weightOf(said.key) < thresholds[0]!.value) continue
    const key = `${said.key}|${said.side}|${said.year}|${said.code}|${isGrowth(said.name)}`
    const group = groups.get(key)
    if (group) group.push(said)
    else groups.set(key, [said])
  }
  return [...groups.values()].flatMap(notesOf)
}

/** A name said more often than this is a word of the field and no indicator. */
const crowd = 40

function notesOf(group: readonly Said[]): Note[] {
  const found: Note[] = []
  if (group.length > crowd) return found
  group.forEach((first, i) => {
    for (const second of group.slice(i + 1)) {
      const rule = ruleOf(first, second)
      if (!rule || agree(first.value, second.value, first.step, second.step)) continue
      const reason = `${first.name} (${first.year}): ${first.raw} in the ${first.where}, ${second.raw} in the ${second.where}`
      found.push(note('warning', rule, reason, first.at, second.at ? [second.at] : []))
    }
  })
  return found
}

function ruleOf(a: Said, b: Said): string | null {
  if (a.where === 'table' && b.where === 'table')
    return a.table === b.table ? null : 'check/table-against-table'
  if (a.where === 'table') return `check/table-against-${b.where}`
  return a.where === b.where ? null : 'check/prose-against-box'
}

function saidInRow(row: Indicator): Said[] {
  return row.values.flatMap((value): Said[] => {
    if ((value.role !== 'actual' && value.role !== 'target') || value.value === null || value.year === null)
      return []
    if (value.measure.code === null) return []
    return [
      {
        key: conceptOf(row.name),
        name: row.name,
        where: 'table',
        table: row.table.ordinal,
        side: value.role,
        year: value.year,
        code: value.measure.code,
        value: value.value * value.measure.multiplier,
        step: halfStep(value.raw) * value.measure.multiplier,
        raw: value.raw,
        at: hull(value.trace)
      }
    ]
  })
}

function saidInProse(claim: Placed, meta: Meta): Said[] {
  const period = meta.planPeriod
  const unit = readUnit(claim.unit)
  if (!unit || claim.value === null || !period) return []
  const back = claim.inPast || claim.told
  const year = back ? lookBack(claim, period.start) : (claim.year ?? period.end)
  if (year === null || (!back && year < period.start)) return []
  return namesOf(claim.subject, claim.raw).map(name => ({
    key: conceptOf(name),
    name,
    where: claim.inBox ? 'box' : 'prose',
    table: null,
    side: back ? 'actual' : 'target',
    year,
    code: unit.code,
    value: claim.value! * unit.multiplier,
    step:
      halfStep(claim.raw) *
      unit.multiplier *
      (/[万亿]/u.test(claim.raw) && !/[万亿]/u.test(claim.unit) ? 1e4 : 1),
    raw: claim.raw,
    at: hull(placeOf(claim))
  }))
}

/** A chapter that looks back speaks of the last year before the plan, unless it names another. */
function lookBack(claim: Placed, start: number): number | null {
  if (claim.year === null || claim.year === start - 1) return claim.inPast ? start - 1 : null
  return claim.year < start ? claim.year : null
}

/** 州、县两级救助机构全覆盖 speaks of 州级救助机构覆盖率 and of 县级救助机构覆盖率. */
function namesOf(subject: string, raw: string): string[] {
  const covered = raw.endsWith('全覆盖') ? `${subject}覆盖率` : subject
  const levels =
    /^(.{0,4}?)([省市州县盟旗区]|县市|旗县)[、和]([省市州县盟旗区]|县市|旗县)(?:市|区)?两级(.+)$/u.exec(
      covered
    )
  if (!levels) return [covered]
  const level = (word: string) => (word === '县市' ? '县' : word)
  return [levels[2]!, levels[3]!].map(word => `${levels[1]}${level(word)}级${levels[4]}`)
}

function placeOf(claim: Placed): Span[] {
  const [node] = claim.paragraph.children
  if (!node || claim.paragraph.children.length > 1) return claim.paragraph.children.flatMap(t => t.trace)
  return spansWithin(node, claim.numberAt)
}
