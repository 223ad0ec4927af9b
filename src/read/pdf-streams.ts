/** What is packed in a PDF, looked at before pdfjs unpacks it without asking. */
import {inflateSync} from 'node:zlib'
import {streamLimit} from './pdf.rules.js'

export interface Streams {
  /** Does a stream that is no picture hold more than a page of print ever does? */
  readonly tooMuch: boolean
  /** Where the data of damaged fonts begin. */
  readonly damagedFonts: readonly number[]
}

const font = /\/Length1\b|\/Subtype\s*\/(?:Type1C|CIDFontType0C|OpenType)\b/
const packedOnce = /\/Filter\s*\[?\s*\/FlateDecode\s*(?:\]|\/|>>)/

/** Unpacks every packed stream but pictures. What is encrypted cannot be told from what is damaged. */
export function streamsOf(bytes: Uint8Array): Streams {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const encrypted = buffer.includes('/Encrypt')
  const damagedFonts: number[] = []
  let left = streamLimit.value * 8
  for (let at = buffer.indexOf('stream'); at >= 0; at = buffer.indexOf('stream', at + 6)) {
    if (buffer[at - 1] === 0x64) continue
    const head = buffer.subarray(Math.max(0, at - 600), at).toString('latin1')
    const dictionary = head.slice(head.lastIndexOf(' obj') + 1)
    if (!dictionary.includes('FlateDecode') || /\/Subtype\s*\/Image/.test(dictionary)) continue
    const start = at + (buffer[at + 6] === 0x0d ? 8 : 7)
    try {
      left -= inflateSync(buffer.subarray(start), {maxOutputLength: streamLimit.value, finishFlush: 2}).length
    } catch (error) {
      if (error instanceof RangeError) return {tooMuch: true, damagedFonts}
      if (!encrypted && font.test(dictionary) && packedOnce.test(dictionary)) damagedFonts.push(start)
    }
    if (left < 0) return {tooMuch: true, damagedFonts}
  }
  return {tooMuch: false, damagedFonts}
}

/** A packed stream of nothing. */
const nothing = Uint8Array.of(0x78, 0x9c, 0x03, 0x00, 0x00, 0x00, 0x00, 0x01)

/**
 * The file with those fonts emptied: pdfjs reads the drawing of their glyphs, which we never draw, and may be at it for ever where it
 * is noise. What characters the glyphs stand for is said elsewhere in the file.
 */
export function withoutFonts(bytes: Uint8Array, fonts: readonly number[]): Uint8Array {
  const copy = new Uint8Array(bytes)
  for (const start of fonts) if (start + nothing.length <= copy.length) copy.set(nothing, start)
  return copy
}
