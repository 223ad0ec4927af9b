/** The stylesheet of a Word 97–2003 file (STSH), in the words that .docx uses too. */
import type {DocFile} from './doc-file.js'
import {uint16} from './doc-file.js'
import {sprm, sprmsOf, valueOfSprm, type Sprm} from './doc-properties.js'
import type {Look, Style} from './docx-styles.js'

interface Own {
  readonly name: string
  readonly builtIn: number
  readonly base: number
  readonly look: Look
}

/** Styles by their index. */
export function docStyles(file: DocFile): Map<number, Style> {
  const stsh = file.plc(1)
  const own = new Map<number, Own>()
  const count = uint16(stsh, 2)
  const baseSize = uint16(stsh, 4)
  let at = 2 + uint16(stsh, 0)
  for (let i = 0; i < count && at + 2 <= stsh.length; i++) {
    const size = uint16(stsh, at)
    const found = size > 0 ? readStyle(stsh.subarray(at + 2, at + 2 + size), baseSize) : null
    if (found) own.set(i, found)
    at += 2 + size
  }
  const styles = new Map<number, Style>()
  for (const [id, {name, builtIn}] of own) {
    let look: Look = {}
    const seen = new Set<number>()
    for (
      let next: number | undefined = id;
      next !== undefined && !seen.has(next);
      next = own.get(next)?.base
    ) {
      seen.add(next)
      look = {...own.get(next)?.look, ...look}
    }
    if (builtIn >= 1 && builtIn <= 9 && look.level === undefined) look = {...look, level: builtIn}
    const plainName = builtIn >= 19 && builtIn <= 27 ? `toc ${builtIn - 18}` : name
    styles.set(id, {id: String(id), name: plainName, look})
  }
  return styles
}

function readStyle(std: Buffer, baseSize: number): Own | null {
  if (std.length < baseSize + 2 || baseSize < 10) return null
  const isParagraph = (uint16(std, 2) & 0xf) === 1
  const length = uint16(std, baseSize)
  const name = std.subarray(baseSize + 2, baseSize + 2 + 2 * length).toString('utf16le')
  let at = baseSize + 2 + 2 * length + 2
  if (at % 2 === 1) at++
  const upx = std.subarray(at + 2, at + 2 + uint16(std, at))
  at += 2 + upx.length + (upx.length % 2)
  const characters = sprmsOf(std.subarray(at + 2, at + 2 + uint16(std, at)))
  const size = valueOfSprm(characters, sprm.size)
  const type: Look = {
    ...(valueOfSprm(characters, sprm.bold) === 1 && {bold: true}),
    ...(size !== undefined && {size})
  }
  return {
    name: name.split(',')[0]!,
    builtIn: uint16(std, 0) & 0xfff,
    base: uint16(std, 2) >> 4,
    look: isParagraph ? {...lookOf(sprmsOf(upx.subarray(2))), ...type} : {}
  }
}

const alignments = ['left', 'center', 'right', 'left', 'center'] as const

/** Paragraph codes as a look. */
export function lookOf(sprms: readonly Sprm[]): Look {
  const level = valueOfSprm(sprms, sprm.level)
  const list = valueOfSprm(sprms, sprm.list)
  const ilvl = valueOfSprm(sprms, sprm.ilvl)
  const align = alignments[valueOfSprm(sprms, sprm.align) ?? valueOfSprm(sprms, sprm.alignOld) ?? -1]
  const chars = valueOfSprm(sprms, sprm.firstLineChars)
  const twips = valueOfSprm(sprms, sprm.firstLine) ?? valueOfSprm(sprms, sprm.firstLineOld)
  return {
    ...(level !== undefined && {level: level < 9 ? level + 1 : 0}),
    ...(list !== undefined && {numId: String(list & 0xffff)}),
    ...(ilvl !== undefined && {ilvl}),
    ...(align && {align}),
    ...(chars !== undefined && {firstLineChars: chars}),
    ...(twips !== undefined && {firstLine: twips})
  }
}
