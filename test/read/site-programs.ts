/** The same document in the pages of other programs: one of 2005, one of 2021. Both take a page that `sitePage` wrote. */

const bodyOf = (page: string) =>
  page
    .slice(page.indexOf('<div class="TRS_Editor">') + 24, page.indexOf('<div class="share">'))
    .replace(/<\/div>\s*$/, '')
    .replace('<!-- text -->', '')

/** Capital tags, tables that lay out the page, line breaks for paragraphs, cells and rows never closed. */
export function oldPage(page: string): string {
  let b = bodyOf(page)
    .replace(/<p style="text-align:center"><b>(.*?)<\/b><\/p>/g, '<CENTER><B>$1</B></CENTER>')
    .replace(
      /<p style="text-indent:2em">&nbsp;&nbsp;&nbsp;&nbsp;<span lang="zh">(.*?)<\/span><\/p>/g,
      '　　$1<BR>'
    )
    .replace(/<p>/g, '<P class=MsoNormal style="MARGIN: 0cm">')
    .replace(/<\/p>/g, '<o:p></o:p>')
    .replace(/<\/td>/g, '')
    .replace(/<\/tr>/g, '')
    .replace(/<td/g, '<TD')
    .replace(/<tr>/g, '<TR>')
    .replace(/<h1>(.*?)<\/h1>/, '<P align=center><FONT size=5><STRONG>$1</FONT></STRONG>')
  b = b.replace(
    /<table border="1"><TR><TD><CENTER>/g,
    '<table cellSpacing=0 style="BORDER-COLLAPSE: collapse; BORDER-TOP: windowtext 1pt solid"><TR><TD vAlign=top><CENTER>'
  )
  return `<HTML><HEAD><META content="text/html; charset=gb2312" http-equiv=Content-Type><TITLE>规划</TITLE></HEAD>
<BODY leftMargin=0><TABLE width=1000 border=0 cellSpacing=0><TR><TD colSpan=2><IMG src="top.jpg"></TD></TR>
<TR><TD height=30>&nbsp;<A href="/">网站首页</A> | <A href="/a">领导之窗</A> | <A href="/b">政务公开</A> | <A href="/c">办事服务</A></TD><TD align=right>今天是<SCRIPT>document.write(new Date())</SCRIPT></TD></TR></TABLE>
<TABLE width=1000><TR><TD width=200 vAlign=top><TABLE width="100%"><TR><TD>最新信息</TD></TR><TR><TD>·<A href="1">全县安全生产会议召开</A></TD></TR><TR><TD>·<A href="2">县领导调研重点项目</A></TD></TR><TR><TD>·<A href="3">招聘公告</A></TD></TR></TABLE></TD>
<TD vAlign=top><TABLE width="100%"><TR><TD>您现在的位置：<A href="/">首页</A>&gt;&gt;<A href="/g">规划计划</A>&gt;&gt;正文</TD></TR>
<TR><TD align=middle>作者：佚名　来源：<A href="#">本站原创</A>　点击数：<SCRIPT src="hits.asp"></SCRIPT>　更新时间：2016/12/30</TD></TR>
<TR><TD><DIV id=content>${b}
<P align=right>【<A href="#">发表评论</A>】【<A href="#">告诉好友</A>】【<A href="javascript:print()">打印此文</A>】【<A href="#">关闭窗口</A>】
</DIV></TD></TR></TABLE></TD></TR></TABLE>
<CENTER>版权所有：青禾县人民政府　地址：青禾县人民路1号　邮编：000000<BR>建议使用IE6.0以上浏览器，分辨率1024*768</CENTER></BODY></HTML>`
}

/** Blocks for everything, metadata in a list, hidden menus, related documents, attached files. */
export function newPage(page: string): string {
  const t = /<h1>(.*?)<\/h1>/.exec(page)?.[1] ?? ''
  const b = bodyOf(page)
    .replace(
      /<p style="text-indent:2em">&nbsp;&nbsp;&nbsp;&nbsp;<span lang="zh">(.*?)<\/span><\/p>/g,
      '<div>　　$1</div>'
    )
    .replace(/<h1>(.*?)<\/h1>/, '')
  return `<!DOCTYPE html><html lang="zh"><head><meta charset="UTF-8"><meta name="ArticleTitle" content="${t}"><meta name="PubDate" content="2021-12-30 08:00:00"><meta name="ContentSource" content="县民政局"><title>${t} - 青禾县人民政府门户网站</title><link rel="stylesheet" href="a.css"></head><body>
<div id="app"><header class="g-hd"><div class="g-top"><span>2022年3月5日 星期六</span><a href="/">繁體</a><a>无障碍</a><a>长者版</a><a href="/login">登录</a> <a>注册</a></div><div class="g-logo"><a href="/"><img alt="青禾县人民政府" src="l.png"></a></div><nav><a href="/">首页</a><a href="/1">走进青禾</a><a href="/2">政务公开</a><a href="/3">政务服务</a><a href="/4">互动交流</a></nav><div class="g-search"><input placeholder="请输入关键词"><button>搜索</button><p>热词：<a>养老</a> <a>社保</a></p></div></header>
<div class="m-menu" style="display:none"><ul><li>首页</li><li>政务公开</li></ul></div>
<main><div class="crumb"><i></i><a href="/">首页</a><em>&gt;</em><a href="/2">政务公开</a><em>&gt;</em><span>规划计划</span></div>
<div class="g-info"><ul><li><span>索引号：</span><span>YL01-2021-0012</span></li><li><span>主题分类：</span><span>民政、扶贫</span></li><li><span>发文机关：</span><span>青禾县人民政府</span></li><li><span>成文日期：</span><span>2021年12月28日</span></li><li><span>标题：</span><span>${t}</span></li><li><span>发文字号：</span><span>青政发〔2021〕15号</span></li><li><span>有效性：</span><span>有效</span></li></ul></div>
<h1 class="title">${t}</h1><div class="attr"><span>发布时间：2021-12-30 08:00</span><span>信息来源：县民政局</span><span>浏览次数：<b id="hits"></b></span><span>字号：<a>大</a><a>中</a><a>小</a></span></div>
<article class="article-content"><div id="UCAP-CONTENT">${b}</div></article>
<div class="g-file"><p>附件下载</p><p><a href="./P1.pdf">青禾县规划.pdf</a></p></div>
<div class="qr"><img><p>扫一扫在手机打开当前页</p></div><div class="tool"><a>【打印】</a><a>【关闭】</a><a>【收藏】</a></div>
<div class="g-rel"><h2>政策解读</h2><ul><li><a href="/j1">图解：青禾县规划</a><span>2022-01-02</span></li></ul><h2>相关文件</h2><ul><li><a href="/k1">青禾县人民政府关于印发青禾县教育规划的通知</a><span>2021-11-02</span></li><li><a href="/k2">青禾县人民政府关于印发青禾县水利规划的通知</a><span>2021-10-02</span></li></ul></div></main>
<aside class="g-side"><h3>信息公开指南</h3><ul><li><a href="/x">机构职能</a></li><li><a href="/y">领导信息</a></li></ul></aside>
<footer><div class="links"><select><option>省直部门网站</option><option>省民政厅</option></select></div><p>主办：青禾县人民政府办公室　承办：青禾县大数据中心</p><p>网站标识码：5300000001　<a>滇ICP备05000001号</a>　滇公网安备 53000002000001号</p><p>联系电话：0871-1234567（仅受理网站建设维护相关事宜）</p></footer></div><script src="share.js"></script></body></html>`
}
