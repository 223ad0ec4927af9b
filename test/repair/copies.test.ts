import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {readHtml} from '../../src/read/html.js'
import {repair} from '../../src/repair/index.js'
import {cleanedAndRepaired, linesOf, repaired} from '../eval/restore.js'
import {reading, sketch, sourceOf} from '../read/reading.js'
import {prose} from './specimen.js'

const raw = join(import.meta.dirname, '../../raw')

/** Files of one text, whole as they arrive: with cells, contents pages and page numbers. */
const files = readdirSync(raw).filter(
  name => name.endsWith('.txt') && !/gb18030|big5|utf16|公报|两栏/u.test(name)
)
const textOfFile = (name: string) => readFileSync(join(raw, name), 'utf8').replace(/\r?\n?$/u, '\n')
/** Printed lines are halves of paragraphs: cleaning joins them. */
const isPrinted = (name: string) => name === '云岭州水土保持规划.txt'
const blocksOf = (text: string) => {
  const {after, breaches} = cleanedAndRepaired(text)
  expect(breaches).toBe(0)
  return sketch(after.blocks)
}

describe('a file that stands more than once reads as it does once', () => {
  test.each(files)('%s twice and three times, one after the other', name => {
    const text = textOfFile(name)
    const once = blocksOf(text)
    expect(blocksOf(text.repeat(2))).toEqual(once)
    expect(blocksOf(text.repeat(3))).toEqual(once)
  })

  test.each(files.filter(name => !isPrinted(name)))('%s, each line twice and three times', name => {
    const lines = textOfFile(name).split('\n')
    const once = blocksOf(lines.join('\n'))
    for (const times of [2, 3])
      expect(blocksOf(lines.flatMap(line => Array.from({length: times}, () => line)).join('\n'))).toEqual(
        once
      )
  })

  test('with the masthead of the second copy between, which stays', () => {
    const own = prose(60)
    const masthead = ['云岭州人民政府欢迎您', '当前位置：首页']
    expect(linesOf(repaired([...own, ...masthead, ...own].join('\n')).after)).toEqual([...own, ...masthead])
  })

  test('and nobody is warned of copies that are gone', () => {
    const {notes} = repaired(prose(60).join('\n').concat('\n').repeat(2))
    expect(notes.map(({rule}) => rule)).toEqual(['repair/repeated'])
  })
})

describe('a page whose paragraphs stand twice', () => {
  const page = readFileSync(join(raw, 'formats/云岭州十四五养老服务体系建设规划-chromium.html'), 'utf8')
  const read = async (html: string) => {
    const {draft, breaches} = await reading(html, sourceOf(html), async (source, context) =>
      repair.run(await readHtml(source, context), context)
    )
    expect(breaches).toEqual([])
    return sketch(draft.blocks)
  }

  test('reads as it does once, in its cells and boxes too', async () => {
    const twice = page.replace(/<p[ >].*?<\/p>/gsu, '$&$&')
    expect(twice.length).toBeGreaterThan(1.5 * page.length)
    expect(await read(twice)).toEqual(await read(page))
  })

  test('keeps two tables in a row that say the same where paragraphs stand once', async () => {
    const tables = page.replace(/<table.*?<\/table>/gsu, '$&$&')
    expect((await read(tables)).length).toBeGreaterThan((await read(page)).length)
  })
})

describe('cells that say the same twice', () => {
  const table = (cells: readonly string[]) => [
    '\t指标',
    '情况',
    ...cells.map((cell, i) => (i % 2 ? cell : `\t${cell}`))
  ]
  const cells = Array.from({length: 12}, (_, i) => [`水库${i}号`, '已完成']).flat()

  test('stay where paragraphs stand once', () => {
    const lines = [...prose(20), ...table(cells.flatMap(cell => [cell, cell]))].join('\n')
    expect(linesOf(repaired(lines).after)).toHaveLength(20 + 2 + 48)
  })

  test('stay where paragraphs stand twice and other cells do not', () => {
    const lines = [...prose(20).flatMap(line => [line, line]), ...table([...cells, '已完成', '已完成'])].join(
      '\n'
    )
    const own = linesOf(repaired(lines).after)
    expect(own).toHaveLength(20 + 2 + 26)
  })
})
