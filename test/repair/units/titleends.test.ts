import {describe, expect, test} from 'vitest'
import {likelyEnd, styleOf} from '../../../src/repair/units/titleends.js'

/** Texts in one line. */
const glued = (texts: readonly string[]) => styleOf(texts.map(text => ({text, opens: false})))

describe('a title ends', () => {
  test('where clauses of the text end and begin', () => {
    const text = '（二）守好南河河岸巡护人员每天两班，发现险情立即上报，不留死角。'
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
      '（四）各村要在每年年底以前把巡护的记录送到水利站。'
    ]
    expect(likelyEnd(text, glued([...titles, text]))).toBe(text.indexOf('全县'))
    expect(likelyEnd(text, glued([...sentences, text]))).toBeNull()
  })

  test('less likely where titles of its kind have lines of their own', () => {
    const text = '（五）落实管护责任全县河岸由各乡镇负责管理，水库由水利站负责管理。'
    const lines = ['（一）加强水库管理', '（二）健全管护机制', '（三）保障管护经费', '（四）管好水利工程']
    expect(likelyEnd(text, glued([text]))).toBe(text.indexOf('全县'))
    expect(likelyEnd(text, styleOf([...lines, text].map(line => ({text: line, opens: true}))))).toBeNull()
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
