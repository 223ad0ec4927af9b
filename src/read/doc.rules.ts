import type {Rule} from '../core/rule.js'

export const rules: readonly Rule[] = [
  {
    id: 'read/doc-locked',
    means: 'The .doc file is locked with a password; it cannot be read.',
    because: 'Its text is encrypted.'
  },
  {
    id: 'read/doc-no-text',
    means: 'A compound file that holds no Word document.',
    because: 'Excel, PowerPoint and others keep their files the same way.'
  },
  {
    id: 'read/doc-old',
    means: 'The file was written by Word 6 or 95, whose format is not read.',
    because: 'It keeps its text in another way; guessing would give mush.'
  },
  {
    id: 'read/doc-damaged',
    means: 'The .doc file is damaged: its text, or part of it, cannot be found.',
    because: 'Its tables point to places that are not there.'
  }
]
