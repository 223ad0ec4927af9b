import {describe, expect, it} from 'vitest'
import {endsSentence, isHan, squeeze} from '../../src/zh/han.js'

describe('characters', () => {
  it.each(['云', '〇', '㐀', '龥'])('knows %s as Han', char => expect(isHan(char)).toBe(true))
  it.each(['a', '1', '，', '（', ' ', undefined])('knows %j as none', char => expect(isHan(char)).toBe(false))

  it.each(['制定本规划。', '行不行？', '他说：“行。”', '（全部完成。）', '好！'])('sees %s end', text =>
    expect(endsSentence(text)).toBe(true)
  )
  it.each(['制定本规划', '主要有：', '一是；', '1.5', ''])('sees %j not end', text =>
    expect(endsSentence(text)).toBe(false)
  )

  it('takes white space of any width out', () => {
    expect(squeeze('目\u3000录 \u00a0\t\ufeff页\u200b')).toBe('目录页')
  })
})
