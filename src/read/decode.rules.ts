import type {Rule} from '../core/rule.js'

export const rules: readonly Rule[] = [
  {
    id: 'read/encoding-guessed',
    means: 'The bytes fit more than one encoding; the likeliest was taken.',
    because: 'GBK and Big5 share their byte ranges: only the characters that come out tell them apart.'
  },
  {
    id: 'read/bad-bytes',
    means: 'Bytes that are no character of the encoding; each stands as U+FFFD.',
    because: 'A truncated download or a mixed file damages single characters; the rest is still worth having.'
  },
  {
    id: 'read/private-use',
    means: 'A private-use character: its glyph is known only to the font it was written with.',
    because:
      'Word processors of the nineties put missing glyphs there; nobody can read them back without the font.'
  },
  {
    id: 'read/replacement',
    means: 'A replacement character: what stood here was lost before the file came to us.',
    because: 'U+FFFD is written by programs that could not decode a byte.'
  },
  {
    id: 'read/unreadable',
    means: 'The file is no text in any encoding we know, and of no format we read.',
    because: 'Passing mush on as text would poison everything after it.'
  },
  {
    id: 'read/empty',
    means: 'The file holds no text.',
    because: 'An empty download is a fact worth reporting.'
  },
  {
    id: 'read/unsupported',
    means: 'A format that guihua does not read.',
    because: 'A picture or a spreadsheet is no plan text.'
  }
]
