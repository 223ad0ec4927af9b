import {describe, expect, test} from 'vitest'
import {styleOf} from '../../../src/repair/units/style.js'
import {likelyEnd} from '../../../src/repair/units/titleends.js'

/** Texts in one line. */
const glued = (texts: readonly string[]) => styleOf(texts.map(text => ({text, opens: false})))

describe('a title ends', () => {
  test('where clauses of the text end and begin', () => {
    const text = '第二节守好南河河岸巡护人员每天两班，发现险情立即上报，不留死角。'
    const others = [
      '清理南河河岸，巡护水库，检查渠道，记录水位。',
      '巡护泵站，修补河岸，巡护水闸，加固河岸。',
      '巡护山塘，清淤疏浚，平整河岸，栽树护坡。',
      '排查隐患，巡护水源，整治河岸，巡护管线。'
    ]
    expect(likelyEnd(text, glued([text]))).toBeNull()
    expect(likelyEnd(text, glued([text, ...others]))).toBe(text.indexOf('巡护'))
  })

  test('not within brackets or quotes, nor behind a comma', () => {
    const text = '（一）推进“加强管护和推进清淤”工程建设全面完成清淤，修补渠道，加固堤岸。'
    expect(likelyEnd(text, glued([text]))).toBe(text.indexOf('全面'))
  })

  test('less likely where other labels of its kind open sentences', () => {
    const text = '（五）落实管护责任全县河岸由各乡镇负责管理，水库由水利站负责管理。'
    const titles = [
      '（一）加强水库管理建立巡查制度，实行专人负责。',
      '（二）健全管护机制落实经费，定期检查。'
    ]
    const sentences = [
      '（一）各乡镇要在每年三月底以前把清淤的任务分到各村。',
      '（二）水利站要在每年六月底以前把堤岸的险情报到县里。',
      '（三）县里要在每年九月底以前把下一年的经费拨到乡镇。',
      '（四）各村要在每年年底以前把巡护的记录送到水利站。',
      '（一）乡镇每季度至少召开一次会议来研究渠道的维修。',
      '（二）泵站的值班人员不得在汛期离开岗位超过半个小时。',
      '（三）县水利局收到险情报告以后两个小时内派人到现场。',
      '（四）保险公司按照合同在一个月之内把赔款付给承包户。'
    ]
    expect(likelyEnd(text, glued([...titles, text]))).toBe(text.indexOf('全县'))
    expect(likelyEnd(text, glued([...sentences, text]))).toBeNull()
  })

  test('less likely where titles of its kind have lines of their own', () => {
    const text = '（五）落实管护责任全县河岸由各乡镇负责管理，水库由水利站负责管理。'
    const chapter = ['（一）加强水库管理', '（二）健全管护机制', '（三）保障管护经费', '（四）管好水利工程']
    const lines = [...chapter, ...chapter, ...chapter]
    expect(likelyEnd(text, glued([text]))).toBe(text.indexOf('全县'))
    expect(likelyEnd(text, styleOf([...lines, text].map(line => ({text: line, opens: true}))))).toBeNull()
  })

  test('where it is as long as others of its kind', () => {
    const text = '第四节织密监测站网新建雨量站六十二个、水位站一百四十个，全部联网。'
    const others = [
      '第一节加强水库管理',
      '第二节健全管护机制',
      '第三节保障管护经费',
      '第五节提升服务能力'
    ].concat(['第一节完善供水设施', '第二节落实安全责任', '第三节加强资金保障'])
    const under = '加快推进清淤，修补渠道，加固堤岸，定期检查。'
    expect(likelyEnd(text, glued([text]))).toBeNull()
    expect(likelyEnd(text, glued([...others.map(title => title + under), text]))).toBe(text.indexOf('新建'))
  })

  test('behind what is said of its subject', () => {
    const text = '二、河岸管护能力持续提升建立巡查制度，实行专人负责，定期检查。'
    expect(likelyEnd(text, glued([text]))).toBe(text.indexOf('建立'))
  })

  test('where it is one that every plan has, however short the sentence under it is', () => {
    const text = '（二）基本原则坚持以水定城。'
    expect(likelyEnd(text, glued([text]))).toBe(text.indexOf('坚持'))
  })

  test('not behind a phrase of two characters', () => {
    const text = '8.探索推广节水模式，建设全县供水管理平台，培育用水协会，扩大试点。'
    expect(likelyEnd(text, glued([text]))).toBeNull()
  })

  test('nowhere in a short sentence, a text without a label, or a title alone', () => {
    for (const text of [
      '（三）河岸管护更加有力。',
      '守好南河河岸全面落实责任，发现险情立即上报。',
      '（二）守好南河河岸'
    ])
      expect(likelyEnd(text, glued([text]))).toBeNull()
  })
})
