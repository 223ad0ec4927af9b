import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {pipelines} from '../../pipelines/index.js'
import {runCorpus} from '../../src/run/corpus.js'
import {inputsOf} from '../../src/run/inputs.js'
import {verify} from '../../src/run/verify.js'
import type {RawFile} from '../../src/core/source.js'

const plan = `打印本页
云岭州养老服务“十四五”规划

第一章　发展基础
到2020年，全州养老床位达到3200张，二0二五年达到4000张。
第二章　主要任务
新建县级中心4个。
`
const unpack = (file: RawFile) => [file]

let home: string
beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), 'guihua-verify-'))
  mkdirSync(join(home, 'raw'))
  writeFileSync(join(home, 'raw', 'a.txt'), plan)
  const found = inputsOf([join(home, 'raw')])
  if ('problem' in found) throw new Error(found.problem)
  await runCorpus(found.inputs, {
    workshop: {pipeline: pipelines['corpus']!, unpack},
    out: join(home, 'out'),
    jobs: 1
  })
})
afterEach(() => rmSync(home, {recursive: true, force: true}))

async function breaches(): Promise<string[]> {
  const found: string[] = []
  for await (const {where, what} of verify(join(home, 'out'), join(home, 'raw'), unpack))
    found.push(`${where}: ${what}`)
  return found
}

/** Changes a file of the output; the path's last folder may be left as `*`. */
function change(path: string, edit: (text: string) => string): void {
  const [folder, name] = path.split('/*/')
  const file = name
    ? join(home, 'out', folder!, readdirSync(join(home, 'out', folder!))[0]!, name)
    : path.endsWith('/*')
      ? join(home, 'out', path.slice(0, -2), readdirSync(join(home, 'out', path.slice(0, -2)))[0]!)
      : join(home, 'out', path)
  const before = readFileSync(file, 'utf8')
  const after = edit(before)
  expect(after).not.toBe(before)
  writeFileSync(file, after)
}
const dropLine = (at: number) => (text: string) => text.split('\n').toSpliced(at, 1).join('\n')

test('finds nothing where nothing is wrong', async () => {
  expect(await breaches()).toEqual([])
})

test('finds a ledger with a gap', async () => {
  change('ledgers/*', dropLine(3))
  expect((await breaches()).join('\n')).toMatch(/a gap at/)
})

test('finds a ledger that ends too early', async () => {
  change('ledgers/*', text => text.trimEnd().split('\n').slice(0, -1).join('\n') + '\n')
  expect((await breaches()).join('\n')).toMatch(/ends at \d+, its source has/)
})

test('finds kept text that is in no tree', async () => {
  change('ledgers/*', text =>
    text
      .replace('"fate":"chrome","rule":"clean/print"', '"fate":"kept","rule":null')
      .replace('"document":null', '"document":"x"')
  )
  expect(await breaches()).not.toEqual([])
})

test('finds a letter that hides in layout', async () => {
  change('ledgers/*', text =>
    text.replace('"fate":"chrome","rule":"clean/print"', '"fate":"layout","rule":null')
  )
  expect((await breaches()).join('\n')).toMatch(/layout at 0–4 hides letters or figures/)
})

test('finds a figure that was changed in a tree', async () => {
  change('documents/*/document.json', text => text.replace('4000张', '5000张'))
  expect((await breaches()).join('\n')).toMatch(/4000张.*5000张|二〇二五年/)
})

test('finds a count that the tree does not bear out', async () => {
  change('documents.jsonl', text => text.replace('"sections":2', '"sections":3'))
  expect(await breaches()).toEqual([expect.stringMatching(/says 3 sections, its tree holds 2/)])
})

test('finds a raw file that has changed, and one that is gone', async () => {
  writeFileSync(join(home, 'raw', 'a.txt'), plan.replace('4个', '5个'))
  expect(await breaches()).toEqual([expect.stringMatching(/its sha256 is another/)])
  rmSync(join(home, 'raw', 'a.txt'))
  expect(await breaches()).toEqual([expect.stringMatching(/is not under/)])
})

test('finds files that no listing names, and files that are missing', async () => {
  mkdirSync(join(home, 'out', 'documents', 'stray'))
  change('documents/*/document.md', () => '')
  rmSync(join(home, 'out', 'documents', readdirSync(join(home, 'out', 'documents'))[0]!, 'document.md'))
  expect((await breaches()).sort()).toEqual([
    expect.stringMatching(/document.md is missing/),
    expect.stringMatching(/stray: is named by no listing/)
  ])
})

test('finds a line that is not of its schema', async () => {
  change('sources.jsonl', text => text.replace('"status":"ok"', '"status":"fine"'))
  expect((await breaches()).join('\n')).toMatch(/sources.jsonl:1: status/)
})
