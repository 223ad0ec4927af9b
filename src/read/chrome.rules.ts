import type {PatternRule, Rule, Threshold} from '../core/rule.js'

/** Furniture of a page by what its line says. Tried on lines without white space, in this order, the whole line at once. */
export const lineRules: readonly PatternRule[] = [
  {
    id: 'read/breadcrumb',
    means: 'The trail of sections that leads to the page.',
    because: 'Every government site shows it over the title: 当前位置：首页 > 政务公开 > 规划计划.',
    pattern: /^(?:您?(?:现在|当前|目前)?(?:所在)?的?位置(?:是|在)?[:：]|当前位置|首页[>＞»›/→])/,
    hits: [
      '当前位置：首页>政务公开>规划计划',
      '您所在的位置：首页',
      '您现在的位置：首页>>公报',
      '首页>信息公开>规划'
    ],
    misses: ['首页设计由县政务服务局负责', '位置优越，交通便利', '当前和今后一个时期']
  },
  {
    id: 'read/print-links',
    means: 'Links to print, close, save or enlarge the page.',
    because: 'They stand beside or under the text and say nothing of it.',
    pattern:
      /^(?!.$)(?:[【[（(|｜]*(?:打印(?:本页|此页|此文|本文|文章|页面)?|发表评论|我要评论|网友评论|告诉好友|推荐给?好友|关闭(?:窗口|本页|页面)?|附件下载[:：]?|下载附件|收藏(?:本页)?|加入收藏|设为首页|返回(?:顶部|列表|首页|上一页)?|回到顶部|保存|下载|纠错|我要纠错|朗读|语音播报|导出|复制链接|扫一扫.{0,20}|扫码.{0,20}|手机(?:版|阅读|扫.{0,12})|无障碍(?:阅读|浏览)?|长者模式|(?:字体|字号)(?:大小)?[:：]?|[【[]?[大中小]号?[】\]]?|A[+-]|放大|缩小|默认|繁體|繁体|简体|English)[】\]）)|｜·、,，]*)+$/,
    hits: [
      '【打印本页】【关闭窗口】',
      '打印本页',
      '字体：大中小',
      '[大][中][小]打印关闭',
      '字号：[大][中][小]',
      '扫一扫在手机打开当前页'
    ],
    misses: ['大力发展养老服务', '小', '打印机采购数量', '保存率达到95%', '下载：附件1.doc']
  },
  {
    id: 'read/share',
    means: 'Buttons that share the page.',
    because: 'They come with a script from outside and are no part of the text.',
    pattern:
      /^(?:分享(?:到|至|本页|文章)?[:：]?|一键分享)(?:微信|微博|新浪微博|腾讯微博|QQ空间|QQ好友|QQ|豆瓣|更多|0|人人网|朋友圈|[,，、|])*$/,
    hits: ['分享到：', '分享到：微信微博QQ空间', '分享'],
    misses: ['分享发展成果', '共享共治']
  },
  {
    id: 'read/previous-next',
    means: 'Links to the page before and the page after.',
    because: 'They name other documents, whose titles would be taken for headings.',
    pattern:
      /^[【[]?(?:上一(?:篇|条|则|页|个)|下一(?:篇|条|则|页|个)|前一篇|后一篇|末页|尾页)(?:文章|信息|新闻)?[】\]]?(?:[:：].*|$)/,
    hits: ['上一篇：青禾县养老服务规划', '下一条:没有了', '下一页', '【下一篇】'],
    misses: ['下一步，要加快推进', '上一年度完成情况', '下一阶段：重点任务']
  },
  {
    id: 'read/visits',
    means: 'How often the page was called.',
    because: 'A counter of the site, often empty because a script fills it.',
    pattern:
      /^[【[（(]?(?:浏览|点击|阅读|访问|查看)(?:次数|量|数|率|人次)?[:：]?(?:\d*次?|加载中\.*)[】\]）)]?$/,
    hits: ['浏览次数：1203', '点击数：', '【浏览次数：88次】', '阅读'],
    misses: ['阅读推广活动1000场', '访问量达到3万人次', '点击率提高5%']
  },
  {
    id: 'read/editor',
    means: 'Who put the page on the site.',
    because: 'The site adds it under the text; the document is signed elsewhere.',
    pattern:
      /^[（(【[]?(?:责任编辑|责编|网站?编辑|编辑|审核人?|校对|初审|复审|终审|一审|二审|三审|值班编辑|供稿|信息员)[:：]?[^。]{0,24}[）)】\]]?$/,
    hits: ['责任编辑：李四', '（责任编辑：王五）', '编辑：王捷', '审核：张三'],
    misses: ['编辑出版志书和年鉴，共完成三部，发行两千册，读者反映良好，社会效益显著', '审核把关制度健全。']
  },
  {
    id: 'read/footer',
    means: 'The foot of the site: who runs it, its registrations.',
    because: 'ICP 备案, 网站标识码 and 公安备案 stand on every page by law.',
    pattern:
      /(?:ICP备|公网安备|网站标识码|版权所有(?!者)|Copyright|©|站点地图|网站地图|浏览器.{0,12}(?:分辨率|访问|浏览)|建议使用.{0,20}(?:分辨率|浏览器)|您的浏览器)|^(?:主办(?:单位)?|承办(?:单位)?|协办(?:单位)?|维护单位|运维单位|网站支持|技术支持|网站管理)[:：]|^(?:政府网站)?(?:联系我们|网站声明|隐私声明|关于我们|网站首页|法律声明)/i,
    hits: [
      '主办单位：青禾县人民政府',
      '云ICP备05000001号',
      '政府网站标识码：5300000001',
      '版权所有：青禾县人民政府办公室',
      '网站地图|联系我们'
    ],
    misses: ['由县民政局主办，各乡镇承办', '技术支持体系更加完善', '版权所有者应当依法登记，县文旅局承办']
  },
  {
    id: 'read/site-address',
    means: 'The name and address of the site.',
    because: 'A line that ends in an address and says no more belongs to the site.',
    pattern: /^[•·●]?.{0,24}(?:https?:\/\/|www\.)[\w./?=&%-]+$/i,
    hits: ['青禾县政府门户网站www.qh.gov.cn', 'http://www.qh.gov.cn/a/b.html'],
    misses: ['登录www.qh.gov.cn查询。', '门户网站']
  },
  {
    id: 'read/welcome',
    means: 'The greeting of the site.',
    because: 'It stands at its head and tells whose site it is.',
    pattern:
      /^(?:欢迎(?:您|光临|访问|来到).{0,20}|.{2,24}(?:网站|人民政府|门户网)欢迎(?:您|你)[！!]?|今天是.{0,30}|天气(?:预报)?[:：].{0,30})$/,
    hits: ['青禾县人民政府欢迎您', '欢迎访问青禾县人民政府网站', '今天是2022年3月5日星期六'],
    misses: ['欢迎社会资本投资养老服务业，落实优惠政策，形成多元投入的格局。', '今天的青禾县']
  }
]

