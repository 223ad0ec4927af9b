import {describe, expect, it} from 'vitest'
import {nameRules} from '../../src/read/chrome.rules.js'
import {readHtml} from '../../src/read/html.js'
import {letGo, reading, sketch, sourceOf} from './reading.js'

const read = (html: string) => reading(html, sourceOf(html), readHtml)
const prose = '全旗坚持以人民为中心的发展思想，扎实推进各项重点工作，养老服务体系不断完善，覆盖率达到92%。'
const plan = `<p align="center">临泽旗养老服务发展规划</p><p>${prose}</p><p>第一章 基础</p><p>${prose.repeat(3)}</p><p>${prose.repeat(3)}</p>`
const text = ['临泽旗养老服务发展规划', prose, '第一章 基础', prose.repeat(3), prose.repeat(3)]

describe('what a site hangs around a document', () => {
  it('lets menus, trail, buttons, neighbours, related news and the foot go, each with its rule', async () => {
    const html = `<html><head><title>临泽旗养老服务发展规划-临泽旗人民政府网站</title></head><body>
<div id="header"><img src="logo.png">临泽旗人民政府</div>
<div class="menu"><a href="/">首页</a><a href="/z">政务公开</a></div>
<div>当前位置：<a href="/">首页</a> &gt;&gt; <a href="/g">规划计划</a></div>
<div class="con">${plan}<p>上一篇：<a href="1">云岭州养老服务规划</a></p><p>下一篇：没有了</p></div>
<p>【<a href="#">打印本页</a>】【<a href="#">关闭窗口</a>】</p>
<div>分享到：</div>
<h3>相关新闻</h3><ul><li><a href="2">旗政府召开常务会议</a>[2022-03-01]</li><li><a href="3">旗长调研养老院</a>[2022-02-01]</li></ul>
<div id="foot">主办单位：临泽旗人民政府<br>蒙ICP备05000001号<br>电话：0000-1234567</div></body></html>`
    const {draft, postings, breaches} = await read(html)
    expect(sketch(draft.blocks)).toEqual(text)
    expect(breaches).toEqual([])
    expect(letGo(html, postings, 'read/site-head')).toEqual(['临泽旗人民政府'])
    expect(letGo(html, postings, 'read/navigation')).toEqual(['首页', '政务公开'])
    expect(letGo(html, postings, 'read/breadcrumb')[0]).toBe('当前位置：')
    expect(letGo(html, postings, 'read/previous-next')).toEqual([
      '上一篇：',
      '云岭州养老服务规划',
      '下一篇：没有了'
    ])
    expect(letGo(html, postings, 'read/share')).toEqual(['分享到：'])
    expect(letGo(html, postings, 'read/related')).toEqual(['相关新闻'])
    expect(letGo(html, postings, 'read/link-list')).toContain('旗长调研养老院')
    expect(letGo(html, postings, 'read/footer')).toHaveLength(3)
  })

  it('keeps a short heading, a title, a signature and a table that stand outside the body', async () => {
    const html = `<body><div class="menu"><a href="/">首页</a></div><div class="top"><p>临泽旗人民政府关于印发临泽旗养老服务发展规划的通知</p></div><div>临政发〔2022〕5号</div>
<div class="main">${plan}</div><div>附件</div><table border="1"><tr><td>指标</td><td>数值</td></tr><tr><td>床位</td><td>10</td></tr></table>
<div>临泽旗人民政府</div><div>2022年3月1日</div><div>版权所有：临泽旗人民政府</div></body>`
    const {draft} = await read(html)
    expect(sketch(draft.blocks)).toEqual([
      '临泽旗人民政府关于印发临泽旗养老服务发展规划的通知',
      '临政发〔2022〕5号',
      ...text,
      '附件',
      '| 指标 | 数值 |',
      '| 床位 | 10 |',
      '临泽旗人民政府',
      '2022年3月1日'
    ])
  })

  it('does not believe a name that holds the text, as when a div of the head was never closed', async () => {
    const html = `<body><div class="header"><div class="nav"><a href="/">首页</a>${plan}</body>`
    expect(sketch((await read(html)).draft.blocks).slice(-5)).toEqual(text)
  })

  it('leaves the same words alone in the middle of a document', async () => {
    const lines = ['打印', '分享到：', '相关链接', '主办单位：旗民政局']
    const long = `<p>${prose}</p>`.repeat(20)
    const html = `<body>${long}${lines.map(l => `<p>${l}</p>`).join('')}${long.repeat(2)}</body>`
    expect(sketch((await read(html)).draft.blocks)).toEqual(expect.arrayContaining(lines))
  })

  it('leaves 主办单位 and 审核 alone where sentences follow, even near the end', async () => {
    const html = `<body>${plan}<p>主办单位：旗民政局</p><p>审核：旗财政局</p><p>${prose}</p></body>`
    expect(sketch((await read(html)).draft.blocks).slice(-3)).toEqual([
      '主办单位：旗民政局',
      '审核：旗财政局',
      prose
    ])
  })

  it('takes nothing from a page without a site around it', async () => {
    const {draft, postings} = await read(`<html><body>${plan}</body></html>`)
    expect(sketch(draft.blocks)).toEqual(text)
    expect(postings.filter(p => p.fate !== 'layout')).toEqual([])
  })

  it('keeps links to files that belong to the document and contents that link into it', async () => {
    const html = `<body><p><a href="#1">第一章 基础</a></p><p><a href="#2">第二章 目标</a></p><p><a href="#3">第三章 保障</a></p>${plan}<p>附件：<a href="a.doc">指标表</a></p></body>`
    const lines = sketch((await read(html)).draft.blocks)
    expect(lines.slice(0, 3)).toEqual(['第一章 基础', '第二章 目标', '第三章 保障'])
    expect(lines.at(-1)).toBe('附件：指标表')
  })

  it('lets hidden text go unless it is most of the page', async () => {
    const html = `<body>${plan}<div style="display:none">关键词</div></body>`
    const {draft, postings} = await read(html)
    expect(sketch(draft.blocks)).toEqual(text)
    expect(letGo(html, postings, 'read/hidden')).toEqual(['关键词'])
    expect(
      sketch((await read(`<body><div style="display: none">${plan}</div></body>`)).draft.blocks)
    ).toEqual(text)
  })
})

