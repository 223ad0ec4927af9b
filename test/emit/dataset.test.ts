import {DuckDBInstance} from '@duckdb/node-api'
import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {afterAll, beforeAll, describe, expect, it, vi} from 'vitest'
import {z} from 'zod'
import {csvLines, csvHead} from '../../src/emit/csv.js'
import {datasetFiles, tablesOfCorpus, type Corpus, type DataFile} from '../../src/emit/dataset.js'
import {lineOf} from '../../src/emit/table-schema.js'
import {indicatorsOf} from '../../src/indicators/rows.js'
import {claimsOfDocument, commitmentsOf} from '../../src/indicators/commitments.js'
import type {Document} from '../../src/tree/nodes.js'
import {metaOf, tableOf} from '../indicators/tables.js'

vi.setConfig({testTimeout: 60_000})

const meta = metaOf({title: '云岭州“十四五”规划, "征求意见稿"'})
const table = tableOf([
  ['指标', '单位', '2020年实际值', '2025年目标值', '年均增速', '属性'],
  ['助餐点覆盖率', '%', '40', '≥60', '8.4%', '预期性'],
  ['捐助站点和\n慈善超市数量', '个', '60／50', '90／100', '-', '预期性'],
  ['社工人才', '万人', '0.36', '近0.5', '', '约束性'],
  ['满意度', '', '—', '持续提高', '', '预期性']
])
const text = '到2025年，全州助餐点覆盖率达到60%以上，新建养老院3-5所。'
const document: Document = {
  type: 'document',
  meta,
  children: [
    table,
    {type: 'paragraph', children: [{type: 'text', value: text, trace: [[9000, 9000 + text.length]]}]}
  ]
}
const corpus: Corpus = {
  sources: [
    {
      id: 's1',
      path: 'yunling.txt',
      entry: null,
      sha256: 'a'.repeat(64),
      bytes: 12,
      mediaType: 'text/plain',
      encoding: 'utf-8',
      decision: null,
      chars: 12,
      documents: [meta.id],
      status: 'ok',
      meta: {},
      sidecar: {url: 'https://example.org/yunling'}
    }
  ],
  documents: [
    {
      ...meta,
      counts: {
        chars: 100,
        sections: 0,
        boxes: 0,
        tables: 1,
        lists: 0,
        paragraphs: 1,
        indicators: 4,
        values: 12,
        findings: {info: 0, warning: 1, error: 0}
      }
    }
  ],
  indicators: indicatorsOf(table, meta),
  commitments: commitmentsOf(claimsOfDocument(document, new Set([table])), meta)
}
const mapping = {indicators: [], different: []}

const folder = mkdtempSync(join(tmpdir(), 'guihua-dataset-'))
let files: DataFile[] = []
const textOf = (path: string) => new TextDecoder().decode(files.find(f => f.path === path)!.bytes)

beforeAll(async () => {
  files = await datasetFiles(corpus, mapping, '1.0.0')
  for (const {path, bytes} of files) {
    mkdirSync(dirname(join(folder, path)), {recursive: true})
    writeFileSync(join(folder, path), bytes)
  }
})
afterAll(() => rmSync(folder, {recursive: true}))

async function ask(sql: string): Promise<unknown[][]> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  const result = await connection.runAndReadAll(sql.replaceAll('$', `${folder}/`))
  return result.getRowsJson() as unknown[][]
}

describe('the dataset', () => {
  it('is the same bytes again', async () => {
    const again = await datasetFiles(corpus, mapping, '1.0.0')
    for (const [i, file] of files.entries())
      expect(Buffer.compare(file.bytes, again[i]!.bytes), file.path).toBe(0)
  })
  it('holds the CSV that sources write one by one', () => {
    const source = {...corpus.sources[0]!, decision: null, text: '', locators: [], meta: {}}
    expect(csvHead() + csvLines({source, documents: [document], indicators: corpus.indicators})).toBe(
      textOf('indicators.csv')
    )
  })
  it('agrees line by line with its JSON Schemas', () => {
    for (const filled of tablesOfCorpus(corpus, mapping).tables) {
      const schema = z.fromJSONSchema(JSON.parse(textOf(`schema/${filled.spec.name}-line.json`)))
      for (const row of filled.rows) expect(schema.safeParse(lineOf(filled, row)).error).toBeUndefined()
    }
  })
  it('names its columns in Chinese and English in both dictionaries', () => {
    for (const {spec} of tablesOfCorpus(corpus, mapping).tables)
      for (const field of spec.fields) {
        expect(textOf('dictionary.en.md')).toContain(`| \`${field.name}\` | **${field.title.en}**`)
        expect(textOf('dictionary.zh.md')).toContain(`| \`${field.name}\` | **${field.title.zh}**`)
      }
  })
  it('gives hash, size, licence and sources in its package', () => {
    const made = JSON.parse(textOf('datapackage.json'))
    expect(made.sources[0]).toMatchObject({path: 'https://example.org/yunling', sha256: 'a'.repeat(64)})
    expect(made.licenses[0].name).toBe('CC0-1.0')
    for (const resource of made.resources) {
      expect(resource.bytes).toBe(files.find(f => f.path === resource.path)!.bytes.length)
      expect(resource.hash).toMatch(/^sha256:[0-9a-f]{64}$/)
    }
  })
})

