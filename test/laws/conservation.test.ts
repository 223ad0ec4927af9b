import fc from 'fast-check'
import {expect, test} from 'vitest'
import {pipelines} from '../../pipelines/index.js'
import {ledgerOf} from '../../src/emit/ledger.js'
import {leavesOf} from '../../src/emit/leaves.js'
import {execute} from '../../src/run/execute.js'
import type {LedgerRow} from '../../src/emit/schema.js'
import {misquotes} from '../../src/run/quotes.js'
import {weave} from '../eval/damage.js'
import {models} from '../eval/models.js'
import {prose} from '../repair/specimen.js'
import './chance.js'
import {bytesOf, soup} from './soup.js'

const solid = /[0-9A-Za-z\u3400-\u9fff\uf900-\ufaff]/g
const count = (text: string, into: Map<string, number>, by = 1) => {
  for (const char of text.match(solid) ?? []) into.set(char, (into.get(char) ?? 0) + by)
  return into
}

/** Duplicates of text that is not kept from its first character to its last. */
function ofBrokenText(ledger: readonly LedgerRow[]): LedgerRow[] {
  const kept = ledger.filter(row => row.fate === 'kept' || row.fate === 'moved')
  return ledger.filter(({fate, of}) => {
    if (fate !== 'duplicate' || !of) return false
    const end = kept.reduce((at, row) => (row.start <= at && at < row.end ? row.end : at), of[0])
    return end < of[1]
  })
}

test('every raw character is kept once or let go once, after every stage', async () => {
  await fc.assert(
    fc.asyncProperty(soup, fc.constantFrom(...Object.keys(pipelines)), async (text, name) => {
      const {value, notes, postings} = await execute(pipelines[name]!, {path: 'a.txt', bytes: bytesOf(text)})
      expect(notes.filter(note => /^(ledger|run)\//.test(note.rule))).toEqual([])
      expect(misquotes(value!, postings)).toEqual([])
      const raw = value!.source.text
      const ledger = ledgerOf(value!, postings)
      let at = 0
      for (const row of ledger) {
        expect(row.start).toBe(at)
        expect(row.end).toBeGreaterThan(row.start)
        at = row.end
      }
      expect(at).toBe(raw.length)
      expect(ofBrokenText(ledger)).toEqual([])
    })
  )
})

test('what the trees say is what the ledger keeps, letter for letter and figure for figure', async () => {
  await fc.assert(
    fc.asyncProperty(soup, async text => {
      const {value, postings} = await execute(pipelines['corpus']!, {path: 'a.txt', bytes: bytesOf(text)})
      const raw = value!.source.text
      const balance = new Map<string, number>()
      for (const row of ledgerOf(value!, postings)) {
        const slice = raw.slice(row.start, row.end)
        if (row.fate === 'kept' || row.fate === 'moved') count(row.text ?? slice, balance)
        if (row.fate === 'layout') expect(slice.match(solid)).toBeNull()
      }
      for (const document of value!.documents)
        for (const leaf of leavesOf(document)) if (leaf.trace.length > 0) count(leaf.value, balance, -1)
      expect([...balance].filter(([, n]) => n !== 0)).toEqual([])
    })
  )
})

test('what a duplicate repeats is kept without a break, though its number and its text are kept apart', async () => {
  const articles = prose(140).map((text, i) => (i % 4 === 0 ? `第${i / 4 + 1}条 ${text}` : text))
  const {text} = weave(articles, {...models[0]!, layout: 'sentences'}, 3)
  const {value, postings} = await execute(pipelines['corpus']!, {path: 'a.txt', bytes: bytesOf(text)})
  const ledger = ledgerOf(value!, postings)
  const again = ledger
    .filter(row => row.fate === 'duplicate')
    .map(row => text.slice(row.start, row.end).trim())
  expect(again.filter(piece => /^第[0-9]+条$/u.test(piece)).length).toBeGreaterThan(5)
  expect(ofBrokenText(ledger)).toEqual([])
})
