import {brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync} from 'node:zlib'
import {note} from '../core/note.js'
import type {Budget, Member, Tell} from './members.js'
import {thresholds} from './containers.rules.js'

/**
 * The pages of a WARC (1.0, 1.1), as crawlers store them: bodies of successful answers, unchunked and unpacked, under their address;
 * `resource` and `conversion` records as they are. warcio would do it too, but brings a command line and needs a file or a socket.
 * A damaged record is skipped to the next one.
 */
export async function* recordsOf(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  budget: Budget,
  tell: Tell
): AsyncGenerator<Member> {
  const input = inputOf(chunks)
  const skipped = new Map<string, number>()
  const skip = (why: string) => skipped.set(why, (skipped.get(why) ?? 0) + 1)
  const names = new Map<string, number>()
  while (await input.seek('WARC/1.')) {
    const head = headersOf(await input.through('\r\n\r\n', 65536))
    if (!head) {
      skip('damaged')
      continue
    }
    const type = head.get('warc-type') ?? ''
    const uri = (head.get('warc-target-uri') ?? '').replace(/^<|>$/g, '')
    const length = Number(head.get('content-length') ?? '0')
    if (!Number.isSafeInteger(length) || length < 0) {
      skip('damaged')
      continue
    }
    if (!/^(?:response|resource|conversion)$/.test(type)) {
      if (type !== 'warcinfo') skip(type || 'without a type')
      await input.skip(length)
      continue
    }
    if (length > thresholds.member.value) {
      tell(note('warning', thresholds.member.id, `${uri} holds ${length} bytes`), uri || null)
      await input.skip(length)
      continue
    }
    const block = await input.take(length)
    const times = names.get(uri) ?? 0
    names.set(uri, times + 1)
    const name = times === 0 ? uri : `${uri}#${times + 1}`
    if (block.length < length || head.has('warc-truncated'))
      tell(note('warning', 'read/record-cut', `${name} is cut off at ${block.length} bytes`), name)
    const http = type === 'response' && /^HTTP\/\d/.test(block.subarray(0, 7).toString('latin1'))
    const body = http ? bodyOf(block, budget) : {bytes: block, type: head.get('content-type') ?? ''}
    if (typeof body === 'string') {
      if (body === 'damaged') tell(note('warning', 'read/member-damaged', `${name} does not unpack`), name)
      else skip(body)
    } else if (
      !/^(?:text\/(?!css|javascript)|application\/(?!javascript|json|x-javascript|font)|$|unknown)/i.test(
        body.type
      )
    )
      skip(body.type)
    else if (body.bytes.length === 0) skip('empty')
    else yield {name, bytes: body.bytes}
  }
  const total = [...skipped.values()].reduce((a, b) => a + b, 0)
  if (total > 0) {
    const kinds = [...skipped].map(([why, n]) => `${n} ${why}`).join(', ')
    tell(note('info', 'read/record-skipped', `Records without a page: ${kinds.slice(0, 300)}`), null)
  }
}

type Headers = ReadonlyMap<string, string>

/** Header lines by their name in small letters; a line that begins with a blank goes on the one before. */
function headersOf(head: Buffer | null): Headers | null {
  if (!head) return null
  const lines = head
    .toString('utf8')
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
  const headers = new Map<string, string>()
  for (const line of lines.slice(1)) {
    const colon = line.indexOf(':')
    const key = line.slice(0, colon).trim().toLowerCase()
    if (colon > 0 && !headers.has(key)) headers.set(key, line.slice(colon + 1).trim())
  }
  return headers
}

