import type {PatternRule, Rule, Threshold} from '../../core/rule.js'

/** How the title of a section ends where no mark and no line end tells. */

export const nextLabel: PatternRule = {
  id: 'repair/title-before-label',
  pattern:
    /第[一二三四五六七八九十百零〇]{1,4}[编篇章节条](?!的)|[（(][一二三四五六七八九十]{1,3}[)）]|——|(?<![一二三四五六七八九十、])[一二三四五六七八九十]{1,3}、(?![一二三四五六七八九十])|(?<![唯统单])一是(?!否)|(?<![0-9第表图之])1[.．、](?![0-9])/u,
  means: 'A title ends where the next heading or item begins.',
  because: 'Labels stand at the beginning of lines.',
  hits: [
    '推动行业科技进步1．建立',
    '强化基本社会服务第一节',
    '基本原则——坚持',
    '加强养老服务保障（一）',
    '强化保障措施一是'
  ],
  misses: ['按照第三章的要求', '推动一、二、三产业融合', '唯一是否', '增长1.5倍', '见表1、表2']
}

export const usualTitle: PatternRule = {
  id: 'repair/usual-title',
  pattern:
    /^(?:指导(?:思想|方针)|(?:基本|工作)原则|(?:总体|主要|发展|规划|远景|工作)?(?:目标|任务|思路|要求)|(?:规划|编制)(?:背景|依据|范围)|(?:发展|工作)(?:基础|环境|理念|现状|成就|成效|回顾|方针|思路|重点)|(?:面临|发展)?的?(?:形势|机遇|挑战)(?:分析)?|(?:存在)?的?(?:主要)?(?:问题|短板|困难)|机遇(?:和|与)挑战|现状(?:和|与)形势|(?:保障|实施)措施|(?:组织|规划|监督)(?:实施|保障|领导)|重点(?:任务|工程|项目)|附则|总则)(?:(?:和|与|、)(?:基本原则|发展目标|主要目标|主要任务|总体要求|要求))?/u,
  means: 'The title of a section that every plan has.',
  because: 'Plans are built alike: 指导思想, 基本原则, 发展目标, 保障措施.',
  hits: ['指导思想', '基本原则', '总体目标', '机遇和挑战', '保障措施'],
  misses: ['加强组织领导', '健全服务体系', '原则上']
}

export const opening: PatternRule = {
  id: 'repair/opening-words',
  pattern:
    /^(?:坚持|加强|加快|加大|推进|推动|推行|全面|按照|根据|依据|为(?:了|深入|进一步|推)|“|进一步|建立|健全|完善|深化|深入|支持|到20|20[0-9]{2}年|聚焦|高举|各级|各地|围绕|紧紧|紧扣|认真|积极|大力|鼓励|引导|实施|探索|统筹|强化|优化|提高|贯彻|依托|充分|树立|开展|严格|制定|构建|打造|促进|培育|扩大|实现|今后|当前|近年|十[二三四五六]五|展望|对标|牢牢|切实|着力|始终|采取|建成|设立|出台|持续|稳步|稳妥|有序|有效|主动|注重|重视|突出|立足|面向|面对|针对|顺应|适应|随着|通过|继续|巩固|拓展|拓宽|夯实|抢抓|坚定|坚守|坚决|牢固|严守|严厉|加速|争取|争创|争当|科学|精准|合理|做[优强大好精实]|[办用管建]好|多渠道|多措并举|因地制宜|过去|释放|激活|激发|弘扬|传承|整合|搭建|谋划|提升|增强|发挥|落实|规范|组织(?!领导|实施|保障)|保障(?!措施)|改善|增加|壮大|协同|突破|系统|抓[好实住]|以[^及来]|把|将(?!来)|在|对[^外口]|按(?!照|时)|全[区市州省县国旗]|我[区市州省县国旗])/u,
  means: 'Words that a section opens with.',
  because: 'Sentences of plans open with a verb, a time or a subject that is governed.',
  hits: ['坚持以人民为中心', '“十四五”时期', '到2025年', '全面贯彻', '全市'],
  misses: ['保障措施', '建设项目', '与治理能力']
}

export const timeOpening: PatternRule = {
  id: 'repair/opening-time',
  pattern: /^(?:[“"]?十[一二三四五六]五|(?:到)?20[0-9]{2}年|今后|当前|近年)/u,
  means: 'A time that a section opens with.',
  because: 'Titles do not end with a time before what it is said of.',
  hits: ['“十三五”期间', '到2025年', '今后五年'],
  misses: ['进一步加强', '“互联网+”行动']
}

export const predicate: PatternRule = {
  id: 'repair/predicate',
  pattern:
    /^(?:进一步|持续|不断|全面|更加|更为|稳步|有效|有力|充分|显著|明显|逐步|日益|日趋|深入|扎实|有序|大幅|加快|成效|成果|取得|长足|得到|得以|实现|初步|基本|全部|普遍|迈[上出]|走在|探索|再上|再[创添]|稳中|快速|较快|协调|健康|和谐|优良|良好|蓬勃|有所|仍然|依然|还)/u,
  means: 'What is said of the subject of a title.',
  because:
    'A title that opens with a noun goes on with what became of it: 兜底作用充分发挥, 服务能力持续提升.',
  hits: ['充分发挥', '持续提升', '进一步加强', '取得长足进步'],
  misses: ['加强组织领导', '坚持', '到2025年']
}

export const closing: PatternRule = {
  id: 'repair/closing-words',
  pattern:
    /(?:体系|建设|机制|制度|能力|工程|网络|服务|发展|水平|管理|保障|队伍|环境|治理|工作|改革|监管|安全|作用|质量|功能|领导|协作|资金|投入|监督|考核|评估|宣传|实施|合作|创新|升级|融合|衔接|效能|设施|信息化|标准化|项目|行动|计划|事业|产业|权益|责任|基础|支撑|引领|思想|原则|目标|任务|形势|背景|措施|要求|思路|法治|人才|平台|社区|救助|福利|供给|消费|优抚|安置|登记|殡葬|落实|提升|完善|增强|优化|转变|成效|基金|资源|力量|格局|布局|方式|活力|素质|规范|运行|统计|监测|程序|内容|使用|付费|理念|现状|问题|短板|挑战|机遇|进程|企业|供应|网|圈|力度|保护|教育|培训|研究|建档|标准|回顾|总结|经验|成就|成绩|民生|生活|服务业|幸福感|获得感|安全感|展望|关爱|战略|底线|效益|需求|秩序|风尚|屏障|防线|优势|潜力|空间|品牌|市场|主体|载体|通道|枢纽|集群|链条|高地|[代益动会产能镇业度制常]化)$/u,
  means: 'Words that a title ends with.',
  because: 'Titles of sections are a verb and what it is done to, or a noun.',
  hits: ['健全社会救助体系', '加强组织领导', '面临的形势', '保障和改善民生'],
  misses: ['加强组织', '坚持以人民']
}

export const likelyTitle: Threshold = {
  id: 'repair/likely-title',
  value: 0.65,
  means: 'A title ends where that is at least so likely.',
  because:
    'Of titles cut off at this likelihood 97 of 100 ended there, in texts that were left out of the fit.'
}

export const titleSplit: Rule = {
  id: 'repair/title-split',
  means: 'A title that was glued to the text after it is split off.',
  because:
    'Another label follows, or a blank that line ends left; or the words before a place end like a title, those behind it begin like a sentence, and the two do not meet elsewhere.'
}

export const rules: readonly Rule[] = [
  nextLabel,
  usualTitle,
  opening,
  timeOpening,
  predicate,
  closing,
  likelyTitle,
  titleSplit
]
