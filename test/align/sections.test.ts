import {describe, expect, it} from 'vitest'
import {flatten} from '../../src/align/blocks.js'
import {moves} from '../../src/align/moves.js'
import {alignDocuments} from '../../src/align/paragraphs.js'
import {outline} from '../diff/outline.js'

/** Titles of A's sections, each with that of its partner in B. */
function pairs(a: string, b: string) {
  const left = flatten(outline(a, 'a'))
  const right = flatten(outline(b, 'b'))
  const {parts} = alignDocuments(left, right)
  return left.parts.slice(1).map(p => [p.title, right.parts[parts.ofA[p.index]!]?.title ?? null])
}

const care = '健全居家养老上门服务网络，培训护理人员五百名。'
const roads = '改造县道一百二十公里，硬化通村道路，完善养护机制。'
const water = '建设两座水厂，更换老旧管网，保障农村饮水安全。'

describe('sections', () => {
  it('keep their partner when one is put in before them and all are renumbered', () => {
    expect(
      pairs(
        `## 第一章 养老\n${care}\n## 第二章 交通\n${roads}`,
        `## 第一章 供水\n${water}\n## 第二章 养老\n${care}\n## 第三章 交通\n${roads}`
      )
    ).toEqual([
      ['养老', '养老'],
      ['交通', '交通']
    ])
  })

  it('keep their partner under another title, by what they say', () => {
    expect(pairs(`## 第一章 养老服务\n${care}`, `## 第三章 银发事业\n${care}`)).toEqual([
      ['养老服务', '银发事业']
    ])
  })

  it('of one title in several chapters go by their chapter and content', () => {
    const a = `## 第一章 养老\n### 第一节 主要任务\n${care}\n## 第二章 交通\n### 第一节 主要任务\n${roads}`
    const b = `## 第一章 交通\n### 第一节 主要任务\n${roads}\n## 第二章 养老\n### 第一节 主要任务\n${care}`
    const left = flatten(outline(a, 'a'))
    const right = flatten(outline(b, 'b'))
    const alignment = alignDocuments(left, right)
    for (const part of left.parts.slice(1)) {
      const partner = right.parts[alignment.parts.ofA[part.index]!]!
      expect(right.parts[partner.parent]!.title).toBe(left.parts[part.parent]!.title)
    }
    expect(moves(left, right, alignment).parts.size).toBe(1)
  })

  it('that have neither title nor content in common have no partner', () => {
    expect(pairs(`## 第一章 养老\n${care}`, `## 第一章 供水保障\n${water}`)).toEqual([['养老', null]])
  })
})
