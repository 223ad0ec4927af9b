import {strToU8, zipSync} from 'fflate'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {readDocx} from '../../src/read/docx.js'
import {paragraph, readWith, run, sketch, wordFile} from './word-file.js'

const read = (bytes: Uint8Array) => readWith(readDocx, bytes)

const level = (at: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/>${more}</w:lvl>`
const numbering = (levels: string, more = '') =>
  `<w:abstractNum w:abstractNumId="0">${levels}</w:abstractNum>${more}<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>` +
  `<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`
const numbered = (text: string, ilvl = 0, numId = 1) =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${numId}"/></w:numPr>`)

describe('automatic numbering', () => {
  it('becomes the literal 第一章 and （一）, and sections begin again with each chapter', async () => {
    const parts = {
      numbering: numbering(
        level(0, 'chineseCountingThousand', '第%1章', '<w:suff w:val="space"/>') +
          level(1, 'chineseCounting', '（%2）', '<w:suff w:val="nothing"/>')
      )
    }
    const body =
      numbered('总则') + numbered('目标', 1) + numbered('任务', 1) + numbered('附则') + numbered('施行', 1)
    const {draft, breaches} = await read(wordFile(body, parts))
    expect(sketch(draft.blocks)).toEqual([
      '第一章 总则',
      '（一）目标',
      '（二）任务',
      '第二章 附则',
      '（一）施行'
    ])
    expect(draft.blocks.map(block => block.hint.numbered)).toEqual([4, 3, 3, 4, 3])
    expect(draft.source.text).not.toContain('章')
    expect(breaches).toEqual([])
  })

  it('goes on within a list and begins again where the file says so', async () => {
    const parts = {numbering: numbering(level(0, 'decimalEnclosedCircle', '%1'))}
    const body =
      numbered('甲') +
      numbered('乙') +
      paragraph('正文') +
      numbered('丙') +
      numbered('丁', 0, 2) +
      numbered('戊', 0, 2)
    const {draft} = await read(wordFile(body, parts))
    expect(sketch(draft.blocks)).toEqual(['① 甲', '② 乙', '正文', '③ 丙', '① 丁', '② 戊'])
  })

  it('comes from the style of a heading, at the level that names the style', async () => {
    const parts = {
      numbering: numbering(
        level(0, 'chineseCounting', '第%1章', '<w:pStyle w:val="1"/>') +
          level(1, 'ideographTraditional', '%2、', '<w:pStyle w:val="2"/>')
      ),
      styles:
        '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="标题 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
        '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 2"/><w:basedOn w:val="1"/></w:style>'
    }
    const styled = (text: string, id: string) => paragraph(text, `<w:pStyle w:val="${id}"/>`)
    const {draft} = await read(
      wordFile(styled('总则', '1') + styled('目标', '2') + styled('任务', '2'), parts)
    )
    expect(sketch(draft.blocks)).toEqual(['第一章 总则', '甲、目标', '乙、任务'])
    expect(draft.blocks.map(block => block.hint.level)).toEqual([1, 2, 2])
  })

  it('never makes one number with the text: 1. and 2022年', async () => {
    const parts = {numbering: numbering(level(0, 'decimal', '%1.'))}
    const {draft} = await read(wordFile(numbered('2022年底前完成。') + numbered('建成中心。'), parts))
    expect(sketch(draft.blocks)).toEqual(['1. 2022年底前完成。', '2.建成中心。'])
  })

  it('numbers the empty cells of a 序号 column', async () => {
    const parts = {numbering: numbering(level(0, 'decimal', '%1'))}
    const row = (name: string) => `<w:tr><w:tc>${numbered('')}</w:tc><w:tc>${paragraph(name)}</w:tc></w:tr>`
    const {draft} = await read(wordFile(`<w:tbl>${row('床位数')}${row('覆盖率')}</w:tbl>`, parts))
    expect(sketch(draft.blocks).map(line => line.replaceAll(' ', ''))).toEqual(['1|床位数', '2|覆盖率'])
  })
})

