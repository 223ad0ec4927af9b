/** The lists of a Word 97–2003 file (PlfLst, PlfLfo) as the numbering that .docx has too. */
import {uint16, uint32, type DocFile} from './doc-file.js'
import type {Level, List} from './docx-numbering.js'

const formats: Readonly<Record<number, string>> = {
  0: 'decimal',
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  5: 'ordinal',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  14: 'decimalFullWidth',
  15: 'decimalHalfWidth',
  16: 'japaneseLegal',
  17: 'japaneseDigitalTenThousand',
  18: 'decimalEnclosedCircle',
  19: 'decimalFullWidth2',
  22: 'decimalZero',
  23: 'bullet',
  26: 'decimalEnclosedFullstop',
  27: 'decimalEnclosedParen',
  28: 'decimalEnclosedCircleChinese',
  29: 'ideographEnclosedCircle',
  30: 'ideographTraditional',
  31: 'ideographZodiac',
  32: 'ideographZodiacTraditional',
  33: 'taiwaneseCounting',
  34: 'ideographLegalTraditional',
  35: 'taiwaneseCountingThousand',
  36: 'taiwaneseDigital',
  37: 'chineseCounting',
  38: 'chineseLegalSimplified',
  39: 'chineseCountingThousand',
  57: 'numberInDash',
  255: 'none'
}

const lstIndex = 73
const lfoIndex = 74

/** Lists by the number (ilfo) that paragraphs carry. */
export function docLists(file: DocFile): Map<string, List> {
  const table = file.table
  const lst = file.plc(lstIndex)
  const count = Math.min(uint16(lst, 0), 5000)
  const byId = new Map<number, {levels: Map<number, Level>; styles: number[]}>()
  let at = file.start(lstIndex) + lst.length
  for (let i = 0; i < count; i++) {
    const head = 2 + 28 * i
    const styles = Array.from({length: 9}, (_, level) => uint16(lst, head + 8 + 2 * level))
    const simple = ((lst[head + 26] ?? 0) & 1) === 1
    const levels = new Map<number, Level>()
    for (let level = 0; level < (simple ? 1 : 9) && at < table.length; level++) {
      const read = readLevel(table, at, styles[level]!)
      levels.set(level, read.level)
      at = read.end
    }
    byId.set(uint32(lst, head), {levels, styles})
  }
  const lists = new Map<string, List>()
  const lfo = file.plc(lfoIndex)
  const lfoCount = Math.min(uint32(lfo, 0), 20000)
  let data = 4 + 16 * lfoCount
  for (let i = 0; i < lfoCount; i++) {
    const id = uint32(lfo, 4 + 16 * i)
    const overrides = lfo[4 + 16 * i + 12] ?? 0
    const levels = new Map(byId.get(id)?.levels)
    const startOverrides = new Map<number, number>()
    data += 4
    for (let each = 0; each < overrides && data + 8 <= lfo.length; each++) {
      const start = uint32(lfo, data)
      const bits = uint32(lfo, data + 4)
      data += 8
      if (bits & 0x20) {
        const read = readLevel(lfo, data, 0x0fff)
        levels.set(bits & 0xf, read.level)
        data = read.end
      } else if (bits & 0x10) startOverrides.set(bits & 0xf, start)
    }
    lists.set(String(i + 1), {abstract: String(id), levels, startOverrides})
  }
  return lists
}

function readLevel(buffer: Buffer, at: number, style: number): {level: Level; end: number} {
  const flags = buffer[at + 5] ?? 0
  const characters = buffer[at + 24] ?? 0
  const paragraph = buffer[at + 25] ?? 0
  const xst = at + 28 + characters + paragraph
  const length = uint16(buffer, xst)
  const end = xst + 2 + 2 * length
  const text = buffer.subarray(xst + 2, Math.min(end, buffer.length)).toString('utf16le')
  const suffix = buffer[at + 15]
  return {
    end,
    level: {
      start: uint32(buffer, at) & 0x7fff,
      format: formats[buffer[at + 4] ?? 0] ?? `nfc ${buffer[at + 4]}`,
      text: text.replace(/[\u0000-\u0008]/g, digit => `%${digit.charCodeAt(0) + 1}`),
      restart: flags & 0x08 ? (buffer[at + 26] ?? 0) : undefined,
      legal: (flags & 0x04) !== 0,
      suffix: suffix === 1 ? 'space' : suffix === 2 ? 'nothing' : 'tab',
      style: style === 0x0fff ? undefined : String(style),
      font: ''
    }
  }
}
