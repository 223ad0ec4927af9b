import {expect, test} from 'vitest'
import {readPlain} from '../../../src/read/plain.js'
import {unitsOf} from '../../../src/repair/units/units.js'
import {sourceOf} from '../../eval/restore.js'

const texts = (text: string) => unitsOf(readPlain(sourceOf(text)).blocks).map(unit => unit.text)

test('what the text ends with is told from what follows where another reader came to the end first', () => {
  const end = '来源：青禾县水利局'
  expect(texts(`渠道疏浚三次。\n${end}水库巡查到村。\n道路养护到组。\n${end}`)).toEqual([
    '渠道疏浚三次。',
    end,
    '水库巡查到村。',
    '道路养护到组。',
    end
  ])
})

test.each(['2021-2025', '石门乡供水工程处'])('a last cell %s that opens many lines stays with them', cell => {
  const rows = ['改造泵站四座。', '新打机井九眼。', '修缮渠首两处。'].map(row => `${cell}${row}`)
  expect(texts([...rows, cell].join('\n'))).toEqual([...rows, cell])
})

test('a last cell of figures stays with the line it opens', () => {
  expect(texts('2021-2025改造泵站四座。\n2021-2025')).toEqual(['2021-2025改造泵站四座。', '2021-2025'])
})