describe('tables', () => {
  const cell = (text: string, properties = '') =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`
  const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`

  it('keep spans over columns and rows', async () => {
    const body =
      '<w:tbl>' +
      row(cell('类别', '<w:vMerge w:val="restart"/>'), cell('规划期', '<w:gridSpan w:val="2"/>')) +
      row(cell('', '<w:vMerge/>'), cell('2020年'), cell('2025年')) +
      row(cell('养老'), cell('1.2'), cell('1.8')) +
      '</w:tbl>'
    const {draft, breaches} = await read(wordFile(body))
    expect(sketch(draft.blocks)).toEqual(['类别 2x1|规划期 1x2', '2020年|2025年', '养老|1.2|1.8'])
    expect(breaches).toEqual([])
  })

  it('of one cell are boxes', async () => {
    const {draft} = await read(
      wordFile(`<w:tbl>${row(`<w:tc>${paragraph('专栏1')}${paragraph('建设中心3个。')}</w:tc>`)}</w:tbl>`)
    )
    expect(sketch(draft.blocks)).toEqual(['[', '专栏1', '建设中心3个。', ']'])
  })

  it('with a span of a billion are cut down, and said to be', async () => {
    const {draft, rules} = await read(
      wordFile(`<w:tbl>${row(cell('甲', '<w:gridSpan w:val="1000000000"/>'), cell('乙'))}</w:tbl>`)
    )
    expect(sketch(draft.blocks)).toEqual(['甲 1x100|乙'])
    expect(rules).toContain('read/docx-span-clamped')
  })
})

describe('text boxes', () => {
  const box = (text: string) => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`

  it('stand in place and once, though the file draws them in two ways', async () => {
    const drawing =
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${box('专栏1')}</wps:txbx></mc:Choice>` +
      `<mc:Fallback><w:pict><v:textbox>${box('专栏1')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`
    const {draft, breaches} = await read(
      wordFile(`${paragraph('前')}<w:p>${drawing}${run('正文')}</w:p>${paragraph('后')}`)
    )
    expect(sketch(draft.blocks)).toEqual(['前', '[', '专栏1', ']', '正文', '后'])
    expect(breaches).toEqual([])
  })

  it('of old files (VML) come through', async () => {
    const {draft} = await read(
      wordFile(`<w:p>${run('正文')}<w:r><w:pict><v:textbox>${box('专栏2')}</v:textbox></w:pict></w:r></w:p>`)
    )
    expect(sketch(draft.blocks)).toEqual(['正文', '[', '专栏2', ']'])
  })
})

describe('what is not the text', () => {
  it('takes tracked changes as accepted and keeps what they delete in the books', async () => {
    const body = `<w:p>${run('不低于')}<w:del><w:r><w:delText>55</w:delText></w:r></w:del><w:ins>${run('60')}</w:ins>${run('%')}</w:p>`
    const {draft, rules, postings, breaches} = await read(wordFile(body))
    expect(sketch(draft.blocks)).toEqual(['不低于60%'])
    expect(rules).toContain('read/docx-tracked')
    expect(postings.map(posting => posting.rule)).toEqual(['read/docx-deleted'])
    expect(breaches).toEqual([])
  })

  it('joins paragraphs whose dividing mark was deleted', async () => {
    const body = `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('上半')}</w:p>${paragraph('下半。')}`
    const {draft, breaches} = await read(wordFile(body))
    expect(sketch(draft.blocks)).toEqual(['上半下半。'])
    expect(breaches).toEqual([])
  })

  it('puts footnotes after their paragraph, without a mark that would run into a number', async () => {
    const body = `<w:p>${run('床位58张')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>${paragraph('下文')}`
    const {draft, rules, breaches} = await read(
      wordFile(body, {footnotes: `<w:footnote w:id="2">${paragraph('口径同上。')}</w:footnote>`})
    )
    expect(sketch(draft.blocks)).toEqual(['床位58张', '口径同上。', '下文'])
    expect(draft.blocks[1]!.hint.style).toBe('footnote')
    expect(rules).toContain('read/docx-footnote')
    expect(breaches).toEqual([])
  })

  it('keeps both of two footnotes that bear one number', async () => {
    const body = `<w:p>${run('床位58张')}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>${paragraph('下文')}`
    const footnotes = ['口径同上。', '数据来自年报。']
      .map(text => `<w:footnote w:id="2">${paragraph(text)}</w:footnote>`)
      .join('')
    const {draft, breaches} = await read(wordFile(body, {footnotes}))
    expect(sketch(draft.blocks)).toEqual(['床位58张', '口径同上。', '数据来自年报。', '下文'])
    expect(breaches).toEqual([])
  })

  it('lets heads, feet and comments go, each with its rule', async () => {
    const parts = {
      comments: `<w:comment w:id="0">${paragraph('此处请核')}</w:comment>`
    }
    const bytes = wordFile(paragraph('正文'), parts)
    const {draft, postings, breaches} = await read(bytes)
    expect(sketch(draft.blocks)).toEqual(['正文'])
    expect(postings.map(posting => posting.rule)).toEqual(['read/docx-comment'])
    expect(breaches).toEqual([])
  })

  it('takes the page numbers off a contents page', async () => {
    const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    const code = (text: string) => `<w:r><w:instrText>${text}</w:instrText></w:r>`
    const body =
      `<w:p>${field('begin')}${code('TOC \\o')}${field('separate')}${run('第一章 总则')}<w:r><w:tab/></w:r>` +
      `${field('begin')}${code('PAGEREF _Toc1')}${field('separate')}${run('12')}${field('end')}</w:p>` +
      `<w:p>${run('第二章 附则')}<w:r><w:tab/></w:r>${run('20')}${field('end')}</w:p>${paragraph('第一章 总则')}`
    const {draft, breaches} = await read(wordFile(body))
    expect(sketch(draft.blocks)).toEqual(['第一章 总则', '第二章 附则', '第一章 总则'])
    expect(draft.blocks.map(block => block.hint.style)).toEqual(['contents', 'contents', undefined])
    expect(breaches).toEqual([])
  })

  it('writes symbols and circled figures as characters', async () => {
    const sym = '<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>'
    const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    const circled = `${field('begin')}<w:r><w:instrText>eq \\o\\ac(○,3)</w:instrText></w:r>${field('end')}`
    const {draft, postings} = await read(wordFile(`<w:p>${sym}${run('60')}${circled}</w:p>`))
    expect(sketch(draft.blocks)).toEqual(['≥60③'])
    expect(postings.map(posting => posting.rule)).toEqual(['read/docx-symbol', 'read/docx-circled'])
  })
})

