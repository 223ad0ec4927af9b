import type {Rule, Threshold} from '../core/rule.js'

export const columns: Rule = {
  id: 'clean/columns',
  means: 'Columns of a page that were read across are read down again.',
  because:
    'Words that line ends broke go on below and not beside: programs that take text from a page often read across its columns.'
}

export const leastColumns: Threshold = {
  id: 'clean/least-columns',
  value: 20,
  means:
    'Log odds by which the lines of a stretch must go on below rather than beside before it is read down.',
  because:
    'A broken word tells by about two, so ten of them and more must agree; tables and lists of names reach ten by chance.'
}

export const columnsLeft: Rule = {
  id: 'clean/columns-left',
  means: 'Columns of a page that were read across stay as they are.',
  because:
    'Their lines touch without a blank, and the text is too short to tell where one ends and the other begins.'
}

export const mostDoubt: Threshold = {
  id: 'clean/most-doubt',
  value: 0.15,
  means:
    'The share of lines for which two cuts are about equally good, above which columns that touch stay as they are.',
  because:
    'Real plans of over 400 lines had at most 0.10 and came back nine parts in ten; texts of 60 to 90 lines had 0.21 and more.'
}

export const rules: readonly Rule[] = [columns, leastColumns, columnsLeft, mostDoubt]