/** The body of an HTTP answer as a browser would have it, or why there is none. */
function bodyOf(block: Buffer, budget: Budget): {readonly bytes: Uint8Array; readonly type: string} | string {
  const crlf = block.indexOf('\r\n\r\n')
  const lf = block.indexOf('\n\n')
  const at = crlf >= 0 && (lf < 0 || crlf < lf) ? crlf : lf
  if (at < 0) return 'without a body'
  const head = block.subarray(0, at)
  const status = /^HTTP\/\S+ (\d+)/.exec(head.subarray(0, 40).toString('latin1'))?.[1] ?? ''
  if (!/^2/.test(status)) return `answers with status ${status}`
  const headers = headersOf(head)!
  let body: Buffer = block.subarray(at + (at === crlf ? 4 : 2))
  if (/chunked/i.test(headers.get('transfer-encoding') ?? '')) body = unchunked(body)
  const most = {
    maxOutputLength: Math.max(
      1,
      Math.min(thresholds.member.value, budget.bytes, body.length * thresholds.ratio.value + 1024)
    ),
    finishFlush: constants.Z_SYNC_FLUSH
  }
  try {
    const packing = (headers.get('content-encoding') ?? '').toLowerCase()
    if (packing.includes('gzip') && body[0] === 0x1f && body[1] === 0x8b) body = gunzipSync(body, most)
    else if (packing.includes('deflate'))
      body = (body[0]! & 15) === 8 ? inflateSync(body, most) : inflateRawSync(body, most)
    else if (packing === 'br') body = brotliDecompressSync(body, {maxOutputLength: most.maxOutputLength})
  } catch {
    return 'damaged'
  }
  return {bytes: body, type: (headers.get('content-type') ?? '').trim()}
}

/** Without the sizes of its chunks; a body that has none, as crawlers that unpack it leave it, stays as it is. */
function unchunked(body: Buffer): Buffer {
  const parts: Buffer[] = []
  let at = 0
  while (at < body.length) {
    const end = body.indexOf('\r\n', at)
    const size =
      end < 0 || end - at > 64
        ? null
        : /^\s*([0-9a-f]{1,8})\s*(?:;.*)?$/i.exec(body.toString('latin1', at, end))
    if (!size) return parts.length === 0 ? body : Buffer.concat([...parts, body.subarray(at)])
    const length = Number.parseInt(size[1]!, 16)
    if (length === 0) break
    parts.push(body.subarray(end + 2, end + 2 + length))
    at = end + 2 + length + 2
  }
  return Buffer.concat(parts)
}

interface Input {
  /** Goes on to the next place where these bytes stand; false at the end. */
  seek(words: string): Promise<boolean>
  /** All up to and with these bytes, null where they do not come within `most`. */
  through(words: string, most: number): Promise<Buffer | null>
  /** So many bytes, fewer at the end. */
  take(length: number): Promise<Buffer>
  skip(length: number): Promise<void>
}

/** Reads chunk by chunk: no more is held than the record under way. */
function inputOf(chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Input {
  const source = Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]()
  let held: Buffer[] = []
  let size = 0
  let over = false
  const more = async (): Promise<boolean> => {
    if (over) return false
    const next = await source.next()
    if (next.done) {
      over = true
      return false
    }
    const {value} = next
    held.push(Buffer.from(value.buffer, value.byteOffset, value.byteLength))
    size += value.byteLength
    return true
  }
  const whole = (): Buffer => {
    if (held.length !== 1) held = [Buffer.concat(held)]
    return held[0]!
  }
  const drop = (length: number) => {
    const rest = whole().subarray(length)
    held = [rest]
    size = rest.length
  }
  const take = async (length: number) => {
    while (size < length && (await more()));
    const taken = Buffer.from(whole().subarray(0, length))
    drop(taken.length)
    return taken
  }
  return {
    async seek(words) {
      for (;;) {
        const at = whole().indexOf(words, 0, 'latin1')
        if (at >= 0) {
          drop(at)
          return true
        }
        drop(Math.max(0, size - words.length + 1))
        if (!(await more())) return false
      }
    },
    async through(words, most) {
      for (;;) {
        const at = whole().indexOf(words, 0, 'latin1')
        if (at >= 0 && at <= most) return take(at + words.length)
        if (at >= 0 || size > most || !(await more())) {
          drop(Math.min(size, words.length))
          return null
        }
      }
    },
    take,
    async skip(length) {
      let left = length
      while (left > 0) {
        const part = Math.min(left, size)
        drop(part)
        left -= part
        if (left > 0 && !(await more())) return
      }
    }
  }
}
