/** The numbers of headings: 十二, 二〇, 〇, 廿, 12, １２, ⑫ ↔ 12. */

const digits: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  壹: 1,
  贰: 2,
  叁: 3
}
const tens: Readonly<Record<string, number>> = {十: 10, 百: 100, 千: 1000}

/** The characters a Chinese ordinal is made of, for use in patterns. */
export const hanNumeral = '[一二三四五六七八九十百千零〇○两廿卅]'
/** 1 to 99, as enumerations are counted; 一二 in a row is no such number. */
export const hanUnder100 = '(?:[二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])'
/** Any ordinal: Han numerals, or digits of either width. */
export const anyNumeral = `(?:${hanNumeral}{1,7}|[0-9０-９]{1,4})`
export const circled = '[①-⑳㉑-㉟㊱-㊿]'

const isCircled = new RegExp(`^${circled}$`, 'u')

/** The value of an ordinal as written, or null where it is none. */
export function ordinalOf(text: string): number | null {
  if (/^[0-9]{1,4}$/.test(text)) return Number(text)
  if (/^[０-９]{1,4}$/u.test(text)) return Number(text.normalize('NFKC'))
  if (isCircled.test(text)) return Number(text.normalize('NFKC'))
  return hanOrdinal(text)
}

function hanOrdinal(text: string): number | null {
  const plain = text.replace(/廿/gu, '二十').replace(/卅/gu, '三十')
  if (plain === '') return null
  if (/^[一二三四五六七八九〇零○]{2,}$/u.test(plain)) return Number([...plain].map(c => digits[c]).join(''))
  let total = 0
  let digit = 0
  for (const char of plain) {
    const unit = tens[char]
    if (unit !== undefined) {
      total += (digit || 1) * unit
      digit = 0
    } else if (digits[char] !== undefined) digit = digits[char]
    else return null
  }
  return total + digit
}

/** An ordinal in Han numerals as headings write it: 12 → 十二, 105 → 一百零五. For 1 to 9999. */
export function hanNumber(value: number): string {
  const names = '零一二三四五六七八九'
  const units = ['', '十', '百', '千']
  let out = ''
  let gap = false
  const figures = String(value)
  for (let i = 0; i < figures.length; i++) {
    const digit = Number(figures[i])
    if (digit === 0) gap = out !== ''
    else {
      out += (gap ? '零' : '') + names[digit] + units[figures.length - 1 - i]
      gap = false
    }
  }
  return out.replace(/^一十/u, '十')
}
