import {gzipSync} from 'node:zlib'
import {zipSync} from 'fflate'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import {describe, expect, it} from 'vitest'
import {expand} from '../../src/read/containers.js'
import {climbs, nameOf} from '../../src/read/zip.js'

const utf8 = (text: string) => new TextEncoder().encode(text)
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('utf8')

async function open(bytes: Uint8Array, path = 'plans.zip') {
  const told: string[] = []
  const files: {entry: string | undefined; bytes: Uint8Array}[] = []
  for await (const file of expand(
    {path, bytes},
    (note, entry) => void told.push(`${note.rule} ${entry ?? ''}`.trim())
  ))
    files.push({entry: file.entry, bytes: file.bytes})
  return {told, entries: files.map(f => [f.entry, text(f.bytes)]), files}
}

/** A zip whose one name is written in GBK without a word about it, as Windows does. */
function gbkZip(name: string, content: string): Uint8Array {
  const gbk = iconv.encode(name, 'gbk')
  const zip = Buffer.from(zipSync({['x'.repeat(gbk.length)]: utf8(content)}))
  for (let at = zip.indexOf('xx'); at >= 0; at = zip.indexOf('xx', at + gbk.length)) gbk.copy(zip, at)
  return zip
}

describe('zip', () => {
  it('gives its members in order with their names, without pictures and records of systems', async () => {
    const zip = zipSync({
      '规划/甲.txt': utf8('甲'),
      '规划/图.png': utf8('x'),
      '__MACOSX/甲.txt': utf8('x'),
      '乙.html': utf8('<p>乙')
    })
    expect(await open(zip)).toMatchObject({
      entries: [
        ['规划/甲.txt', '甲'],
        ['乙.html', '<p>乙']
      ],
      told: ['read/member-skipped']
    })
  })
  it('reads names written in GBK', async () => {
    expect((await open(gbkZip('青禾县规划.txt', '甲'))).entries).toEqual([['青禾县规划.txt', '甲']])
    expect(nameOf(utf8('青禾县'), false)).toBe('青禾县')
  })
  it('opens containers in containers, and no deeper than four', async () => {
    const one = zipSync({'甲.txt': utf8('甲')})
    expect((await open(zipSync({'内.zip': one, '丙.txt.gz': gzipSync('丙')}))).entries).toEqual([
      ['内.zip/甲.txt', '甲'],
      ['丙.txt', '丙']
    ])
    let deep = one
    for (let i = 0; i < 6; i++) deep = zipSync({'内.zip': deep})
    expect((await open(deep)).told).toContainEqual(expect.stringMatching(/^read\/container-nested/))
  })
  it('leaves members packed that climb out, are bombs, are locked or damaged, and reads the others', async () => {
    const zip = zipSync({
      '../../etc/x.txt': utf8('坏'),
      '弹.txt': new Uint8Array(64 * 1024 * 1024),
      '好.txt': utf8('好')
    })
    const {told, entries} = await open(zip)
    expect(entries).toEqual([['好.txt', '好']])
    expect(told).toEqual(['read/member-climbs ../../etc/x.txt', 'read/zip-bomb 弹.txt'])
    const locked = Buffer.from(zipSync({'a.txt': utf8('锁'), 'b.txt': utf8('好')}))
    locked[locked.indexOf('PK\u0001\u0002', 0, 'latin1') + 8]! |= 1
    expect(await open(locked)).toMatchObject({entries: [['b.txt', '好']], told: ['read/member-locked a.txt']})
    const damaged = Buffer.from(zipSync({'a.txt': utf8('坏'.repeat(500)), 'b.txt': utf8('好')}))
    damaged.fill(0xff, 35, 50)
    expect(await open(damaged)).toMatchObject({
      entries: [['b.txt', '好']],
      told: ['read/member-damaged a.txt']
    })
  })
  it('finds the members of a zip that was cut off', async () => {
    const zip = zipSync({'a.txt': utf8('甲'.repeat(10)), 'b.txt': utf8('乙乙丙'.repeat(400))})
    const {told, entries} = await open(zip.subarray(0, zip.indexOf(0x62, 60) + 12))
    expect(entries[0]).toEqual(['a.txt', '甲'.repeat(10)])
    expect(told[0]).toBe('read/container-torn')
  })
  it('is not opened where it is a spreadsheet or a Word file', async () => {
    const sheet = zipSync({'[Content_Types].xml': utf8('<x/>'), 'xl/workbook.xml': utf8('<x/>')})
    const {files} = await open(sheet, 'a.xlsx')
    expect(files.map(f => f.entry)).toEqual([undefined])
  })
  it('tells names that lead elsewhere from names that only look so', () => {
    expect(['../a', 'a/../../b', '/etc/passwd', 'C:/a', 'a/..'].every(climbs)).toBe(true)
    expect(['a..b/c', '规划..txt', 'a/b', '.a'].some(climbs)).toBe(false)
  })
})

