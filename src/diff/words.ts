import {binding, figure, year} from './flags.rules.js'

/** A text cut where an edit may begin or end: words of the language, numbers whole with their units, marks one by one. */

const numbers = new RegExp(
  `(?:${year.pattern.source})年?|${figure.pattern.source}|${binding.pattern.source}`,
  'gu'
)
const segmenter = new Intl.Segmenter('zh', {granularity: 'word'})

/** Words in order; joined they are the text. */
export function wordsOf(text: string): string[] {
  const words: string[] = []
  let at = 0
  for (const match of text.matchAll(numbers)) {
    segment(text.slice(at, match.index), words)
    words.push(match[0])
    at = match.index + match[0].length
  }
  segment(text.slice(at), words)
  return words
}

function segment(text: string, into: string[]): void {
  if (text === '') return
  if (text.length === 1) into.push(text)
  else for (const {segment} of segmenter.segment(text)) into.push(segment)
}

/** A text cut after each sentence end or line end; joined they are the text. */
export function clausesOf(text: string): string[] {
  return (
    text.match(/[^。；！？;!?\n]*[。；！？;!?\n]+[”’」』）)】〕》]*|[^。；！？;!?\n]+$/gu) ??
    (text === '' ? [] : [text])
  )
}

/** A text cut after each comma; joined they are the text. A comma between digits is no end. */
export function phrasesOf(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=[，、：])|(?<=[,:](?![0-9]))/u)
}
