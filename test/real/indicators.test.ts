import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {beforeAll, describe, expect, it} from 'vitest'
import {corpus} from '../../pipelines/corpus.js'
import {reviewed} from '../../pipelines/data.js'
import {linkIndicators, mapping, type Registry} from '../../src/align/registry.js'
import type {Note} from '../../src/core/note.js'
import type {Plans} from '../../src/indicators/plans.js'
import type {Commitment, Indicator, IndicatorValue} from '../../src/indicators/schema.js'
import {execute} from '../../src/run/execute.js'
import {categories, chapters, contradictions, tables} from './facts.js'

const seeds = join(dirname(fileURLToPath(import.meta.url)), '../../../shared/seeds')
const read = new Map<string, {readonly plans: Plans; readonly notes: readonly Note[]}>()

describe.skipIf(!existsSync(seeds))('indicators of real plans', () => {
  beforeAll(async () => {
    for (const name of readdirSync(seeds).filter(n => n.endsWith('.txt'))) {
      const {value, notes} = await execute(corpus, {path: name, bytes: readFileSync(join(seeds, name))})
      read.set(name.slice(0, 3), {plans: value!, notes})
    }
  })

  const all = () => [...read.values()].flatMap(({plans}) => plans.indicators)

  it('are 113 rows with 260 values in 8 tables', () => {
    expect(all().length).toBe(113)
    expect(all().reduce((sum, row) => sum + row.values.length, 0)).toBe(260)
    expect(new Set(all().map(row => `${row.document} ${row.table.ordinal}`)).size).toBe(8)
  })

  it.each(tables.map(t => [t.where.join(' '), t] as const))('%s read as a reader reads them', (_, facts) => {
    const [file, document, table] = facts.where
    const {plans} = read.get(file)!
    const id = plans.documents[document - 1]!.meta.id
    const rows = plans.indicators.filter(row => row.document === id && row.table.ordinal === table)
    expect(rows.map(rowFact)).toEqual(facts.rows)
    for (const row of rows) expect(row.values.map(v => `${v.role} ${v.year}`)).toEqual(facts.roles)
  })

  it('stand under the category that spans them', () => {
    const rows = read.get('001')!.plans.indicators.filter(row => row.table.ordinal === 2)
    expect(rows.map(row => row.category)).toEqual(
      categories.flatMap(([name, n]) => Array<string>(n).fill(name))
    )
  })

  it('have a unit code, or a reason why not', () => {
    for (const row of all())
      for (const {measure} of row.values)
        expect([measure.code, measure.reason].filter(x => x !== null)).toHaveLength(1)
    expect(
      all()
        .flatMap(row => row.values)
        .filter(v => v.measure.code === null && v.unit !== null)
    ).toEqual([])
  })

  it('lie where they say in the file', () => {
    for (const {plans} of read.values())
      for (const value of plans.indicators.flatMap(row => row.values)) {
        const raw = value.trace.map(([a, b]) => plans.source.text.slice(a, b)).join('')
        expect(raw.replace(/\s/gu, '')).toBe(value.raw.replace(/\s/gu, ''))
      }
  })

  it('contradict their documents where a reader finds it, and nowhere else', () => {
    const found = [...read].flatMap(([file, {notes}]) =>
      notes.filter(n => n.rule.startsWith('check/')).map(n => ({file, ...n}))
    )
    const known = (file: string, rule: string, reason: string) =>
      contradictions.some(([r, f, words]) => r === rule && f === file && reason.includes(words))
    expect(found.filter(f => !known(f.file, f.rule, f.reason))).toEqual([])
    expect(found.length).toBe(contradictions.length)
    for (const f of found) expect(f.at).not.toBeNull()
  })

  it('are promised in the text: precision at least 0.95, recall at least 0.85 in whole chapters', () => {
    let [right, given, wanted] = [0, 0, 0]
    for (const {file, chapter, promises} of chapters) {
      const found = (read.get(file)!.plans.commitments ?? []).filter(c => c.section[0]?.startsWith(chapter))
      const open = [...promises]
      for (const each of found) {
        const at = open.findIndex(fact => isPromise(fact, each))
        if (at >= 0) {
          right++
          open.splice(at, 1)
        }
      }
      given += found.length
      wanted += promises.length
    }
    expect(right / given).toBeGreaterThanOrEqual(0.95)
    expect(right / wanted).toBeGreaterThanOrEqual(0.85)
  })

  describe('link across plans', () => {
    let registry: Registry
    const seriesOf = (file: string, name: string) => {
      const ids = read
        .get(file)!
        .plans.indicators.filter(row => row.name === name)
        .map(row => row.id)
      return new Set(registry.members.filter(m => ids.includes(m.indicator)).map(m => m.series))
    }
    beforeAll(() => {
      const documents = [...read.values()].flatMap(({plans}) => plans.documents.map(d => d.meta))
      registry = linkIndicators(all(), documents, mapping.parse(reviewed('registry')[0]))
    })

    it.each([
      ['每千名老年人口拥有养老床位数', '000', '004', '每千名老年人口拥有养老床位数'],
      ['每千名老人拥有养老床位数', '000', '004', '每千名老年人口拥有养老床位数'],
      ['城市低保标准年均增长率', '000', '001', '城市低保标准年均增长率'],
      ['农村低保标准年均增长率', '000', '004', '农村低保标准年均增长率'],
      ['年均遗体火化率', '000', '004', '年均遗体火化率'],
      ['对生活不能自理的特困人员的集中供养能力', '000', '004', '对生活不能自理的特困人员的集中供养率'],
      [
        '重点救助对象医疗救助政策范围内住院自付费用救助比例',
        '000',
        '004',
        '重点对象医疗救助政策范围内住院自付费用救助比率'
      ],
      ['全区“12349”便民为老服务中心养老服务覆盖率', '000', '001', '“12349”便民为老服务中心养老服务覆盖率'],
      ['每万人社会组织数', '001', '003', '每万人拥有社会组织数量'],
      ['护理型床位数占养老机构床位总数比例', '003', '001', '养老机构护理型床位占比']
    ])('%s (%s) with %s %s', (a, fileA, fileB, b) => {
      const series = seriesOf(fileA, a)
      expect(series.size).toBe(1)
      expect(seriesOf(fileB, b)).toEqual(series)
    })

    it.each([
      ['004', '城市社区综合服务设施覆盖率', '城镇社区综合服务设施覆盖率'],
      ['000', '城市社区综合服务设施覆盖率', '农牧区社区综合服务设施覆盖率'],
      ['000', '城市低保标准年均增长率', '农村低保标准年均增长率'],
      ['000', '医疗救助政策范围内住院自付费用救助比率', '重点救助对象医疗救助政策范围内住院自付费用救助比例'],
      ['003', '养老服务设施（站点）城市社区覆盖率', '养老服务设施（站点）农村社区覆盖率']
    ])('but in %s never %s with %s', (file, a, b) => {
      expect([...seriesOf(file, a)].filter(s => seriesOf(file, b).has(s))).toEqual([])
    })
  })
})

function rowFact(row: Indicator): string {
  const name = row.parent === null ? row.name : `${row.parent}/${row.name}`
  return [
    name,
    row.unit ?? '-',
    row.attribute ?? row.status ?? '-',
    row.values.map(valueFact).join(' ')
  ].join(' | ')
}

function valueFact({value, comparator, parts, missing}: IndicatorValue): string {
  if (missing !== null) return missing === 'dash' ? '–' : '_'
  if (parts !== null)
    return `[${parts.map(p => (typeof p === 'number' ? p : `${p.label}${p.value}`)).join(' ')}]`
  return value === null ? '…' : `${comparator === '=' ? '' : comparator}${value}`
}

function isPromise(fact: string, {subject, comparator, value, parts, unit, year, due}: Commitment): boolean {
  const [what, amount, when] = fact.split(' ') as [string, string, string]
  const said = `${comparator === '=' ? '' : comparator}${value ?? (parts ?? []).join('-')}${unit}`
  return subject.endsWith(what) && said === amount && when === (due === 'stated' ? `${year}` : `(${year})`)
}
