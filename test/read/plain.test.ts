import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {keptInDraft} from '../../src/core/draft.js'
import {audit} from '../../src/core/ledger.js'
import {textOf} from '../../src/core/traced.js'
import {readPlain} from '../../src/read/plain.js'
import {sourceOf} from './reading.js'

const blocks = (text: string) =>
  readPlain(sourceOf(text, 'text/plain')).blocks.flatMap(block => (block.kind === 'paragraph' ? [block] : []))
const texts = (text: string) => blocks(text).map(block => textOf(block.text))

describe('plain text', () => {
  it.each([
    ['line feeds', '\n'],
    ['carriage returns with line feeds', '\r\n'],
    ['carriage returns', '\r'],
    ['form feeds', '\f'],
    ['line separators', '\u2028']
  ])('gives a paragraph a line at %s', (_, end) => {
    expect(texts(['云岭州', '规划', '正文'].join(end))).toEqual(['云岭州', '规划', '正文'])
  })

  it('counts empty lines before a paragraph', () => {
    expect(blocks('甲\n\n\n乙\n丙').map(({hint}) => hint.blank)).toEqual([0, 2, 0])
  })

  it('keeps indents and tabs as evidence and lets the white space go', () => {
    const [first, second, third] = blocks('\u3000\u3000甲\n\t乙\n\u00a0 丙\u00a0')
    expect([first!, second!, third!].map(({text}) => textOf(text))).toEqual(['甲', '乙', '丙'])
    expect([first!, second!, third!].map(({hint}) => [hint.indent, hint.tabs])).toEqual([
      [4, 0],
      [0, 1],
      [2, 0]
    ])
  })

  it('counts a line of blanks as empty', () => {
    expect(blocks('甲\n  \n\n乙').map(({hint}) => hint.blank)).toEqual([0, 2])
  })

  it('keeps a line of wide white space as an empty paragraph: it may be an empty cell', () => {
    expect(texts('\t甲\n\t\u00a0\n\t乙')).toEqual(['甲', '', '乙'])
  })

  it('keeps white space within a line', () => {
    expect(texts('云岭州\u3000水利  规划')).toEqual(['云岭州\u3000水利  规划'])
  })

  it('traces every character to where it stands', () => {
    for (const block of blocks('甲乙\r\n  丙丁'))
      for (const {text, raw} of block.text) expect('甲乙\r\n  丙丁'.slice(...raw)).toBe(text)
  })

  it('accounts for every character of any text', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('云', '1', '\n', '\r', '\t', ' ', '\u3000', '\u00a0', '\ud83d\ude00')
        }),
        text => {
          expect(audit(text, keptInDraft(readPlain(sourceOf(text, 'text/plain'))), [])).toEqual([])
        }
      )
    )
  })
})
