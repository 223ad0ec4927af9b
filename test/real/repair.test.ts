import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {draftText} from '../../src/core/draft.js'
import {textOf} from '../../src/core/traced.js'
import {sentences} from '../../src/zh/sentences.js'
import {cleanedAndRepaired, linesOf, repaired} from '../eval/restore.js'
import {sketch} from '../read/reading.js'

const folder = join(import.meta.dirname, '../../../shared/seeds')
const here = existsSync(folder)
const read = (start: string) =>
  readFileSync(
    join(
      folder,
      readdirSync(folder).find(name => name.startsWith(start))!
    ),
    'utf8'
  )

/** Headings that the body of the interleaved plan has lost, as its contents page names them. */
const lost = [
  '第四节健全现代社会工作制度',
  '第五节积极发展慈善公益事业',
  '第四章强化基本社会服务，提升民生福祉水平',
  '第一节提升婚姻收养管理服务水平',
  '第三节加强儿童保障和留守儿童、留守妇女关爱',
  '第五章完善养老服务体系，提升老年人获得感、幸福感',
  '第二节构建居家社区机构养老服务网络',
  '第三节发展壮大养老服务产业',
  '第四节加强养老人才队伍建设',
  '第五节提升综合监管水平',
  '第六章强化规划实施保障',
  '第三节增强数字民政效能',
  '第四节优化民政资源配置',
  '第六节加强规划执行情况监测评估'
]

/** How the first sentence after each lost heading begins, where the heading is not followed by another. */
const begins: Readonly<Record<string, string>> = {
  第四节健全现代社会工作制度: '制定加强基层社会工作站',
  第五节积极发展慈善公益事业: '推动出台《内蒙古自治区慈善',
  第一节提升婚姻收养管理服务水平: '强化开展婚姻家庭辅导',
  '第三节加强儿童保障和留守儿童、留守妇女关爱': '加强儿童福利和儿童保护人才',
  第二节构建居家社区机构养老服务网络: '有条件的地区',
  第三节发展壮大养老服务产业: '培育发展多元化养老',
  第四节加强养老人才队伍建设: '支持有条件的地区制定入职补贴',
  第五节提升综合监管水平: '加强对养老服务机构申领',
  第三节增强数字民政效能: '深化“互联网+民政',
  第六节加强规划执行情况监测评估: '2023年和2025年'
}

describe.skipIf(!here)('the interleaved plan', () => {
  const raw = here ? read('002') : ''
  const result = here ? repaired(raw) : repaired('')
  const blocks = result.after.blocks.flatMap(b => (b.kind === 'paragraph' ? [b] : []))
  const contents = blocks.filter(b => b.hint.style === 'contents').map(b => textOf(b.text))
  const body = blocks
    .slice(blocks.findLastIndex(b => b.hint.style === 'contents') + 1)
    .map(b => textOf(b.text))

  test('loses and doubles nothing', () => {
    expect(result.breaches).toBe(0)
    const pick = (text: string) =>
      sentences(text.replace(/\n/g, ''))
        .map(s => s.trim())
        .filter(s => s.length >= 24)
    const text = linesOf(result.after).join('')
    const counts = new Map<string, number>()
    for (const s of pick(raw)) counts.set(s, (text.split(s).length - 1) as number)
    // the sentence that holds the contents page is cut at its entries, all others stand once
    expect([...counts].filter(([s, n]) => n !== 1 && !s.includes('目录第一章'))).toEqual([])
  })

  test('keeps together every two sentences that both readers read together', () => {
    const key = (text: string) => text.replace(/\s/gu, '')
    const found = sentences(raw.replace(/\n/g, '')).map(key)
    const places = new Map<string, number[]>()
    found.forEach((text, t) => places.set(text, [...(places.get(text) ?? []), t]))
    const together = found.flatMap((text, t) => {
      const [first, second, ...more] = places.get(text)!
      const after = places.get(found[t + 1] ?? '')
      const twice = first === t && second !== undefined && more.length === 0 && after?.length === 2
      return twice && after[0] === first + 1 && after[1] === second + 1 ? [text + found[t + 1]!] : []
    })
    const text = key(linesOf(result.after).join(''))
    expect(together.length).toBeGreaterThan(60)
    expect(together.filter(pair => !text.includes(pair))).toEqual([])
  })

  test('has all 38 headings, in the order of the contents page, 14 of them put back', () => {
    expect(contents[0]).toBe('目录')
    const headings = contents.slice(1)
    expect(headings.length).toBe(38)
    expect(body.filter(line => headings.includes(line))).toEqual(headings)
    expect(blocks.filter(b => b.hint.style === 'inferred-heading').map(b => textOf(b.text))).toEqual(lost)
  })

  test('has each lost heading before the text it belongs to', () => {
    for (const [heading, start] of Object.entries(begins)) {
      expect(body[body.indexOf(heading) + 1]!.slice(0, start.length)).toBe(start)
    }
  })

  test('follows the line pattern: every line goes on with the fast reader, then the slow, then the fast', () => {
    const runs = result.notes.filter(n => n.rule === 'repair/run')
    expect(runs.length).toBeGreaterThan(130)
    expect(runs.length).toBeLessThan(140)
  })

  test('says where the slow reader stopped, in chapter three', () => {
    const alone = result.notes.filter(n => n.rule === 'repair/read-alone').map(n => raw.slice(...n.at!))
    expect(alone.map(text => text.slice(0, 6))).toEqual(['指导社会组织'])
    const chapter = body.findLastIndex(
      (line, i) => line.startsWith('第三章') && i < body.findIndex(l => l.includes(alone[0]!))
    )
    expect(chapter).toBeGreaterThan(0)
    expect(body.findIndex(line => line.startsWith('第四章'))).toBeGreaterThan(
      body.findIndex(l => l.includes(alone[0]!))
    )
  })

  test('is whole: a second time changes nothing', () => {
    const again = repaired(draftText(result.after))
    expect(draftText(again.after)).toBe(draftText(result.after))
  })
})

