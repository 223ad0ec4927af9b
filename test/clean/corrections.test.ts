import {describe, expect, it} from 'vitest'
import {correct} from '../../src/clean/corrections.js'
import {audit, type Posting} from '../../src/core/ledger.js'
import {draftText} from '../../src/core/draft.js'
import type {Note} from '../../src/core/note.js'
import {read} from '../../src/read/index.js'

const bytes = new TextEncoder().encode('云岭州水利规划\n建成水库三三座，投资5亿元。')

async function corrected(find: string, action: 'cut' | 'replace', count: number, value?: string) {
  const postings: Posting[] = []
  const notes: Note[] = []
  const context = {post: (p: Posting) => void postings.push(p), note: (n: Note) => void notes.push(n)}
  const draft = await read.run({path: 'a.txt', bytes}, context)
  const one = {
    find,
    expect: count,
    action,
    because: 'the scan shows one 三',
    reviewed: '2026-01-01',
    ...(value === undefined ? {} : {value})
  }
  const stage = correct([{sha256: draft.source.sha256, corrections: [one]}])
  const after = await stage.run(draft, context)
  return {after, notes, breaches: audit(draft.source.text, stage.books!(after).kept, postings)}
}

describe('corrections', () => {
  it('cuts what a reviewed judgement names, and the books balance', async () => {
    const {after, breaches} = await corrected('三座', 'cut', 1)
    expect(draftText(after)).toBe('云岭州水利规划\n建成水库三，投资5亿元。')
    expect(breaches).toEqual([])
  })

  it('replaces, and the books balance', async () => {
    const {after, breaches} = await corrected('三三座', 'replace', 1, '三座')
    expect(draftText(after)).toBe('云岭州水利规划\n建成水库三座，投资5亿元。')
    expect(breaches).toEqual([])
  })

  it('changes nothing where the document no longer holds what was expected, and says so', async () => {
    const {after, notes} = await corrected('三三座', 'cut', 2)
    expect(draftText(after)).toBe('云岭州水利规划\n建成水库三三座，投资5亿元。')
    expect(notes.map(n => n.rule)).toEqual(['corrections/stale'])
  })
})
