import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {endsWell, sentenceEnds, sentences} from '../../src/zh/sentences.js'

describe('sentences', () => {
  test('end at full stops, at ； and at line ends', () => {
    expect(sentences('修水渠。植树；养鱼！吗？\n完')).toEqual([
      '修水渠。',
      '植树；',
      '养鱼！',
      '吗？',
      '\n',
      '完'
    ])
  })

  test('keep their closing quotes and brackets', () => {
    expect(sentences('他说：“修渠。”众人应了（不止一次。）散会。')).toEqual([
      '他说：“修渠。”',
      '众人应了（不止一次。）',
      '散会。'
    ])
  })

  test('go on after a quotation that a comma follows', () => {
    expect(sentences('“先修渠。”，这是共识。')).toEqual(['“先修渠。”，这是共识。'])
  })

  test('end at a half-width ; behind Han or a closing mark, and not in Latin text', () => {
    expect(sentences('(一)修水渠;(二)植树(含补植);养鱼;')).toEqual([
      '(一)修水渠;',
      '(二)植树(含补植);',
      '养鱼;'
    ])
    expect(sentences('注：a;b 为代号&lt;1&gt;。')).toEqual(['注：a;b 为代号&lt;1&gt;。'])
    expect(sentences('床位数(城市27;农村牧区;其他)翻番。')).toEqual(['床位数(城市27;农村牧区;其他)翻番。'])
  })

  test('are not cut at ； within brackets', () => {
    expect(sentences('床位数（城市27；农村32）翻番。')).toEqual(['床位数（城市27；农村32）翻番。'])
  })

  test('joined are the text, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...'。；;！“”（）《》，渠水a1\n ')), chars => {
        const text = chars.join('')
        expect(sentences(text).join('')).toBe(text)
        const ends = sentenceEnds(text)
        expect(ends.every((end, i) => end > (ends[i - 1] ?? 0))).toBe(true)
      })
    )
  })

  test('a text that stops in the middle does not end well', () => {
    expect(endsWell('修渠。”')).toBe(true)
    expect(endsWell('任务如下：')).toBe(true)
    expect(endsWell('加快修')).toBe(false)
  })
})
