/**
 * A Word 97–2003 file opened: its compound file through cfb (kept, reads any OLE file), its header (FIB) and its text, which lies in
 * pieces all over the main stream. Names are those of [MS-DOC].
 */
export interface DocFile {
  /** The main stream, the table stream, and the one that holds long lists of properties. */
  readonly main: Buffer
  readonly table: Buffer
  readonly data: Buffer
  /** All characters, in order of their positions (cp): body, footnotes, heads, comments, endnotes, text boxes. */
  readonly text: string
  readonly pieces: readonly DocPiece[]
  /** How many characters each part holds. */
  readonly counts: Readonly<Record<DocPart, number>>
  /** A table of the header by its index in FibRgFcLcb97; empty where the file has none. */
  readonly plc: (index: number) => Buffer
  readonly start: (index: number) => number
}

export type DocPart =
  'body' | 'footnotes' | 'heads' | 'macros' | 'comments' | 'endnotes' | 'boxes' | 'headBoxes'

export interface DocPiece {
  readonly from: number
  readonly to: number
  /** Where its first character lies in the main stream, and how many bytes each has. */
  readonly at: number
  readonly bytes: 1 | 2
}

export type DocTrouble = 'locked' | 'locked-docx' | 'no-word' | 'old' | 'damaged'

export async function openDoc(bytes: Uint8Array): Promise<DocFile | DocTrouble> {
  const {read, find} = await import('cfb').then(module => module.default ?? module)
  let main: Buffer
  let table: Buffer
  let data: Buffer
  try {
    const file = read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {type: 'buffer'})
    const stream = (name: string) => {
      const entry = find(file, name)
      return entry?.content ? Buffer.from(entry.content as Uint8Array) : null
    }
    if (stream('EncryptedPackage')) return 'locked-docx'
    const found = stream('/WordDocument') ?? stream('WordDocument')
    if (!found) return 'no-word'
    if (found.length < 0x200 || found.readUInt16LE(0) !== 0xa5ec) return 'damaged'
    const flags = found.readUInt16LE(0x0a)
    if (flags & 0x0100) return 'locked'
    if (found.readUInt16LE(2) < 0xc1) return 'old'
    const tables = stream(flags & 0x0200 ? '1Table' : '0Table')
    if (!tables) return 'damaged'
    main = found
    table = tables
    data = stream('Data') ?? Buffer.alloc(0)
  } catch {
    return 'damaged'
  }
  const start = (index: number) => uint32(main, 0x9a + 8 * index)
  const plc = (index: number) => {
    const from = start(index)
    const size = uint32(main, 0x9e + 8 * index)
    return from + size <= table.length ? table.subarray(from, from + size) : Buffer.alloc(0)
  }
  const pieces = piecesOf(plc(33), main.length)
  if (pieces.length === 0) return 'damaged'
  const text = pieces.map(piece => pieceText(main, piece)).join('')
  const count = (at: number) => Math.min(uint32(main, at), text.length)
  return {
    main,
    table,
    data,
    text,
    pieces,
    plc,
    start,
    counts: {
      body: count(0x4c),
      footnotes: count(0x50),
      heads: count(0x54),
      macros: count(0x58),
      comments: count(0x5c),
      endnotes: count(0x60),
      boxes: count(0x64),
      headBoxes: count(0x68)
    }
  }
}

/** A number of the file, or 0 beyond its end: damaged files point anywhere. */
export function uint32(buffer: Buffer, at: number): number {
  return at >= 0 && at + 4 <= buffer.length ? buffer.readUInt32LE(at) : 0
}

export function uint16(buffer: Buffer, at: number): number {
  return at >= 0 && at + 2 <= buffer.length ? buffer.readUInt16LE(at) : 0
}

/** The piece table (Clx). */
function piecesOf(clx: Buffer, size: number): DocPiece[] {
  let at = 0
  while (clx[at] === 1) at += 3 + uint16(clx, at + 1)
  if (clx[at] !== 2) return []
  const count = Math.floor((uint32(clx, at + 1) - 4) / 12)
  const plc = clx.subarray(at + 5)
  if (count < 1 || plc.length < count * 12) return []
  const pieces: DocPiece[] = []
  let from = 0
  for (let i = 0; i < count; i++) {
    const length = uint32(plc, 4 * (i + 1)) - uint32(plc, 4 * i)
    const fc = uint32(plc, 4 * (count + 1) + 8 * i + 2)
    const single = (fc & 0x40000000) !== 0
    const start = single ? (fc & 0x3fffffff) >>> 1 : fc & 0x3fffffff
    const bytes = single ? 1 : 2
    if (length <= 0 || start + length * bytes > size) continue
    pieces.push({from, to: from + length, at: start, bytes})
    from += length
  }
  return pieces
}

const western = new TextDecoder('windows-1252')

function pieceText(main: Buffer, {from, to, at, bytes}: DocPiece): string {
  const slice = main.subarray(at, at + (to - from) * bytes)
  return bytes === 2 ? slice.toString('utf16le') : western.decode(slice)
}

/** The place in the main stream of a character, or -1. */
export function filePosition(pieces: readonly DocPiece[], cp: number): number {
  let lo = 0
  let hi = pieces.length - 1
  while (lo < hi) {
    const mid = (lo + hi) >> 1
    if (pieces[mid]!.to <= cp) lo = mid + 1
    else hi = mid
  }
  const piece = pieces[lo]
  return piece && cp >= piece.from && cp < piece.to ? piece.at + (cp - piece.from) * piece.bytes : -1
}
