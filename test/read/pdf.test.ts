import {deflateSync} from 'node:zlib'
import {describe, expect, it} from 'vitest'
import {readPdf} from '../../src/read/pdf.js'
import {pdfFile, setText} from './pdf-file.js'
import {readWith, sketch} from './word-file.js'

const read = (bytes: Uint8Array) => readWith(readPdf, bytes)
const sentence = (n: number) =>
  `为推进云岭州养老服务高质量发展，第${n}项工作由各县人民政府负责落实，到二〇二五年新增护理型床位若干张，结果纳入年度考核并向社会公布，接受群众监督评议，确保件件有着落事事有回音。`

describe('paragraphs', () => {
  it('run on over lines and pages and end where they end', async () => {
    const long = sentence(1) + sentence(2)
    const first = setText(long, 80, 100, 36)
    const sheets = [
      {text: first.slice(0, 3)},
      {text: first.slice(3).map(([x, , s, w], i) => [x, 100 + i * 19.2, s, w] as const)}
    ]
    const {draft, breaches} = await read(
      pdfFile([
        {text: [...sheets[0]!.text]},
        {text: [...sheets[1]!.text, ...setText(sentence(3), 80, 220, 36)]}
      ])
    )
    expect(sketch(draft.blocks)).toEqual([long, sentence(3)])
    expect(breaches).toEqual([])
  })

  it('of two columns are read down the left one first; a heading across ends them', async () => {
    const column = (x: number, from: number) => [
      ...setText(sentence(from), x, 140, 17),
      ...setText(sentence(from + 1), x, 300, 17)
    ]
    const text = [
      [220, 100, 16, '第一章总则'] as const,
      ...column(70, 1),
      ...column(310, 3),
      [220, 480, 16, '第二章附则'] as const
    ]
    const {draft, breaches} = await read(pdfFile([{text}]))
    expect(sketch(draft.blocks)).toEqual([
      '第一章总则',
      sentence(1),
      sentence(2),
      sentence(3),
      sentence(4),
      '第二章附则'
    ])
    expect(breaches).toEqual([])
  })

  it('are read where damage has put a line miles away', async () => {
    const text = [...setText(sentence(1), 80, 100, 36), ...setText(sentence(2), 80, 300, 36)]
    const far = [1e9, 1e17].map((x, i) => [x, 420 + i * 20, 12, '远处的一行。'] as const)
    const {draft, breaches} = await read(pdfFile([{text: [...text, ...far]}]))
    expect(sketch(draft.blocks).slice(0, 2)).toEqual([sentence(1), sentence(2)])
    expect(draft.source.text).toContain('远处的一行。')
    expect(breaches).toEqual([])
  })
})

describe('furniture', () => {
  it('goes: running heads and page numbers, each with its rule', async () => {
    const sheets = [1, 2, 3].map(page => ({
      text: [
        [200, 40, 9, '云岭州养老规划'] as const,
        ...setText(sentence(page), 80, 200, 36),
        [290, 810, 9, `—${page}—`] as const
      ]
    }))
    const {draft, postings, breaches} = await read(pdfFile(sheets))
    expect(sketch(draft.blocks)).toEqual([sentence(1), sentence(2), sentence(3)])
    expect(new Set(postings.map(each => each.rule))).toEqual(
      new Set(['read/pdf-running-head', 'read/pdf-page-number'])
    )
    expect(breaches).toEqual([])
  })

  it('goes from contents entries: dots and page number', async () => {
    const entry = (y: number, title: string, page: number) =>
      [80, y, 12, `${title}..............${page}`] as const
    const {draft, breaches} = await read(
      pdfFile([{text: [entry(200, '第一章总则', 1), entry(220, '第二章附则', 12)]}])
    )
    expect(sketch(draft.blocks)).toEqual(['第一章总则', '第二章附则'])
    expect(draft.blocks.map(block => block.hint.style)).toEqual(['contents', 'contents'])
    expect(breaches).toEqual([])
  })

  it('leaves a year alone that ends a page', async () => {
    const {draft} = await read(
      pdfFile([{text: [...setText(sentence(1), 80, 200, 36), [300, 400, 12, '2022年3月']]}])
    )
    expect(sketch(draft.blocks).at(-1)).toBe('2022年3月')
  })
})

/** Rules of a grid with these edges, less those that `gaps` take out: [x0, y0, x1, y1] of the missing piece. */
function grid(xs: readonly number[], ys: readonly number[], gaps: readonly string[] = []) {
  const rules: [number, number, number, number][] = []
  for (const y of ys)
    for (let i = 1; i < xs.length; i++)
      if (!gaps.includes(`h${xs[i - 1]},${y}`)) rules.push([xs[i - 1]!, y, xs[i]!, y])
  for (const x of xs)
    for (let i = 1; i < ys.length; i++)
      if (!gaps.includes(`v${x},${ys[i - 1]}`)) rules.push([x, ys[i - 1]!, x, ys[i]!])
  return rules
}

