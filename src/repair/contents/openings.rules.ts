import type {PatternRule} from '../../core/rule.js'

/** How the text under a usual title opens. Each pattern reads the title and the text, with a bar between. */

const goals: PatternRule = {
  id: 'repair/goals-open',
  pattern:
    /(?:目标|指标|展望)[|](?:[一1（(][一、.）)]*)?(?:到?20[0-9]{2}年|(?:总体|主要|具体|发展)目标|今后五年|展望|“?十[一二三四五六七]五”?(?:末|时期[^。]{0,30}目标))/u,
  means: 'The text under a title of goals opens with a year, or with the goal.',
  because: 'Goals are set for the end of the period: 到2025年，….',
  hits: ['第三节发展目标|到2025年，基本建成。', '（三）主要目标|总体目标是：'],
  misses: ['第三节发展目标|——坚持以人为本。', '第二节建设任务|到2025年，建成三处。']
}

const principles: PatternRule = {
  id: 'repair/principles-open',
  pattern: /原则[|](?:(?:——|[（(]?[一1][）)、.．]|一是)?(?:必须)?(?:坚持|以人为本)|[^。]{0,40}原则[：:])/u,
  means: 'The text under a title of principles opens with the first principle.',
  because: 'Principles are a list of 坚持….',
  hits: ['第二节基本原则|——坚持以人为本。', '二、基本原则|发展林业，应把握以下原则：'],
  misses: ['第二节基本原则|到2025年，基本建成。', '第二节重点任务|坚持以水定城。']
}

const guidance: PatternRule = {
  id: 'repair/guidance-opens',
  pattern:
    /(?:指导思想|指导方针|总体思路|总体要求)[|](?:[（(]一[)）]\s?指导思想|高举|以[^，。]{2,30}为指导|坚持以|全面贯彻|深入贯彻|认真贯彻|牢固树立|紧紧围绕|立足)/u,
  means: 'The text under the guiding thought opens with whose it is.',
  because: 'Guiding thoughts open with 高举…, 以…为指导, 全面贯彻….',
  hits: ['第一节指导思想|高举旗帜，…', '（一）指导思想|以习近平新时代中国特色社会主义思想为指导，…'],
  misses: ['第一节指导思想|全州有水库三座。', '第一节能力建设|全面贯彻水法。']
}

const past: PatternRule = {
  id: 'repair/past-opens',
  pattern:
    /(?:成就|成效|成绩|成果|回顾|基础|背景|进展|现状|状况|情况)[|](?:“?十[一二三四五六]五”?(?:期间|时期|以来|规划)|过去五年|五年来|近年来|20[0-9]{2}年以来|截至)/u,
  means: 'The text under a title of what was reached opens with the period that is over.',
  because: 'What was reached is told of the period before: “十三五”期间，….',
  hits: ['第一节主要成就|“十三五”期间，全县造林三万亩。', '一、发展现状|截至2020年底，…'],
  misses: ['第一节主要成就|今后五年是关键时期。', '第一节主要任务|“十三五”期间，…']
}

const outlook: PatternRule = {
  id: 'repair/outlook-opens',
  pattern:
    /(?:形势|环境|机遇|挑战)(?:分析)?[|](?:“?十[二三四五六七]五”?(?:期间|时期)，?(?:是|[^。]{0,24}(?:面临|将|进入|处于))|今后五年|未来五年|当前|从[^，。]{2,12}看|随着|当今)/u,
  means: 'The text under a title of the situation opens with the period to come.',
  because: 'The situation is that of the years to come: “十四五”时期是…, 今后五年，….',
  hits: ['第三节面临形势|“十四五”时期是关键五年。', '二、机遇和挑战|当前，水资源仍然紧缺。'],
  misses: ['第三节面临形势|——坚持以人为本。', '第三节面临形势|“十三五”期间造林三万亩。']
}

const shortfall: PatternRule = {
  id: 'repair/shortfall-opens',
  pattern:
    /(?:问题|短板|不足|困难|差距)[|](?:但|同时|与[^，。]{2,24}相比|在[^，。]{2,24}的同时|虽然|尽管|也要|还存在|当前|目前|一是|[^。]{0,40}(?:也|还|仍)[^。]{0,16}(?:困难|问题|短板|不足|差距|挑战))/u,
  means: 'The text under a title of what is missing opens with a turn.',
  because: 'What is missing follows what was reached: 与…相比，…, 但….',
  hits: ['第二节存在问题|但与群众期盼相比还有差距。', '（二）短板|与先进地区相比，渠道老化。'],
  misses: ['第二节存在问题|全州有水库三座。', '第二节保障措施|同时加大投入。']
}

const safeguards: PatternRule = {
  id: 'repair/safeguards-open',
  pattern:
    /(?:保障|保障措施|组织实施|实施机制|措施和要求)[|](?:[（(]?一[）)、是]|第一[节条]|[0-9]{1,2}[.．、])?\s?[^，。]{0,6}(?:组织领导|组织保障|党的(?:全面)?领导|党对[^，。]{0,12}领导)/u,
  means: 'The text under the last title, of how a plan is carried out, opens with who leads.',
  because: 'Whoever carries out a plan first says who leads: 加强组织领导.',
  hits: ['第六章保障措施|（一）加强组织领导。', '八、组织实施|加强党对水利工作的全面领导，…'],
  misses: ['第六章保障措施|加大资金投入。', '第二节供水工程|加强组织领导。']
}

/** How the texts under usual titles open. */
export const openings: readonly PatternRule[] = [
  goals,
  principles,
  guidance,
  past,
  outlook,
  shortfall,
  safeguards
]

export const rules = openings
