import type {Rule, Threshold} from '../core/rule.js'

export const delimited: Rule = {
  id: 'segment/delimited-table',
  means: 'Lines whose cells are divided by tabs, bars or wide gaps are the rows of a table.',
  because: 'Spreadsheets are pasted with tabs, Markdown has bars, printers line columns up with blanks.'
}

export const fewestRows: Threshold = {
  id: 'segment/fewest-rows',
  value: 2,
  means: 'So many lines of equally many cells make a table.',
  because: 'A header alone tells nothing, and one line with a tab is a line with a tab.'
}

export const longestRow: Threshold = {
  id: 'segment/longest-header',
  value: 300,
  means: 'A line longer than this is no header of a table.',
  because: 'A header row of a dozen columns has a hundred characters.'
}

export const rules: readonly Rule[] = [delimited, fewestRows, longestRow]
