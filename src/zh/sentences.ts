/** Cuts Chinese running text into sentences in one pass: nothing is dropped, the ends are offsets into the text. */

const ideographicStop = 0x3002
const fullBang = 0xff01
const fullQuestion = 0xff1f
const fullSemicolon = 0xff1b
const semicolon = 0x3b

/** 。！？ end a sentence wherever they stand; ； ends one only outside brackets and quotes, and so does ; behind Han or a closing mark. */
function isStop(code: number): boolean {
  return code === ideographicStop || code === fullBang || code === fullQuestion
}

/** Closing marks that belong to the sentence before them: ” ’ 」 』 ） 】 》 〉 ] ) */
function isCloser(code: number): boolean {
  return (
    code === 0x201d ||
    code === 0x2019 ||
    code === 0xff09 ||
    code === 0x300d ||
    code === 0x300f ||
    code === 0x3011 ||
    code === 0x300b ||
    code === 0x3009 ||
    code === 0x29 ||
    code === 0x5d
  )
}

function isOpener(code: number): boolean {
  return (
    code === 0x201c ||
    code === 0x2018 ||
    code === 0xff08 ||
    code === 0x300c ||
    code === 0x300e ||
    code === 0x3010 ||
    code === 0x300a ||
    code === 0x3008 ||
    code === 0x28 ||
    code === 0x5b
  )
}

/** Marks after which the sentence goes on although a stop stood before the closing mark: “……。”，他说 and 。）、 */
function goesOn(code: number): boolean {
  return code === 0xff0c || code === 0x2c || code === 0x3001 || code === fullSemicolon || code === 0x7684
}

/**
 * Ends of the sentences of `text`, ascending; the last one is `text.length`. Empty text has none.
 * A line feed ends a sentence too. Closing quotes and brackets stay with the sentence they close.
 */
export function sentenceEnds(text: string): number[] {
  const ends: number[] = []
  const length = text.length
  let depth = 0
  let at = 0
  while (at < length) {
    const code = text.charCodeAt(at)
    at++
    const pauses = code === fullSemicolon || (code === semicolon && endsChinese(text.charCodeAt(at - 2)))
    if (code === 0x0a || isStop(code) || (pauses && depth <= 0)) {
      let to = at
      if (code !== 0x0a) while (to < length && closes(text.charCodeAt(to))) to++
      if (to > at && to < length && goesOn(text.charCodeAt(to))) continue
      at = to
      ends.push(at)
      depth = 0
    } else if (isOpener(code)) depth++
    else if (isCloser(code)) depth--
  }
  if (length > 0 && ends.at(-1) !== length) ends.push(length)
  return ends
}

function endsChinese(code: number): boolean {
  return (code >= 0x3400 && code <= 0x9fff) || isCloser(code)
}

function closes(code: number): boolean {
  return isCloser(code) || isStop(code) || code === fullSemicolon
}

/** The sentences themselves; joined, they are the text. */
export function sentences(text: string): string[] {
  let from = 0
  return sentenceEnds(text).map(to => {
    const sentence = text.slice(from, to)
    from = to
    return sentence
  })
}

/** Whether the text ends as a sentence does, closing marks and white space aside. */
export function endsWell(text: string): boolean {
  let at = text.length - 1
  while (
    at >= 0 &&
    (isCloser(text.charCodeAt(at)) || text.charCodeAt(at) <= 0x20 || text.charCodeAt(at) === 0x3000)
  )
    at--
  if (at < 0) return false
  const code = text.charCodeAt(at)
  return isStop(code) || code === fullSemicolon || code === 0xff1a || code === 0x2026
}
