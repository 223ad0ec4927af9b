import {utils, write} from 'cfb'
import {describe, expect, it} from 'vitest'
import {readDoc} from '../../src/read/doc.js'
import {sprmsOf} from '../../src/read/doc-properties.js'
import {readWith} from './word-file.js'

/** A compound file with these streams. */
function compound(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const file = utils.cfb_new()
  for (const [name, content] of Object.entries(streams)) utils.cfb_add(file, `/${name}`, content)
  return write(file, {type: 'buffer'}) as Uint8Array
}

describe('what is no readable .doc', () => {
  it.each([
    ['a .docx behind a password', {EncryptedPackage: new Uint8Array(64)}, 'read/docx-encrypted'],
    ['a workbook', {Workbook: new Uint8Array(64)}, 'read/doc-no-text'],
    ['a stream that does not begin as Word does', {WordDocument: new Uint8Array(4096)}, 'read/doc-damaged']
  ])('%s is unreadable, and said why', async (_, streams, rule) => {
    const {draft, rules} = await readWith(readDoc, compound(streams as Record<string, Uint8Array>))
    expect(draft.source.status).toBe('unreadable')
    expect(draft.blocks).toEqual([])
    expect(rules).toEqual([rule])
  })

  it('a locked .doc and one of Word 95 are told apart', async () => {
    const head = (flags: number, version: number) => {
      const stream = Buffer.alloc(4096)
      stream.writeUInt16LE(0xa5ec, 0)
      stream.writeUInt16LE(version, 2)
      stream.writeUInt16LE(flags, 0x0a)
      return compound({WordDocument: stream})
    }
    expect((await readWith(readDoc, head(0x0100, 0xc1))).rules).toEqual(['read/doc-locked'])
    expect((await readWith(readDoc, head(0, 0x65))).rules).toEqual(['read/doc-old'])
  })

  it('bytes after the magic number of a compound file', async () => {
    const bytes = Uint8Array.from([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      ...Array.from({length: 600}, (_, i) => (i * 37) % 256)
    ])
    const {draft, rules} = await readWith(readDoc, bytes)
    expect(draft.source.status).toBe('unreadable')
    expect(rules).toEqual(['read/doc-damaged'])
  })
})

describe('lists of properties', () => {
  it('are read up to where they break off', () => {
    const list = Buffer.from([0x16, 0x24, 1, 0x0b, 0x46, 3, 0, 0x40, 0x26])
    expect(sprmsOf(list).map(({code, operand}) => [code.toString(16), [...operand]])).toEqual([
      ['2416', [1]],
      ['460b', [3, 0]]
    ])
  })
})