const answer = (
  body: string | Uint8Array,
  headers = 'Content-Type: text/html; charset=gb2312',
  status = '200 OK'
) => Buffer.concat([utf8(`HTTP/1.1 ${status}\r\n${headers}\r\n\r\n`), Buffer.from(body)])
const record = (type: string, uri: string, block: Uint8Array, length = block.length) =>
  Buffer.concat([
    utf8(`WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${uri}\r\nContent-Length: ${length}\r\n\r\n`),
    block,
    utf8('\r\n\r\n')
  ])
const crawl = [
  record('warcinfo', '', utf8('software: x')),
  record('request', 'http://a.cn/1', utf8('GET / HTTP/1.1\r\n\r\n')),
  record('response', 'http://a.cn/1', answer('<p>甲</p>')),
  record(
    'response',
    'http://a.cn/2',
    answer('4\r\n<p>x\r\n7\r\n乙</p>\r\n0\r\n\r\n', 'Content-Type: text/html\r\nTransfer-Encoding: chunked')
  ),
  record(
    'response',
    'http://a.cn/3',
    answer(gzipSync('<p>丙</p>'), 'content-type: text/html\r\nContent-Encoding: gzip')
  ),
  record('response', 'http://a.cn/4', answer('没有', undefined, '404 Not Found')),
  record('response', 'http://a.cn/5.png', answer('x', 'Content-Type: image/png')),
  record('conversion', 'http://a.cn/6', utf8('丁'))
]
const pages = [
  ['http://a.cn/1', '<p>甲</p>'],
  ['http://a.cn/2', '<p>x乙</p>'],
  ['http://a.cn/3', '<p>丙</p>'],
  ['http://a.cn/6', '丁']
]

describe('WARC', () => {
  it('gives the bodies of answers under their address, and counts what is no page', async () => {
    expect(await open(Buffer.concat(crawl), 'a.warc')).toMatchObject({
      entries: pages,
      told: ['read/record-skipped']
    })
  })
  it('reads it packed as one stream or record by record', async () => {
    expect((await open(gzipSync(Buffer.concat(crawl)), 'a.warc.gz')).entries).toEqual(pages)
    expect((await open(Buffer.concat(crawl.map(r => gzipSync(r))), 'a.warc.gz')).entries).toEqual(pages)
  })
  it('goes on after a damaged record and takes what is there of a cut one', async () => {
    const broken = Buffer.concat([
      crawl[2]!,
      utf8('WARC/1.0\r\nContent-Length: nonsense\r\n\r\nx'),
      crawl[7]!
    ])
    expect((await open(broken, 'a.warc')).entries).toEqual([pages[0], pages[3]])
    const cut = Buffer.concat([crawl[2]!, record('response', 'http://a.cn/9', answer('<p>长'), 5000)])
    expect(await open(cut, 'a.warc')).toMatchObject({
      entries: [pages[0], ['http://a.cn/9', '<p>长\r\n\r\n']],
      told: ['read/record-cut http://a.cn/9']
    })
    const torn = gzipSync(Buffer.concat(crawl))
    expect((await open(torn.subarray(0, torn.length - 30), 'a.warc.gz')).entries.slice(0, 2)).toEqual(
      pages.slice(0, 2)
    )
  })
})

describe('any bytes', () => {
  it('come out as they are where they are no container, and never throw', async () => {
    expect((await open(utf8('第一章'), 'a.txt')).entries).toEqual([[undefined, '第一章']])
    const starts = fc.constantFrom('PK\u0003\u0004', '\u001f\u008b\u0008', 'WARC/1.0\r\n', 'PK\u0005\u0006')
    await fc.assert(
      fc.asyncProperty(starts, fc.uint8Array({maxLength: 400}), async (start, rest) => {
        await open(Buffer.concat([Buffer.from(start, 'latin1'), rest]))
      }),
      {numRuns: 200}
    )
  })
})