describe('DuckDB', () => {
  it('reads the right types from Parquet', async () => {
    const types = new Map((await ask(`describe select * from '$indicators.parquet'`)).map(r => [r[0], r[1]]))
    expect(
      Object.fromEntries(['name', 'year', 'value', 'approximate', 'parts'].map(n => [n, types.get(n)]))
    ).toEqual({
      name: 'VARCHAR',
      year: 'INTEGER',
      value: 'DOUBLE',
      approximate: 'BOOLEAN',
      parts: 'JSON'
    })
  })
  it('reads the values that stand in the table', async () => {
    const rows = await ask(
      `select name, role, year, comparator, value, unit, multiplier from '$indicators.parquet' where name in ('助餐点覆盖率', '社工人才') order by value_id`
    )
    expect(rows).toEqual([
      ['助餐点覆盖率', 'actual', 2020, '=', 40, '%', 1],
      ['助餐点覆盖率', 'target', 2025, '≥', 60, '%', 1],
      ['助餐点覆盖率', 'annualGrowth', null, '=', 8.4, '%', 1],
      ['社工人才', 'actual', 2020, '=', 0.36, '万人', 10_000],
      ['社工人才', 'target', 2025, '=', 0.5, '万人', 10_000],
      ['社工人才', 'annualGrowth', null, null, null, null, 1]
    ])
  })
  it('reads parts as JSON', async () => {
    expect(
      await ask(
        `select parts->>'$[1]' from '$indicators.parquet' where parts is not null order by value_id`.replace(
          "'$[1]'",
          '1'
        )
      )
    ).toEqual([['50'], ['100']])
  })
  it('reads CSV and Parquet alike, and joins them', async () => {
    for (const name of ['documents', 'indicators', 'commitments', 'series']) {
      const [[csv]] = (await ask(`select count(*) from read_csv('$${name}.csv')`)) as [[unknown]]
      const [[parquet]] = (await ask(`select count(*) from '$${name}.parquet'`)) as [[unknown]]
      expect([name, csv]).toEqual([name, parquet])
    }
    expect(
      await ask(
        `select subject, c.value, c.unit, d.region from '$commitments.parquet' c join '$documents.csv' d using (document) order by commitment`
      )
    ).toEqual([
      ['全州助餐点覆盖率', 60, '%', '云岭州'],
      ['新建养老院', null, '所', '云岭州']
    ])
  })
})

const has = (program: string, ...args: string[]) => spawnSync(program, args).status === 0

describe.skipIf(!has('frictionless', '--version'))('frictionless', () => {
  it('finds the package valid', () => {
    const {stdout, status} = spawnSync('frictionless', ['validate', 'datapackage.json', '--json'], {
      cwd: folder,
      encoding: 'utf8'
    })
    expect(JSON.parse(stdout).tasks.flatMap((t: {errors: unknown[]}) => t.errors)).toEqual([])
    expect(status).toBe(0)
  })
})

describe.skipIf(!has('python3', '-c', 'import pandas, pyarrow'))('pandas', () => {
  it('reads CSV and Parquet to the same numbers', () => {
    const code =
      "import pandas as p; c, q = p.read_csv('indicators.csv'), p.read_parquet('indicators.parquet'); " +
      "print(len(c), len(q), c['value'].sum() == q['value'].sum(), q['value'].dtype, c['year'].max())"
    const {stdout} = spawnSync('python3', ['-c', code], {cwd: folder, encoding: 'utf8'})
    expect(stdout.trim()).toBe('12 12 True float64 2025.0')
  })
})

describe.skipIf(!has('python3', '-c', 'import mlcroissant'))('mlcroissant', () => {
  it('finds the Croissant file valid', () => {
    expect(spawnSync('mlcroissant', ['validate', '--jsonld', 'croissant.json'], {cwd: folder}).status).toBe(0)
  })
})
