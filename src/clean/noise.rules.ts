import type {PatternRule, Rule} from '../core/rule.js'

/** Marks that a program left in the text; each match is let go as an artifact. */
export const noise: readonly PatternRule[] = [
  {
    id: 'clean/bookmark',
    pattern: /\[bookmark:[^\]\n]{0,80}\]/gu,
    means: 'A Word bookmark written out as text.',
    because: 'Word-to-text converters print the anchors of links; no author wrote them.',
    hits: ['[bookmark: _GoBack]云岭州', '[bookmark: _Toc31078]', '一[bookmark: OLE_LINK4]二'],
    misses: ['[2015]32号', '〔bookmark〕', '书签：见附件']
  },
  {
    id: 'clean/field',
    pattern:
      /(?:HYPERLINK|PAGEREF|TOC|INCLUDEPICTURE)\s+(?:\\[a-z]\s+)?(?:"[^"\n]{0,200}"|_Toc\d+)(?:\s+\\[a-z*](?:\s+MERGEFORMAT)?)*/gu,
    means: 'A Word field code written out as text.',
    because: 'The code of a link or a page reference is no part of the text; its result stands beside it.',
    hits: ['HYPERLINK "http://a.gov.cn"', 'PAGEREF _Toc1234 \\h', 'TOC \\o "1-3" \\h'],
    misses: ['HYPERLINK', 'TOC 总有机碳']
  },
  {
    id: 'clean/control',
    // eslint-disable-next-line no-control-regex
    pattern:
      /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+/gu,
    means: 'Control and invisible characters within a line.',
    because: 'They print as nothing and break words apart for every search.',
    hits: ['规\u0007划', '民\u200b政', '软\u00ad连'],
    misses: ['规划', '民\u3000政', '１＋１']
  }
]

export const rules: readonly Rule[] = noise
