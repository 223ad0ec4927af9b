import {describe, expect, test} from 'vitest'
import {opensParagraph} from '../../../src/repair/rebuild/paragraphs.js'

const before = '全州建成县级养护站九个，公路优良率由百分之七十一提高到百分之八十四。'
const next = '新修农村公路三百公里，所有行政村通了客车，赶集的人当天能够来回。'

describe('a sentence opens a paragraph', () => {
  test.each([
    ['that says what is to be done, when the next tells how', '健全公路养护机制。', '公路养护经费列入预算。'],
    ['that says what has changed, between longer ones', '交通面貌迈上新台阶。', next],
    ['with a label, as an item, as a caption', '（二）养护公路。', next],
    ['with a label, as an item, as a caption', '——坚持养护优先。', next],
    ['with a label, as an item, as a caption', '专栏3 公路养护', next]
  ])('%s: %s', (_, text, after) => expect(opensParagraph(text, before, after)).toBe(true))

  test('that is the first', () => expect(opensParagraph(next, '', before)).toBe(true))
})

describe('a sentence goes on with a paragraph', () => {
  test.each([
    ['a whole sentence like any other', next, before, before],
    ['a change in a list of changes', '客运更加便捷。', '货运更加畅通。', '养护更加及时。'],
    ['a change that is counted', '一是客运更加便捷。', before, next],
    ['a change with a figure', '客运量增长到新高的300万人。', before, next],
    ['what a lead of an item is followed by', '健全公路养护机制。', '——坚持养护优先。', next]
  ])('%s: %s', (_, text, prior, after) => expect(opensParagraph(text, prior, after)).toBe(false))
})
