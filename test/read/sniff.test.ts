import {describe, expect, it} from 'vitest'
import {sniff} from '../../src/read/sniff.js'

const bytes = (...head: (number | string)[]) =>
  Buffer.concat(head.map(part => (typeof part === 'string' ? Buffer.from(part) : Buffer.from([part]))))

describe('sniffing', () => {
  it.each([
    ['a.txt', bytes('云岭州规划'), 'plain'],
    ['a', bytes('云岭州规划'), 'plain'],
    ['a.md', bytes('# 云岭州规划'), 'markdown'],
    ['a.txt', bytes('<!DOCTYPE html><html><body>规划</body></html>'), 'html'],
    ['a.htm', bytes('规划'), 'html'],
    ['a.txt', bytes('# 云岭州规划\n\n## 第一章\n'), 'markdown'],
    ['a.txt', bytes('# 注\n云岭州规划'), 'plain'],
    ['a.txt', bytes('%PDF-1.7'), 'pdf'],
    ['a.bin', bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'doc'],
    ['a.docx', bytes('PK', 3, 4), 'docx'],
    ['a.bin', bytes('PK', 3, 4, '____word/document.xml'), 'docx'],
    ['a.zip', bytes('PK', 3, 4, '____word/document.xml'), 'zip'],
    ['a.gz', bytes(0x1f, 0x8b, 8), 'gzip'],
    ['a.warc', bytes('WARC/1.0'), 'warc'],
    ['a.exe', bytes('MZ', 0x90, 0), 'unsupported']
  ])('takes %s for what its bytes say (%#)', (name, head, format) => {
    expect(sniff(head, name)).toBe(format)
  })

  it('knows a picture by its first bytes whatever its name', () => {
    expect(sniff(Buffer.from([0x89, 0x50, 0x4e, 0x47]), 'a.txt')).toBe('unsupported')
  })

  it('takes an empty file for plain text', () => {
    expect(sniff(new Uint8Array(), 'a.txt')).toBe('plain')
  })
})
