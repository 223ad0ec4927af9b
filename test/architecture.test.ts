import {readdirSync, readFileSync, statSync} from 'node:fs'
import {dirname, join, relative, resolve} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))

/** From left to right: a file imports from its own folder or from one to its left. */
const order = [
  'src/core',
  'src/zh',
  'src/tree',
  'src/read',
  'src/clean',
  'src/repair',
  'src/segment',
  'src/tables',
  'src/indicators',
  'src/align',
  'src/diff',
  'src/emit',
  'src/run',
  'pipelines',
  'src/index.ts',
  'src/bin'
]

/** The same of the folders in a stage; what a stage keeps beside them is for all of them, or stands above them all. */
const within: Readonly<Record<string, readonly string[]>> = {
  'src/repair': ['contents', 'units', 'streams', 'repeats', 'detect', 'order', 'rebuild']
}

interface Import {
  readonly from: string
  readonly to: string
  /** A type is gone when the program runs. */
  readonly typeOnly: boolean
}

const files = ['src', 'pipelines'].flatMap(folder =>
  (readdirSync(join(root, folder), {recursive: true}) as string[])
    .map(name => join(folder, name).replaceAll('\\', '/'))
    .filter(name => name.endsWith('.ts') && statSync(join(root, name)).isFile())
)
const codeOf = (file: string) => readFileSync(join(root, file), 'utf8')
const withoutComments = (code: string) =>
  code.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')

function importsOf(file: string): {own: Import[]; packages: string[]} {
  const own: Import[] = []
  const packages: string[] = []
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s+(type\s)?[^'"]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)|(?:^|\n)import\s+'([^']+)'/g
  for (const [, type, from, lazy, bare] of withoutComments(codeOf(file)).matchAll(pattern)) {
    const name = from ?? lazy ?? bare!
    if (!name.startsWith('.')) packages.push(name)
    else {
      const target = relative(root, resolve(root, dirname(file), name))
        .replaceAll('\\', '/')
        .replace(/\.js$/, '.ts')
      own.push({from: file, to: target, typeOnly: type !== undefined})
    }
  }
  return {own, packages}
}

const imports = files.flatMap(file => importsOf(file).own)
const rankOf = (file: string) => order.findIndex(place => file === place || file.startsWith(`${place}/`))

describe('the architecture', () => {
  test('has a place in the order for every file', () => {
    expect(files.filter(file => rankOf(file) < 0)).toEqual([])
  })

  test('imports only files that exist', () => {
    const known = new Set(files)
    expect(imports.filter(({to}) => !known.has(to) && !to.endsWith('.json'))).toEqual([])
  })

  test('imports point left only', () => {
    expect(
      imports.filter(({from, to}) => rankOf(to) > rankOf(from)).map(({from, to}) => `${from} → ${to}`)
    ).toEqual([])
  })

  test('within a stage, imports point left only', () => {
    for (const [stage, folders] of Object.entries(within)) {
      const inside = readdirSync(join(root, stage)).filter(name => !name.endsWith('.ts'))
      expect(inside.sort()).toEqual([...folders].sort())
      const rank = (file: string) => folders.findIndex(folder => file.startsWith(`${stage}/${folder}/`))
      const own = imports.filter(({from, to}) => rank(from) >= 0 && rank(to) >= 0)
      expect(own.length).toBeGreaterThan(0)
      expect(own.filter(({from, to}) => rank(to) > rank(from))).toEqual([])
    }
  })

  test('has no cycles, those of types included', () => {
    const below = new Map<string, string[]>()
    for (const {from, to} of imports) below.set(from, [...(below.get(from) ?? []), to])
    const done = new Set<string>()
    const cycles: string[] = []
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file].join(' → '))
      if (done.has(file) || path.includes(file)) return
      for (const next of below.get(file) ?? []) visit(next, [...path, file])
      done.add(file)
    }
    for (const file of files) visit(file, [])
    expect(cycles).toEqual([])
  })

  test('lets only src/bin know the process', () => {
    const knows = /\bprocess\s*\.|from 'node:process'|\bconsole\s*\./
    expect(
      files.filter(file => !file.startsWith('src/bin/') && knows.test(withoutComments(codeOf(file))))
    ).toEqual([])
  })

  test('keeps clock, chance, network and disk out of every stage', () => {
    const impure =
      /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bperformance\.|\bfetch\(|'node:(fs|os|http|https|net|child_process|worker_threads)(\/promises)?'/
    const outside = ['src/run', 'src/bin', 'pipelines'].map(place => order.indexOf(place))
    expect(
      files.filter(file => !outside.includes(rankOf(file)) && impure.test(withoutComments(codeOf(file))))
    ).toEqual([])
  })

  test('has no file named for being of use', () => {
    const vague = /(^|[/.-])(utils?|helpers?|common|misc|shared|lib|stuff)([/.-]|$)/i
    expect(files.filter(file => vague.test(file))).toEqual([])
  })

  test('has no classes, enums, default exports and no any', () => {
    const unwanted =
      /^\s*(?:export\s+)?(?:abstract\s+)?class\s|^\s*(?:export\s+)?(?:const\s+)?enum\s|^\s*export default\b|:\s*any\b|\bas any\b|<any>/m
    expect(files.filter(file => unwanted.test(withoutComments(codeOf(file))))).toEqual([])
  })

  test('exports nothing without a name', () => {
    expect(files.filter(file => /^export \* from/m.test(codeOf(file)))).toEqual([])
  })

  test('names every package it imports in package.json', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      dependencies: Record<string, string>
      optionalDependencies?: Record<string, string>
      peerDependencies?: Record<string, string>
    }
    const named = {...manifest.dependencies, ...manifest.optionalDependencies, ...manifest.peerDependencies}
    const types = new Set(['mdast', 'unist', 'hast'])
    const missing = files
      .flatMap(file => importsOf(file).packages)
      .filter(name => !name.startsWith('node:') && !types.has(name))
      .map(name =>
        name
          .split('/')
          .slice(0, name.startsWith('@') ? 2 : 1)
          .join('/')
      )
      .filter(name => !(name in named))
    expect([...new Set(missing)]).toEqual([])
  })

  test('ends every file in a line end', () => {
    expect(files.filter(file => !codeOf(file).endsWith('\n'))).toEqual([])
  })
})
