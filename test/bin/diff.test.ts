import {spawnSync} from 'node:child_process'
import {existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, describe, expect, it, vi} from 'vitest'
import {comparison} from '../../src/diff/schema.js'
import {reuse} from '../../src/diff/reuse-schema.js'
import {outline} from '../diff/outline.js'
import {editedPair} from '../eval/edits.js'

vi.setConfig({testTimeout: 60_000})

/** The built program, from outside: `npm test` builds it first. */
const program = fileURLToPath(new URL('../../.dist/src/bin/guihua.js', import.meta.url))

let home: string
beforeAll(() => {
  if (!existsSync(program)) throw new Error('the program is not built: npm run build')
  home = mkdtempSync(join(tmpdir(), 'guihua-diff-'))
  const pair = editedPair(5)
  for (const side of ['a', 'b'] as const) {
    mkdirSync(join(home, side, 'documents', 'plan'), {recursive: true})
    writeFileSync(join(home, side, 'documents', 'plan', 'document.json'), text(pair[side]))
  }
  writeFileSync(join(home, 'draft.txt'), draft)
  writeFileSync(join(home, 'adopted.txt'), draft.replace('3200张', '3600张').replace('，完善', '、完善'))
})
afterAll(() => rmSync(home, {recursive: true, force: true}))

const text = (words: string) => JSON.stringify(outline(words, 'plan')) + '\n'
const draft = `云岭州养老服务“十四五”规划

第一章　发展基础
到2020年，全州养老床位达到3200张，完善了县乡村三级网络。
第二章　主要任务
第一节　建强网络
新建县级中心4个，每个中心应当配备专职护理人员。
`

function guihua(...args: string[]) {
  const {status, stdout, stderr} = spawnSync(process.execPath, [program, ...args], {
    cwd: home,
    encoding: 'utf8',
    maxBuffer: 1 << 28
  })
  return {status, stdout, stderr}
}

describe('guihua diff', () => {
  it('ends as diff does: 0 the same, 1 different, 2 trouble', () => {
    expect(guihua('diff', 'draft.txt', 'draft.txt').status).toBe(0)
    expect(guihua('diff', 'draft.txt', 'adopted.txt').status).toBe(1)
    for (const args of [
      ['draft.txt', 'nowhere.txt'],
      ['draft.txt'],
      ['draft.txt', 'adopted.txt', '--format', 'pdf'],
      ['draft.txt', 'adopted.txt', '--ignore', 'digits'],
      ['draft.txt#9', 'adopted.txt']
    ]) {
      const {status, stdout, stderr} = guihua('diff', ...args)
      expect(status).toBe(2)
      expect(stdout).toBe('')
      expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    }
  })

  it('shows the edit and the flag, without colour where there is no terminal', () => {
    const {stdout} = guihua('diff', 'draft.txt', 'adopted.txt')
    expect(stdout).toContain('[-3200张-]{+3600张+}')
    expect(stdout).toContain('⚑ figure 3200张 → 3600张')
    expect(stdout).not.toContain('\u001b')
  })

  it('says what it left out', () => {
    const {stdout} = guihua('diff', 'draft.txt', 'adopted.txt', '--ignore', 'punctuation')
    expect(stdout).toContain('left out: 1 differences of punctuation')
  })

  it('prints JSON that its schema accepts and that turns either side into the other', () => {
    const {stdout} = guihua('diff', 'a', 'b', '--format', 'json')
    comparison.parse(JSON.parse(stdout))
    writeFileSync(join(home, 'd.json'), stdout)
    expect(guihua('diff', '--apply', 'd.json', 'a').stdout).toBe(text(editedPair(5).b))
    expect(guihua('diff', '--apply', 'd.json', '--reverse', 'b/documents/plan').stdout).toBe(
      text(editedPair(5).a)
    )
    expect(guihua('diff', '--apply', 'd.json', 'draft.txt').status).toBe(2)
    expect(guihua('diff', '--apply', 'draft.txt', 'a').stderr).toMatch(/draft.txt is no diff/)
    expect(JSON.parse(guihua('diff', '--schema').stdout)).toHaveProperty('properties.pairs')
  })

  it('prints one page', () => {
    const {stdout} = guihua('diff', 'a', 'b', '--format', 'html')
    expect(stdout).toMatch(/^<!doctype html>/)
    expect(stdout.trimEnd()).toMatch(/<\/html>$/)
  })
})

describe('guihua reuse', () => {
  it('tells what follows what', () => {
    const {status, stdout} = guihua('reuse', 'adopted.txt', 'draft.txt')
    expect(status).toBe(0)
    expect(stdout).toContain('[-3200张-]{+3600张+}')
    const found = reuse.parse(JSON.parse(guihua('reuse', 'b', 'a', 'draft.txt', '--format', 'json').stdout))
    expect(found.parents).toHaveLength(2)
  })

  it('needs a parent', () => {
    expect(guihua('reuse', 'draft.txt').status).toBe(2)
  })
})
