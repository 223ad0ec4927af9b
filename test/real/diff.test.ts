import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {beforeAll, describe, expect, it} from 'vitest'
import {corpus} from '../../pipelines/corpus.js'
import {flatten} from '../../src/align/blocks.js'
import {compare, type Version} from '../../src/diff/compare.js'
import {apply, canonical} from '../../src/diff/frame.js'
import {invert} from '../../src/diff/invert.js'
import {weigh} from '../../src/diff/reuse.js'
import type {Reuse} from '../../src/diff/reuse-schema.js'
import {execute} from '../../src/run/execute.js'
import {outline} from '../diff/outline.js'
import {foundIn, wantedOf} from '../diff/score.js'
import {chance} from '../eval/damage.js'
import {edited, type Chapter} from '../eval/edits.js'

const seeds = '../shared/seeds'
const files = existsSync(seeds) ? readdirSync(seeds).filter(f => f.endsWith('.txt')) : []

/** The documents of a text, through the whole pipeline. */
async function versionsIn(bytes: Uint8Array, path: string): Promise<Version[]> {
  const {value} = await execute(corpus, {path, bytes})
  return value!.documents.map(document => ({
    document,
    indicators: value!.indicators.filter(i => i.document === document.meta.id)
  }))
}

describe.skipIf(files.length === 0)('real documents', () => {
  const held = new Map<string, Version[]>()
  beforeAll(async () => {
    for (const file of files)
      held.set(file.slice(0, 3), await versionsIn(readFileSync(`${seeds}/${file}`), file))
  }, 60_000)
  const version = (file: string, ordinal = 1): Version =>
    held.get(file)!.find(v => v.document.meta.ordinal === ordinal)!
  const all = () => [...held.values()].flat()

  it('are given back by every diff between any two of them, and by its inverse', () => {
    for (const a of all())
      for (const b of all()) {
        const diff = compare(a, b)
        expect(diff.same).toBe(a === b)
        expect(apply(diff, canonical(a.document)) === canonical(b.document)).toBe(true)
        expect(apply(invert(diff), canonical(b.document)) === canonical(a.document)).toBe(true)
      }
  }, 120_000)

  it('are given back after damage: lines lost, doubled, swapped and cut', async () => {
    for (const [n, file] of files.entries()) {
      const random = chance(n + 1)
      const lines = readFileSync(`${seeds}/${file}`, 'utf8').split('\n')
      const damaged = lines.flatMap((line, i) => {
        const dice = random()
        if (dice < 0.03) return []
        if (dice < 0.06) return [line, line]
        if (dice < 0.09) return [lines[(i + 7) % lines.length]!, line]
        if (dice < 0.12) return [line.slice(0, line.length / 2), line.slice(line.length / 2)]
        return [line]
      })
      const a = held.get(file.slice(0, 3))!
      const b = await versionsIn(new TextEncoder().encode(damaged.join('\n')), file)
      const diff = compare(a[0]!, b[0]!)
      expect(diff.same).toBe(false)
      expect(apply(diff, canonical(a[0]!.document)) === canonical(b[0]!.document)).toBe(true)
      expect(apply(invert(diff), canonical(b[0]!.document)) === canonical(a[0]!.document)).toBe(true)
    }
  }, 120_000)

  it('have known edits found with F1 of 0.97 or more, and every changed figure flagged', () => {
    let right = 0
    let said = 0
    let asked = 0
    let figures = 0
    const wrong: string[] = []
    for (const [n, {document}] of all().entries()) {
      const before = chaptersOf(flatten(document))
      if (before.length < 2) continue
      for (let round = 0; round < 12; round++) {
        const pair = edited(before, chance(n * 100 + round), 25)
        const a = outline(pair.a, 'a')
        const b = outline(pair.b, 'b')
        const diff = compare({document: a, indicators: []}, {document: b, indicators: []})
        const got = foundIn(diff, a, b)
        const want = wantedOf(pair)
        for (const key of got) if (want.has(key)) right++
        for (const key of got) if (!want.has(key)) wrong.push(`${n}/${round}: too much: ${key}`)
        for (const key of want) if (!got.has(key)) wrong.push(`${n}/${round}: missed: ${key}`)
        said += got.size
        asked += want.size
        const flags = diff.operations.flatMap(o => o.flags)
        for (const {from, to} of pair.figures) {
          figures++
          expect(
            flags.some(f => f.from?.startsWith(from) && f.to?.startsWith(to)),
            `${n}/${round}: ${from} → ${to}`
          ).toBe(true)
        }
      }
    }
    const f1 = (2 * right) / (said + asked)
    if (process.env['SHOW'])
      console.log(`F1 ${f1.toFixed(4)} of ${asked}, ${figures} figures\n${wrong.slice(0, 60).join('\n')}`)
    expect(f1).toBeGreaterThanOrEqual(0.97)
  }, 120_000)

  it('show what a city took over from its region', () => {
    const reuse = reuseOf(version('004', 3), version('000'))
    expect(shareOf(reuse, '(三) 发展理念')).toBeGreaterThan(0.9)
    expect(shareOf(reuse, '(一) 发展基础')).toBeLessThan(0.1)
    expect(reuse.parents[0]!.leftCount).toBeGreaterThan(100)
  })
})

function reuseOf(child: Version, parent: Version): Reuse {
  const weighing = weigh(child.document)
  weighing.take(parent.document)
  return weighing.finish()
}

/** Characters of a section that follow a parent, verbatim or nearly. */
function shareOf(reuse: Reuse, section: string): number {
  const s = reuse.sections.find(x => x.path.at(-1) === section)!
  return (s.verbatim + s.near) / s.characters
}

/** A real document as the outline its edits are made in: long paragraphs alone, each once. */
function chaptersOf({parts, blocks}: ReturnType<typeof flatten>): Chapter[] {
  let id = 0
  const seen = new Set<string>()
  const chapters: Chapter[] = []
  for (const part of parts) {
    const paras = blocks
      .filter(b => b.part === part.index && (b.kind === 'paragraph' || b.kind === 'item'))
      .map(b => b.text.replace(/\s+/gu, ''))
      .filter(text => text.length > 12 && !/^[#|-]/.test(text) && !seen.has(text) && seen.add(text))
      .map(text => ({from: [id++], text}))
    if (paras.length === 0) continue
    const title = part.title.replace(/\s+/gu, '') || '前言'
    if (part.depth <= 1 || chapters.length === 0) chapters.push({title, sections: [{title: '概述', paras}]})
    else chapters.at(-1)!.sections.push({title, paras})
  }
  return chapters
}
