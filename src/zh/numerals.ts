/**
 * Numbers as Chinese documents write them: 一百二十三, 二〇二五, 3.5万, １２０, 三分之一, 百分之六十, 七成.
 * Whole strings only: text that is not a number from end to end gives null, never a guess.
 */

const digits: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  '○': 0,
  一: 1,
  壹: 1,
  二: 2,
  贰: 2,
  两: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9
}
const places: Readonly<Record<string, number>> = {十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000}
const myriads: Readonly<Record<string, number>> = {万: 1e4, 亿: 1e8}

/** The integer a Chinese numeral stands for (一百二十三 → 123, 二〇二五 → 2025, 廿 is not read), or null. */
export function readInteger(text: string): number | null {
  if (text.length === 0) return null
  let plain = true
  for (const character of text) {
    if (character in digits) continue
    if (character in places || character in myriads) plain = false
    else return null
  }
  return plain ? readDigits(text) : readPlaces(text)
}

/** 二〇二五: digit after digit. 两 never stands in one. */
function readDigits(text: string): number | null {
  if (text.length > 1 && text.includes('两')) return null
  let value = 0
  for (const character of text) value = value * 10 + digits[character]!
  return Number.isSafeInteger(value) ? value : null
}

/** 三亿零五百二十万: places within myriads, falling; 万亿 multiplies. */
function readPlaces(text: string): number | null {
  let total = 0
  let section = 0
  let digit = -1
  let place = Infinity
  let myriad = Infinity
  let skipped = false
  for (const character of text) {
    const scale = myriads[character]
    if (scale !== undefined) {
      if (digit >= 0) section += digit
      if (section === 0 && total === 0) return null
      if (scale < myriad) total += section * scale
      else if (section === 0 || myriad < scale) total = (total + section) * scale
      else return null
      if (scale === myriad) return null
      myriad = scale
      section = 0
      digit = -1
      place = Infinity
      skipped = false
    } else if (character in places) {
      const value = places[character]!
      if (value >= place) return null
      if (digit === 0) return null
      if (digit < 0 && !(value === 10 && section === 0)) return null
      section += (digit < 0 ? 1 : digit) * value
      place = value
      digit = -1
      skipped = false
    } else {
      const value = digits[character]!
      if (value === 0) {
        if (digit >= 0 || skipped) return null
        skipped = true
      } else {
        if (digit >= 0) return null
        digit = value
      }
    }
  }
  if (digit >= 0) {
    const bare = !skipped && section === 0 && total > 0
    // 三万五: the digit after a myriad or a place counts a tenth of it
    if (bare) section += (digit * (myriad as number)) / 10
    else if (!skipped && place !== Infinity && place > 10) section += (digit * place) / 10
    else section += digit
  } else if (skipped) return null
  return total + section
}

const names = '〇一二三四五六七八九'

/** The usual way to write a whole number below 10¹⁶: 123 → 一百二十三, 10 → 十. */
export function writeInteger(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${value} is no whole number from 0 on`)
  if (value === 0) return '零'
  const high = Math.floor(value / 1e8)
  const middle = Math.floor((value % 1e8) / 1e4)
  const low = value % 1e4
  let text = high > 0 ? `${writeInteger(high)}亿` : ''
  if (middle > 0) text += `${text && middle < 1000 ? '零' : ''}${writeSection(middle)}万`
  if (low > 0) text += `${text && (low < 1000 || middle === 0) ? '零' : ''}${writeSection(low)}`
  return value >= 10 && value < 20 ? text.slice(1) : text
}

function writeSection(value: number): string {
  let text = ''
  let gap = false
  for (const [place, name] of [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, '']
  ] as const) {
    const digit = Math.floor(value / place) % 10
    if (digit === 0) gap = text.length > 0
    else {
      text += `${gap ? '零' : ''}${names[digit]}${name}`
      gap = false
    }
  }
  return text
}

/** Digits one by one, as years are written: 2025 → 二〇二五. */
export function writeDigits(value: number): string {
  return [...String(value)].map(digit => names[Number(digit)]).join('')
}

const wide = /[０-９．％／]/gu

/** Full-width digits, points, per cents and slashes as their half-width selves; the length stays. */
export function narrow(text: string): string {
  return text.replace(wide, c => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
}

const arabic = /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/
const scaled = /^((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)([十百千万亿]+)$/
const scales: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1e3,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  十亿: 1e9,
  百亿: 1e10,
  千亿: 1e11,
  万亿: 1e12
}

/** What a scale word multiplies by (万 → 10000, 万亿 → 10¹²), or null. */
export function readScale(text: string): number | null {
  return scales[text] ?? null
}

/**
 * The number a whole string stands for, or null: 3.5万 → 35000, 1,450 → 1450, １２ → 12, 1/3 and 三分之一 → 0.333…,
 * 百分之六十 → 0.6, 七成五 → 0.75, 一半 → 0.5. A per cent sign is a unit and is not read here.
 */
export function readNumber(text: string): number | null {
  const plain = narrow(text).trim()
  if (arabic.test(plain)) return Number(plain.replaceAll(',', ''))
  const scale = scaled.exec(plain)
  if (scale) {
    const by = readScale(scale[2]!)
    return by === null ? null : times(Number(scale[1]!.replaceAll(',', '')), by)
  }
  return readFraction(plain) ?? readInteger(plain) ?? readDecimal(plain)
}

/** 三点一四 */
function readDecimal(text: string): number | null {
  const [whole, part, ...more] = text.split('点')
  if (part === undefined || more.length > 0 || part.length === 0) return null
  const before = readInteger(whole!)
  if (before === null || ![...part].every(c => c in digits)) return null
  return Number(`${before}.${[...part].map(c => digits[c]).join('')}`)
}

function readFraction(text: string): number | null {
  if (text === '半' || text === '一半' || text === '半数') return 0.5
  const slash = /^(\d+)\/(\d+)$/.exec(text)
  if (slash) return Number(slash[2]) === 0 ? null : Number(slash[1]) / Number(slash[2])
  const tenths = /^([一二两三四五六七八九\d])成([一二三四五六七八九])?半?$/.exec(text)
  if (tenths) {
    const half = text.endsWith('半') ? 0.05 : 0
    const tens = (digits[tenths[1]!] ?? Number(tenths[1])) * 10 + (tenths[2] ? digits[tenths[2]]! : 0)
    return tens / 100 + half
  }
  const parts = /^(.+)分之(.+)$/.exec(text)
  if (!parts) return null
  const below = readScale(parts[1]!) ?? readNumber(parts[1]!)
  const above = readNumber(parts[2]!)
  return below === null || above === null || below === 0 ? null : above / below
}

/** A product without binary dust: 1.1 × 10000 is 11000. */
export function times(value: number, by: number): number {
  return Number((value * by).toPrecision(15))
}
