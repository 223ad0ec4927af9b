import {describe, expect, it} from 'vitest'
import {compare} from '../../src/diff/compare.js'
import {apply, canonical} from '../../src/diff/frame.js'
import {invert} from '../../src/diff/invert.js'
import type {Diff} from '../../src/diff/schema.js'
import {editedPair} from '../eval/edits.js'
import {outline} from './outline.js'
import {foundIn, wantedOf} from './score.js'

const pairs = Array.from({length: 150}, (_, seed) => {
  const pair = editedPair(seed + 1, 4 + (seed % 8), 8 + (seed % 20))
  const a = outline(pair.a, 'a')
  const b = outline(pair.b, 'b')
  return {pair, a, b, diff: compare({document: a, indicators: []}, {document: b, indicators: []})}
})

describe('known edits', () => {
  it('are found with F1 of 0.97 or more', () => {
    let right = 0
    let said = 0
    let asked = 0
    const wrong: string[] = []
    pairs.forEach(({pair, a, b, diff}, n) => {
      const got = foundIn(diff, a, b)
      const want = wantedOf(pair)
      for (const key of got) if (want.has(key)) right++
      for (const key of got) if (!want.has(key)) wrong.push(`${n}: too much: ${key}`)
      for (const key of want) if (!got.has(key)) wrong.push(`${n}: missed: ${key}`)
      said += got.size
      asked += want.size
    })
    const f1 = (2 * right) / (said + asked)
    if (process.env['SHOW']) console.log(`F1 ${f1.toFixed(4)} of ${asked}\n${wrong.slice(0, 80).join('\n')}`)
    expect(f1).toBeGreaterThanOrEqual(0.97)
  })

  it('that change a figure are flagged, every one', () => {
    for (const {pair, diff} of pairs) {
      const flags = diff.operations.flatMap(o => o.flags)
      for (const {from, to} of pair.figures)
        expect(
          flags.some(f => f.kind === 'figure' && f.from?.startsWith(from) && f.to?.startsWith(to)),
          `${from} → ${to}`
        ).toBe(true)
    }
  })

  it('of whole chapters are told as such', () => {
    for (const {pair, diff} of pairs) {
      const named = (of: (s: Diff['sections'][number]) => boolean) =>
        diff.sections.filter(s => s.depth === 1 && of(s)).map(s => (s.b ?? s.a)!.title)
      expect(named(s => s.op === 'added')).toEqual(pair.chapters.added)
      expect(named(s => s.op === 'removed')).toEqual(pair.chapters.removed)
      expect(named(s => s.moved)).toEqual(pair.chapters.moved)
    }
  })

  it('of titles, and sections that went to another chapter, are told', () => {
    let told = 0
    let asked = 0
    for (const {pair, diff} of pairs) {
      const retitled = diff.sections.filter(s => s.retitled).map(s => s.b!.title)
      const moved = diff.sections.filter(s => s.depth === 2 && s.moved).map(s => s.b!.title)
      asked += pair.retitled.length + pair.resettled.length
      told += pair.retitled.filter(t => retitled.includes(t)).length
      told += pair.resettled.filter(t => moved.includes(t)).length
      expect(retitled.filter(t => !pair.retitled.includes(t))).toEqual([])
    }
    if (process.env['SHOW']) console.log(`${told} of ${asked} retitled or resettled`)
    expect(told / asked).toBeGreaterThanOrEqual(0.97)
  })

  it('are undone by the inverse, byte for byte', () => {
    for (const {a, b, diff} of pairs) {
      const left = canonical(a)
      const right = canonical(b)
      expect(apply(diff, left) === right).toBe(true)
      expect(apply(invert(diff), right) === left).toBe(true)
    }
  })
})