describe('the block of metadata', () => {
  const expected = {
    indexNumber: '000001/2022-00012',
    issuer: '临泽旗民政局',
    signedOn: '2022-02-28',
    docNumber: '临民发〔2022〕5号',
    publishedOn: '2022-03-05',
    title: '临泽旗养老服务发展规划'
  }
  const pairs = [
    ['索 引 号', expected.indexNumber],
    ['发文机关', expected.issuer],
    ['成文日期', '2022年2月28日'],
    ['标　　题', expected.title],
    ['发文字号', expected.docNumber],
    ['发布日期', '2022-03-05 10:21'],
    ['有 效 性', '']
  ] as const
  const layouts = {
    'a table of labels and values': `<table><tr>${pairs.map(([k, v], i) => `<td>${k}：</td><td>${v}</td>${i % 2 ? '</tr><tr>' : ''}`).join('')}</tr></table>`,
    'a table with both in one cell': `<table><tr>${pairs.map(([k, v]) => `<td>${k}：${v}</td>`).join('')}</tr></table>`,
    'a list of terms': `<dl>${pairs.map(([k, v]) => `<dt>${k}</dt><dd>${v}</dd>`).join('')}</dl>`,
    'list items': `<ul>${pairs.map(([k, v]) => `<li><b>${k}：</b><span>${v}</span></li>`).join('')}</ul>`,
    spans: `<div>${pairs.map(([k, v]) => `<span>${k}：</span><span>${v}</span>`).join('')}</div>`,
    'a line of text': `<p>${pairs.map(([k, v]) => `${k}：${v}`).join('&nbsp;&nbsp;')}</p>`
  }
  it.each(Object.entries(layouts))('is read from %s and is no text', async (_, block) => {
    const html = `<body><div class="xxgk">${block}</div><div>${plan}</div></body>`
    const {draft, breaches} = await read(html)
    expect(draft.source.meta).toEqual(expected)
    expect(sketch(draft.blocks)).toEqual(text)
    expect(breaches).toEqual([])
  })
  it('is read from the line under the title, print links and all', async () => {
    const html = `<body><h1>临泽旗养老服务发展规划</h1><div>来源：旗民政局　发布时间：2022/3/5　字体：【大 中 小】 打印 浏览次数：12</div><div>${plan.slice(plan.indexOf('</p>') + 4)}</div></body>`
    const {draft} = await read(html)
    expect(draft.source.meta).toEqual({origin: '旗民政局', publishedOn: '2022-03-05'})
    expect(sketch(draft.blocks)).toEqual(text)
  })
  it('is read from the tags of the head', async () => {
    const html = `<head><title>规划_网站</title><meta name="ArticleTitle" content="临泽旗规划"><meta name="PubDate" content="2022-03-05 09:00"><meta name="ContentSource" content="旗民政局"></head><body>${plan}</body>`
    expect((await read(html)).draft.source.meta).toEqual({
      title: '临泽旗规划',
      publishedOn: '2022-03-05',
      origin: '旗民政局'
    })
  })
  it('leaves a data table alone whose columns have such names', async () => {
    const table =
      '<table border="1"><tr><td>名称</td><td>文号</td><td>发布日期</td></tr><tr><td>养老条例</td><td>3号</td><td>2020年1月1日</td></tr></table>'
    const {draft} = await read(`<body>${table}${plan}</body>`)
    expect(sketch(draft.blocks)[0]).toBe('| 名称 | 文号 | 发布日期 |')
  })
})

