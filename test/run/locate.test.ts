import fc from 'fast-check'
import iconv from 'iconv-lite'
import {expect, test} from 'vitest'
import {locate} from '../../src/run/locate.js'

const text = '云岭州养老服务规划\n到2025年，新增床位3200张。𠮷祥里社区完成改造。\n'

/** Where each character begins, counted by encoding what stands before it. */
async function agree(bytes: Buffer, mark: number, encode: (words: string) => Buffer): Promise<void> {
  const located = await locate({path: 'a.txt', bytes}, null, file => [file])
  expect(located!.source.text).toBe(text)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code >= 0xdc00 && code <= 0xdfff) continue
    expect(located!.place(at)).toEqual({kind: 'byte', byte: mark + encode(text.slice(0, at)).length})
    expect(located!.offsetOf(mark + encode(text.slice(0, at)).length)).toBe(at)
  }
}

test('counts bytes of UTF-8, with a byte-order mark and without', async () => {
  const utf8 = (words: string) => Buffer.from(words, 'utf8')
  await agree(utf8(text), 0, utf8)
  await agree(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8(text)]), 3, utf8)
})

test('counts bytes of UTF-16', async () => {
  const utf16 = (words: string) => Buffer.from(words, 'utf16le')
  await agree(Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(text)]), 2, utf16)
})

test('counts bytes of GB18030', async () => {
  const gb = (words: string) => iconv.encode(words, 'gb18030')
  await agree(gb(text), 0, gb)
})

test('goes from offset to byte and back in any text, over the stretches it reads in', async () => {
  const long = `云岭州规划${'加快发展，'.repeat(20_000)}`
  const bytes = Buffer.from(long)
  const located = (await locate({path: 'a.txt', bytes}, null, file => [file]))!
  await fc.assert(
    fc.asyncProperty(fc.nat(long.length - 1), async at => {
      const place = located.place(at)
      expect(place).toEqual({kind: 'byte', byte: Buffer.byteLength(long.slice(0, at))})
      expect(located.offsetOf((place as {byte: number}).byte)).toBe(at)
    }),
    {numRuns: 20, seed: 14}
  )
})
