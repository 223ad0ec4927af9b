import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {describe, expect, test} from 'vitest'
import type {PatternRule, Rule} from '../src/core/rule.js'

const root = fileURLToPath(new URL('../src', import.meta.url))
const files = (readdirSync(root, {recursive: true}) as string[]).filter(name => name.endsWith('.ts')).sort()
const rulesFiles = files.filter(name => name.endsWith('.rules.ts'))

const modules = await Promise.all(
  rulesFiles.map(async name => ({
    name,
    rules: ((await import(join(root, name))) as {rules?: readonly Rule[]}).rules
  }))
)
const all = modules.flatMap(({rules}) => rules ?? [])
const hasPattern = (rule: Rule): rule is PatternRule => 'pattern' in rule && rule.pattern instanceof RegExp

test('every rules file exports its rules', () => {
  expect(modules.filter(({rules}) => rules === undefined).map(({name}) => name)).toEqual([])
})

test('every id is given once, and reads <stage>/<name>', () => {
  const seen = new Set<string>()
  const again = all.filter(({id}) => seen.size === seen.add(id).size).map(({id}) => id)
  expect(again).toEqual([])
  expect(all.map(({id}) => id).filter(id => !/^[a-z]+\/[a-z0-9-]+$/.test(id))).toEqual([])
})

test('every rule says in a sentence what it means and why it is right', () => {
  expect(all.filter(({means, because}) => means.length < 3 || because.length < 8).map(({id}) => id)).toEqual(
    []
  )
})

test('every rule id that code speaks of exists', () => {
  const known = new Set(all.map(({id}) => id))
  const stages = [...new Set(all.map(({id}) => id.split('/')[0]!))].join('|')
  const spoken = new RegExp(`'((?:${stages})/[a-z0-9-]+)'`, 'g')
  const unknown = files.flatMap(name =>
    [...readFileSync(join(root, name), 'utf8').matchAll(spoken)]
      .map(match => match[1]!)
      .filter(id => !known.has(id))
      .map(id => `${name}: ${id}`)
  )
  expect(unknown).toEqual([])
})

describe.each(all.filter(hasPattern).map(rule => [rule.id, rule] as const))('%s', (_id, rule) => {
  const matches = (text: string) =>
    new RegExp(rule.pattern.source, rule.pattern.flags.replace(/[gy]/g, '')).test(text)

  test.each(rule.hits)('holds for %j', hit => {
    expect(matches(hit)).toBe(true)
  })

  if (rule.misses.length > 0)
    test.each(rule.misses)('leaves %j alone', miss => {
      expect(matches(miss)).toBe(false)
    })

  test('has an example on both sides', () => {
    expect(rule.hits.length).toBeGreaterThan(0)
    expect(rule.misses.length).toBeGreaterThan(0)
  })
})
