import {readFileSync} from 'node:fs'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {clean} from '../../src/clean/index.js'
import {draftText, keptInDraft, textsOf, type Draft} from '../../src/core/draft.js'
import {audit, type Posting} from '../../src/core/ledger.js'
import type {Context} from '../../src/core/stage.js'
import {textOf} from '../../src/core/traced.js'
import {readPlain} from '../../src/read/plain.js'
import {cleaned, type Cleaned} from './cleaned.js'

const lines = async (text: string) => (await cleaned(text)).lines
const rulesOf = ({postings}: Cleaned) => [...new Set(postings.map(posting => posting.rule))]

const body = ['云岭州“十四五”水利规划', '第一章 基础', '全州水利投入累计达到四十二亿元，建成水库六座。']

describe('noise', () => {
  it('lets Word bookmarks go, at the head of a line and within a sentence', async () => {
    expect(
      await lines('[bookmark: _GoBack]云岭州\n建成[bookmark: OLE_LINK7]水库[bookmark: _Toc99]六座。')
    ).toEqual(['云岭州', '建成水库六座。'])
  })

  it('keeps document numbers and remarks in square brackets', async () => {
    const text = '按照《实施意见》（云政办字[2015]32号）和[注]执行。'
    expect(await lines(text)).toEqual([text])
  })

  it('lets invisible characters go and posts each as an artifact', async () => {
    const result = await cleaned('云\u200b岭\u00ad州\u0007规划')
    expect(result.lines).toEqual(['云岭州规划'])
    expect(result.postings.every(({fate}) => fate === 'artifact')).toBe(true)
  })
})

describe('chrome', () => {
  it('lets welcome, breadcrumb, masthead, print link and editor line go at both ends, and learns the date of the page', async () => {
    const head = [
      '云岭州人民政府欢迎您',
      '当前位置:首页>>政务公开',
      '云岭州人民政府公报 2021年第4期(总第37期)',
      '• 2021-12-30',
      '• 打印本页'
    ]
    const result = await cleaned([...head, ...body, '来源:云岭州水利局     编辑:陈望'].join('\n'))
    expect(result.lines).toEqual(body)
    expect(result.draft.source.meta.publishedOn).toBe('2021-12-30')
    expect(result.postings.every(({fate}) => fate === 'chrome')).toBe(true)
  })

  it('keeps the same words in the middle of a text', async () => {
    const text = [...body, '来源：财政资金。', '欢迎社会力量参与。', ...body.map(line => `${line}又`)]
    expect(await lines(text.join('\n'))).toEqual(text)
  })

  it('keeps a date that signs a text which has no chrome', async () => {
    const text = [...body, '云岭州水利局', '2021年9月']
    expect(await lines(text.join('\n'))).toEqual(text)
  })
})

