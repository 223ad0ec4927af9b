import {note, type Note} from '../../core/note.js'
import {hull, type Span} from '../../core/span.js'
import type {Paragraph} from '../../tree/nodes.js'
import {narrow, readScale} from '../../zh/numerals.js'
import {spansWithin} from '../spans.js'
import {readUnit} from '../units.js'
import {ceilingOf} from './rows.js'

const huge = /(\d+(?:\.\d+)?)\s*((?:[百千]?[万亿]|万亿)?)余?(户次|户|人(?!次))/gu
const whole = /(\d+(?:\.\d+)?)(个|家|人|名|所|处|张|户|件|条|万元|亿元)[，,（(]其中[:：]?([^。；]+)/gu

/** What a paragraph contradicts by itself: counts above all there is, parts that exceed their whole. */
export function textNotes(paragraph: Paragraph): Note[] {
  const [node] = paragraph.children
  if (!node || node.value.length < 4) return []
  if (!/[万亿][^，。]{0,3}[户人]|其中/u.test(node.value)) return []
  const text = narrow(node.value)
  const at = (span: Span) => hull(spansWithin(node, span))
  const found: Note[] = []
  if (/[万亿]余?(?:户|人)/u.test(text))
    for (const match of text.matchAll(huge)) {
      const ceiling = ceilingOf(readUnit(match[3]!)!.code)
      const value = Number(match[1]) * (readScale(match[2]!) ?? 1)
      if (ceiling !== null && value > ceiling)
        found.push(
          note(
            'warning',
            'check/unit-too-large',
            `${match[0]} is more than there are in the country`,
            at([match.index, match.index + match[0].length])
          )
        )
    }
  if (text.includes('其中'))
    for (const match of text.matchAll(whole)) {
      const unit = match[2]!
      const parts = partsOf(match[3]!, unit)
      if (parts.length < 2) continue
      const sum = parts.reduce((a, b) => a + b, 0)
      const total = Number(match[1])
      const slack = /\./u.test(match[0]) ? parts.length * 0.05 : 0
      if (sum > total + slack)
        found.push(
          note(
            'warning',
            'check/parts-exceed-whole',
            `the parts add up to ${Number(sum.toFixed(6))}${unit}, the whole is ${match[1]}${unit}`,
            at([match.index, match.index + match[0].length]),
            [at([match.index, match.index + match[1]!.length + unit.length])].filter(s => s !== null)
          )
        )
    }
  return found
}

/** 团体906个、非企业388个，基金会5个: a row of label, number and the same unit; it ends where another shape begins. */
function partsOf(list: string, unit: string): number[] {
  const parts: number[] = []
  for (const piece of list.split(/[、，,和]/u)) {
    const found = new RegExp(`^[^\\d]{1,16}?(\\d+(?:\\.\\d+)?)\\s*${unit}(?:[）)])?$`, 'u').exec(piece.trim())
    if (!found || /新增|增加|达到|占|其中/u.test(piece)) break
    parts.push(Number(found[1]))
  }
  return parts
}
