import type {Place, Source} from '../core/source.js'
import type {Span} from '../core/span.js'
import {execute} from './execute.js'
import type {Unpack} from './work.js'
import type {Draft} from '../core/draft.js'
import type {RawFile} from '../core/source.js'
import {pipeline} from '../core/stage.js'
import {read} from '../read/index.js'

/** A file read once more, so that offsets can be turned into places in it. */
export interface Located {
  readonly source: Source
  /** Where a raw character stands: a byte (of a container's member: within it), a run of a part, a spot on a page; null where the format does not say. */
  place(offset: number): Place | null
  /** The raw character that a byte belongs to; null where the format does not say. */
  offsetOf(byte: number): number | null
}

/** Reads the file (or the member `entry` of it) again. Null where there is no such member or it is unreadable. */
export async function locate(file: RawFile, entry: string | null, unpack: Unpack): Promise<Located | null> {
  for await (const member of unpack(file)) {
    if ((member.entry ?? null) !== entry) continue
    const {value} = await execute(pipeline<RawFile>('read').to(read), member)
    return value ? locatedIn(value, member.bytes) : null
  }
  return null
}

function locatedIn({source}: Draft, bytes: Uint8Array): Located {
  if (source.locators.length > 0)
    return {source, place: offset => placeAmong(source.locators, offset), offsetOf: () => null}
  if (source.encoding === 'binary') return {source, place: () => null, offsetOf: () => null}
  const counted = counter(bytes, source.encoding)
  return {
    source,
    place: offset => {
      const byte = counted.byteOf(offset)
      return byte === null ? null : {kind: 'byte', byte}
    },
    offsetOf: counted.offsetOf
  }
}

/** The place of the locator that holds the offset, moved on by the distance where places can be counted on. */
function placeAmong(locators: Source['locators'], offset: number): Place | null {
  const found = locators.find(({span: [start, end]}) => start <= offset && offset < end)
  if (!found) return null
  const {place, span} = found
  return place.kind === 'part' ? {...place, offset: place.offset + offset - span[0]} : place
}

const stretch = 65536

/**
 * Offsets and bytes of a text in any encoding that `TextDecoder` knows, by decoding again: right even where bytes were bad or a mark
 * stands first, because the decoder itself counts. Null where the encoding has no decoder.
 */
function counter(bytes: Uint8Array, encoding: string) {
  const fresh = () => {
    try {
      return new TextDecoder(encoding)
    } catch {
      return null
    }
  }
  /** How many characters the first bytes give: the index of the character that the next byte belongs to. */
  const offsetOf = (byte: number): number | null =>
    fresh()?.decode(bytes.subarray(0, byte), {stream: true}).length ?? null
  /** The byte after character `offset`. */
  const endOf = (offset: number): number | null => {
    const coarse = fresh()
    const fine = fresh()
    if (!coarse || !fine) return null
    let chars = 0
    let from = 0
    for (; from < bytes.length; from += stretch) {
      const more = coarse.decode(bytes.subarray(from, from + stretch), {stream: true}).length
      if (chars + more > offset) break
      chars += more
    }
    fine.decode(bytes.subarray(0, from), {stream: true})
    for (let byte = from; byte < bytes.length; byte++) {
      chars += fine.decode(bytes.subarray(byte, byte + 1), {stream: true}).length
      if (chars > offset) return byte + 1
    }
    return bytes.length
  }
  const byteOf = (offset: number): number | null => (offset === 0 ? markLength(bytes) : endOf(offset - 1))
  return {offsetOf, byteOf}
}

/** The length of a byte-order mark. */
function markLength(bytes: Uint8Array): number {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 3
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff) ? 2 : 0
}

/** A place in words. */
export function placeInWords(place: Place | null): string {
  if (place === null) return 'place not known'
  if (place.kind === 'byte') return `byte ${place.byte}`
  if (place.kind === 'part') return `${place.part}, run ${place.run}, character ${place.offset}`
  return `page ${place.page} at ${Math.round(place.x)}, ${Math.round(place.y)}`
}

/** First and last place of a span. */
export function rangeInWords(located: Located | null, [start, end]: Span): string {
  if (!located) return ''
  const first = located.place(start)
  const last = located.place(end)
  if (first?.kind === 'byte' && last?.kind === 'byte') return `bytes ${first.byte}–${last.byte}`
  return placeInWords(first)
}
