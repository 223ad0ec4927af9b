import {createHash} from 'node:crypto'
import {existsSync, readdirSync, readFileSync, statSync, writeFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {expect, test} from 'vitest'
import {pipelines} from '../pipelines/index.js'
import {emitVersion} from '../src/emit/index.js'

/**
 * A stage whose code changed must say so by its version, or the cache would answer with what the old code made. The lock holds for
 * each stage its version and a hash of its folder's code without comments and white space.
 */
const lock = fileURLToPath(new URL('./stages.lock.json', import.meta.url))
const src = fileURLToPath(new URL('../src', import.meta.url))

interface Locked {
  readonly version: number
  readonly code: string
}

/** What every stage leans on. */
const ground = ['core', 'zh', 'tree']

function codeOf(folders: readonly string[]): string {
  const hash = createHash('sha256')
  for (const folder of folders)
    for (const name of (readdirSync(join(src, folder), {recursive: true}) as string[]).sort())
      if (name.endsWith('.ts') && statSync(join(src, folder, name)).isFile())
        hash.update(
          readFileSync(join(src, folder, name), 'utf8')
            .replace(/\/\*[\s\S]*?\*\//g, '')
            .replace(/^\s*\/\/.*$/gm, '')
            .replace(/\s+/g, '')
        )
  return hash.digest('hex').slice(0, 16)
}

function stagesNow(): Record<string, Locked> {
  const named = Object.values(pipelines).flatMap(pipeline => pipeline.stages)
  const stages = new Map(named.map(({name, version}) => [name, version]))
  stages.set('emit', emitVersion)
  const folders = [...stages].filter(([name]) => existsSync(join(src, name)))
  return Object.fromEntries(
    folders.map(([name, version]) => [name, {version, code: codeOf([...ground, name])}])
  )
}

test.skipIf(!existsSync(lock) && !process.env['UPDATE'])(
  'a stage whose code changed has a new version',
  () => {
    const now = stagesNow()
    if (process.env['UPDATE'] && !process.env['CI']) {
      writeFileSync(lock, JSON.stringify(now, null, 2) + '\n')
      return
    }
    const locked = JSON.parse(readFileSync(lock, 'utf8')) as Record<string, Locked>
    const changed = Object.keys(now).filter(
      name => now[name]!.code !== locked[name]?.code && now[name]!.version === locked[name]?.version
    )
    expect(
      changed,
      'raise the version of these stages where the same input may now give another output, then UPDATE=1 npx vitest run test/stages.test.ts'
    ).toEqual([])
    expect(Object.keys(now).filter(name => now[name]!.version < (locked[name]?.version ?? 0))).toEqual([])
  }
)
