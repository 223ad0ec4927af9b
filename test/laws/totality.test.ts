import fc from 'fast-check'
import {expect, test} from 'vitest'
import {pipelines} from '../../pipelines/index.js'
import {parcelOf} from '../../src/run/work.js'
import './chance.js'
import {bytesOf, soup} from './soup.js'

const corpus = pipelines['corpus']!
const names = fc.constantFrom(
  'a.txt',
  'a',
  'a.md',
  'a.html',
  'a.docx',
  'a.pdf',
  'a.doc',
  'a.zip',
  '../../x.txt',
  ''
)

async function holds(path: string, bytes: Uint8Array): Promise<void> {
  const {source, findings, lines, files} = await parcelOf({path, bytes}, null, corpus)
  expect(['ok', 'partial', 'unreadable']).toContain(source.status)
  expect(findings.filter(finding => /^(ledger|run)\//.test(finding.rule))).toEqual([])
  expect(lines['sources.jsonl'].endsWith('\n')).toBe(true)
  for (const {path} of files) expect(path).not.toMatch(/\.\.\/|^\/|\\/)
}

test('any bytes give a result', async () => {
  await fc.assert(fc.asyncProperty(names, fc.uint8Array({maxLength: 400}), holds))
})

test('any bytes behind the first bytes of a format give a result', async () => {
  const magic = fc.constantFrom(
    [0x50, 0x4b, 3, 4],
    [0x50, 0x4b, 5, 6],
    [0x25, 0x50, 0x44, 0x46, 0x2d, 0x31, 0x2e, 0x34, 10],
    [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    [0x1f, 0x8b, 8, 0],
    [...Buffer.from('<html>')],
    [...Buffer.from('WARC/1.0\r\n')],
    [0xff, 0xfe],
    [0xfe, 0xff],
    [0xef, 0xbb, 0xbf]
  )
  await fc.assert(
    fc.asyncProperty(names, magic, fc.uint8Array({maxLength: 200}), (path, head, rest) =>
      holds(path, Uint8Array.from([...head, ...rest]))
    )
  )
})

test('any mixture of headings, tables, furniture and text gives a result', async () => {
  await fc.assert(fc.asyncProperty(names, soup, (path, text) => holds(path, bytesOf(text))))
})

test('any text in any encoding gives a result', async () => {
  await fc.assert(
    fc.asyncProperty(
      soup,
      fc.constantFrom('utf16le' as const, 'latin1' as const, 'utf8' as const),
      fc.nat(3),
      (text, encoding, cut) => {
        const bytes = Buffer.from(text, encoding)
        return holds('a.txt', new Uint8Array(bytes.subarray(0, Math.max(0, bytes.length - cut))))
      }
    )
  )
})

test('100,000 nested headings, a line of two million characters and one character a line give results', async () => {
  const ranks = ['第N章 甲', '第N节 乙', '一、丙', '（一）丁', '1.戊', '（1）己', '①庚', 'N.N.N 辛']
  const heads = Array.from({length: 100_000}, (_, i) =>
    ranks[i % ranks.length]!.replaceAll('N', String(i % 99))
  )
  await holds('heads.txt', bytesOf(heads.join('\n')))
  await holds('line.txt', bytesOf('加快发展，完善体系，'.repeat(200_000)))
  await holds('column.txt', bytesOf('规\n划\n'.repeat(20_000)))
  await holds('quotes.txt', bytesOf('（“《'.repeat(50_000)))
  await holds('tabs.txt', bytesOf('\t'.repeat(200_000)))
  await holds('dots.txt', bytesOf('1.'.repeat(100_000)))
})