describe.skipIf(!here)('sound plans', () => {
  test.each(['000', '001', '004'])('%s passes untouched', start => {
    const {before, after, notes} = repaired(read(start))
    expect(after).toBe(before)
    expect(notes.filter(n => n.rule !== 'repair/misplaced')).toEqual([])
  })

  test('004: one paragraph on the past period among the goals is reported, none in the others', () => {
    const misplaced = (start: string) =>
      repaired(read(start)).notes.filter(n => n.rule === 'repair/misplaced')
    expect(['000', '001', '003', '004'].map(start => misplaced(start).length)).toEqual([0, 0, 0, 1])
    expect(misplaced('004')[0]!.reason).toContain('三、发展目标')
  })

  test('003 loses the second wording of one paragraph and nothing else', () => {
    const {before, after, notes, postings} = repaired(read('003'))
    expect(notes.map(n => n.rule)).toEqual(['repair/reworded'])
    expect(postings.length).toBe(1)
    expect(linesOf(after)).toEqual(
      linesOf(before).filter(
        (_, i, all) =>
          i !==
          all.findIndex((l, k) => k > 0 && l.length > 200 && l.slice(0, 80) === all[k - 1]!.slice(0, 80))
      )
    )
  })
})

describe.skipIf(!here)('plans that stand twice', () => {
  const blocksOf = (text: string) => sketch(cleanedAndRepaired(text).after.blocks)

  test.each(['000', '001', '002', '003'])('%s, one copy after the other, reads as it does once', start => {
    const text = read(start).replace(/\r?\n?$/u, '\n')
    expect(blocksOf(text.repeat(2))).toEqual(blocksOf(text))
  })

  test('004 reads as it does once, with the masthead of the second copy behind it', () => {
    const text = read('004').replace(/\r?\n?$/u, '\n')
    const once = blocksOf(text)
    const twice = blocksOf(text.repeat(2))
    expect(twice.slice(0, once.length)).toEqual(once)
    expect(twice.slice(once.length).every(line => /[>：•]|欢迎|公报/u.test(line))).toBe(true)
  })

  test.each(['000', '001', '003', '004'])('%s, each line twice, reads as it does once', start => {
    const lines = read(start).trimEnd().split(/\r?\n/u)
    expect(blocksOf(lines.flatMap(line => [line, line]).join('\n'))).toEqual(blocksOf(lines.join('\n')))
  })
})
