import type {PatternRule, Rule} from '../core/rule.js'

export const bullet: PatternRule = {
  id: 'segment/bullet',
  pattern: /^(——|--|－－|―{1,2}|—|[●■◆★▲※•·➢▪◇○])[\s\u3000]*(?=\S)/u,
  means: 'A mark that opens an item of a list.',
  because: 'Plans set goals and principles as —— items.',
  hits: ['——坚持党的领导。', '●新建设施', '—健全机制。'],
  misses: ['2016—2020', '坚持——']
}

export const lead: PatternRule = {
  id: 'segment/lead',
  pattern: /^([^。；：:]{2,30}[。：:])(?=.)/u,
  means: 'The words an item opens with, before it elaborates: 坚持统筹协调。',
  because: 'The first short sentence names the item; what follows explains it.',
  hits: ['坚持统筹协调。坚持城乡统筹', '医疗救助：完善制度'],
  misses: [
    '坚持统筹协调。',
    '建成覆盖县乡村三级、旱涝兼顾、管护到位、群众满意的小型水利工程长效运行机制并逐年考核。又'
  ]
}

export const caption: PatternRule = {
  id: 'segment/caption',
  pattern: /^(附?表\s*[0-9０-９一二三四五六七八九十]{0,3}(?:[-－—.]\d+)?)[\s\u3000：:、.．]*(?=\S|$)/u,
  means: 'The number of a table in the line over it: 表1：…',
  because: 'Tables are numbered through a document.',
  hits: ['表1：主要指标', '表 2 重点项目', '附表3　清单'],
  misses: ['代表1人', '到2020年']
}

export const captionWords: PatternRule = {
  id: 'segment/caption-words',
  pattern:
    /^[^。；，]{2,44}(?:指标|情况|计划|项目|一览|清单|表|任务|目标|分工|标准|体系)(?:完成情况)?(?:[（(].{1,12}[)）])?(?:一览|计划)?表?$/u,
  means: 'An unnumbered line over a table that names it.',
  because: 'A short line right above a table, without a stop, is its caption.',
  hits: ['“十三五”时期我州城镇社区建设主要指标', '云岭州重点项目计划表'],
  misses: ['主要指标如下，请遵照执行', '我州经济社会发展取得显著成绩。']
}

export const rules: readonly Rule[] = [bullet, lead, caption, captionWords]
