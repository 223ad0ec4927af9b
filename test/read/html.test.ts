import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {settle} from '../../src/core/ledger.js'
import {htmlEncodingHint, readHtml} from '../../src/read/html.js'
import {letGo, reading, sketch, sourceOf} from './reading.js'

const read = (html: string) => reading(html, sourceOf(html), readHtml)
const prose = '全县坚持以人民为中心的发展思想，扎实推进各项重点工作，养老服务体系不断完善，覆盖率达到92%。'
const page = (body: string) => `<html><body><p>${prose}</p>${body}<p>${prose}</p></body></html>`
const middle = async (body: string) => sketch((await read(page(body))).draft.blocks).slice(1, -1)

describe('text', () => {
  it('reads entities as the characters they stand for and says so in the books', async () => {
    const html = '<p>床位数&ge;200张，占&#51;0%&mdash;“&#x4E00;老”</p>'
    const {draft, postings, breaches} = await read(html)
    expect(sketch(draft.blocks)).toEqual(['床位数≥200张，占30%—“一老”'])
    expect(breaches).toEqual([])
    expect(postings).toContainEqual({span: [6, 10], fate: 'kept', rule: 'read/entity', text: '≥'})
  })
  it('leaves an ampersand that begins no entity as it is', async () => {
    expect(await middle('<p>R&D经费 A & B &unknown; a<b</p>'.replace('a<b', '1 < 2'))).toEqual([
      'R&D经费 A & B &unknown; 1 < 2'
    ])
  })
  it('joins Han characters over a line end without a gap and Latin words with one', async () => {
    expect(await middle('<p>加快\r\n  发展GDP\n growth</p>')).toEqual(['加快发展GDP growth'])
  })
  it('shows blanks in a row as one, and keeps the wide ones of Chinese text', async () => {
    expect(await middle('<p>第一章    发展 基础　总则</p>')).toEqual(['第一章 发展 基础　总则'])
  })
  it('keeps powers apart from the number they raise', async () => {
    expect(await middle('<p>10<sup>8</sup>立方米，3km<sup>2</sup>，PM<sub>2.5</sub></p>')).toEqual([
      '10⁸立方米，3km²，PM2.5'
    ])
  })
  it('breaks paragraphs at line breaks and blocks, also where a paragraph was never closed', async () => {
    expect(await middle('<p>甲<br/>乙<p>丙<div>丁</div>戊')).toEqual(['甲', '乙', '丙', '丁', '戊'])
  })
  it('gives the level of headings, the alignment and bold type', async () => {
    const {draft} = await read(
      page('<h2>第一章</h2><p align="center"><b>第二章</b></p><p style="text-align:right">丁</p>')
    )
    expect(draft.blocks.slice(1, 4).map(b => [b.hint.level, b.hint.align, b.hint.bold])).toEqual([
      [2, undefined, undefined],
      [undefined, 'center', true],
      [undefined, 'right', undefined]
    ])
  })
  it('lets scripts, styles and comments go, and text that scripts were injected beside stays', async () => {
    const html = page('<p>甲<script>var a="</p><p>假"</script>乙<!-- 丙 --></p><style>p{}</style>')
    const {draft, postings, breaches} = await read(html)
    expect(sketch(draft.blocks)[1]).toBe('甲乙')
    expect(letGo(html, postings, 'read/script')).toEqual(['var a="</p><p>假"', 'p{}'])
    expect(breaches).toEqual([])
  })
  it('numbers an ordered list whose items carry no number of their own', async () => {
    expect(await middle('<ol start="3"><li>甲<li>乙</ol><ol><li>1．丙</li></ol>')).toEqual([
      '3.甲',
      '4.乙',
      '1．丙'
    ])
  })
})

