import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {narrow, readInteger, readNumber, readScale, writeDigits, writeInteger} from '../../src/zh/numerals.js'

describe('whole numbers', () => {
  it('come back from their own writing, every one below 120,000', () => {
    for (let n = 0; n < 120_000; n++)
      if (readInteger(writeInteger(n)) !== n) expect.fail(`${n}: ${writeInteger(n)}`)
  })
  it('come back from their own writing, whatever their size', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), n => readInteger(writeInteger(n)) === n),
      {numRuns: 5000}
    )
  })
  it('come back from digits written one by one', () => {
    for (let year = 1000; year < 10_000; year++) expect(readInteger(writeDigits(year))).toBe(year)
  })
  it.each([
    ['十', 10],
    ['十二', 12],
    ['一十二', 12],
    ['二十', 20],
    ['一百零五', 105],
    ['一百五', 150],
    ['一百二十三', 123],
    ['两千', 2000],
    ['两千零五', 2005],
    ['三万五', 35_000],
    ['三万五千', 35_000],
    ['三万零五', 30_005],
    ['一千二百万', 12_000_000],
    ['一亿零三万', 100_030_000],
    ['两万亿', 2e12],
    ['二〇二五', 2025],
    ['二零三五', 2035],
    ['〇', 0],
    ['零', 0]
  ])('%s is %d', (text, value) => expect(readInteger(text)).toBe(value))
  it.each([
    '',
    '万',
    '百二',
    '十十',
    '一百百',
    '一二三百',
    '二十零',
    '三千万千',
    '第三',
    '一带',
    '万一',
    '两〇二五'
  ])('%j is no number', text => expect(readInteger(text)).toBeNull())
  it('never throws on numeral soup', () => {
    const soup = fc.string({unit: fc.constantFrom(...'〇零一二两三九十百千万亿点分之成半0123456789.,/')})
    fc.assert(
      fc.property(soup, text => {
        const value = readNumber(text)
        return value === null || Number.isFinite(value)
      }),
      {numRuns: 5000}
    )
  })
})

describe('numbers', () => {
  it.each([
    ['3.5万', 35_000],
    ['1.1万', 11_000],
    ['1,450', 1450],
    ['１２０', 120],
    ['98．67', 98.67],
    ['1/3', 1 / 3],
    ['三分之一', 1 / 3],
    ['三分之二', 2 / 3],
    ['百分之六十', 0.6],
    ['百分之三点五', 0.035],
    ['千分之五', 0.005],
    ['七成', 0.7],
    ['七成五', 0.75],
    ['两成', 0.2],
    ['一半', 0.5],
    ['三点一四', 3.14],
    ['2万亿', 2e12]
  ])('%s is %d', (text, value) => expect(readNumber(text)).toBeCloseTo(value, 12))
  it.each(['', '-', '1,45', '3.5.1', '60%', '1/0', '若干', '第三', '2.', '一点'])('%j is none', text =>
    expect(readNumber(text)).toBeNull()
  )
  it('reads scale words', () => {
    expect(readScale('万')).toBe(10_000)
    expect(readScale('万亿')).toBe(1e12)
    expect(readScale('万百')).toBeNull()
  })
  it('narrows digits without moving anything', () => {
    expect(narrow('６０％／５０．５')).toBe('60%/50.5')
    fc.assert(fc.property(fc.string(), text => narrow(text).length === text.length))
  })
})
