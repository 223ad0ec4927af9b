import {describe, expect, test} from 'vitest'
import {settle, type Posting} from '../../src/core/ledger.js'
import type {Span} from '../../src/core/span.js'

/** What is let go of a raw text, and what each piece repeats, as texts; `kept` and `gone` are found by their words. */
function repeated(raw: string, kept: readonly string[], gone: {readonly text: string; readonly of: string}) {
  const spanOf = (text: string, from = 0): Span => {
    const at = raw.indexOf(text, from)
    return [at, at + text.length]
  }
  const of = spanOf(gone.of)
  const posting: Posting = {span: spanOf(gone.text, of[1]), fate: 'duplicate', rule: 'x/y', of}
  const entries = settle(
    raw,
    kept.map(text => ({span: spanOf(text), document: 0})),
    [posting]
  )
  expect(entries.map(entry => entry.start)).toEqual([0, ...entries.slice(0, -1).map(entry => entry.end)])
  expect(entries.at(-1)!.end).toBe(raw.length)
  return entries
    .filter(entry => entry.fate === 'duplicate')
    .map(entry => [raw.slice(entry.start, entry.end), entry.of && raw.slice(...entry.of)])
}

describe('a duplicate repeats text that is kept without a break', () => {
  test('in one piece where that has none', () => {
    const line = '第一条 总则在先。'
    expect(repeated(`${line}附则。${line}`, [line, '附则。'], {text: line, of: line})).toEqual([[line, line]])
  })

  test('in pieces where the blank within is layout, whatever blanks its own text has', () => {
    const raw = '第一条 总则在先。附则。第 一条总 则在先。'
    expect(
      repeated(raw, ['第一条', '总则在先。', '附则。'], {text: '第 一条总 则在先。', of: '第一条 总则在先。'})
    ).toEqual([
      ['第 一条', '第一条'],
      ['总 则在先。', '总则在先。']
    ])
  })

  test('without the blanks around it', () => {
    expect(repeated('甲。 乙。 丙。乙。', ['甲。', '乙。', '丙。'], {text: '乙。', of: ' 乙。 '})).toEqual([
      ['乙。', '乙。']
    ])
  })

  test('the longest part where the words are not the same', () => {
    const raw = '第一条 总则在先。附则。总则总在先。'
    expect(
      repeated(raw, ['第一条', '总则在先。', '附则。'], {text: '总则总在先。', of: '第一条 总则在先。'})
    ).toEqual([['总则总在先。', '总则在先。']])
  })
})
