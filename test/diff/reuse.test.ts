import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {alignLocally} from '../../src/diff/local.js'
import {weigh} from '../../src/diff/reuse.js'
import {applyRuns} from '../../src/diff/wording.js'
import {editedPair} from '../eval/edits.js'
import {outline} from './outline.js'

const between = (child: string, ...parents: string[]) => {
  const weighing = weigh(outline(child, 'child'))
  parents.forEach((p, i) => weighing.take(outline(p, `parent${i}`)))
  return weighing.finish()
}

describe('reuse', () => {
  it('finds the sentence that was taken over word for word, nearly, in part, or not at all', () => {
    const parent = `## 第一章 任务
健全居家养老上门服务网络，加快培训持证护理人员。
全区建成二十个区域养老服务中心，辐射周边乡镇。
完善老年人能力综合评估制度，推动评估结果跨部门互认共享。`
    const child = `## 第二章 任务
健全居家养老上门服务网络,加快培训持证护理人员。
全县建成三个区域养老服务中心，辐射周边乡镇。
完善老年人能力综合评估制度，优先保障经济困难的失能老年人。
开展葡萄种植示范，打造沿河酿酒产业带。`
    const {sentences, total, sections, parents} = between(child, parent)
    expect(sentences.map(s => s.level)).toEqual(['verbatim', 'near', 'partly', 'none'])
    expect(sentences[1]!.from!.flags.map(f => [f.kind, f.from, f.to])).toContainEqual([
      'figure',
      '二十个',
      '三个'
    ])
    expect(total.verbatim + total.near + total.partly + total.none).toBe(total.characters)
    expect(sections.map(s => s.path)).toEqual([['第二章 任务']])
    expect(parents[0]).toMatchObject({sentences: 3, taken: 2, leftCount: 1})
  })

  it('says what the child leaves out, as far as asked for', () => {
    const weighing = weigh(outline('完善农村公路养护机制。', 'child'))
    weighing.take(outline('建设两座污水处理厂。完善农村公路养护机制。治理三条黑臭水体。', 'p'), 1)
    const [parent] = weighing.finish().parents
    expect(parent).toMatchObject({taken: 1, leftCount: 2})
    expect(parent!.left.map(l => l.text)).toEqual(['建设两座污水处理厂。'])
  })

  it('chooses the nearest of many parents and counts those that say the same', () => {
    const sentence = '推动公共图书馆总分馆制建设，延长节假日开放时间。'
    const {sentences} = between(sentence, '推动公共图书馆分馆建设，延长开放时间。', sentence, sentence)
    expect(sentences[0]!.from!.place.document).toBe('parent1')
    expect(sentences[0]!.alike).toBe(2)
  })

  it('turns the parent’s sentence into the child’s by its runs', () => {
    const {a, b} = editedPair(3)
    for (const {text, from} of between(b, a).sentences)
      if (from) expect(applyRuns(from.text, from.runs)).toBe(text)
  })

  it('finds every sentence of a text in itself', () => {
    const {a} = editedPair(4)
    const {sentences, parents} = between(a, a)
    expect(sentences.every(s => s.level === 'verbatim')).toBe(true)
    expect(parents[0]!.leftCount).toBe(0)
  })
})

describe('local alignment', () => {
  const text = fc.array(fc.constantFrom(...'养老服务体系'), {maxLength: 20}).map(c => c.join(''))

  it('finds all of a text in itself and in what holds it', () => {
    fc.assert(
      fc.property(text, text, text, (a, before, after) => {
        expect(alignLocally(a, a).matched).toBe(a.length)
        expect(alignLocally(a, before + a + after).matched).toBe(a.length)
      })
    )
  })

  it('names stretches that lie within the texts and hold what matched', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        const found = alignLocally(a, b)
        expect(found.a[1]).toBeLessThanOrEqual(a.length)
        expect(found.b[1]).toBeLessThanOrEqual(b.length)
        expect(found.matched).toBeLessThanOrEqual(Math.min(found.a[1] - found.a[0], found.b[1] - found.b[0]))
      })
    )
  })
})
