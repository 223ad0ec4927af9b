import type {PatternRule, Rule} from '../../core/rule.js'

/** Where lines end that have no stop, and another begins behind them. Each pattern matches, without a character, at the place. */
export const lineEnds: readonly PatternRule[] = [
  {
    id: 'repair/line-number',
    pattern:
      /(?<=[知见定告》复划案法])(?=[\u3400-\u9fff]{1,8}[发函字办][〔[（(]20[0-9]{2}[〕\]）)]?\s?[0-9]{1,4}号)|(?<=[发函字办][〔[（(]20[0-9]{2}[〕\]）)]?\s?[0-9]{1,4}号)(?=各)/gu,
    means: 'The number of an official document.',
    because: 'It stands on a line of its own, under the title and over the addressees.',
    hits: ['防汛工作的通知青政办发〔2021〕14号', '云水发〔2020〕3号各县水务局'],
    misses: ['《防汛意见》（青政发〔2021〕14号）要求', '按照青政发〔2021〕14号文件']
  },
  {
    id: 'repair/line-signed',
    pattern:
      /(?<=(?:政府|办公[室厅]|委员会|[局厅部])\s?)(?=20[0-9]{2}(?:年[0-9]{1,2}月[0-9]{1,2}日|[-./]?[0-9]{1,2}[-./]?[0-9]{1,2}(?![0-9.%％年月万亿元人个]))(?!\s?[，、。；至到起前后止以印召发颁出批同公组开启正联下举的和与会]))/gu,
    means: 'Who signs a document, over the date.',
    because: 'The date stands on a line of its own.',
    hits: ['青禾县人民政府2021年11月2日', '青禾县水利局2021-11-02', '云岭州水利局2020年3月1日第一章'],
    misses: ['县水利局2020年3月1日召开会议', '省政府2020年3月1日印发的通知']
  },
  {
    id: 'repair/line-dated',
    pattern:
      /(?<=(?:(?:^|政府|办公[室厅]|委员会|[局厅部知号])\s?20[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日|(?:政府|办公[室厅]|委员会|[局厅部])\s?20[0-9]{2}[-./]?[0-9]{1,2}[-./]?[0-9]{1,2}))(?=\s?[\u3400-\u9fff《“])(?!\s?[年月至到起前后止以印召发颁出批同公组开启正联下举的和与会万亿元人个])/gu,
    means: 'The date of a document.',
    because: 'It stands on a line of its own, and what follows is another line.',
    hits: ['青禾县人民政府2021年11月2日第一章总则', '2021年11月2日青禾县防汛预案'],
    misses: ['县水利局2020年3月1日召开会议', '自2020年3月1日起施行']
  },
  {
    id: 'repair/line-month',
    pattern:
      /(?<=^\s?[\u3400-\u9fff]{2,20}(?:政府|办公[室厅]|委员会|[局厅部])\s?)(?=(?:20[0-9]{2}年[0-9]{1,2}|二[〇○零][一二三四五六七八九〇○零]{2}年[一二三四五六七八九十]{1,2})月(?![0-9一二三，、至到起前后止以印召]))|(?<=^\s?(?:[\u3400-\u9fff]{2,20}(?:政府|办公[室厅]|委员会|[局厅部])\s?)?(?:20[0-9]{2}年[0-9]{1,2}|二[〇○零][一二三四五六七八九〇○零]{2}年[一二三四五六七八九十]{1,2})月)(?=\s?(?:根据|依据|为|第[一二三]|一、|目\s?录|前\s?言|[“"]十|本规划))/gu,
    means: 'Who made a plan and in which month, as its cover says.',
    because: 'Both stand on lines of their own between the title and the text.',
    hits: ['青禾县水利局2021年11月', '青禾县水利局 二〇二一年七月', '2021年11月根据《水法》，制定本规划。'],
    misses: ['县水利局2021年11月召开会议', '到2021年11月建成']
  },
  {
    id: 'repair/line-period',
    pattern:
      /(?<=^[^。，；《（]{4,40}(?:规划|纲要|方案|计划)\s?)(?=（20[0-9]{2}\s?[—－~～至-]+\s?20[0-9]{2}年?）)|(?<=^\s?(?:[^。，；《（]{4,40}(?:规划|纲要|方案|计划)\s?)?（20[0-9]{2}\s?[—－~～至-]+\s?20[0-9]{2}年?）)(?=\s?[\u3400-\u9fff“])(?!\s?[中的和与及要确提明])/gu,
    means: 'The period of a plan, under its title.',
    because: 'Covers give it in brackets on a line of its own.',
    hits: ['青禾县水利发展规划（2021—2025年）', '（2021—2025年）为做好水利工作'],
    misses: ['根据《水利规划（2021—2025年）》', '（2021—2025年）的要求']
  },
  {
    id: 'repair/line-plan',
    pattern:
      /(?<=^\s?(?!根据|按照|依据|为|制定|编制|本|该|各|以|对|将|这)[^，。；：《]{4,50}(?:规划|纲要|方案|计划|意见|办法)\s?)(?=为(?:贯彻|深入|全面|进一步|了|加快|推动|推进|促进|切实|科学|适应|应对|做好|在|更好|积极|有效|加强|认真|规范|落实)|(?:根据|依据|按照|遵照)《)/gu,
    means: 'The title of a plan, over its text.',
    because: 'Plans open with what they are for, or with what they are based on.',
    hits: ['青禾县水利发展规划为做好水利工作', '云岭州“十四五”防汛方案根据《防汛法》'],
    misses: ['本规划为做好水利工作而作', '制定防汛方案为做好准备']
  },
  {
    id: 'repair/line-addressees',
    pattern: /(?<=(?:^|号)各[^。；：:《]{2,80}[：:])(?=.)/gu,
    means: 'The addressees of a document.',
    because: 'A document addresses 各…： on a line of its own.',
    hits: ['各乡镇人民政府，县直各部门：现将', '云水发〔2020〕3号各县水务局：根据'],
    misses: ['要求各部门：一是', '各部门要加强配合。']
  },
  {
    id: 'repair/line-list',
    pattern: /(?<=[^0-9][：:])(?=——|一、|[（(][一1][）)]|1[.．、](?![0-9])|第一[章节条])/gu,
    means: 'What a list is of, and its first item.',
    because: 'Items stand on lines of their own.',
    hits: ['应当遵循以下原则：——坚持以水定城。', '主要任务：（一）清淤。'],
    misses: ['比例为1：1.5', '推动一、二、三产业融合']
  },
  {
    id: 'repair/line-measured',
    pattern:
      /(?<=[率数量额值积度例比重长]\s?[（(](?:[%％‰]|[个张人元所处户件名家座套部项次辆岁年亩吨米里床位]|万[个人元户亩吨件]|亿元|平方米|公里|公顷)[)）])(?=[\u3400-\u9fff0-9])(?![达为不较超提从由以是和与及等至控保下上约])/gu,
    means: 'The name of an indicator with its unit.',
    because: 'Cells of tables stand on lines of their own where a table was read as text.',
    hits: ['森林覆盖率（%）灌溉面积（万亩）', '水库数（座）38'],
    misses: ['森林覆盖率（%）达到三成', '累计为三万人（次）老人服务']
  },
  {
    id: 'repair/line-usual',
    pattern:
      /(?<=^\s?(?:(?:发展|工作)(?:基础|环境|现状|成就|成效|回顾)|(?:面临|发展)的?(?:形势|环境|机遇)|(?:发展|主要|总体)目标)\s?)(?=[“"]?十[一二三四五六七]五[”"]?(?:期间|时期|以来)|到?20[0-9]{2}年(?!目标)|当前|近年来)/gu,
    means: 'A title that every plan has, without a number, and the time that its text opens with.',
    because: 'Titles do not end with a time before what it is said of.',
    hits: ['发展基础“十三五”期间，造林三万亩。', '主要目标到2025年，供水到户。'],
    misses: ['发展基础良好', '夯实发展基础“十四五”时期']
  },
  {
    id: 'repair/line-section',
    pattern:
      /(?<=[^第、，：（(\s])(?=(?:第[一二三四五六七八九十]{1,3}[编篇章节]|[一二三四五六七八九十]{1,3}、)[^。！？；：，、（(]{2,30}(?:第一[章节]|一、|[（(]一[)）]))/gu,
    means: 'A title, and the label of the first thing under it.',
    because: 'Nobody goes on like that within a sentence.',
    hits: ['青禾县防汛预案第一章总则第一节目的', '流失状况好转三、布局（一）北部'],
    misses: ['按照第三章的要求', '（三、布局（一）北部']
  },
  {
    id: 'repair/line-spaced',
    pattern:
      /(?<=\S\s+)(?=第[一二三四五六七八九十]{1,3}[编篇章节](?!的)|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[)）])/gu,
    means: 'White space, and the label of a heading.',
    because: 'White space is what line ends left.',
    hits: ['青禾县防汛预案 第一章总则', '修渠三条 （二）清淤'],
    misses: ['按照第三章的要求', '推动一、二、三产业']
  }
]

export const rules: readonly Rule[] = lineEnds
