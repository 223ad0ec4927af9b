/** Field codes of Word (TOC, PAGEREF, HYPERLINK …): which of the text around them is shown, and of which field it is the result. */

type Kind = 'contents' | 'page' | 'other'

export interface Field {
  code: string
  kind: Kind
  /** Are we past its code, in what it shows? */
  shown: boolean
}

export type Fields = Field[]

export function beginField(fields: Fields, code = ''): void {
  fields.push({code, kind: 'other', shown: false})
}

/** From here on its result follows. */
export function showField(fields: Fields): void {
  const field = fields.at(-1)
  if (!field) return
  field.shown = true
  field.kind = /^\s*TOC\b/i.test(field.code)
    ? 'contents'
    : /^\s*(?:PAGEREF|PAGE|NUMPAGES|SECTIONPAGES)\b/i.test(field.code)
      ? 'page'
      : 'other'
}

/** Is text here part of a code, which no reader sees? */
export function inCode(fields: Fields): boolean {
  return fields.some(field => !field.shown)
}

/** Is text here an entry of a contents page? */
export function inContents(fields: Fields): boolean {
  return fields.some(field => field.shown && field.kind === 'contents')
}

/** Is text here the number of a page? */
export function inPageNumber(fields: Fields): boolean {
  return fields.some(field => field.shown && field.kind === 'page')
}

/** 带圈字符: `EQ \o\ac(○,3)` shows a figure in a circle; the figure, or null where the code is another. */
export function circledOf(code: string): string | null {
  return /^\s*EQ\s+\\o\s*\\ac\s*\(\s*[○◯〇]\s*[,;，；]\s*([^\s()]{1,4})\s*\)\s*$/i.exec(code)?.[1] ?? null
}
