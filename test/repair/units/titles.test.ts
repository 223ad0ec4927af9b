import {describe, expect, test} from 'vitest'
import {entriesOf} from '../../../src/repair/contents/contents.js'
import {styleOf} from '../../../src/repair/units/style.js'
import {titleCuts} from '../../../src/repair/units/titles.js'

const style = styleOf(
  ['健全养老服务体系，完善居家照护网络。', '加大民政资金投入，完善服务设施。'].map(text => ({
    text,
    opens: false
  }))
)
const split = (text: string) => {
  const cuts = titleCuts(text, style, false, [])
  return [0, ...cuts].map((from, i) => text.slice(from, cuts[i]))
}

describe('a title that is glued to its text ends', () => {
  test.each([
    ['第五章强化基本服务', '第一节提升登记水平'],
    ['第三节基本原则', '——坚持党的领导。'],
    ['二、健全服务网络', '（一）织密助餐点。'],
    ['表2：“十四五”养老服务主要指标', '第三章健全服务体系'],
    ['第二节 指导思想', '全面贯彻党的方针，落实省委要求。'],
    ['第三节完善保障体系，提升福利水平', '一、健全未成年人保护制度。'],
    ['（四）加强资金投入', '建立与经济社会发展相适应的经费保障机制，规范转移支付制度。']
  ])('%s | %s', (title, text) => expect(split(title + text)).toEqual([title, text]))
})

describe('what is one sentence stays one', () => {
  test.each([
    '（三）残疾人权益保障更加有力。',
    '（一）加强基本养老服务。',
    '一、推动一、二、三产业融合。',
    '（三）主体责任进一步加强《法律》明确了各方责任，企业必须严格遵守，监管部门必须严格执行。',
    '第二节按照第三章的要求落实责任，完善制度。',
    '3.提高设施水平，加强设施管理，健全服务体系，完善居家照护网络，扩大服务供给。'
  ])('%s', text => expect(split(text)).toEqual([text]))

  test('where a title could end at two places', () => {
    const text = '（二）推进建设进程深入学习宣传贯彻法治思想，全面贯彻落实中央和省委的决策部署。'
    expect(split(text)).toEqual([text])
  })
})

test('a blank ends a title where blanks are what line ends left', () => {
  const text = '第三章 保障基本民生 推动巩固拓展成果同乡村振兴有效衔接，织密兜底网。'
  expect(titleCuts(text, style, true, [])).toEqual([text.indexOf(' 推动')])
})

test('a title of the contents page ends as it does there', () => {
  const text = '表1：主要指标第三章 柳湾灌区和上下游禾水两岸同步治理，修补渠道，加固堤岸。'
  const entries = entriesOf(['第一章 发展基础', '第二章 总体要求', '第三章 柳湾灌区和上下游'])
  expect(titleCuts(text, style, false, entries)).toEqual([text.indexOf('第三章'), text.indexOf('禾水')])
  expect(titleCuts(text, style, false, [])).not.toContain(text.indexOf('禾水'))
})
