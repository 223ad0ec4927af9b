import {expect, test} from 'vitest'
import {unitsOf} from '../../../src/repair/units/units.js'
import {readPlain} from '../../../src/read/plain.js'
import {sourceOf} from '../../eval/restore.js'

const texts = (text: string) => unitsOf(readPlain(sourceOf(text)).blocks).map(unit => unit.text)

const well = '全县打井九眼，供水到户。'
const canal = '新修渠道二里，清淤三处。'

test('a heading is cut off a sentence that stands elsewhere', () => {
  expect(texts(`第二节加强水源建设${canal}${well}${canal}`)).toEqual([
    '第二节加强水源建设',
    canal,
    well,
    canal
  ])
})

test('a heading that is known from there, or from a line of its own, is cut off what is new behind it', () => {
  const known = `第二节加强水源建设${canal}${well}${canal}`
  expect(texts(`${known}第二节加强水源建设水库蓄水充足。`).slice(-2)).toEqual([
    '第二节加强水源建设',
    '水库蓄水充足。'
  ])
  expect(texts(`（三）加强管护\n${well}（三）加强管护水库蓄水充足。`)).toEqual([
    '（三）加强管护',
    well,
    '（三）加强管护',
    '水库蓄水充足。'
  ])
})

test('what stands twice as it is was read so and stays in one piece', () => {
  const whole = `第二节加强水源建设${canal}`
  expect(texts(`${whole}${well}${whole}${canal}`)).toEqual([whole, well, whole, canal])
})

test('what stands twice is cut all the same where both parts stand by themselves, as a third reader left them', () => {
  for (const line of ['第二节加强水源建设', '云岭州水务局渠道科']) {
    const whole = `${line}${canal}`
    expect(texts(`${whole}${well}${whole}${line}\n${canal}`)).toEqual([
      line,
      canal,
      well,
      line,
      canal,
      line,
      canal
    ])
    expect(texts(`${whole}${well}${whole}${line}\n${well}`)).toEqual([whole, well, whole, line, well])
  }
})

test('what stands twice is cut off a heading that stands by itself where sentences stand three times', () => {
  const heading = '第二节加强水源建设'
  const whole = `${heading}${canal}`
  const long = [
    '全县打井九眼，供水到户，水质一年检测两次，结果张榜公布。',
    '水库大坝除险加固完工，蓄水比上一年多三百万方，灌溉有了保证。',
    '渠道管护到人，每人管三里，每年秋后由乡镇验收，不合格的限期整改。'
  ].join('')
  const read = [`${long}${whole}`, `${long}${whole}`]
  const found = (...third: string[]) =>
    texts([...read, ...third, well].join('\n')).filter(text => text === canal)
  expect(found(`${long}${heading}`)).toHaveLength(2)
  expect(found(heading)).toHaveLength(0)
})

test('sentences that open with a number and go on as one are left whole', () => {
  const item = '（一）要加快建设水库。'
  expect(texts(`${item}${well}水库。`)).toEqual([item, well, '水库。'])
  expect(texts(`一、二、三产业${well}${well}`)[0]).toBe(`一、二、三产业${well}`)
})

const front = '云岭州人民政府2026年3月5日云岭州古树名木保护规划印发时间'

test('lines without a stop are cut where both parts are known from elsewhere', () => {
  const later = '全州古树名木登记造册，一树一档。'
  expect(texts(`${front}${canal}${well}${front}${later}${canal}${later}`)).toEqual([
    front,
    canal,
    well,
    front,
    later,
    canal,
    later
  ])
})

test('a long line that another reader began in the midst of is cut there', () => {
  const from = front.indexOf('云岭州古树')
  const part = `${front.slice(from)}以州志为准，每年核对一次。`
  expect(texts(`${front.slice(0, from)}${part}${well}${part}${canal}`)).toEqual([
    front.slice(0, from),
    part,
    well,
    part,
    canal
  ])
})

test('a sentence is left whole where only its end is known, or only its beginning', () => {
  const short = '各乡镇要落实管护责任。'
  expect(texts(`${well}各乡镇要落实管护责任。各单位和各乡镇要落实管护责任。`)).toEqual([
    well,
    short,
    `各单位和${short}`
  ])
  expect(texts(`到2030年全县新建水库。到2030年全县新建水渠三条。${well}`)).toEqual([
    '到2030年全县新建水库。',
    '到2030年全县新建水渠三条。',
    well
  ])
})

test('a heading ends where two texts that begin with it go on as sentences do', () => {
  const head = '（二）加强渠道和水库管护'
  const others = '全县新建水库。全县新建水渠。全县巡查渠道。要落实责任。要落实经费。要落实人员。'
  expect(texts(`${others}${head}全县划定保护范围。${head}要落实巡查制度。`).slice(-4)).toEqual([
    head,
    '全县划定保护范围。',
    head,
    '要落实巡查制度。'
  ])
  const item = '（二）加强渠道和水库管护和养护。'
  expect(texts(`${others}${item}（二）加强渠道和水库管护队伍建设。`).at(-2)).toBe(item)
})

test('two headings in a row are parted where the second opens another text', () => {
  const known = '一、修好渠道水库泵站全州落实资金三亿元。'
  expect(texts(`${known}${well}第二章主要任务${known.slice(0, 14)}要按月巡查。`)).toContain('第二章主要任务')
})

test('a new heading is cut off what is new behind it where readers stop behind headings', () => {
  const parted = `第二节加强水源建设${canal}${well}${canal}`
  const text = '第三节健全管护机制全面落实河长制度，建立巡查记录。'
  expect(texts(`${parted}${text}`).slice(-2)).toEqual([
    '第三节健全管护机制',
    '全面落实河长制度，建立巡查记录。'
  ])
  expect(texts(`${canal}${well}${text}`)).toEqual([canal, well, text])
})

test('so are all headings in a row, and lines that have no stop', () => {
  const parted = `第二节加强水源建设${canal}${well}${canal}`
  const heads = '第四章健全机制第一节落实河长制度全面建立巡查记录，定期检查。'
  expect(texts(`${parted}${heads}`).slice(-3)).toEqual([
    '第四章健全机制',
    '第一节落实河长制度',
    '全面建立巡查记录，定期检查。'
  ])
  const notice = '防汛工作的通知云水发〔2021〕4号各县水务局：现将防汛预案印发给你们。'
  expect(texts(`${parted}${notice}`).slice(-4)).toEqual([
    '防汛工作的通知',
    '云水发〔2021〕4号',
    '各县水务局：',
    '现将防汛预案印发给你们。'
  ])
  const cells = '灌溉面积（万亩）水库数（座）青禾县水利局2021年3月5日水库蓄水充足。'
  expect(texts(`${parted}${cells}`).slice(-5)).toEqual([
    '灌溉面积（万亩）',
    '水库数（座）',
    '青禾县水利局',
    '2021年3月5日',
    '水库蓄水充足。'
  ])
})

test('what leads to a list is cut off an item that stands elsewhere, and else stays with it', () => {
  const lead = '水利工作坚持以下原则：'
  const item = '——坚持节水优先、量水而行。'
  expect(texts(`${lead}${item}${well}${item}`)).toEqual([lead, item, well, item])
  expect(texts(`${lead}${item}${well}`)).toEqual([`${lead}${item}`, well])
})
