import type {Rule, Threshold} from '../core/rule.js'

export const countedPage: Rule = {
  id: 'clean/counted-page',
  means:
    'Figures or Roman numerals alone on their lines that count up, a page of text apart, are page numbers.',
  because:
    'Rows of a table count up too, but a few words apart; no list has hundreds of letters between its bare numbers.'
}

export const pageOfText: Threshold = {
  id: 'clean/page-of-text',
  value: 200,
  means: 'Characters between two page numbers, at least.',
  because:
    'A printed page holds four to nine hundred characters; one with a picture or a table somewhat fewer.'
}

export const pagesCounted: Threshold = {
  id: 'clean/pages-counted',
  value: 3,
  means: 'So many figures in a row make a count of pages.',
  because: 'Two figures may count anything.'
}

export const overPage: Rule = {
  id: 'clean/over-page',
  means: 'A paragraph that a page break cut in two is one again.',
  because:
    'What stands before a page number without a full stop, and goes on after it without a heading or an indent, was one line of thought.'
}

export const widestWrapped: Threshold = {
  id: 'clean/widest-wrapped',
  value: 65,
  means: 'Where hardly a line has more characters, the lines were broken where they were full.',
  because: 'A4 holds 28 to 45 characters a line; paragraphs of plans run to a hundred and more.'
}

export const rules: readonly Rule[] = [widestWrapped, countedPage, pageOfText, pagesCounted, overPage]
