import type {Document, Node, Table} from '../../src/tree/nodes.js'
import {toText} from '../../src/tree/walk.js'

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('≥', '&ge;').replaceAll('—', '&mdash;')

/** A document as a government site shows it: its furniture around, spans in its tables, boxes as tables of one cell. */
export function sitePage(document: Document, site: string): string {
  const title = toText(document.children.find(c => c.type === 'title') ?? document)
  const body = document.children.map(blockOf).join('\n')
  return `<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312" />
<title>${escape(title.slice(0, 40))}-${site}</title><style>.a{color:red}</style><script>var x="<div>";</script></head>
<body><div id="header"><a href="/"><img src="/logo.png"/>${site}</a></div>
<div class="nav"><ul><li><a href="/">首页</a></li><li><a href="/zw/">政务公开</a></li><li><a href="/hd/">互动交流</a></li></ul></div>
<div class="dqwz">当前位置：<a href="/">首页</a> &gt; <a href="/gh/">规划计划</a></div>
<table class="xxgk"><tr><td>索 引 号：</td><td>000014349/2022-00001</td><td>发布机构：</td><td>县民政局</td></tr><tr><td>发布日期：</td><td>2022-03-05</td><td>有 效 性：</td><td></td></tr></table>
<div class="info">来源：县民政局 发布时间：2022-03-05 字体：【<a href="#">大</a> 中 小】 <a href="javascript:window.print()">打印本页</a></div>
<div class="TRS_Editor"><!-- text -->
${body}
</div>
<div class="share">分享到：<a href="#">微信</a></div>
<p>上一篇：<a href="1.html">关于召开会议的通知</a></p><p>下一篇：<a href="2.html">没有了</a></p>
<div class="xgwj"><h3>相关文件</h3><ul><li><a href="3.html">养老服务条例</a> 2022-01-01</li><li><a href="4.html">民政工作要点</a> 2022-01-02</li></ul></div>
<div id="footer"><p>主办单位：${site}</p><p>网站标识码：0000000001 ICP备05000001号</p></div>
</body></html>
`
}

function blockOf(node: Node): string {
  switch (node.type) {
    case 'title':
      return `<h1>${escape(toText(node))}</h1>`
    case 'section':
      return node.inferred
        ? node.children
            .filter(c => c.type !== 'heading')
            .map(blockOf)
            .join('\n')
        : sectionOf(node)
    case 'box':
      return `<table border="1"><tr><td>${node.children.map(blockOf).join('\n')}</td></tr></table>`
    case 'table':
      return tableOf(node)
    case 'heading':
      return `<p style="text-align:center"><b>${escape(toText(node))}</b></p>`
    case 'item':
      return node.children
        .map((child, i) =>
          child.type === 'paragraph' && i === 0 ? itemOf(node.marker, toText(child)) : blockOf(child)
        )
        .join('\n')
    case 'paragraph':
    case 'caption':
      return `<p style="text-indent:2em">&nbsp;&nbsp;&nbsp;&nbsp;<span lang="zh">${escape(toText(node))}</span></p>`
    default:
      return 'children' in node ? (node.children as readonly Node[]).map(blockOf).join('\n') : ''
  }
}

function sectionOf(node: Extract<Node, {type: 'section'}>): string {
  const [heading, first, ...rest] = node.children as readonly Node[]
  if (!node.runIn || first?.type !== 'paragraph')
    return (node.children as readonly Node[]).map(blockOf).join('\n')
  return `<p>　　<b>${escape(toText(heading!))}</b>${escape(toText(first))}</p>\n${rest.map(blockOf).join('\n')}`
}

function tableOf(table: Table): string {
  const rows = table.children.map(
    row =>
      `<tr>${row.children
        .map(cell => {
          const rows = cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : ''
          const cols = cell.colSpan > 1 ? ` colspan="${cell.colSpan}"` : ''
          return `<td${rows}${cols}>${cell.children.map(p => `<p>${escape(toText(p))}</p>`).join('')}</td>`
        })
        .join('')}</tr>`
  )
  return `<table border="1">${rows.join('\n')}</table>`
}

/** The marker stands before the words, unless the words hold it. */
const itemOf = (marker: string | null, words: string) =>
  `<p>&emsp;&emsp;${escape(marker !== null && !words.startsWith(marker) ? marker + words : words)}</p>`
