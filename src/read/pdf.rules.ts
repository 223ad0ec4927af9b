import type {Rule, Threshold} from '../core/rule.js'

export const pageLimit: Threshold = {
  id: 'read/pdf-page-limit',
  value: 3000,
  means: 'So many pages of a PDF are read.',
  because: 'No plan comes near; a file that claims a million pages is made to keep us busy.'
}

export const operatorLimit: Threshold = {
  id: 'read/pdf-operator-limit',
  value: 300_000,
  means: 'A page that draws more than this is left out.',
  because: 'A page of print draws some thousand things, a detailed map a hundred thousand.'
}

export const streamLimit: Threshold = {
  id: 'read/pdf-stream-limit',
  value: 64 * 1024 * 1024,
  means: 'A PDF with a packed stream beyond this, pictures aside, is not opened.',
  because: 'The largest honest ones are whole Chinese fonts of some 20 MB.'
}

export const rulingLimit: Threshold = {
  id: 'read/pdf-ruling-limit',
  value: 3000,
  means: 'On a page with more rules than this no table is looked for.',
  because: 'Tables have tens or hundreds of rules; drawings and maps have thousands.'
}

export const furnitureZone: Threshold = {
  id: 'read/pdf-furniture-zone',
  value: 0.13,
  means: 'Running heads and feet are looked for in this share of the page at its top and bottom.',
  because: 'The margins of A4 official papers (GB/T 9704) are 37 mm and 35 mm of 297 mm.'
}

export const mushLimit: Threshold = {
  id: 'read/pdf-mush-limit',
  value: 0.3,
  means: 'With a larger share of characters that are none, the file is unreadable.',
  because: 'Fonts without a character map give glyph numbers: all characters are wrong then, not a few.'
}

export const oddLimit: Threshold = {
  id: 'read/pdf-odd-characters',
  value: 0.01,
  means: 'With a larger share of characters that are none, the file is read but reported as partial.',
  because: 'One font of several may lack its character map: its words are lost.'
}

export const rules: readonly Rule[] = [
  pageLimit,
  operatorLimit,
  streamLimit,
  rulingLimit,
  furnitureZone,
  mushLimit,
  oddLimit,
  {
    id: 'read/pdf-running-head',
    means: 'A line that stands at the same height in the margin of page after page is chrome.',
    because: 'It repeats on every page what the title says once.'
  },
  {
    id: 'read/pdf-page-number',
    means: 'A page number in the margin is chrome.',
    because: 'It counts sheets of paper.'
  },
  {
    id: 'read/pdf-drawn-twice',
    means: 'A glyph drawn twice on one spot is kept once.',
    because: 'Some programs make bold type by printing it again a hair aside.'
  },
  {
    id: 'read/pdf-glyph',
    means: 'A radical (⽤), a joined letter (ﬁ) or a long dash (⸺) is written as the characters it shows.',
    because:
      'Fonts name the glyph of 用 as the radical ⽤ and that of —— as one sign; they look and mean the same.'
  },
  {
    id: 'read/pdf-repeated-header',
    means: 'The header of a table that goes on over a page is kept once.',
    because: 'It is printed again on each page for the reader’s eye.'
  },
  {
    id: 'read/pdf-table-joined',
    means: 'Two tables with the same columns at the end of one page and the head of the next are one.',
    because: 'Only the end of the paper parted them.'
  },
  {
    id: 'read/pdf-row-joined',
    means: 'A row of a table that the page end cut in two is one again.',
    because:
      'Its rest on the next page has empty cells where the row has text, and goes on with lines that were full.'
  },
  {
    id: 'read/pdf-note-mark',
    means: 'The raised mark of a footnote is let go, in the text and before the note.',
    because: 'As a plain figure it would run into the number before it (17.9%1).'
  },
  {
    id: 'read/pdf-footnote',
    means: 'A footnote stands as a paragraph after the one that the page end cuts.',
    because: 'It is printed at the foot of the page, in the middle of a sentence.'
  },
  {
    id: 'read/pdf-turned',
    means: 'Slanting or upright text is kept after the text of its page.',
    because: 'It has no place in the order of lines: a watermark, or the head of a turned table.'
  },
  {
    id: 'read/pdf-text-layer',
    means: 'The text is an invisible layer, laid under a scan by a program that recognised it.',
    because: 'It may hold errors of recognition: a person should know.'
  },
  {
    id: 'read/pdf-locked',
    means: 'The PDF is locked with a password.',
    because: 'Its text is encrypted.'
  },
  {
    id: 'read/pdf-damaged',
    means: 'The PDF is damaged: it, or some of its pages, cannot be read.',
    because: 'A download that stopped, or no PDF at all.'
  },
  {
    id: 'read/pdf-damaged-font',
    means: 'A font in the PDF is damaged and left out.',
    because:
      'Of a font only what its glyphs stand for is needed, which mostly stands elsewhere; noise read as a font may never end.'
  },
  {
    id: 'read/pdf-scan',
    means: 'The PDF has pages but no text: a scan.',
    because: 'Its text is a picture; recognising it is not our work.'
  },
  {
    id: 'read/pdf-mush',
    means: 'The fonts of the PDF do not tell their characters; what comes out is no text.',
    because: 'They were embedded without a character map (ToUnicode).'
  },
  {
    id: 'read/pdf-pages-without-text',
    means: 'Some pages have no text.',
    because: 'A scanned table or seal among written pages: a person should look.'
  }
]
