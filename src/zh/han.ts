/** Facts about single characters of written Chinese. */

/** A Han character (U+3400–9FFF and the compatibility block), 〇 too. */
export function isHan(char: string | undefined): boolean {
  if (char === undefined) return false
  const code = char.charCodeAt(0)
  return (code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff) || code === 0x3007
}

/** The marks that end a sentence. */
export const sentenceEnd = /[。！？!?]["”’」』）)】〕》]*$/u

/** Does the text stop where a sentence may stop? */
export function endsSentence(text: string): boolean {
  return sentenceEnd.test(text)
}

/** Text without white space of any width. */
export function squeeze(text: string): string {
  return text.replace(/[\s\u00a0\u3000\u200b\ufeff]+/gu, '')
}
