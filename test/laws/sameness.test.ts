import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {afterAll, beforeAll, expect, test, vi} from 'vitest'
import {planText} from '../bench/plans.js'

vi.setConfig({testTimeout: 120_000})

/** The built program: threads of Node 20 cannot load TypeScript. `npm test` builds it first. */
const program = fileURLToPath(new URL('../../.dist/src/bin/guihua.js', import.meta.url))
let home: string
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'guihua-same-'))
  mkdirSync(join(home, 'raw', '下'), {recursive: true})
  for (let seed = 1; seed <= 24; seed++)
    writeFileSync(
      join(home, 'raw', seed % 3 === 0 ? '下' : '.', `plan${seed}.txt`),
      planText(seed, 20_000 * (1 + (seed % 7)))
    )
  writeFileSync(join(home, 'raw', 'empty.txt'), '')
})
afterAll(() => rmSync(home, {recursive: true, force: true}))

function made(out: string, ...args: readonly string[]): Readonly<Record<string, string>> {
  const {status, stderr} = spawnSync(process.execPath, [program, 'run', 'raw', '--out', out, ...args], {
    cwd: home,
    encoding: 'utf8'
  })
  expect([status, stderr]).toEqual([0, ''])
  const names = (readdirSync(join(home, out), {recursive: true}) as string[])
    .filter(name => !name.startsWith('.cache') && statSync(join(home, out, name)).isFile())
    .sort()
  return Object.fromEntries(names.map(name => [name, readFileSync(join(home, out, name), 'utf8')]))
}

test('one process and any number of threads write the same bytes', () => {
  const one = made('one', '--jobs', '1')
  expect(Object.keys(one).length).toBeGreaterThan(24 * 4)
  expect(made('two', '--jobs', '2')).toEqual(one)
  expect(made('five', '--jobs', '5')).toEqual(one)
})

test('a run that was broken off and taken up again writes the same bytes', () => {
  const whole = made('one', '--jobs', '1')
  const cache = join(home, 'broken', '.cache')
  made('broken', '--jobs', '2')
  for (const name of readdirSync(cache)
    .filter(name => name.endsWith('.entry'))
    .slice(0, 9))
    rmSync(join(cache, name))
  writeFileSync(join(cache, 'published.json'), '{"state":')
  expect(made('broken', '--jobs', '2')).toEqual(whole)
})
