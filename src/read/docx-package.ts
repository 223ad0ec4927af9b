/**
 * The parts of a Word file out of its zip. Only the parts that carry text are unpacked, none beyond the limit; entries are looked
 * up by name and never written anywhere. yauzl does it (kept, checks sizes as it goes); a torn zip is salvaged part by part.
 */
import {inflateRawSync} from 'node:zlib'
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
    return salvage(buffer)
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
        const part = await unpack(zip, entry, left)
        left -= entry.uncompressedSize
        if (part === null) faults.push({kind: 'damaged', entry: name})
        else parts.set(name, part)
      }
    }
  } catch {
    const saved = salvage(buffer)
    for (const [name, part] of saved.parts) if (!parts.has(name)) parts.set(name, part)
    faults.push(...saved.faults)
  }
  return {parts, faults}
}

function partName(raw: Buffer): string {
  return raw.toString('utf8').replaceAll('\\', '/').replace(/^\/+/, '')
}

/** The unpacked bytes, or null where they are damaged or more than they claim. */
async function unpack(zip: ZipFile, entry: Entry, limit: number): Promise<Uint8Array | null> {
  try {
    const chunks: Buffer[] = []
    let size = 0
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      size += (chunk as Buffer).length
      if (size > limit) return null
      chunks.push(chunk as Buffer)
    }
    return Buffer.concat(chunks)
  } catch {
    return null
  }
}

/** What the local headers of a zip without its directory still hold; the last part may break off in the middle. */
function salvage(buffer: Buffer): Package {
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
        method === 0 ? buffer.subarray(start, start + size) : inflated(buffer.subarray(start), left)
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

const zSyncFlush = 2

function inflated(data: Buffer, limit: number): Uint8Array | null {
  try {
    return inflateRawSync(data, {maxOutputLength: Math.max(limit, 1), finishFlush: zSyncFlush})
  } catch {
    return null
  }
}
