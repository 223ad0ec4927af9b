import {anyNumeral, circled, ordinalOf} from '../zh/ordinals.js'

/** The number a sentence opens with: 第三章, 二、, （四）, 5. … */
export interface Mark {
  /** 0 编/篇/部分, 1 章, 2 节, 3 条, 4 一、, 5 （一）, 6 1., 7 （1）, 8 ① */
  readonly level: number
  readonly ordinal: number
}

/** A number that opens a text. */
export interface Label extends Mark {
  /** Where the text behind it begins. */
  readonly to: number
}

export const levels = 9

/** What names a table, a picture or a box: 表2：, 图1 , 专栏6 */
export const caption =
  /^(?:专栏\s?[0-9一二三四五六七八九十]{1,3}[：:]?|[表图]\s?[0-9一二三四五六七八九十]{1,3}(?:[：:]|(?=\s)))\s*/u

const marks: readonly RegExp[] = [
  new RegExp(`^第(${anyNumeral})(?:编|篇|部分)`, 'u'),
  new RegExp(`^第(${anyNumeral})章`, 'u'),
  new RegExp(`^第(${anyNumeral})节`, 'u'),
  new RegExp(`^第(${anyNumeral})条`, 'u'),
  new RegExp(`^([一二三四五六七八九十]{1,3})、`, 'u'),
  new RegExp(`^[（(]([一二三四五六七八九十]{1,3})[）)]`, 'u'),
  /^([0-9]{1,2})[.．、](?![0-9])/u,
  /^[（(]([0-9]{1,2})[）)]/u,
  new RegExp(`^(${circled})`, 'u')
]

export function markOf(text: string): Label | null {
  const code = text.charCodeAt(0)
  if (code >= 0x4e00 && code !== 0x7b2c && !/^[一二三四五六七八九十（(]/u.test(text)) return null
  for (let level = 0; level < levels; level++) {
    const match = marks[level]!.exec(text)
    if (!match) continue
    const ordinal = ordinalOf(match[1]!)
    return ordinal === null ? null : {level, ordinal, to: match[0].length}
  }
  return null
}
