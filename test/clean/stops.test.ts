import {expect, it} from 'vitest'
import {reportLostStops} from '../../src/clean/stops.js'
import type {Note} from '../../src/core/note.js'
import {read} from '../../src/read/index.js'

const sound =
  '加强水源地保护，完善监测预警，落实管护责任。推进城乡供水一体化，到2025年全县农村自来水普及率达到百分之九十以上。'

async function report(lines: readonly string[]) {
  const notes: Note[] = []
  const context = {post: () => {}, note: (n: Note) => void notes.push(n)}
  const draft = await read.run({path: 'a.txt', bytes: new TextEncoder().encode(lines.join('\n'))}, context)
  expect(reportLostStops(draft, context)).toBe(draft)
  return notes.map(n => [n.rule, n.at])
}

it('reports a paragraph of prose that ends without a stop, at its last character, and changes nothing', async () => {
  const cut = sound.slice(0, -1)
  const start = 3 * (sound.length + 1)
  expect(await report([sound, sound, sound, cut])).toEqual([
    ['clean/lost-stop', [start + cut.length - 1, start + cut.length]]
  ])
})

it('leaves headings, short lines and paragraphs with their stops alone', async () => {
  expect(await report(['第一章 总则', '一、加强水源地保护', sound, sound])).toEqual([])
})

it('says it once where a document ends most of its lines anywhere', async () => {
  expect(await report([sound.slice(0, -1), sound.slice(0, -1), sound])).toEqual([['clean/lost-stop', null]])
})