/** The line over a list of links to other pages; the links after it go with it. */
export const relatedHeading: PatternRule = {
  id: 'read/related',
  means: 'The heading over links to other pages.',
  because: 'Sites list related news and readings under a document; they are other documents.',
  pattern:
    /^[【[▌|]?(?:相关(?:链接|文件|文档|阅读|文章|稿件|新闻|信息|解读|推荐|政策|报道|内容|附件解读)|延伸阅读|推荐阅读|热点(?:推荐|新闻|信息|文章)|(?:最新|热门)(?:信息|文章|新闻|公告|文件|推荐)|(?:政策|文件|一图)(?:解读|图解)|图解|关联(?:文件|阅读)|友情链接|更多(?:>>|»)?|猜你喜欢|栏目导航|信息公开(?:指南|目录))[】\]]?[:：]?(?:更多)?[>＞»]*$/,
  hits: ['相关链接', '相关文件：', '【相关阅读】', '友情链接', '热点推荐更多>>'],
  misses: ['相关政策衔接更加紧密', '信息公开', '图解政策一批', '政策解读不断加强']
}

/** Names of elements (`tag id class`) that frame the text. */
export const nameRules: readonly PatternRule[] = [
  {
    id: 'read/navigation',
    means: 'Menus, search boxes, side bars and banners.',
    because:
      'Sites name the element after its use; the name is believed only for what is small and holds no text of the document.',
    pattern:
      /^nav |(?:^|[\s_-])(?:nav|navs|navi|navbar|navigation|menu|menus|submenu|topmenu|leftmenu|sidebar|sidenav|leftnav|topnav|mainnav|topbar|toolbar|search|searchbox|sousuo|login|banner|slogan|logo|float|fixed|kefu|weather|lanmu|daohang)(?:[\s_-]|\d*$|\d+\s)/i,
    hits: ['nav  ', 'div  main-nav', 'div nav ', 'ul  topmenu', 'div search box'],
    misses: ['div  navy-text', 'div content ', 'div  TRS_Editor', 'div  searching']
  },
  {
    id: 'read/breadcrumb',
    means: 'The trail of sections that leads to the page.',
    because: 'Every government site shows it over the title.',
    pattern:
      /(?:^|[\s_-])(?:breadcrumbs?|bread|crumbs?|crumb-nav|position|location|dqwz|weizhi|curpos|cur-position|local|wz|sitepath|mbx|mianbaoxie)(?:[\s_-]|\d*$|\d+\s)/i,
    hits: ['div  breadcrumb', 'div  dqwz', 'div position '],
    misses: ['div  composition', 'div  localized']
  },
  {
    id: 'read/share',
    means: 'Buttons that share or print the page.',
    because: 'They come with a script from outside and are no part of the text.',
    pattern:
      /(?:^|[\s_-])(?:share|sharebox|bdsharebuttonbox|bshare|fenxiang|social-share|print|printer|dayin|fontsize|font-size|zihao|qrcode|qr|ewm|erweima|tools?|toolbtn|jiucuo|favorite)(?:[\s_-]|\d*$|\d+\s)/i,
    hits: ['div  bdsharebuttonbox', 'div share ', 'span  print', 'div  ewm'],
    misses: ['div  shareholder', 'p  printed-matter', 'div toolkit ']
  },
  {
    id: 'read/previous-next',
    means: 'Links to the page before and the page after.',
    because: 'They name other documents, whose titles would be taken for headings.',
    pattern:
      /(?:^|[\s_-])(?:prev-?next|pre-?next|prevnext|pager|pagination|pages?-?nav|sxp|upnext|up-next|pn|shangxia|page-turn)(?:[\s_-]|\d*$|\d+\s)/i,
    hits: ['div  prev-next', 'div pager ', 'div  pagination'],
    misses: ['div  pages_content', 'div page ', 'div  pn5x']
  },
  {
    id: 'read/related',
    means: 'Lists of other pages.',
    because: 'Sites list related news and readings under or beside a document; they are other documents.',
    pattern:
      /(?:^|[\s_-])(?:related|relate|relevant|xgxx|xgwj|xglj|xgyd|xgjd|xgnews|recommend|hot|hotnews|rdtj|aside|right-?list|links?|friendlink|yqlj|comments?)(?:[\s_-]|\d*$|\d+\s)/i,
    hits: ['div  related-news', 'div  xgwj', 'ul  hotnews', 'div  friendlink'],
    misses: ['div  correlated', 'div  hotel', 'div  linked']
  },
  {
    id: 'read/footer',
    means: 'The foot of the site.',
    because: 'ICP 备案, 网站标识码 and 公安备案 stand on every page by law.',
    pattern:
      /^footer |(?:^|[\s_-])(?:footer|foot|foots|bottom|copyright|copy|pagefoot|dibu|icp|beian)(?:[\s_-]|\d*$|\d+\s)/i,
    hits: ['footer  ', 'div footer ', 'div  foot', 'div  page-bottom'],
    misses: ['div  football', 'p  footnotes']
  },
  {
    id: 'read/site-head',
    means: 'The head of the site.',
    because: 'It is the same on every page of the site.',
    pattern: /^header |(?:^|[\s_-])(?:header|top|tophead|site-?head|pagehead|toubu)(?:[\s_-]|\d*$|\d+\s)/i,
    hits: ['header  ', 'div header ', 'div  top', 'div  page-top'],
    misses: ['div  headline', 'div  topic', 'table  stop']
  }
]

