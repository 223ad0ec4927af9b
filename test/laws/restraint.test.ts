import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {Draft} from '../../src/core/draft.js'
import type {Note} from '../../src/core/note.js'
import type {Posting} from '../../src/core/ledger.js'
import type {Stage} from '../../src/core/stage.js'
import {clean} from '../../src/clean/index.js'
import {read} from '../../src/read/index.js'
import {repair} from '../../src/repair/index.js'
import {planText} from '../bench/plans.js'
import './chance.js'
import {bytesOf, soup} from './soup.js'

const silent = {post: () => {}, note: () => {}}
const drafted = async (text: string) => read.run({path: 'a.txt', bytes: bytesOf(text)}, silent)

async function done<T>(stage: Stage<T, T>, value: T) {
  const postings: Posting[] = []
  const notes: Note[] = []
  const result = await stage.run(value, {
    post: posting => postings.push(posting),
    note: note => notes.push(note)
  })
  return {result, postings, notes}
}

/** What a draft says and where from, without its hints. */
const sayings = (draft: Draft) =>
  JSON.stringify(draft.blocks.map(block => (block.kind === 'paragraph' ? block.text : block)))

test('a sound document passes repair untouched', async () => {
  for (let seed = 1; seed <= 12; seed++) {
    const draft = (await done(clean, await drafted(planText(seed, 40_000)))).result
    const {result, postings} = await done(repair, draft)
    expect(postings).toEqual([])
    expect(result).toBe(draft)
  }
})

test('clean changes nothing the second time', async () => {
  await fc.assert(
    fc.asyncProperty(soup, async text => {
      const once = (await done(clean, await drafted(text))).result
      const twice = await done(clean, once)
      expect(twice.postings).toEqual([])
      expect(sayings(twice.result)).toBe(sayings(once))
    })
  )
})

test('repair changes nothing the second time', async () => {
  await fc.assert(
    fc.asyncProperty(soup, async text => {
      const draft = (await done(clean, await drafted(text))).result
      const once = (await done(repair, draft)).result
      const twice = await done(repair, once)
      expect(twice.postings).toEqual([])
      expect(sayings(twice.result)).toBe(sayings(once))
    })
  )
})
