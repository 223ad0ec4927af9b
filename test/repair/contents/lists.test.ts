import {describe, expect, test} from 'vitest'
import {countedThrough, listsOf} from '../../../src/repair/contents/lists.js'

describe('a heading between two sentences', () => {
  const cut = listsOf(['序', '（一）打井。', '1.选址。', '2.钻探。', '（二）修渠。', '（一）筹资。', '又'])

  test('would tear a list that counts on', () => {
    expect(cut(3, 4)).toBe('inside')
    expect(cut(4, 4)).toBe('inside')
  })

  test('stands where a list begins anew', () => {
    expect(cut(5, 4)).toBe('between')
  })

  test('says nothing where no list is on both sides, or the list is coarser than itself', () => {
    expect([cut(1, 4), cut(6, 4), cut(5, 5)]).toEqual(['none', 'none', 'none'])
  })
})

describe('numbers that count through all chapters', () => {
  const chapter = [4]
  const none: readonly number[] = []
  const texts = ['（一）打井。', '（二）修渠。', '（三）清淤。', '又', '（四）筹资。', '（五）管护。']

  test('go on behind the headings that were read', () => {
    const through = countedThrough(texts, [chapter, none, chapter, none, chapter, none])
    expect([...through]).toEqual([5])
    expect(listsOf(texts, through)(2, 4)).toBe('none')
    expect(listsOf(texts)(2, 4)).toBe('inside')
  })

  test('are not told of one that goes on, nor where as many begin anew', () => {
    expect(countedThrough(texts, [chapter, none, chapter, none, none, none]).size).toBe(0)
    const anew = ['（一）甲。', '（二）乙。', '（三）丙。', '（一）丁。', '（二）戊。', '（一）己。']
    expect(countedThrough(anew, [chapter, chapter, chapter, chapter, none, chapter]).size).toBe(0)
  })
})