export const thresholds = {
  body: {
    id: 'read/body-share',
    value: 0.6,
    means: 'The body of a page is the innermost element with this share of its text outside links.',
    because:
      'A plan outweighs all that a site hangs around it; where several documents share a page no single child does.'
  },
  swallowed: {
    id: 'read/name-distrusted',
    value: 0.3,
    means: 'An element that is named as furniture but holds this share of the text is none.',
    because: 'An unclosed div of the head swallows the page; names lie, the weight of the text does not.'
  },
  linked: {
    id: 'read/link-share',
    value: 0.6,
    means: 'A line with this share of its characters within links is a link to elsewhere.',
    because: 'Text of a document is hardly ever linked; menus and lists of news are nothing else.'
  }
} as const satisfies Readonly<Record<string, Threshold>>

export const rules: readonly Rule[] = [
  ...lineRules,
  ...nameRules.filter(rule => !lineRules.some(r => r.id === rule.id) && rule.id !== relatedHeading.id),
  relatedHeading,
  ...Object.values(thresholds),
  {
    id: 'read/link-list',
    means: 'Links to other pages in a row.',
    because: 'Lists of news and menus are other documents; links to files that belong to this one are kept.'
  },
  {
    id: 'read/outside-body',
    means: 'A short text outside the body of the page that is no heading, no title and no sentence.',
    because:
      'What a site says around a document is short; sentences, tables and headings are kept wherever they stand.'
  },
  {
    id: 'read/metadata',
    means:
      'The block of labels and values over a document (索引号, 发文机关, 成文日期 …); its values are in `meta`.',
    because: 'The site fills it from its database; it is about the document and no part of its text.'
  },
  {
    id: 'read/hidden',
    means: 'Text that the page hides.',
    because: 'A reader of the page never sees it: templates, counters, texts for search engines.'
  },
  {
    id: 'read/page-edge',
    means: 'The head and foot of printed pages in a page saved by a word processor.',
    because: 'LibreOffice writes them once, as blocks called header and footer.'
  },
  {
    id: 'read/form',
    means: 'Buttons, choices and fields of a form.',
    because: 'They serve the site and are no text of the document.'
  },
  {
    id: 'read/no-script',
    means: 'What a page says to browsers without scripts, frames or pictures.',
    because: 'It is shown only where something is missing.'
  },
  {
    id: 'read/page-title',
    means: 'The title in the head of the page; its value is in `meta`.',
    because: 'It is shown on the tab, not on the page, and names the site too.'
  }
]