describe('page furniture', () => {
  const page = (n: number, text: string) => `云岭州水利规划\n${text}\n\n- ${n} -\n`

  it('lets page numbers and the running head beside them go', async () => {
    const text = `云岭州水利规划\n${[1, 2, 3].map(n => page(n, `第${n}项工程投资${n}亿元，年底前建成。`)).join('')}`
    const result = await cleaned(text)
    expect(result.lines).toEqual([
      '云岭州水利规划',
      ...[1, 2, 3].map(n => `第${n}项工程投资${n}亿元，年底前建成。`)
    ])
    expect(rulesOf(result).sort()).toEqual(['clean/page-number', 'clean/running-head'])
  })

  it('keeps a line beside page numbers that stands again only because its page does', async () => {
    const ends = ['全州建成水库六座', '灌区改造面积扩大']
    const pages = ends.map((line, i) => page(i + 1, `第${i}年完成投资。\n年底前通水。\n${line}`))
    const {lines} = await cleaned(`云岭州水利规划\n${pages.join('').repeat(2)}`)
    expect(ends.map(end => lines.filter(line => line === end).length)).toEqual([2, 2])
  })

  it.each(['第 3 页', '第3页 共20页', '— 3 —', '-3-', 'Page 3 of 9'])(
    'knows %s as a page number',
    async number => {
      expect(await lines([...body, number, '建成灌区四处。'].join('\n'))).toEqual([...body, '建成灌区四处。'])
    }
  )

  it('keeps figures, ranges and dashes alone on a line: they may be cells', async () => {
    const text = ['序号', '3', '2016-2020', '——', '-3', '12.5', '60／50', ...body]
    expect(await lines(text.join('\n'))).toEqual(text)
  })

  it('lets the title go where it cuts sentences, though no page is numbered', async () => {
    const cut = [
      '云岭州水利规划',
      '全州水利投入累计达到四十二亿元，建成',
      '云岭州水利规划',
      '水库六座，新增供水能力充足，全部乡镇',
      '云岭州水利规划',
      '通水。'
    ]
    expect((await lines(cut.join('\n'))).filter(line => line === '云岭州水利规划')).toHaveLength(1)
  })

  it('lets Roman numerals go that count the pages of a contents page, and keeps those of a table', async () => {
    const page = Array.from(
      {length: 24},
      (_, i) => `第${'一二三四五六七八九十'[i % 10]}节 加强水利工程建设和管护工作`
    )
    const text = ['I', 'II', 'III'].flatMap((numeral, i) => [
      ...page.slice(i * 8, i * 8 + 8),
      ...page.slice(0, 8),
      numeral
    ])
    expect((await lines(text.join('\n'))).filter(line => /^I+$/.test(line))).toEqual([])
    const classes = ['水质', 'I', 'II', 'III', '断面（个）', '3', '8', '1']
    expect(await lines(classes.join('\n'))).toEqual(classes)
  })

  describe('beside figures that count pages', () => {
    const page = (n: number) =>
      Array.from({length: 9}, (_, i) => `第${n}片第${i}段渠道衬砌完成，年内通水，灌溉条件改善。`)

    it('lets a line go that recurs there, and keeps it elsewhere', async () => {
      const text = [
        ...page(1),
        '1',
        '云岭州水情',
        ...page(2),
        '2',
        '云岭州水情',
        ...page(3),
        '云岭州水情',
        '3'
      ]
      expect(await lines(text.join('\n'))).toEqual([...page(1), ...page(2), ...page(3), '云岭州水情'])
    })

    it('knows a last page however short, and a text of two pages', async () => {
      const text = [...page(1), '1', ...page(2), '2', ...page(3), '3', '通水。', '4']
      expect(await lines(text.join('\n'))).toEqual([...page(1), ...page(2), ...page(3), '通水。'])
      const two = [...page(1), '1', ...page(2), '2']
      expect(await lines(two.join('\n'))).toEqual([...page(1), ...page(2)])
    })

    it.each([
      ['that stand in the text', [...page(1), '1', ...page(2), '2', ...page(3)]],
      ['that end a table', [...page(1), '合计', '1', '其中', '2']],
      ['of one page', [...page(1), '1']]
    ])('keeps figures %s', async (_, text) => {
      expect(await lines(text.join('\n'))).toEqual(text)
    })
  })

  it('keeps a line that recurs without page numbers', async () => {
    const text = ['加强组织领导', body[2]!, '加强组织领导', body[2]!.replace('六', '七'), '加强组织领导']
    expect(await lines(text.join('\n'))).toEqual(text)
  })
})

