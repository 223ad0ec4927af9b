import type {Rule} from '../core/rule.js'

export const rules: readonly Rule[] = [
  {
    id: 'ledger/unaccounted',
    means: 'Raw text that a stage neither kept nor let go.',
    because: 'Nothing may be lost in silence: every character is kept once or let go once with a reason.'
  },
  {
    id: 'ledger/counted-twice',
    means: 'Raw text that stands twice in what a stage kept and let go.',
    because: 'A character that is kept twice, or kept and let go, makes both hands of the books wrong.'
  },
  {
    id: 'ledger/duplicate-of-nothing',
    means: 'Text was let go as a duplicate of text that is not kept.',
    because: 'A duplicate may go only while what it repeats stays.'
  },
  {
    id: 'ledger/misquoted',
    means: 'A text in the tree reads otherwise than the raw text it is traced to.',
    because: 'A trace that points at other words proves nothing.'
  },
  {
    id: 'run/stage-failed',
    means:
      'A stage broke over this file; what the stages before it made is written, as paragraphs where there is no tree yet.',
    because:
      'One bad file must not stop the others, and half a result with a finding is worth more than none.'
  },
  {
    id: 'run/unreadable-file',
    means: 'The file could not be read from the disk or taken out of its container, or was not done in time.',
    because: 'A file that is listed and not read must be named, or it would be missed by nobody.'
  }
]