describe('tables', () => {
  it('come from their rules; where a rule is missing a cell spans', async () => {
    const rules = grid([100, 200, 300, 400], [100, 130, 160, 190], ['h100,130', 'v300,100'])
    const text = [
      [110, 150, 10, '类别'],
      [250, 120, 10, '规划期'],
      [210, 150, 10, '2020年'],
      [310, 150, 10, '2025年'],
      [110, 180, 10, '养老'],
      [210, 180, 10, '1.2'],
      [310, 180, 10, '1.8']
    ] as const
    const {draft, breaches} = await read(pdfFile([{text, rules}]))
    expect(sketch(draft.blocks)).toEqual(['类别 2x1|规划期 1x2', '2020年|2025年', '养老|1.2|1.8'])
    expect(breaches).toEqual([])
  })

  it('go on over the page; the repeated header is a duplicate of the first', async () => {
    const page = (rows: readonly (readonly [string, string])[]) => {
      const ys = [100, ...rows.map((_, i) => 130 + 30 * i)]
      const text = rows.flatMap(([a, b], i) => [
        [110, 120 + 30 * i, 10, a] as const,
        [260, 120 + 30 * i, 10, b] as const
      ])
      return {text, rules: grid([100, 250, 400], ys)}
    }
    const {draft, postings, breaches} = await read(
      pdfFile([
        page([
          ['指标', '目标值'],
          ['床位数', '9200']
        ]),
        page([
          ['指标', '目标值'],
          ['助餐点', '300']
        ])
      ])
    )
    expect(sketch(draft.blocks)).toEqual(['指标|目标值', '床位数|9200', '助餐点|300'])
    expect(
      postings.filter(each => each.fate === 'duplicate').map(each => draft.source.text.slice(...each.span))
    ).toEqual(['指标', '目标值'])
    expect(breaches).toEqual([])
  })

  it('with level rules alone (三线表) keep blank cells blank', async () => {
    const rules = [
      [90, 100, 500, 100],
      [90, 125, 500, 125],
      [90, 220, 500, 220]
    ] as const
    const row = (y: number, ...cells: readonly string[]) =>
      cells.flatMap((words, i) => (words === '' ? [] : [[100 + 130 * i, y, 10, words] as const]))
    const text = [
      ...row(118, '指标', '2020年', '2025年'),
      ...row(145, '床位数', '6480', '9200'),
      ...row(170, '覆盖率', '', '100'),
      ...row(195, '助餐点', '112', '300')
    ]
    const {draft, breaches} = await read(pdfFile([{text, rules}]))
    expect(sketch(draft.blocks)).toEqual([
      '指标|2020年|2025年',
      '床位数|6480|9200',
      '覆盖率||100',
      '助餐点|112|300'
    ])
    expect(breaches).toEqual([])
  })

  it('of one place are boxes', async () => {
    const {draft} = await read(
      pdfFile([
        {
          text: [[250, 120, 12, '专栏1工程'], ...setText('建设中心三个。', 110, 140, 20)],
          rules: grid([100, 450], [100, 180])
        }
      ])
    )
    expect(sketch(draft.blocks)).toEqual(['[', '专栏1工程', '建设中心三个。', ']'])
  })
})

describe('what is no text', () => {
  it('is unreadable: a scan', async () => {
    const {draft, rules} = await read(pdfFile([{rules: grid([100, 200], [100, 200])}, {}]))
    expect(draft.source.status).toBe('unreadable')
    expect(rules).toEqual(['read/pdf-scan'])
  })

  it('is unreadable: fonts that do not tell their characters', async () => {
    const glyphNumbers = Array.from(sentence(1), (_, i) =>
      String.fromCharCode(0x0840 + ((i * 37) % 900))
    ).join('')
    const {draft, rules} = await read(pdfFile([{text: setText(glyphNumbers, 80, 100, 36)}], 'Identity-H'))
    expect(draft.source.status).toBe('unreadable')
    expect(draft.blocks).toEqual([])
    expect(rules).toEqual(['read/pdf-mush'])
  })

  it('is unreadable: no PDF at all', async () => {
    const {draft, rules} = await read(new TextEncoder().encode('%PDF-1.7\nthis is none'))
    expect(draft.source.status).toBe('unreadable')
    expect(rules).toEqual(['read/pdf-damaged'])
  })

  it('is unreadable: a stream that unpacks to fill memory', async () => {
    const packed = deflateSync(Buffer.alloc(70_000_000))
    const head = '%PDF-1.4\n1 0 obj\n<< /Filter /FlateDecode >>\nstream\n'
    const {draft, rules} = await read(Buffer.concat([Buffer.from(head), packed]))
    expect(draft.source.status).toBe('unreadable')
    expect(rules).toEqual(['read/pdf-stream-limit'])
  })

  it('keeps once what is printed twice to look bold', async () => {
    const {draft, postings, breaches} = await read(
      pdfFile([
        {
          text: [
            [100, 200, 14, '第一章总则'],
            [100.3, 200, 14, '第一章总则']
          ]
        }
      ])
    )
    expect(sketch(draft.blocks)).toEqual(['第一章总则'])
    expect(new Set(postings.map(each => each.rule))).toEqual(new Set(['read/pdf-drawn-twice']))
    expect(breaches).toEqual([])
  })
})
