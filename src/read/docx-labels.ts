/** Word's number formats as the literal text a reader sees: 3 → 三, 丙, ③, III, c. Values are whole numbers from 0. */
import {hanNumber} from '../zh/ordinals.js'

type Format = (value: number) => string

const table =
  (glyphs: string, otherwise: Format = String): Format =>
  value =>
    [...glyphs][value - 1] ?? otherwise(value)

const cycle =
  (glyphs: string): Format =>
  value =>
    value < 1 ? String(value) : [...glyphs][(value - 1) % [...glyphs].length]!

const spelled =
  (names: string): Format =>
  value =>
    String(value).replace(/\d/g, digit => [...names][Number(digit)]!)

const han: Format = value => (value === 0 ? '〇' : value < 10000 ? hanNumber(value) : String(value))

const legal =
  (digits: string, units: readonly string[]): Format =>
  value => {
    if (value < 1 || value > 9999) return String(value)
    const names: Record<string, string> = {十: units[0]!, 百: units[1]!, 千: units[2]!}
    ;[...'零一二三四五六七八九'].forEach((name, i) => (names[name] = [...digits][i]!))
    const plain = hanNumber(value)
    return [...(plain.startsWith('十') ? `一${plain}` : plain)].map(char => names[char] ?? char).join('')
  }

const roman: Format = value => {
  if (value < 1 || value > 3999) return String(value)
  const figures: readonly (readonly [number, string])[] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I']
  ]
  let out = ''
  let left = value
  for (const [size, figure] of figures) for (; left >= size; left -= size) out += figure
  return out
}

/** a … z, aa … zz, as Word does it. */
const letters: Format = value =>
  value < 1 || value > 780
    ? String(value)
    : String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))

const circled: Format = value => {
  if (value === 0) return '⓪'
  if (value >= 1 && value <= 20) return String.fromCharCode(0x245f + value)
  if (value >= 21 && value <= 35) return String.fromCharCode(0x3251 + value - 21)
  if (value >= 36 && value <= 50) return String.fromCharCode(0x32b1 + value - 36)
  return String(value)
}

const stems = '甲乙丙丁戊己庚辛壬癸'
const branches = '子丑寅卯辰巳午未申酉戌亥'
const sexagenary: Format = value => cycle(stems)(value) + cycle(branches)(value)
const fullWidth = spelled('０１２３４５６７８９')

const formats: Readonly<Record<string, Format>> = {
  decimal: String,
  decimalZero: value => String(value).padStart(2, '0'),
  decimalHalfWidth: String,
  decimalFullWidth: fullWidth,
  decimalFullWidth2: fullWidth,
  numberInDash: value => `- ${value} -`,
  upperRoman: roman,
  lowerRoman: value => roman(value).toLowerCase(),
  upperLetter: value => letters(value).toUpperCase(),
  lowerLetter: letters,
  ordinal: value =>
    `${value}${['th', 'st', 'nd', 'rd'][value % 100 > 10 && value % 100 < 14 ? 0 : value % 10] ?? 'th'}`,
  chineseCounting: han,
  chineseCountingThousand: han,
  taiwaneseCounting: han,
  taiwaneseCountingThousand: han,
  japaneseCounting: han,
  koreanCounting: han,
  ideographDigital: value => (value < 11 ? han(value) : spelled('〇一二三四五六七八九')(value)),
  taiwaneseDigital: value => (value < 11 ? han(value) : spelled('〇一二三四五六七八九')(value)),
  japaneseDigitalTenThousand: value => (value < 11 ? han(value) : spelled('〇一二三四五六七八九')(value)),
  chineseLegalSimplified: legal('零壹贰叁肆伍陆柒捌玖', ['拾', '佰', '仟']),
  ideographLegalTraditional: legal('零壹貳參肆伍陸柒捌玖', ['拾', '佰', '仟']),
  japaneseLegal: legal('零壱弐参四伍六七八九', ['拾', '百', '千']),
  ideographTraditional: table(stems),
  ideographZodiac: table(branches),
  ideographZodiacTraditional: sexagenary,
  ideographEnclosedCircle: table('㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉', han),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedFullstop: table('⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛', value => `${value}.`),
  decimalEnclosedParen: table('⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇', value => `(${value})`),
  none: () => ''
}

/** Do we know how Word writes this format? */
export function knowsFormat(format: string): boolean {
  return format in formats || format === 'bullet'
}

/** The number as Word shows it; in Arabic figures where the format is unknown. */
export function formatNumber(value: number, format: string): string {
  return (formats[format] ?? String)(value)
}
