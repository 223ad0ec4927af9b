import type {Rule, Threshold} from '../core/rule.js'

export const limits = {
  chars: {
    id: 'read/markdown-too-large',
    value: 8_000_000,
    means: 'A Markdown file of more than eight million characters is read as plain text.',
    because: 'No document is; the parser keeps every mark in memory.'
  },
  marks: {
    id: 'read/markdown-marks',
    value: 6000,
    means:
      'A stretch of Markdown between empty lines with more than six thousand brackets and stars is read as plain text.',
    because: 'Parsers look at every pair of them.'
  },
  depth: {
    id: 'read/markdown-too-deep',
    value: 50,
    means:
      'A Markdown file with lines that open more than fifty quotations or lists, or a run of as many brackets, is read as plain text.',
    because: 'Nobody writes that; parsers take the square of it.'
  }
} as const satisfies Readonly<Record<string, Threshold>>

export const rules: readonly Rule[] = [
  ...Object.values(limits),
  {
    id: 'read/escape',
    means: 'The backslash before a mark that is meant as itself.',
    because: 'Markdown defines it; the mark after it is kept.'
  },
  {
    id: 'read/front-matter',
    means: 'The block of fields between --- at the head of a Markdown file.',
    because: 'Programs write it about the text; its title goes into `meta`.'
  }
]