describe('wrapped lines', () => {
  const paragraphs = [
    '全州水利投入累计达到42.6亿元，建成水库6座、灌区4处，新增供水能力1300万立方米，农村自来水普及率由78.4%提高到91.6%，群众喝上了放心水。',
    '同时要看到，北部五乡缺少骨干水源，小型水库监测设施不全，水价偏低，工程管护经费只够需要的四成，这些短板必须在今后五年补上。',
    '水利是农业的命脉，也是经济社会发展的基础，必须坚持节水优先、空间均衡、系统治理、两手发力，走出一条适合州情水情的路子来。'
  ]
  /** Breaks a paragraph after so many columns; figures stay whole. */
  function wrap(text: string, columns: number, indent = '　　'): string {
    let out = indent
    let width = indent.length * 2
    for (const [word] of text.matchAll(/[0-9.]+[%％]?|./gu)) {
      const wide = [...word].reduce((sum, char) => sum + (char.charCodeAt(0) > 0x2000 ? 2 : 1), 0)
      if (width + wide > columns && !/[，。、]/u.test(word)) {
        out += '\n'
        width = 0
      }
      out += word
      width += wide
    }
    return out
  }

  it.each([40, 56, 64, 72])('joins lines of %i columns to the paragraphs they were', async columns => {
    const all = [...paragraphs, ...[...paragraphs].reverse()]
    const text = `云岭州水利规划\n第一章 基础\n${all.map(paragraph => wrap(paragraph, columns)).join('\n')}`
    expect(await lines(text)).toEqual(['云岭州水利规划', '第一章 基础', ...all])
  })

  it('joins lines that are divided by empty lines instead of indents', async () => {
    const all = [...paragraphs, ...[...paragraphs].reverse()]
    expect(await lines(all.map(paragraph => wrap(paragraph, 48, '')).join('\n\n'))).toEqual(all)
  })

  it('joins a sentence that a page break cut', async () => {
    const text = [...paragraphs, ...paragraphs]
      .map(paragraph => wrap(paragraph, 48))
      .join('\n')
      .split('\n')
    text.splice(5, 0, '', '- 1 -', '')
    expect(await lines(text.join('\n'))).toEqual([...paragraphs, ...paragraphs])
  })

  it.each([29, 43, 58])('joins lines that were cut behind %i characters, within figures, too', async size => {
    const all = [0, 1, 2, 3, 4, 5].flatMap(i => paragraphs.map(each => `${'由此可以看到'.slice(i)}${each}`))
    const cut = all.map(paragraph => paragraph.replace(new RegExp(`.{${size}}(?=.)`, 'gu'), '$&\n'))
    expect(cut.join('\n')).toMatch(/[0-9]\n[0-9.%]/u)
    expect(await lines(cut.join('\n'))).toEqual(all)
  })

  it('leaves names of one length alone, however few lines are shorter', async () => {
    const names = Array.from({length: 20}, (_, i) => `云岭州青禾县石门乡${i + 10}号泵站管理委员会办公室`)
    const list = ['附件：管护单位名录', ...paragraphs.map(each => each.slice(0, 12)), ...names]
    expect(await lines(list.join('\n'))).toEqual(list)
  })

  it('finds paragraphs by their first lines where the white space of their indent is lost', async () => {
    const all = [0, 1, 2, 3].flatMap(() => paragraphs)
    const text = all.map(paragraph => wrap(paragraph, 48).trim()).join('\n')
    expect(await lines(text)).toEqual(all)
  })

  it('joins lines that a printer broke at a comma or quotation mark besides', async () => {
    const quoted =
      '要紧扣节水优先，“一库一策”补上短板，让“最后一公里”通水，把每一分钱都用到管护上来，不让新修的渠道再次淤塞。'
    const all = [...paragraphs, quoted, ...paragraphs]
    const text = all.map(paragraph => wrap(paragraph, 48)).join('\n')
    expect(await lines(text.replace('优先，“', '优先，\n“').replace('让“最后', '让“\n最后'))).toEqual(all)
  })

  it('joins the wider lines of boxes in smaller type, and the lines around them', async () => {
    const box = paragraphs.map((paragraph, i) => `${i + 1}.${paragraph}`)
    const around = [0, 1, 2, 3, 4].flatMap(() => paragraphs)
    const text = [
      ...around.map(paragraph => wrap(paragraph, 48)),
      '专栏1　水库建设',
      ...box.map(paragraph => wrap(paragraph, 76, '')),
      ...around.map(paragraph => wrap(paragraph, 48))
    ]
    expect(await lines(text.join('\n'))).toEqual([...around, '专栏1　水库建设', ...box, ...around])
  })

  it('ends a heading where the contents page ends it, however full its line', async () => {
    const title = '第一章 全州水利在过去五年里迈上了一个新台阶了'
    const text = [
      '目录',
      title,
      '第二章 任务',
      title,
      ...paragraphs.map(each => wrap(each, 46)),
      '第二章 任务'
    ]
    const all = [...text, ...paragraphs.map(each => wrap(each, 46))].join('\n').replaceAll('　　', '')
    expect((await lines(all)).filter(line => line === title)).toHaveLength(2)
  })

  it('keeps rows of a table that stand on a line each apart', async () => {
    const rows = [1, 2, 3].map(n => `${n} 农村自来水普及率和水质达标率提高（%） 9${n} 约束性`)
    const text = [...[...paragraphs, ...paragraphs].map(each => wrap(each, 48)), ...rows].join('\n')
    expect((await lines(text)).slice(-3)).toEqual(rows)
  })

  it('gives Latin words that met at a line end their space back', async () => {
    const words = 'the plan covers water supply and flood control in all nine counties of the prefecture, '
    const text = wrapWords(words.repeat(12).trim(), 60)
    expect(await lines(text)).toEqual([words.repeat(12).trim()])
  })

  it.each([
    ['numbered', (i: number) => `${i + 1}.`, ''],
    ['closed by semicolons', () => '', '；']
  ])('leaves a list alone that is %s, though its lines are of one length', async (_, number, stop) => {
    const list = Array.from(
      {length: 40},
      (_, i) =>
        `${number(i)}新建${'东西南北中'[i % 5]}区${'水电路气暖'[i % 5]}源工程和管护设施${'甲乙丙丁'[i % 4]}${stop}`
    )
    expect(await lines(list.join('\n'))).toEqual(list)
  })

  it('leaves a text alone whose paragraphs stand on a line each, however short', async () => {
    const list = Array.from(
      {length: 30},
      (_, i) => `第${i + 1}项 建设${'水'.repeat(i % 7)}工程，投资${i}亿元。`
    )
    expect(await lines(list.join('\n'))).toEqual(list)
  })
})

