/**
 * The parts of a Word file out of its zip. Only the parts that carry text are unpacked, none beyond the limit; entries are looked
 * up by name and never written anywhere. yauzl does it (kept, checks sizes as it goes); a torn zip is salvaged part by part.
 */
import {constants, crc32, createInflateRaw} from 'node:zlib'
import {fromBufferPromise, type Entry, type ZipFile} from 'yauzl'
import {partLimit} from './docx.rules.js'

export interface Package {
  /** Unpacked parts by name, with forward slashes, without a leading one. */
  readonly parts: ReadonlyMap<string, Uint8Array>
  readonly faults: readonly Fault[]
}

/** `torn`: the zip breaks off; the others concern one entry. */
export interface Fault {
  readonly kind: 'torn' | 'too-big' | 'climbs' | 'damaged' | 'locked'
  readonly entry: string
}

const wanted = /^(?:\[Content_Types\]\.xml|(?:_rels|word|docProps)\/.*\.(?:xml|rels))$/i

export async function openPackage(bytes: Uint8Array): Promise<Package> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let zip: ZipFile
  try {
    zip = await fromBufferPromise(buffer, {decodeStrings: false, autoClose: false})
  } catch {
    return await salvage(buffer)
  }
  const parts = new Map<string, Uint8Array>()
  const faults: Fault[] = []
  let left = partLimit.value
  try {
    for await (const entry of zip.eachEntry()) {
      const name = partName(entry.fileNameRaw)
      if (/(?:^|\/)\.\.(?:\/|$)|^[a-z]:/i.test(name)) faults.push({kind: 'climbs', entry: name})
      if (!wanted.test(name) || parts.has(name)) continue
      if ((entry.generalPurposeBitFlag & 1) === 1) faults.push({kind: 'locked', entry: name})
      else if (entry.uncompressedSize > left) faults.push({kind: 'too-big', entry: name})
      else {
        const found = await unpack(zip, entry, left)
        left -= entry.uncompressedSize
        if (!found?.whole) faults.push({kind: 'damaged', entry: name})
        if (found) parts.set(name, found.part)
      }
    }
  } catch {
    const saved = await salvage(buffer)
    for (const [name, part] of saved.parts) if (!parts.has(name)) parts.set(name, part)
    faults.push(...saved.faults)
  }
  if (faults.some(({kind, entry}) => kind === 'damaged' && !parts.has(entry)))
    for (const [name, part] of (await salvage(buffer)).parts) if (!parts.has(name)) parts.set(name, part)
  return {parts, faults}
}

function partName(raw: Buffer): string {
  return raw.toString('utf8').replaceAll('\\', '/').replace(/^\/+/, '')
}

/** The unpacked bytes, as far as they go, and whether they are whole; null where nothing came out. */
async function unpack(
  zip: ZipFile,
  entry: Entry,
  limit: number
): Promise<{part: Uint8Array; whole: boolean} | null> {
  const chunks: Buffer[] = []
  let size = 0
  let whole = true
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      size += (chunk as Buffer).length
      if (size > limit) return null
      chunks.push(chunk as Buffer)
    }
  } catch {
    whole = false
  }
  const part = Buffer.concat(chunks)
  return part.length === 0 && !whole ? null : {part, whole: whole && crc32(part) === entry.crc32}
}

/** What the local headers of a zip without its directory still hold; the last part may break off in the middle. */
async function salvage(buffer: Buffer): Promise<Package> {
  const parts = new Map<string, Uint8Array>()
  const faults: Fault[] = [{kind: 'torn', entry: ''}]
  let left = partLimit.value
  for (let at = buffer.indexOf('PK\u0003\u0004', 0, 'latin1'); at >= 0 && faults.length < 9;) {
    const next = at + 4
    if (at + 30 > buffer.length) break
    const nameLength = buffer.readUInt16LE(at + 26)
    const start = at + 30 + nameLength + buffer.readUInt16LE(at + 28)
    const name = partName(buffer.subarray(at + 30, at + 30 + nameLength))
    const method = buffer.readUInt16LE(at + 8)
    if (wanted.test(name) && !parts.has(name) && (method === 8 || method === 0)) {
      const size = buffer.readUInt32LE(at + 18)
      const part =
        method === 0 ? buffer.subarray(start, start + size) : await inflated(buffer.subarray(start), left)
      if (part === null) faults.push({kind: 'damaged', entry: name})
      else {
        parts.set(name, part)
        left -= part.length
      }
    }
    at = buffer.indexOf('PK\u0003\u0004', next, 'latin1')
  }
  return {parts, faults}
}

/** What a packed stream gives until it breaks off, or null where that is nothing or too much. */
async function inflated(data: Buffer, limit: number): Promise<Uint8Array | null> {
  const chunks: Buffer[] = []
  let size = 0
  const stream = createInflateRaw({finishFlush: constants.Z_SYNC_FLUSH, chunkSize: 4096})
  stream.end(data)
  try {
    for await (const chunk of stream) {
      size += (chunk as Buffer).length
      if (size > limit) return null
      chunks.push(chunk as Buffer)
    }
  } catch {
    // What came before the damage is kept.
  }
  return size === 0 ? null : Buffer.concat(chunks)
}
