import type {PatternRule, Rule, Threshold} from '../core/rule.js'

/** What a site prints around a text. `sure` lines are chrome wherever they stand at an end; the others only among sure ones. */
export interface ChromeRule extends PatternRule {
  readonly sure: boolean
}

export const chrome: readonly ChromeRule[] = [
  {
    id: 'clean/welcome',
    sure: true,
    pattern:
      /^(?:热烈)?(?:您好[，,！!]?)?欢迎(?:您|访问|光临|来到|进入)|(?:人民政府|网站|门户网|政府网)欢迎您[！!]?$/u,
    means: 'A welcome line.',
    because: 'Sites greet their readers; plans do not.',
    hits: ['云岭州人民政府欢迎您', '欢迎访问青禾县政府网'],
    misses: ['欢迎社会力量参与', '要让群众欢迎的政策落地']
  },
  {
    id: 'clean/breadcrumb',
    sure: true,
    pattern:
      /^(?:您?(?:现在|当前|目前)?(?:的|所在)?位置|当前栏目|所在位置)\s*[:：]|^首页\s*(?:>|»|→|＞|\/|-)/u,
    means: 'A breadcrumb line.',
    because: 'It says where on the site the page hangs.',
    hits: ['当前位置:首页>>政府公报', '您的位置：首页 > 规划', '首页 > 政务公开'],
    misses: ['位置优越', '首页责任']
  },
  {
    id: 'clean/masthead',
    sure: false,
    pattern:
      /^\S{2,30}(?:公报|政报)\s*(?:[（(]?\d{4}年)?\s*第\s*\d+\s*期(?:\s*[（(]总第?\s*\d+\s*期[）)])?$/u,
    means: 'The masthead of a gazette.',
    because: 'It names the issue the page was printed in, on every page of it.',
    hits: ['云岭州人民政府公报 2018年第1期(总第10期)', '云岭州政报第3期'],
    misses: ['第1期工程', '在公报上刊登']
  },
  {
    id: 'clean/site-name',
    sure: true,
    pattern: /^[•·●]?\s*\S{0,30}(?:门户网站|政府网|信息网)?\s*(?:https?:\/\/|www\.)[\w./?=&%-]+\s*$/u,
    means: 'The name and address of a site.',
    because: 'A line that is nothing but an address belongs to the site.',
    hits: ['• 云岭州政府门户网站 www.yl.gov.cn', 'http://www.yl.gov.cn/a/b.html'],
    misses: ['登录www.yl.gov.cn查询办理进度。', '门户网站建设']
  },
  {
    id: 'clean/print',
    sure: true,
    pattern:
      /^[•·●|【\[\s]*(?:打印本页|打印|关闭(?:窗口|本页)?|收藏本?页?|返回(?:顶部|首页|列表)|字体\s*[:：]?|字号\s*[:：]?|大\s*中\s*小|分享到?|我要纠错|扫一扫.{0,12}|视力保护色)(?:[\s|】\]\[【:：大中小•·]|打印|关闭|分享|本页|窗口)*$/u,
    means: 'Print, close, share and font-size links.',
    because: 'They are buttons of the page.',
    hits: ['• 打印本页', '打印本页 关闭窗口', '【大 中 小】', '分享到：', '扫一扫在手机打开当前页'],
    misses: ['打印设备更新', '分享经济', '大中小学思政课']
  },
  {
    id: 'clean/byline',
    sure: true,
    pattern:
      /^(?:(?:发布|更新|公开|生成)?(?:日期|时间)|来源|信息来源|文章来源|作者|责任编辑|编辑|审核|浏览次数|点击数?|阅读次数?|访问量)\s*[:：].{0,60}?(?:(?:来源|编辑|浏览|点击|字体|字号|审核|阅读|作者|次数|时间|日期)\s*[:：].{0,40}){1,6}$/u,
    means: 'The line of source, editor, date and hits.',
    because: 'An editor of the site wrote it, not the issuing body.',
    hits: [
      '来源:云岭州人民政府办公室     编辑:张三',
      '发布时间：2022-01-05 来源：州民政局 浏览次数：23',
      '作者： 来源：'
    ],
    misses: ['来源：财政资金。', '资金来源:中央补助 编辑']
  },
  {
    id: 'clean/byline-part',
    sure: false,
    pattern:
      /^[•·●【\[]?\s*(?:(?:发布|更新|公开|生成|信息)(?:日期|时间)|来源|信息来源|文章来源|作者|责任编辑|编辑|审核|浏览次数|点击数?|阅读次数?|访问量)\s*[:：]\s*[^\s。；]{0,30}(?:\s\d{2}:\d{2}(?::\d{2})?)?[】\]]?$/u,
    means: 'One field of the byline on a line of its own.',
    because: 'Some sites break the byline after each field.',
    hits: ['来源：州民政局', '发布日期：2021-10-15', '浏览次数：23'],
    misses: ['来源：财政资金。其余自筹', '时间：2021年']
  },
  {
    id: 'clean/page-date',
    sure: false,
    pattern: /^[•·●]?\s*(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?$/u,
    means: 'The date of the page.',
    because: 'A date in figures and hyphens, between links, is the publishing date of the page.',
    hits: ['• 2018-04-01', '2018-04-01 10:20'],
    misses: ['2018年4月1日', '2018-2020']
  },
  {
    id: 'clean/neighbours',
    sure: true,
    pattern:
      /^(?:上一[篇条]|下一[篇条]|相关(?:链接|文章|新闻|文件|信息|阅读|附件)|附件下载|热点(?:新闻|推荐))\s*[:：]?.{0,60}$/u,
    means: 'Links to the neighbours of the page.',
    because: 'They lead to other pages.',
    hits: ['上一篇：关于召开会议的通知', '下一篇：没有了', '相关链接'],
    misses: ['相关部门', '上一年度']
  },
  {
    id: 'clean/footer',
    sure: true,
    pattern:
      /ICP备|网安备|网站标识码|版权所有|Copyright|技术支持\s*[:：]|^主办(?:单位)?\s*[:：]|^承办(?:单位)?\s*[:：]|^网站地图|^联系我们|^关于我们/u,
    means: 'The foot of a site: owner, licence numbers, contact.',
    because: 'Every government site has to print them.',
    hits: ['版权所有：云岭州人民政府', '京ICP备05000000号', '主办：云岭州人民政府办公室'],
    misses: ['主办国际论坛', '加强版权保护']
  }
]

export const zone: Threshold = {
  id: 'clean/chrome-zone',
  value: 30,
  means: 'So many paragraphs from either end are looked at for chrome.',
  because:
    'Headers of saved pages that were seen hold up to two dozen lines; deeper in, the same words are the text of a plan.'
}

export const rules: readonly Rule[] = [...chrome, zone]
