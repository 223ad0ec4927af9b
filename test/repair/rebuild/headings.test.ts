import {expect, test} from 'vitest'
import {contentsIn} from '../../../src/repair/contents/contents.js'
import {putBack} from '../../../src/repair/rebuild/headings.js'

const {entries} = contentsIn(
  '目录第一章发展基础第一节主要成就第二节存在问题第二章总体要求第一节指导思想第二节基本原则第三节发展目标第三章保障措施'
)!

/**
 * Where the headings come back that no sentence opens with; all text was read in pieces, and its words tell nothing but that one sentence
 * goes on with nothing, if there is such a one.
 */
const placed = (texts: readonly string[], loose = -1) => {
  const heads = texts.map(text => entries.flatMap(({name}, i) => (text.startsWith(name) ? [i] : [])))
  const body = {
    texts,
    start: 0,
    heads,
    boundary: texts.map(() => 0),
    bond: (t: number) => (t === loose ? 0 : 3),
    about: () => 0,
    shift: () => 0
  }
  return putBack(entries, body).map(({entry, before}) => [entry.name, before])
}

test('a lost heading comes back where the text opens as under such a title', () => {
  expect(
    placed([
      '第一章发展基础',
      '第一节主要成就',
      '过去几年造林三万亩。',
      '渠系衬砌两百公里。',
      '与邻县相比，机井老旧。',
      '水费收缴率不高。',
      '第二章总体要求',
      '第一节指导思想',
      '落实各项部署。',
      '守住耕地。',
      '坚持以水定地。',
      '坚持量力而行。',
      '到2025年，机井更新四百眼。',
      '灌区全部计量。',
      '第三章保障措施'
    ])
  ).toEqual([
    ['第二节存在问题', 4],
    ['第二节基本原则', 10],
    ['第三节发展目标', 12]
  ])
})

test('and before the first principle rather than the third', () => {
  const texts = ['第一章发展基础', '第一节主要成就', '第二节存在问题', '第二章总体要求', '第一节指导思想']
  const under = ['落实各项部署。', '守住耕地。', '坚持以水定地。', '坚持量力而行。', '坚持建管并重。']
  const rest = ['第三节发展目标', '第三章保障措施']
  expect(placed([...texts, ...under, ...rest], 9)).toEqual([['第二节基本原则', 7]])
})
