const special = /[\\`*[<~]|_|&(?=#?\w+;)/g
const wordBefore = /[\p{L}\p{N}]$/u
const wordAfter = /^[\p{L}\p{N}]/u
const opener = /^(?:#{1,6}(?=\s|$)|>|[-+](?=\s|$)|-{2,}\s*$|-(?:\s*-){2,}\s*$|=+\s*$|\|)/
const counted = /^(\d{1,9})([.)])(?=\s|$)/
const edgeBlank = /^[ \t]+|[ \t]+$/g
const lineEnds = /\r\n|[\n\r]/g

/** Words that Markdown reads back as exactly these words, within a line. */
export function inline(words: string): string {
  if (/[\\`*[<~_&\n\r]/.test(words)) {
    words = words.replace(special, (mark, at: number) =>
      mark === '_' && wordBefore.test(words.slice(0, at)) && wordAfter.test(words.slice(at + 1))
        ? mark
        : `\\${mark}`
    )
    words = words.replace(lineEnds, '&#10;')
  }
  return words
}

/** The same for words that open a line: nothing in them starts a list, a heading, a quotation or a rule. */
export function opening(words: string): string {
  const edged = words.replace(edgeBlank, blank => [...blank].map(char => `&#${char.charCodeAt(0)};`).join(''))
  const line =
    edged === words
      ? inline(words)
      : edged
          .split(/(&#(?:9|32);)/)
          .map(part => (/^&#(?:9|32);$/.test(part) ? part : inline(part)))
          .join('')
  if (opener.test(line)) return `\\${line}`
  return line.replace(counted, '$1\\$2')
}

/** The same within a cell of a table. */
export function inCell(words: string): string {
  return inline(words).replaceAll('|', '\\|')
}

/** The same within a heading, whose closing # would be taken off. */
export function inHeading(words: string): string {
  return inline(words.trim()).replace(/#(?=#*$)/g, '\\#')
}
