import type {Rule} from '../core/rule.js'

export const rules: readonly Rule[] = [
  {
    id: 'corrections/cut',
    means: 'A reviewed judgement about this one document lets these characters go.',
    because: 'Some damage has no rule; a person read the document and wrote down why.'
  },
  {
    id: 'corrections/replace',
    means: 'A reviewed judgement about this one document reads these characters differently.',
    because: 'Some damage has no rule; a person read the document and wrote down why.'
  },
  {
    id: 'corrections/stale',
    means: 'A correction does not find what it expects.',
    because: 'The document changed, or a rule mends the place by now: the judgement must be looked at again.'
  }
]