describe('tables', () => {
  it('keeps row and column spans, paragraphs and line breaks of cells', async () => {
    const html =
      '<table border="1"><tr><td rowspan="2">序号</td><td rowspan=2>指标</td><td colspan="2">规划值</td></tr><tr><td>2020年</td><td>2025年</td></tr>' +
      '<tr><td>1</td><td>床位<br>（张）</td><td><p>100</p></td><td><p>200</p><p>预期性</p></td></tr></table>'
    expect(await middle(html)).toEqual([
      '| 序号{2x1} | 指标{2x1} | 规划值{1x2} |',
      '| 2020年 | 2025年 |',
      '| 1 | 床位 / （张） | 100 | 200 / 预期性 |'
    ])
  })
  it('reads tables whose cells, rows and paragraphs were never closed', async () => {
    expect(await middle('<table border=1><tr><td><p>甲<td><b>乙<tr><td>丙<td>丁</table>')).toEqual([
      '| 甲 | 乙 |',
      '| 丙 | 丁 |'
    ])
  })
  it('shows text that stands loose in a table before it, as browsers do', async () => {
    expect(await middle('<table border=1>单位：张<tr><td>甲</td>漏<td>乙</td></tr></table>')).toEqual([
      '单位：张漏',
      '| 甲 | 乙 |'
    ])
  })
  it('keeps empty cells in their place', async () => {
    expect(
      await middle(
        '<table border=1><tr><td>甲</td><td>&nbsp;</td><td>丙</td></tr><tr><td></td><td>乙</td><td></td></tr></table>'
      )
    ).toEqual(['| 甲 |  | 丙 |', '|  | 乙 |  |'])
  })
  it('makes a frame of a table of one column and of a bordered block', async () => {
    expect(
      await middle('<table><tr><td>专栏1 工程</td></tr><tr><td><p>甲</p><p>乙</p></td></tr></table>')
    ).toEqual(['[', '  专栏1 工程', '  甲', '  乙', ']'])
    expect(await middle('<div style="border:1px solid red"><p>专栏2</p><p>落实补贴制度</p></div>')).toEqual([
      '[',
      '  专栏2',
      '  落实补贴制度',
      ']'
    ])
  })
  it('takes the first row for the title of a box or of a table where it is one cell that names it', async () => {
    const rows = '<tr><td>项目</td><td>数量</td></tr><tr><td>养老院</td><td>3</td></tr></table>'
    expect(await middle(`<table border="1"><tr><td colspan="2">专栏3 重点项目</td></tr>${rows}`)).toEqual([
      '[',
      '  专栏3 重点项目',
      '  | 项目 | 数量 |',
      '  | 养老院 | 3 |',
      ']'
    ])
    expect(await middle(`<table border="1"><tr><td colspan="2">表2 主要指标</td></tr>${rows}`)).toEqual([
      '表2 主要指标',
      '| 项目 | 数量 |',
      '| 养老院 | 3 |'
    ])
    expect(await middle(`<table border="1"><tr><td colspan="2">养老服务</td></tr>${rows}`)).toEqual([
      '| 养老服务{1x2} |',
      '| 项目 | 数量 |',
      '| 养老院 | 3 |'
    ])
  })
  it('flattens tables that lay out the page, nested ones too, and keeps the data table within', async () => {
    const data =
      '<table border="1"><tr><th>指标</th><th>数值</th></tr><tr><td>床位</td><td>100</td></tr></table>'
    const html = `<table><tr><td><table><tr><td width="20"></td><td><h1>第一章 基础</h1><p>${prose}</p><p>${prose}</p>${data}<p>${prose}</p></td></tr></table></td></tr></table>`
    const {draft, breaches} = await read(html)
    expect(sketch(draft.blocks)).toEqual([
      '第一章 基础',
      prose,
      prose,
      '| 指标 | 数值 |',
      '| 床位 | 100 |',
      prose
    ])
    expect(breaches).toEqual([])
  })
  it('caps a span of a billion and says so', async () => {
    const {draft, notes} = await read(
      page(
        '<table border=1><tr><td colspan=1000000000>甲<td rowspan=1000000000>乙<tr><td>丙<td>丁<td>戊</table>'
      )
    )
    const grid = draft.blocks[1]!
    expect(grid.kind === 'grid' && grid.rows[0]!.map(c => [c.rowSpan, c.colSpan])).toEqual([
      [1, 2],
      [2, 1]
    ])
    expect(notes.map(n => n.rule)).toContain('read/span-capped')
  })
})

