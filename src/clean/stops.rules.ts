import type {PatternRule, Rule, Threshold} from '../core/rule.js'

export const lostStop: PatternRule = {
  id: 'clean/lost-stop',
  pattern: /^(?=.*[。；，]).{40,}[\u3400-\u9fff，、]$/su,
  means: 'A paragraph of prose ends without a stop. Nothing is put in its place.',
  because:
    'Scanning and copying lose the last mark of a line, and authors forget it; which of 。；： stood there, and whether words went with it, cannot be known.',
  hits: [
    '加强水源地保护，完善监测预警，落实管护责任。推进城乡供水一体化，到2025年全县农村自来水普及率达到百分之九十以上'
  ],
  misses: [
    '加强水源地保护',
    '加强水源地保护，完善监测预警，落实管护责任。推进城乡供水一体化，到2025年全县农村自来水普及率达到百分之九十以上。'
  ]
}

export const stopShare: Threshold = {
  id: 'clean/lost-stop-share',
  value: 0.3,
  means:
    'Where more than this share of the paragraphs ends without a stop, it is said once for the document.',
  because:
    'Then the lines were broken anywhere or the author uses no stops: a report for each would hide the others.'
}

export const rules: readonly Rule[] = [lostStop, stopShare]
