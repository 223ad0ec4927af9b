import {readFileSync} from 'node:fs'
import {describe, expect, test, vi} from 'vitest'
import {evaluate, table} from './gate.js'
import {recurring} from './recurring.js'
import {linesOf, repaired} from './restore.js'
import {realDocuments, specimens} from './sources.js'

/**
 * The gate: how well damage of every kind is undone. Floors only rise. `npm test` damages the specimens,
 * `npm run eval` the real documents, and prints the table. Each is damaged so often that chance moves a row little.
 */
vi.setConfig({testTimeout: 1_800_000})

const full = (import.meta as {env?: {MODE?: string}}).env?.MODE === 'full'
const floors = JSON.parse(readFileSync(new URL('./floors.json', import.meta.url), 'utf8')) as Record<
  'small' | 'full',
  Record<string, {neighbours: number; doubled: number; headings?: number; paragraphs?: number}>
>

const real = realDocuments()
const wide = full && real.length > 0

describe('damage is undone', () => {
  const rows = wide ? evaluate(real, [21, 22, 23], 60) : evaluate(specimens(), [1, 2, 3, 4, 5, 6], 70)
  if (full) console.log(`\n${table(rows)}\n`)

  test.each(rows.map(row => [row.model, row] as const))('%s', (model, row) => {
    const floor = floors[wide ? 'full' : 'small'][model]!
    expect(row.breaches).toBe(0)
    expect(row.neighbours).toBeGreaterThanOrEqual(floor.neighbours)
    expect(row.lost + row.doubled).toBeLessThanOrEqual(floor.doubled)
    expect(row.right).toBeGreaterThanOrEqual(floor.headings ?? 0)
    expect(row.paragraphs).toBeGreaterThanOrEqual(floor.paragraphs ?? 0)
  })
})

describe('texts in which sentences recur as people write them are not taken for woven', () => {
  const rows = wide ? recurring(real, [1, 2]) : recurring(specimens(), [1, 2, 3, 4, 5, 6])
  if (full) console.log(rows.map(({way, cases, taken}) => `${way}: ${taken} of ${cases}`).join('\n'))

  test.each(rows.map(row => [row.way, row] as const))('%s', (_, {cases, taken}) => {
    expect(cases).toBeGreaterThan(40)
    expect(taken).toBe(0)
  })
})

describe('sound documents pass', () => {
  test.each(real.map(sound => [sound.name, sound] as const))('%s, whole and by paragraphs', (_, sound) => {
    const size = 40
    for (let from = 0; from < sound.paragraphs.length; from += size) {
      const lines = sound.paragraphs.slice(from, from + size)
      const text = lines.join('\n')
      expect(linesOf(repaired(text).after).join('\n')).toBe(text)
    }
    expect(linesOf(repaired(sound.paragraphs.join('\n')).after)).toEqual([...sound.paragraphs])
  })

  test.each(specimens().map(sound => [sound.name, sound] as const))('%s', (_, sound) => {
    const {after, postings} = repaired(sound.paragraphs.join('\n'))
    expect(postings.filter(p => p.rule !== 'repair/reworded')).toEqual([])
    expect(after.blocks.length).toBeGreaterThan(0)
  })
})
