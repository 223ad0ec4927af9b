import {constants, createGunzip, inflateRawSync} from 'node:zlib'
import {Readable} from 'node:stream'
import {fromBufferPromise, type Entry, type ZipFile} from 'yauzl'
import {note} from '../core/note.js'
import type {Budget, Member, Tell} from './members.js'
import {thresholds} from './containers.rules.js'
import {recordsOf} from './warc.js'

/** Members of a zip, by its directory; where that is missing, by the headers before each member. */
export async function* membersOfZip(bytes: Uint8Array, budget: Budget, tell: Tell): AsyncGenerator<Member> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const seen = new Set<number>()
  let zip: ZipFile
  try {
    zip = await fromBufferPromise(buffer, {decodeStrings: false, autoClose: false})
    for await (const entry of zip.eachEntry()) {
      seen.add(entry.relativeOffsetOfLocalHeader)
      const name = nameOf(entry.fileNameRaw, (entry.generalPurposeBitFlag & 0x800) !== 0)
      if (name.endsWith('/')) continue
      const member = await memberOf(zip, entry, name, budget, tell)
      if (member) yield member
      if (budget.bytes <= 0) {
        tell(note('warning', thresholds.total.id, 'The container unpacks to more than is read'), null)
        return
      }
    }
  } catch {
    tell(
      note('warning', 'read/container-torn', 'The zip has no whole directory; its members were looked for'),
      null
    )
    yield* salvage(buffer, seen, budget, tell)
  }
}

/** Names are UTF-8 where the zip says so or they are; Chinese Windows wrote them in GBK and said nothing. */
export function nameOf(raw: Uint8Array, utf8: boolean): string {
  const decoded =
    strict(raw, 'utf-8') ?? (utf8 ? null : strict(raw, 'gb18030')) ?? Buffer.from(raw).toString('latin1')
  return decoded.replaceAll('\\', '/')
}

function strict(raw: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, {fatal: true}).decode(raw)
  } catch {
    return null
  }
}

/** Does the name lead out of the folder the container stands for? */
export function climbs(name: string): boolean {
  return /^(?:\/|[a-z]:)|(?:^|\/)\.\.(?:\/|$)|\0/i.test(name)
}

const suspicious = 16 * 1024 * 1024

async function memberOf(
  zip: ZipFile,
  entry: Entry,
  name: string,
  budget: Budget,
  tell: Tell
): Promise<Member | null> {
  const size = entry.uncompressedSize
  const refuse = (rule: string, reason: string) => {
    tell(note('warning', rule, `${name} ${reason}`), name)
    return null
  }
  if (climbs(name)) return refuse('read/member-climbs', 'leads out of the container')
  if (entry.generalPurposeBitFlag & 1) return refuse('read/member-locked', 'is under a password')
  if (size > thresholds.member.value) return refuse(thresholds.member.id, `unpacks to ${size} bytes`)
  if (size > suspicious && size / Math.max(1, entry.compressedSize) > thresholds.ratio.value)
    return refuse(thresholds.ratio.id, `unpacks from ${entry.compressedSize} to ${size} bytes`)
  const limit = Math.min(size, budget.bytes)
  try {
    const chunks: Buffer[] = []
    let length = 0
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      length += (chunk as Buffer).length
      if (length > limit) return refuse(thresholds.total.id, 'is more than is left to be unpacked')
      chunks.push(chunk as Buffer)
    }
    budget.bytes -= length
    return {name, bytes: Buffer.concat(chunks)}
  } catch (error) {
    return refuse('read/member-damaged', `does not unpack (${(error as Error).message})`)
  }
}

