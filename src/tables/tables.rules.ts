import type {Rule} from '../core/rule.js'

export const rules: readonly Rule[] = [
  {
    id: 'tables/group-span',
    means:
      'Rows with one cell more than the others are grouped: in the others the name reaches over two columns.',
    because:
      'Word joins the name cell over two columns where a row has no group; a text dump shows one cell less.'
  },
  {
    id: 'tables/not-square',
    means: 'A table whose rows differ in width in a way that no span explains; it stays as text.',
    because: 'A figure in the wrong column is worse than a table left as lines.'
  }
]