describe('bad pages', () => {
  it('survives a hundred thousand nested elements', {timeout: 60_000}, async () => {
    const {draft, notes, breaches} = await read(
      `${'<div>'.repeat(100_000)}<p>甲</p>${'</div>'.repeat(100_000)}<p>乙</p>`
    )
    expect(sketch(draft.blocks)).toEqual(['甲', '乙'])
    expect(notes.map(n => n.rule)).toContain('read/too-deep')
    expect(breaches).toEqual([])
  })
  it('reports text that a quote or a comment without end swallows', async () => {
    for (const html of [`<p>甲</p><a href="x>${prose.repeat(5)}`, `<p>甲</p><!-- ${prose.repeat(5)}`])
      expect((await read(html)).notes.map(n => n.rule)).toContain('read/unfinished')
  })
  it('accounts for every character of any soup of tags, once', async () => {
    const bits = fc.constantFrom(
      ...'<p> </p> <td> </td> <tr> <table> </table> <div> </div> <b> </b> <a#href="x"> </a> <li> <ul> </ul> <ol> <br> <h1> </h1> &nbsp; &lt; &#12; & < > 第一章 甲 乙。 3.5 <!-- --> <script> </script> <title> </title> <select> <option> <th#rowspan="9"> <div#class="nav"> <div#style="display:none"> <sup> 2 </sup> 索引号： 打印 <pre> </pre> <![CDATA[ ]]> <?x ?> <!x </ '
        .split(' ')
        .map(b => b.replace('#', ' ')),
      ' ',
      '\n',
      '\r\n',
      '\u3000',
      '"'
    )
    await fc.assert(
      fc.asyncProperty(fc.array(bits, {maxLength: 60}), async parts => {
        const html = parts.join('')
        const {draft, postings, breaches} = await read(html)
        expect(breaches).toEqual([])
        const spans = [
          ...(function* () {
            for (const {raw} of [...draft.blocks].flatMap(b => (b.kind === 'paragraph' ? b.text : [])))
              if (raw[0] < raw[1]) yield {span: raw, document: 1}
          })()
        ]
        expect(settle(html, spans, postings).every(e => e.start < e.end)).toBe(true)
      }),
      {numRuns: 400}
    )
  })
})

describe('encoding labels', () => {
  it('that the bytes contradict are reported; gb2312 on GB18030 is none', async () => {
    const labelled = (label: string) =>
      `<html><head><meta charset="${label}"></head><body><p>甲</p></body></html>`
    expect((await read(labelled('gb2312'))).notes.map(n => n.rule)).toEqual(['read/encoding-label'])
    expect((await read(labelled('utf-8'))).notes).toEqual([])
  })
  it('and the header of the answer before the page are no text', async () => {
    const html = 'HTTP/1.1 200 OK\r\nServer: x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>甲</p>'
    const {draft, breaches} = await read(html)
    expect([sketch(draft.blocks), breaches]).toEqual([['甲'], []])
  })
  it('finds them in the page, in the declaration and in a saved header', () => {
    const hint = (text: string) => htmlEncodingHint(Buffer.from(text, 'latin1'))
    expect(hint('<meta http-equiv="Content-Type" content="text/html; charset=gb2312">')).toEqual({
      encoding: 'gb2312',
      where: 'meta charset'
    })
    expect(hint('<?xml version="1.0" encoding="GBK"?><html>')).toEqual({
      encoding: 'gbk',
      where: 'XML declaration'
    })
    expect(hint('HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=UTF-8\r\n\r\n<html>')).toEqual({
      encoding: 'utf-8',
      where: 'HTTP header'
    })
    expect(hint('<p>nothing</p>')).toBeNull()
  })
})
