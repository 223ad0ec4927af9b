import type {Rule, Threshold} from '../core/rule.js'

/** How much of a sentence must stand in a parent's for it to be said to follow it. Shares are of the child's characters, punctuation left aside. */

export const near: Threshold = {
  id: 'diff/reuse-near',
  means: 'A sentence of which this share stands in one sentence of a parent, in order, follows it nearly.',
  because: 'A region’s name, a figure and a word or two are changed; the sentence is still the parent’s.',
  value: 0.75
}

export const partly: Threshold = {
  id: 'diff/reuse-partly',
  means: 'From this share on it follows in part: half of it is taken over, the rest is its own or another’s.',
  because: 'Clauses are the unit writers reuse; sentences are joined and cut as the parent is adapted.',
  value: 0.45
}

export const least: Threshold = {
  id: 'diff/reuse-least',
  means: 'Fewer common characters in a row of alignment than this say nothing.',
  because:
    'Every plan says 经济社会发展 and 人民群众; eight characters in common are chance, a clause is not.',
  value: 9
}

export const unbroken: Threshold = {
  id: 'diff/reuse-run',
  means: 'A sentence that follows another has so many characters of it in one unbroken run.',
  because:
    'Words of the trade strewn over a long sentence in the same order are chance; a phrase taken over is in one piece.',
  value: 7
}

export const glance: Threshold = {
  id: 'diff/reuse-glance',
  means: 'Sentences that share less than this part of the child’s shingles are not looked at.',
  because:
    'A sentence followed in part shares more than this with its parent; the rest is the common stock of phrases.',
  value: 0.22
}

export const taken: Threshold = {
  id: 'diff/reuse-taken',
  means:
    'A parent’s sentence counts as taken over when the child has this share of its shingles in one sentence.',
  because: 'Below half the child says something else in some of the same words.',
  value: 0.5
}

export const rules: readonly Rule[] = [near, partly, least, unbroken, glance, taken]
