import {execFileSync} from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, describe, expect, test} from 'vitest'
import {runCorpus} from '../../src/run/corpus.js'
import {inputsOf, type Input} from '../../src/run/inputs.js'
import {openFolder} from '../../src/run/folder.js'
import {note} from '../../src/core/note.js'
import type {Unpack} from '../../src/run/work.js'
import {workshop} from './tiny.js'

let home: string
let raw: string
let out: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'guihua-'))
  raw = join(home, 'raw')
  out = join(home, 'out')
  mkdirSync(join(raw, '县'), {recursive: true})
  writeFileSync(join(raw, 'a.txt'), '甲乙\n丙丁\n')
  writeFileSync(join(raw, '县', 'b.txt'), '打印本页\n戊己\n')
})
afterEach(() => rmSync(home, {recursive: true, force: true}))

const inputs = (): readonly Input[] => {
  const found = inputsOf([raw], out)
  if ('problem' in found) throw new Error(found.problem)
  return found.inputs
}
const go = (more: object = {}) => runCorpus(inputs(), {workshop, out, jobs: 1, ...more})
const files = (folder: string) =>
  (readdirSync(folder, {recursive: true}) as string[])
    .filter(name => !name.startsWith('.cache') && statSync(join(folder, name)).isFile())
    .sort()
const contents = (folder: string) =>
  Object.fromEntries(files(folder).map(name => [name, readFileSync(join(folder, name), 'utf8')]))