describe('bad input', () => {
  it('expands no entity and says that a document type stands there', async () => {
    const xml =
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>' +
      `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraph('&b;甲')}</w:body></w:document>`
    const {draft, rules} = await read(zipSync({'word/document.xml': strToU8(xml)}))
    expect(draft.source.text.length).toBeLessThan(20)
    expect(rules).toContain('read/xml-doctype')
  })

  it('unpacks nothing beyond the limit', async () => {
    const bytes = wordFile(paragraph('正文'))
    const view = new DataView(bytes.buffer, bytes.byteOffset)
    for (let at = 0; at + 28 < bytes.length; at++)
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 3_000_000_000, true)
    const {draft, rules} = await read(bytes)
    expect(draft.source.status).toBe('unreadable')
    expect(rules).toContain('read/docx-entry')
  })

  it('reads on beside an entry that climbs out of its folder', async () => {
    const good = wordFile(paragraph('正文'))
    const {unzipSync} = await import('fflate')
    const {draft, rules} = await read(zipSync({'../../etc/x.xml': strToU8('x'), ...unzipSync(good)}))
    expect(sketch(draft.blocks)).toEqual(['正文'])
    expect(rules).toContain('read/docx-entry')
  })

  it('saves the beginning of a torn file', async () => {
    let state = 1
    const noise = () => String.fromCodePoint(0x4e00 + ((state = (state * 48271) % 2147483647) % 5000))
    const body = Array.from({length: 200}, () => paragraph(Array.from({length: 40}, noise).join(''))).join('')
    const whole = wordFile(paragraph('开头一段') + body)
    const {draft, breaches} = await read(whole.slice(0, whole.length >> 1))
    expect(draft.source.status).toBe('partial')
    expect(sketch(draft.blocks)[0]).toBe('开头一段')
    expect(breaches).toEqual([])
  })

  it('survives a hundred thousand tables in one another', async () => {
    const depth = 100000
    const {breaches, draft} = await read(
      wordFile('<w:tbl><w:tr><w:tc>'.repeat(depth) + paragraph('底') + '</w:tc></w:tr></w:tbl>'.repeat(depth))
    )
    expect(draft.source.text).toContain('底')
    expect(breaches).toEqual([])
  })

  it('never throws, and keeps its books, on any soup of tags', async () => {
    const tags = [
      'w:p',
      'w:r',
      'w:t',
      'w:tbl',
      'w:tr',
      'w:tc',
      'w:txbxContent',
      'w:del',
      'w:ins',
      'w:sdt',
      'w:sdtContent',
      'mc:Choice',
      'mc:AlternateContent'
    ]
    const piece = fc.oneof(
      fc.constantFrom(...tags).map(tag => `<${tag}>`),
      fc.constantFrom(...tags).map(tag => `</${tag}>`),
      fc.constantFrom(
        '甲乙',
        '1.2',
        ' ',
        '<w:tab/>',
        '<w:br/>',
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:fldChar w:fldCharType="end"/>'
      )
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, {maxLength: 60}), async pieces => {
        const {breaches} = await read(wordFile(pieces.join('')))
        expect(breaches).toEqual([])
      }),
      {numRuns: 150}
    )
  })
})