/** Members by the headers before them, those already had left out; the last one may be cut. */
function* salvage(buffer: Buffer, seen: ReadonlySet<number>, budget: Budget, tell: Tell): Generator<Member> {
  const magic = Buffer.from([0x50, 0x4b, 3, 4])
  let at = buffer.indexOf(magic)
  while (at >= 0 && at + 30 <= buffer.length && budget.bytes > 0) {
    const flags = buffer.readUInt16LE(at + 6)
    const method = buffer.readUInt16LE(at + 8)
    const packed = buffer.readUInt32LE(at + 18)
    const nameEnd = at + 30 + buffer.readUInt16LE(at + 26)
    const start = nameEnd + buffer.readUInt16LE(at + 28)
    const name = nameOf(buffer.subarray(at + 30, nameEnd), (flags & 0x800) !== 0)
    const header = at
    const known = packed > 0 && start + packed <= buffer.length
    at = buffer.indexOf(magic, known ? start + packed : at + 4)
    if (seen.has(header) || name.endsWith('/') || start > buffer.length) continue
    if (climbs(name) || flags & 1) {
      const rule = flags & 1 ? 'read/member-locked' : 'read/member-climbs'
      tell(note('warning', rule, `${name} was left packed`), name)
      continue
    }
    const end = known ? start + packed : at < 0 ? buffer.length : at
    const bytes =
      method === 0
        ? buffer.subarray(start, end)
        : method === 8
          ? inflated(buffer.subarray(start, end), budget)
          : null
    if (bytes === null || bytes.length === 0)
      tell(note('warning', 'read/member-damaged', `${name} does not unpack`), name)
    else {
      budget.bytes -= bytes.length
      if (!known && !(flags & 8)) tell(note('warning', 'read/record-cut', `${name} breaks off`), name)
      yield {name, bytes}
    }
  }
}

function inflated(data: Buffer, budget: Budget): Uint8Array | null {
  const most = Math.min(
    thresholds.member.value,
    budget.bytes,
    Math.max(suspicious, data.length * thresholds.ratio.value)
  )
  try {
    return inflateRawSync(data, {maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH})
  } catch {
    return null
  }
}

/** What a .gz file holds: the records of a crawl as they come, or one file. */
export async function* gunzipped(
  bytes: Uint8Array,
  name: string,
  budget: Budget,
  tell: Tell
): AsyncGenerator<Member> {
  const stream = Readable.from(slices(bytes)).pipe(createGunzip({finishFlush: constants.Z_SYNC_FLUSH}))
  const chunks = unpacked(stream, bytes.length, name, budget, tell)
  const first = await chunks.next()
  if (first.done) {
    tell(note('warning', 'read/member-damaged', `${name} does not unpack`), name)
    return
  }
  const all = (async function* () {
    yield first.value
    yield* chunks
  })()
  if (first.value.subarray(0, 5).toString('latin1') === 'WARC/') yield* recordsOf(all, budget, tell)
  else {
    const parts: Buffer[] = []
    let length = 0
    for await (const chunk of all) {
      parts.push(chunk)
      if ((length += chunk.length) <= thresholds.member.value) continue
      tell(note('warning', thresholds.member.id, `${name} unpacks to more than is read`), name)
      return
    }
    yield {name, bytes: Buffer.concat(parts)}
  }
}

/** Small slices, so that a bomb is noticed early. */
function* slices(bytes: Uint8Array): Generator<Buffer> {
  const step = 65536
  for (let at = 0; at < bytes.length; at += step)
    yield Buffer.from(bytes.buffer, bytes.byteOffset + at, Math.min(step, bytes.length - at))
}

async function* unpacked(
  stream: AsyncIterable<unknown>,
  packed: number,
  name: string,
  budget: Budget,
  tell: Tell
): AsyncGenerator<Buffer> {
  let length = 0
  try {
    for await (const chunk of stream) {
      const part = chunk as Buffer
      length += part.length
      budget.bytes -= part.length
      if (length > suspicious && length / packed > thresholds.ratio.value) {
        tell(
          note('warning', thresholds.ratio.id, `${name} unpacks from ${packed} to more than ${length} bytes`),
          name
        )
        return
      }
      if (budget.bytes <= 0) {
        tell(note('warning', thresholds.total.id, `${name} unpacks to more than is read`), name)
        return
      }
      yield part
    }
  } catch (error) {
    tell(note('warning', 'read/container-torn', `${name} breaks off (${(error as Error).message})`), name)
  }
}