describe('runCorpus', () => {
  test('writes the listings, a folder for each document and a ledger for each source', async () => {
    const {tally, cached} = await go()
    expect(tally).toMatchObject({sources: 2, documents: 2})
    expect(cached).toBe(0)
    const folder = openFolder(out)
    expect(folder.sources.map(row => row.path)).toEqual(['a.txt', '县/b.txt'])
    for (const {id} of folder.documents)
      expect(readdirSync(join(out, 'documents', id)).sort()).toEqual([
        'document.json',
        'document.md',
        'document.txt'
      ])
    expect(folder.ledger(folder.sources[1]!.id).map(row => row.fate)).toEqual([
      'chrome',
      'layout',
      'kept',
      'layout'
    ])
  })

  test('is answered from the cache where nothing changed, and writes not a byte', async () => {
    await go()
    const before = files(out).map(name => statSync(join(out, name)).mtimeMs)
    expect(await go()).toMatchObject({cached: 2, unchanged: true})
    expect(files(out).map(name => statSync(join(out, name)).mtimeMs)).toEqual(before)
  })

  test('makes only what changed anew, and gives what a fresh run gives', async () => {
    await go()
    writeFileSync(join(raw, 'a.txt'), '甲乙\n庚辛\n')
    expect(await go()).toMatchObject({cached: 1, unchanged: false})
    const again = contents(out)
    rmSync(out, {recursive: true})
    await go()
    expect(again).toEqual(contents(out))
  })

  test('puts back what someone deleted', async () => {
    await go()
    const before = contents(out)
    const [first] = readdirSync(join(out, 'documents'))
    rmSync(join(out, 'documents', first!), {recursive: true})
    rmSync(join(out, 'sources.jsonl'))
    await go()
    expect(contents(out)).toEqual(before)
  })

  test('lets documents of removed files disappear, and touches no file of others', async () => {
    await go()
    writeFileSync(join(out, 'documents', 'mine.txt'), 'not yours')
    rmSync(join(raw, '县', 'b.txt'))
    await go()
    expect(openFolder(out).sources).toHaveLength(1)
    expect(readdirSync(join(out, 'documents')).filter(name => name.startsWith('b-'))).toEqual([])
    expect(existsSync(join(out, 'documents', 'mine.txt'))).toBe(true)
  })

  test('drops a document that a changed file no longer holds', async () => {
    await go()
    writeFileSync(join(raw, 'a.txt'), '打印本页\n')
    await go()
    expect(readdirSync(join(out, 'documents')).filter(name => name.startsWith('a-'))).toEqual([])
  })

  test('goes on where a killed run stopped', async () => {
    const {work} = await import('../../src/run/work.js')
    mkdirSync(join(out, '.cache'), {recursive: true})
    await work(inputs()[0]!, out, workshop)
    expect(files(out)).toEqual([])
    expect(await go()).toMatchObject({cached: 1})
    expect(openFolder(out).sources).toHaveLength(2)
  })

  test('lists a file on which a stage broke, and does the others', async () => {
    writeFileSync(join(raw, 'bad.txt'), '~~~')
    const {tally} = await go()
    expect(tally.documents).toBe(2)
    expect(tally.unreadable).toEqual(['bad.txt'])
    expect(tally.fatal).toHaveLength(1)
  })

  test('lists a file that vanished after it was found', async () => {
    const found = [...inputs(), {path: 'gone.txt', file: join(raw, 'gone.txt'), bytes: 3}]
    const {tally} = await runCorpus(found, {workshop, out, jobs: 1})
    expect(tally.unreadable).toEqual(['gone.txt'])
    expect(tally.documents).toBe(2)
  })

  test('carries what stands beside a file', async () => {
    writeFileSync(join(raw, 'a.txt.source.json'), '{"url":"https://example.org/a"}')
    await go()
    expect(openFolder(out).sources.map(row => row.sidecar)).toEqual([{url: 'https://example.org/a'}, null])
  })

  test('gives each member of a container a line, and the container one where something was to be said', async () => {
    writeFileSync(join(raw, 'c.zip'), 'a')
    const unpack: Unpack = async function* (file, tell) {
      if (!file.path.endsWith('.zip')) return void (yield file)
      const container = {sha256: '0'.repeat(64), bytes: file.bytes.length}
      yield {...file, entry: '一.txt', bytes: Buffer.from('甲'), container}
      yield {...file, entry: '二.txt', bytes: Buffer.from('乙'), container}
      tell?.(note('error', 'read/member-damaged', 'breaks off'), '三.txt')
    }
    const {tally} = await runCorpus(inputs(), {workshop: {...workshop, unpack}, out, jobs: 1})
    const {sources, findings} = openFolder(out)
    expect(sources.filter(row => row.path === 'c.zip').map(row => [row.entry, row.status])).toEqual([
      ['一.txt', 'ok'],
      ['二.txt', 'ok'],
      [null, 'partial']
    ])
    expect(findings.map(row => row.reason)).toEqual(['三.txt: breaks off'])
    expect(tally).toMatchObject({sources: 5, documents: 4})
  })

  test('says which path of the output cannot be', async () => {
    writeFileSync(out, 'a file')
    await expect(go()).rejects.toThrow(/EEXIST|ENOTDIR/)
  })
})

describe('inputsOf', () => {
  test('leaves hidden files, README and sidecars in folders, and the output folder', () => {
    for (const name of ['README.md', '.hidden', 'a.txt.source.json']) writeFileSync(join(raw, name), 'x')
    mkdirSync(join(raw, 'out'))
    writeFileSync(join(raw, 'out', 'sources.jsonl'), 'x')
    const found = inputsOf([raw], join(raw, 'out'))
    expect('inputs' in found && found.inputs.map(input => input.path)).toEqual(['a.txt', '县/b.txt'])
  })

  test('takes a file that is named whatever it is called', () => {
    writeFileSync(join(raw, 'README.md'), 'x')
    const found = inputsOf([join(raw, 'README.md'), join(raw, '县')])
    expect('inputs' in found && found.inputs.map(input => input.path)).toEqual(['README.md', '县/b.txt'])
  })

  test('says what is missing and what to do', () => {
    expect(inputsOf([join(raw, 'nowhere')])).toHaveProperty('problem')
    mkdirSync(join(home, 'empty'))
    expect(inputsOf([join(home, 'empty')])).toHaveProperty('problem')
  })

  test('goes round a loop of links once', () => {
    execFileSync('ln', ['-s', raw, join(raw, '县', 'again')])
    const found = inputsOf([raw])
    expect('inputs' in found && found.inputs).toHaveLength(2)
  })
})