function wrapWords(text: string, columns: number): string {
  let out = ''
  let width = 0
  for (const word of text.split(' ')) {
    if (width + word.length > columns) {
      out = `${out.trimEnd()}\n`
      width = 0
    }
    out += `${word} `
    width += word.length + 1
  }
  return out.trimEnd()
}

describe('width', () => {
  it('widens marks between Han characters and leaves figures, times and Latin text', async () => {
    expect(await lines('民政,水利;文化:三项\n1,083人,比例4:6,at 12:30, ok\n二0三五年和2035年')).toEqual([
      '民政，水利；文化：三项',
      '1,083人，比例4:6,at 12:30, ok',
      '二〇三五年和2035年'
    ])
  })

  it('widens a mark that a line end parted from the word before it', async () => {
    const line = '全州的水库完成了除险加固，渠道疏浚了三次,灌区用水有了保证,群众喝上了放心水,渠道淤塞的少了。'
    const cut = Array.from({length: 9}, () => line.replace(/.{20}(?=.)/gu, '$&\n'))
    expect(cut[0]).toContain('\n,')
    expect((await lines(cut.join('\n'))).join('')).not.toContain(',')
  })

  it('posts each as an edit that keeps the raw span', async () => {
    const {postings} = await cleaned('民政,水利')
    expect(postings).toEqual([{span: [2, 3], fate: 'kept', rule: 'clean/half-width-mark', text: '，'}])
  })
})

describe('cleaning', () => {
  it('changes nothing in a sound plan', async () => {
    const text = readFileSync(new URL('../../raw/云岭州综合防灾减灾十四五规划.txt', import.meta.url), 'utf8')
    expect((await cleaned(text)).lines.join('\n')).toBe(text.trimEnd())
  })

  it('never changes, drops or adds a digit, 不, 未 or 无 in running text', async () => {
    const parts = [
      '12.5%',
      '2021年',
      '不低于',
      '未完成',
      '无障碍',
      '，',
      ',',
      '。',
      '\n',
      '万元',
      '[bookmark: a]',
      '二0三五',
      '——'
    ]
    const sacred = (text: string) =>
      text
        .replace(/\[bookmark: a\]/gu, '')
        .replace(/二0三五/gu, '二〇三五')
        .replace(/[^0-9〇不未无]/gu, '')
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...parts), {maxLength: 60}), async words => {
        const text = `云岭州规划\n${words.join('')}`
        expect(sacred((await lines(text)).join('\n'))).toBe(sacred(text))
      }),
      {numRuns: 200}
    )
  })
})
