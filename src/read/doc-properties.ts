/** Properties of paragraphs and characters in a Word 97–2003 file: lists of `sprm` codes with operands, kept per stretch of the stream. */
import {uint16, uint32, type DocFile} from './doc-file.js'

export interface Sprm {
  readonly code: number
  readonly operand: Buffer
}

/** The codes we act on ([MS-DOC] 2.6). */
export const sprm = {
  deleted: 0x0800,
  inserted: 0x0801,
  hidden: 0x083c,
  bold: 0x0835,
  size: 0x4a43,
  symbol: 0x6a09,
  level: 0x2640,
  ilvl: 0x260a,
  list: 0x460b,
  align: 0x2461,
  alignOld: 0x2403,
  firstLineChars: 0x4457,
  firstLine: 0x8460,
  firstLineOld: 0x8411,
  inTable: 0x2416,
  rowEnd: 0x2417,
  depth: 0x6649,
  tableHeader: 0x3404,
  tableDefinition: 0xd608,
  verticalMerge: 0xd62b,
  huge: 0x6646,
  hugeTable: 0x646b
} as const

/** A list of codes with their operands; what does not fit any more is left out. */
export function sprmsOf(list: Buffer): Sprm[] {
  const out: Sprm[] = []
  for (let at = 0; at + 2 <= list.length;) {
    const code = list.readUInt16LE(at)
    at += 2
    const kind = code >> 13
    let size = [1, 1, 2, 4, 2, 2, 0, 3][kind]!
    if (kind === 6) {
      if (code === sprm.tableDefinition) size = 1 + uint16(list, at)
      else if (code === 0xc615 && list[at] === 255) size = list.length - at
      else size = 1 + (list[at] ?? 0)
    }
    if (at + size > list.length) break
    out.push({code, operand: list.subarray(at, at + size)})
    at += size
  }
  return out
}

/** A stretch `[from, to)` of the main stream and its properties; `style` of a paragraph. */
export interface Stretch {
  readonly from: number
  readonly to: number
  readonly style: number
  readonly sprms: readonly Sprm[]
}

/** Of all paragraphs (index 13) or of all characters (index 12), sorted. */
export function stretchesOf(file: DocFile, kind: 'paragraphs' | 'characters'): Stretch[] {
  const plc = file.plc(kind === 'paragraphs' ? 13 : 12)
  const count = Math.floor((plc.length - 4) / 8)
  const out: Stretch[] = []
  for (let i = 0; i < count; i++) {
    const page = (uint32(plc, 4 * (count + 1) + 4 * i) & 0x3fffff) * 512
    if (page + 512 > file.main.length) continue
    const fkp = file.main.subarray(page, page + 512)
    const runs = fkp[511]!
    const step = kind === 'paragraphs' ? 13 : 1
    for (let j = 0; j < runs; j++) {
      const at = fkp[4 * (runs + 1) + step * j]! * 2
      const list =
        at === 0 ? Buffer.alloc(0) : kind === 'paragraphs' ? paragraphList(fkp, at) : characterList(fkp, at)
      const papx = kind === 'paragraphs' && list.length >= 2
      out.push({
        from: uint32(fkp, 4 * j),
        to: uint32(fkp, 4 * (j + 1)),
        style: papx ? list.readUInt16LE(0) : 0,
        sprms: withHuge(sprmsOf(papx ? list.subarray(2) : list), file.data)
      })
    }
  }
  return out.sort((a, b) => a.from - b.from)
}

/** A list too long for its page (a table of many columns) lies in the data stream; a code says where. */
function withHuge(sprms: readonly Sprm[], data: Buffer): readonly Sprm[] {
  const huge = sprms.find(({code}) => code === sprm.huge || code === sprm.hugeTable)
  if (!huge) return sprms
  const at = uint32(huge.operand, 0)
  return [...sprms, ...sprmsOf(data.subarray(at + 2, at + 2 + uint16(data, at)))]
}

function paragraphList(fkp: Buffer, at: number): Buffer {
  const size = fkp[at]!
  return size === 0
    ? fkp.subarray(at + 2, at + 2 + 2 * (fkp[at + 1] ?? 0))
    : fkp.subarray(at + 1, at + 1 + 2 * size - 1)
}

function characterList(fkp: Buffer, at: number): Buffer {
  return fkp.subarray(at + 1, at + 1 + fkp[at]!)
}

/** The stretch that holds a place of the main stream. */
export function stretchAt(stretches: readonly Stretch[], place: number): Stretch | undefined {
  let lo = 0
  let hi = stretches.length - 1
  while (lo < hi) {
    const mid = (lo + hi + 1) >> 1
    if (stretches[mid]!.from <= place) lo = mid
    else hi = mid - 1
  }
  const found = stretches[lo]
  return found && place >= found.from && place < found.to ? found : undefined
}

/** The operand of the last code of that kind as a number, or undefined. */
export function valueOfSprm(sprms: readonly Sprm[], code: number): number | undefined {
  let value: number | undefined
  for (const each of sprms)
    if (each.code === code)
      value =
        each.operand.length === 1
          ? each.operand[0]
          : each.operand.length === 2
            ? each.operand.readInt16LE(0)
            : uint32(each.operand, 0)
  return value
}
