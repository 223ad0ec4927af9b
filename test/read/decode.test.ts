import iconv from 'iconv-lite'
import fc from 'fast-check'
import {readFileSync} from 'node:fs'
import {describe, expect, it} from 'vitest'
import {decode} from '../../src/read/decode.js'

const text =
  '云岭州“十四五”水利规划\r\n为推进全州水利事业发展，根据有关法律法规，结合本州实际，制定本规划。到2025年，农村自来水普及率达到96%以上，不得新增超采区。\r\n'
const traditional =
  '雲嶺州「十四五」水利規劃\r\n為推進全州水利事業發展，根據有關法律法規，結合本州實際，制定本規劃。到2025年，農村自來水普及率達到96%以上。\r\n'
const utf16 = (string: string, big = false) => {
  const bytes = Buffer.from(string, 'utf16le')
  return big ? bytes.swap16() : bytes
}
const shown = (bytes: Uint8Array, label?: string) => {
  const {text, decision, damaged} = decode(bytes, label)
  return {text, encoding: decision.encoding, damaged}
}

describe('decoding', () => {
  it.each([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-16 with its mark, low byte first', utf16(`\ufeff${text}`), 'utf-16le'],
    ['UTF-16 with its mark, high byte first', utf16(`\ufeff${text}`, true), 'utf-16be'],
    ['UTF-16 without a mark, low byte first', utf16(text), 'utf-16le'],
    ['UTF-16 without a mark, high byte first', utf16(text, true), 'utf-16be'],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`), 'utf-8'],
    ['GBK', iconv.encode(text, 'gbk'), 'gb18030'],
    ['GB18030', iconv.encode(text, 'gb18030'), 'gb18030']
  ])('reads %s', (_, bytes, encoding) => {
    expect(shown(bytes)).toEqual({text, encoding, damaged: false})
  })

  it('reads Big5', () => {
    expect(shown(iconv.encode(traditional, 'big5'))).toEqual({
      text: traditional,
      encoding: 'big5',
      damaged: false
    })
  })

  it('reads the characters that only GB18030 has', () => {
    const rare = `${text}䶮㙍镇，𠀀字。`
    const bytes = readFileSync(new URL('../../raw/云岭州十四五文化发展规划.gb18030.txt', import.meta.url))
    expect(shown(bytes).encoding).toBe('gb18030')
    expect(decode(iconv.encode(rare, 'gb18030')).text).toBe(rare)
  })

  it('says what it decided, why, and what else it could have been', () => {
    const {decision} = decode(iconv.encode(text, 'gbk'))
    expect(decision.reason).toContain('official Chinese')
    expect(decision.alternatives.map(({encoding}) => encoding)).toContain('big5')
    expect(decision.alternatives.every(({score}) => score < 0.55)).toBe(true)
  })

  it('gives the four encodings of a specimen the same text', () => {
    const file = (encoding: string) =>
      decode(readFileSync(new URL(`../../raw/云岭州十四五文化发展规划${encoding}.txt`, import.meta.url))).text
    expect(file('.gb18030')).toBe(file(''))
    expect(file('.utf16le')).toBe(file(''))
  })
})

describe('damage', () => {
  it.each([
    ['UTF-8', Buffer.from(text).subarray(0, -3), 'utf-8'],
    ['UTF-16', utf16(`\ufeff${text}`).subarray(0, -1), 'utf-16le']
  ])('keeps all but the character that the end of a %s file cut', (_, bytes, encoding) => {
    const result = shown(bytes)
    expect(result.encoding).toBe(encoding)
    expect(result.text!.replace(/\ufffd/gu, '').startsWith(text.slice(0, -4))).toBe(true)
  })

  it('cut within a character, a GBK file is read up to there', () => {
    const bytes = iconv.encode(text.trimEnd(), 'gbk').subarray(0, -1)
    const result = shown(bytes)
    expect(result.encoding).toBe('gb18030')
    expect(result.text!.startsWith(text.trimEnd().slice(0, -1))).toBe(true)
  })

  it('reads UTF-8 with one bad byte as UTF-8, shows the place, and says that bytes were lost', () => {
    const bytes = Buffer.concat([Buffer.from(text), Buffer.from([0xff]), Buffer.from(text)])
    expect(shown(bytes)).toEqual({text: `${text}\ufffd${text}`, encoding: 'utf-8', damaged: true})
  })

  it('shows a lone surrogate of UTF-16 as a lost character', () => {
    const bytes = utf16(`\ufeff云岭州\ud800规划${text}`)
    const result = shown(bytes)
    expect(result.damaged).toBe(true)
    expect(result.text).toBe(`云岭州\ufffd规划${text}`)
  })

  it.each([
    ['random bytes', Uint8Array.from({length: 4096}, (_, i) => (i * 7919 + (i >> 3) * 104729) % 256)],
    [
      'bytes of a program',
      Uint8Array.from({length: 2048}, (_, i) => (i % 5 === 0 ? 0x90 : i % 3 === 0 ? 0 : 0xe8))
    ]
  ])('reads no text into %s', (_, bytes) => {
    expect(decode(bytes).text).toBeNull()
  })

  it('reads an empty file as an empty text', () => {
    expect(shown(new Uint8Array())).toEqual({text: '', encoding: 'utf-8', damaged: false})
  })

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({maxLength: 400}), bytes => {
        const {text, damaged} = decode(bytes)
        return text !== null || damaged
      }),
      {numRuns: 500}
    )
  })

  it('gives back any Chinese text that was written in UTF-8 or marked UTF-16', () => {
    fc.assert(
      fc.property(fc.string({unit: 'grapheme'}), string => {
        const sound = string
          .toWellFormed()
          .replace(/^\ufeff+/u, '')
          .replace(/[\u0000-\u001f]/gu, '')
        return decode(Buffer.from(sound)).text === sound && decode(utf16(`\ufeff${sound}`)).text === sound
      }),
      {numRuns: 300}
    )
  })
})
