import {expect, test} from 'vitest'
import {textFile} from '../../src/emit/text.js'
import {plan} from './plan.js'

test('writes a paragraph a line, headings too, rows with tabs, and leaves the contents page', () => {
  expect(textFile(plan).split('\n')).toEqual([
    '云岭州养老服务规划',
    '第一章　总则',
    '第一段。',
    '（一）建强基层。每县建成2个中心。',
    '——坚持普惠。人人可及。',
    '——坚持节俭。',
    '专栏1　重点工程',
    '新建*3*所。',
    '表1　主要指标',
    '指标\t2025年\t',
    '\t目标\t属性',
    '床位（张）\t1200\t预期性',
    '第九章　附则',
    ''
  ])
})

test('writes nothing for a document without words', () => {
  expect(textFile({...plan, children: []})).toBe('')
})