describe('pages that are not the plan', () => {
  const notice = '<p>各苏木镇人民政府：</p><p>现将《临泽旗养老服务发展规划》印发给你们，请认真贯彻执行。</p>'
  const rules = async (html: string) => (await read(html)).notes.map(n => n.rule)
  it('reports a plan that is attached and not on the page', async () => {
    expect(
      await rules(
        `<h1>关于印发临泽旗养老服务发展规划的通知</h1>${notice}<p>附件：<a href="P02.pdf">临泽旗养老服务发展规划</a></p>`
      )
    ).toEqual(['read/attachment-missing'])
    expect(await rules(`<h1>关于印发规划的通知</h1>${notice}<p>附件：临泽旗养老服务发展规划</p>`)).toEqual([
      'read/attachment-missing'
    ])
  })
  it('reports a plan that the page only shows in a frame', async () => {
    const html = `<h1>临泽旗养老服务发展规划</h1><iframe src="/files/P02.pdf"></iframe>`
    expect(await rules(html)).toEqual(['read/attachment-missing'])
  })
  it('says when the page reports on a plan or explains it', async () => {
    expect(
      await rules(`<h1>我旗召开养老服务发展规划编制座谈会</h1><p>本报讯（记者 张三）3月5日，${prose}</p>`)
    ).toEqual(['read/news'])
    expect(await rules(`<h1>《临泽旗养老服务发展规划》解读</h1><p>一、编制背景</p><p>${prose}</p>`)).toEqual([
      'read/news'
    ])
  })
  it('says nothing of the sort of a plan or of the notice that issues it', async () => {
    const whole = `<p>第一章 基础</p><p>${prose.repeat(20)}</p><p>第二章 目标</p><p>${prose.repeat(20)}</p><p>第三章 任务</p><p>${prose.repeat(30)}</p>`
    expect(await rules(`<h1>临泽旗人民政府关于印发养老服务发展规划的通知</h1>${notice}${whole}`)).toEqual([])
    expect(await rules(`<h1>临泽旗养老服务发展规划</h1>${whole}<p><a href="a.xls">指标表</a></p>`)).toEqual([
      'read/attachment'
    ])
  })
})

it('says when the text goes on on another page of the site', async () => {
  const {notes} = await read(`<body>${plan}<div class="pager"><a href="a_2.html">下一页</a></div></body>`)
  expect(notes.map(n => n.rule)).toEqual(['read/continued'])
})

describe('names of elements', () => {
  it.each(nameRules.map(rule => [rule.id, rule] as const))(
    '%s is told by its examples',
    (_, {pattern, hits, misses}) => {
      for (const hit of hits) expect(pattern.test(hit), hit).toBe(true)
      for (const miss of misses) expect(pattern.test(miss), miss).toBe(false)
    }
  )
})
