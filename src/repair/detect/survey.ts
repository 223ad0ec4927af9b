import type {Block} from '../../core/draft.js'
import {textOf} from '../../core/traced.js'
import {isTitle} from '../contents/contents.js'
import {copyEnds} from '../units/copies.js'

/** What one quick look over a draft says: is there anything that stands twice? Sound documents are decided here. */
export interface Survey {
  /**
   * Sentences whose text (by hash) stood before, with headings that stand right under themselves and lines that are nothing but
   * copies of how they begin; and how many sentences there are.
   */
  readonly repeated: number
  readonly sentences: number
  /** Blocks that are long and open or end with the same words as the long block before them. */
  readonly alike: readonly number[]
}

const frameChars = 8
const longBlock = 40

/** A sentence shorter than this says nothing when it recurs: 预期性。 */
const leastChars = 8

/**
 * One pass over the characters, no strings made. Sentences end at 。！？； and at the ends of blocks; white space and marks do not
 * count. A hash that meets another by chance only costs the slower look that follows.
 */
export function survey(blocks: readonly Block[]): Survey {
  let chars = 0
  for (const block of blocks)
    if (block.kind === 'paragraph') for (const piece of block.text) chars += piece.text.length
  let size = 1024
  while (size < chars / 4) size *= 2
  const table = new Int32Array(size)
  const mask = size - 1
  let repeated = 0
  let sentences = 0
  let filled = 0
  let hash = 0
  let solid = 0
  const close = () => {
    if (solid >= leastChars && filled < size / 2) {
      const value = hash | 1
      let slot = Math.imul(value, 0x9e3779b1) & mask
      while (table[slot] !== 0 && table[slot] !== value) slot = (slot + 1) & mask
      if (table[slot] === value) repeated++
      else {
        table[slot] = value
        filled++
      }
    }
    if (solid > 0) sentences++
    hash = 0
    solid = 0
  }
  const alike: number[] = []
  let opening = 0
  let ending = 0
  let above = ''
  for (let b = 0; b < blocks.length; b++) {
    const block = blocks[b]!
    if (block.kind !== 'paragraph') {
      opening = ending = 0
      continue
    }
    if (block.text.length === 0) continue
    const text = textOf(block.text)
    if (text === above && isTitle(text)) repeated++
    if (copyEnds(text).length > 0) repeated++
    above = text
    const [opened, ended] = [opening, ending]
    opening = text.length < longBlock ? 0 : hashOf(text, 0)
    ending = opening === 0 ? 0 : hashOf(text, text.length - frameChars)
    if (opening !== 0 && (opening === opened || ending === ended)) alike.push(b)
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (code === 0x3002 || code === 0xff01 || code === 0xff1f || code === 0xff1b) close()
      else if (
        (code >= 0x3400 && code <= 0x9fff) ||
        (code >= 0x30 && code <= 0x39) ||
        (code >= 0x41 && code <= 0x7a)
      ) {
        hash = (Math.imul(hash, 31) + code) | 0
        solid++
      }
    }
    close()
  }
  return {repeated, sentences, alike}
}

function hashOf(text: string, from: number): number {
  let hash = 7
  for (let i = from; i < from + frameChars; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0
  return hash
}
