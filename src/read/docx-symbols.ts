/** Glyphs of the symbol fonts that Word inserts (插入符号) as the Unicode characters they show. */

/** Pairs of a byte of the font and what it shows. */
const symbol: Readonly<Record<number, string>> = {
  0xa3: '≤',
  0xb0: '°',
  0xb1: '±',
  0xb2: '″',
  0xb3: '≥',
  0xb4: '×',
  0xb7: '•',
  0xb8: '÷',
  0xb9: '≠',
  0xbb: '≈',
  0xa2: '′',
  0xa5: '∞',
  0xab: '↔',
  0xac: '←',
  0xad: '↑',
  0xae: '→',
  0xaf: '↓',
  0xd6: '√',
  0xe5: '∑',
  0x6d: 'μ',
  0x61: 'α',
  0x62: 'β'
}

const wingdings: Readonly<Record<number, string>> = {
  0x6c: '●',
  0x6d: '❍',
  0x6e: '■',
  0x6f: '□',
  0x71: '❑',
  0x72: '❒',
  0x74: '◆',
  0x75: '◆',
  0x76: '❖',
  0x77: '◆',
  0x9f: '•',
  0xa1: '○',
  0xa7: '▪',
  0xa8: '□',
  0xab: '★',
  0xb2: '☆',
  0xd8: '➢',
  0xe0: '→',
  0xdf: '←',
  0xe8: '➔',
  0xf0: '⇨',
  0xfb: '✗',
  0xfc: '✓',
  0xfd: '☒',
  0xfe: '☑',
  0x4a: '☺',
  0x46: '☞'
}

/** What a character of a symbol font shows, or null where it is not known to us. Private-use U+F020–F0FF stand for the bytes. */
export function plainSymbol(char: string, font: string): string | null {
  const code = char.charCodeAt(0)
  const byte = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code
  if (byte > 0xff) return null
  if (/^symbol$/i.test(font))
    return symbol[byte] ?? (byte >= 0x20 && byte <= 0x3f ? String.fromCharCode(byte) : null)
  if (!/^wingdings/i.test(font)) return null
  if (/^wingdings$/i.test(font)) {
    if (byte >= 0x81 && byte <= 0x8a) return String.fromCharCode(0x2460 + byte - 0x81)
    if (byte >= 0x8c && byte <= 0x95) return String.fromCharCode(0x2776 + byte - 0x8c)
    return wingdings[byte] ?? null
  }
  if (/^wingdings 2$/i.test(font))
    return (
      {0x50: '✓', 0x4f: '✗', 0x52: '☑', 0x53: '☒', 0xa3: '□', 0x97: '●', 0x98: '●', 0xae: '◆'}[byte] ?? null
    )
  return null
}
