import type {Rule, Threshold} from '../core/rule.js'

export const partLimit: Threshold = {
  id: 'read/docx-part-limit',
  value: 256 * 1024 * 1024,
  means: 'So many bytes all parts of a Word file may unpack to.',
  because:
    'The text of a thousand-page plan unpacks to some 30 MB; what is far beyond is made to fill memory.'
}

export const spanLimit: Threshold = {
  id: 'read/docx-span-limit',
  value: 100,
  means: 'A cell may span so many columns.',
  because: 'Word itself stops at 63 columns.'
}

export const depthLimit: Threshold = {
  id: 'read/docx-depth-limit',
  value: 12,
  means:
    'Text boxes and tables may stand so deep in one another; deeper ones are read as if they stood at that depth.',
  because: 'Layout tables of real files nest three or four deep; deeper nesting is made to exhaust the stack.'
}

export const rules: readonly Rule[] = [
  partLimit,
  spanLimit,
  depthLimit,
  {
    id: 'read/docx-header',
    means: 'The running head of a Word file is chrome.',
    because: 'It repeats on every page what the title says once.'
  },
  {
    id: 'read/docx-footer',
    means: 'The running foot of a Word file is chrome.',
    because: 'It holds page numbers.'
  },
  {
    id: 'read/docx-comment',
    means: 'Comments are let go and reported.',
    because: 'They are talk about the text, not the text.'
  },
  {
    id: 'read/docx-deleted',
    means: 'Text that a tracked change deletes or moves away is let go; the changes are taken as accepted.',
    because: 'Without the marks a reader sees the newest wording; the old one stands in the ledger.'
  },
  {
    id: 'read/docx-tracked',
    means: 'The file holds tracked changes; they were taken as accepted.',
    because: 'Somebody has not yet said which wording holds: a person should know.'
  },
  {
    id: 'read/docx-hidden',
    means: 'Hidden text is let go and reported.',
    because: 'It is neither shown nor printed.'
  },
  {
    id: 'read/docx-field-code',
    means: 'Text within a field code is let go.',
    because: 'Word shows the result of a field in its place.'
  },
  {
    id: 'read/docx-ruby',
    means: 'Pinyin above characters is let go.',
    because: 'It says the sound of what stands below it.'
  },
  {
    id: 'read/docx-soft-hyphen',
    means: 'A soft hyphen is let go.',
    because: 'It only shows where a line may break.'
  },
  {
    id: 'read/docx-symbol',
    means: 'A glyph of a symbol font is written as the Unicode character it shows.',
    because: 'Its code means something in that font alone.'
  },
  {
    id: 'read/docx-symbol-unknown',
    means: 'A glyph of a symbol font that we cannot name.',
    because: 'What it shows is known only to the font.'
  },
  {
    id: 'read/docx-circled',
    means: 'A figure in a drawn circle (带圈字符) is written as the circled figure.',
    because: 'Word keeps it as a field code that draws one over the other; dropping it would lose a number.'
  },
  {
    id: 'read/docx-footnote',
    means:
      'A footnote stands as a paragraph after the paragraph or table that it belongs to, without its mark.',
    because: 'A mark set as a plain figure would run into the numbers before it (58张1).'
  },
  {
    id: 'read/docx-numbering',
    means: 'A list is numbered in a way that we write in Arabic figures.',
    because: 'The format is none of those that Chinese documents use.'
  },
  {
    id: 'read/docx-span-clamped',
    means: 'A cell claims to span more columns than Word allows; it was cut down.',
    because: 'The claim is an error or an attack.'
  },
  {
    id: 'read/docx-nested-table',
    means: 'A table stands in a cell; its rows became paragraphs of the cell.',
    because: 'A cell of a grid holds paragraphs.'
  },
  {
    id: 'read/docx-covered-text',
    means: 'A cell that is covered by a merged one holds text; it was added to the merged cell.',
    because: 'Merging keeps such text in the file though it is not shown: a person should look.'
  },
  {
    id: 'read/docx-pictures',
    means: 'The file holds pictures; what they show is not read.',
    because: 'A table or a map may have been put in as a picture.'
  },
  {
    id: 'read/docx-drawing',
    means: 'The file holds a diagram or a chart; its words are kept after the text, its shape is not.',
    because: 'Their text lies in parts of its own without a reading order.'
  },
  {
    id: 'read/docx-embedded',
    means: 'Another document is embedded; it is not read.',
    because: 'Its text comes in by reference, in any format.'
  },
  {
    id: 'read/docx-encrypted',
    means: 'The file is locked with a password; it cannot be read.',
    because: 'Word keeps such a file as an encrypted package.'
  },
  {
    id: 'read/docx-torn',
    means: 'The zip breaks off; what could be saved was read.',
    because: 'A download that stopped half-way still holds its first pages.'
  },
  {
    id: 'read/docx-no-text',
    means: 'No text part could be found in the file.',
    because: 'Without word/document.xml it is no Word file, or it is damaged beyond reading.'
  },
  {
    id: 'read/docx-entry',
    means: 'An entry of the zip is too big, damaged or locked, or has a name that climbs out of its folder.',
    because: 'Such entries are errors or attacks; the other parts are read.'
  },
  {
    id: 'read/xml-broken',
    means: 'A part is not well formed; it was read as far as it goes.',
    because: 'A torn file still holds text.'
  },
  {
    id: 'read/xml-doctype',
    means: 'A part declares a document type; nothing of it was expanded.',
    because: 'OOXML forbids it: it is the way to smuggle in entity bombs and outside files.'
  }
]
