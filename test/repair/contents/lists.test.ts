import {describe, expect, test} from 'vitest'
import {listsOf} from '../../../src/repair/contents/lists.js'

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
