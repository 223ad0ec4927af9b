import type {PatternRule, Rule, Threshold} from '../core/rule.js'

/** What a reader of two versions must not miss: each rule finds one kind of word; a change of such words is flagged. */

const magnitude = '(?:[百千万亿]{1,2})'
/** Units a plan counts in; the longest first. */
const unit =
  '(?:个百分点|百分点|平方公里|平方千米|平方米|立方米|公顷|公里|千米|厘米|毫米|微克\\/立方米|毫克\\/升|吨标准煤|标准煤|千瓦时|千瓦|兆瓦|万千瓦|标准箱|人次|户次|件次|人年|床位|年度|小时|分钟|个月|美元|元|亩|吨|公斤|千克|克|米|升|人|名|户|张|所|家|个|项|件|条|座|辆|台|套|处|册|篇|部|次|倍|成|分|岁|天|日|月|周|届|批|级|类|种|片|组|站|亿|万|‰|％|%|℃|公里\\/小时)'
const digits = '[0-9０-９]+(?:[,，](?=[0-9０-９]{3}(?![0-9０-９]))[0-9０-９]{3})*(?:[.．][0-9０-９]+)?'
const han = '[〇零一二两三四五六七八九十百千万亿]'

export const figure: PatternRule = {
  id: 'diff/figure',
  means: 'A number, with its sign, its magnitude and its unit, is one thing and changes as a whole.',
  because:
    'A target is its number: 60% and 65% are different promises, and half a number is not readable as an edit.',
  pattern: new RegExp(
    `(?:[≥≤＞＜><≧≦]\\s?)?(?:(?<![0-9０-９A-Za-z])[-−－+＋])?${digits}\\s?${magnitude}?${unit}?(?:[\\/／](?:万|百|千)?(?:人|户|平方公里|平方米|立方米|公顷|亩|年|日|天|小时|千人|吨|升|元))?|百分之${han}{1,9}(?:点${han}{1,9})?|${han}{1,9}分之${han}{1,9}|[〇零一二两三四五六七八九十]${han}{1,12}(?:${unit})|(?<![统第唯单同专之任划])[一二两三四五六七八九十](?:个百分点|个月|小时|公里|亿元|万元|[个项条家所座成倍年万亿元人名户亩届批次种类岁])`,
    'u'
  ),
  hits: ['达到60%', '≥13.5万吨', '1,200 亿元', '百分之五十', '每千名老人58张', '七成', '２.５倍', '三分之二'],
  misses: ['一体化发展', '统一部署', '推进统筹', '每万人社会组织数']
}

export const year: PatternRule = {
  id: 'diff/year',
  means: 'A year or a plan period.',
  because: 'The year of a target or of a document decides what it means.',
  pattern:
    /(?:[12][0-9]{3}|[１２][０-９]{3}|二[〇零○0][〇零○0一二三四五六七八九]{2})(?=\s?(?:年|[-—–~～－至到]\s?(?:[12][0-9]{3})))|[〔［[(（][12][0-9]{3}[〕］\])）]|(?<=[0-9年]\s?[-—–~～－至到]\s?)[12][0-9]{3}(?=年)|[“"]十[一二三四五六]?五[”"]|十[一二三四五六]?五(?=时期|规划|期间|末|以来|计划)|第[一二三四五六七八九十]{1,3}个五年/u,
  hits: ['到2025年', '云政发〔2021〕7号', '2021-2025年', '“十四五”时期', '二〇三五年', '第十四个五年规划'],
  misses: ['2025吨', '十五个', '编号1998']
}

export const binding: PatternRule = {
  id: 'diff/binding',
  means: 'Whether an indicator binds (约束性) or is expected (预期性).',
  because: 'Binding targets are answered for; expected ones are not.',
  pattern: /约束性|预期性|指导性|约束|预期(?=目标|指标|$)/u,
  hits: ['约束性', '属于预期性指标'],
  misses: ['合理引导公众']
}

export const negation: PatternRule = {
  id: 'diff/negation',
  means: 'A word that denies or forbids.',
  because: 'One character turns the sentence round.',
  pattern:
    /不得|不能|不再|不予|不准|不许|禁止|严禁|未(?!来|成年)|无(?!人机|线|锡|障碍|缝|偿)|没有|并非|除外|不/u,
  hits: ['不得新建', '严禁占用', '尚未完成', '没有'],
  misses: ['面向未来', '未成年人保护', '无人机产业']
}

export const strength: PatternRule = {
  id: 'diff/strength',
  means: 'A word that says how firmly something is promised.',
  because: '必须, 应当, 鼓励 and 力争 are not one obligation.',
  pattern:
    /必须|应当|应该|须|务必|确保|保证|力争|争取|努力|鼓励|支持|引导|提倡|倡导|原则上|可以|允许|严格|全面|基本(?=实现|完成|建成|形成|消除|达到)|逐步|探索|试点|有序|稳步|加快|大力|着力|优先|率先/u,
  hits: ['应当公开', '力争达到', '确保完成', '鼓励社会力量', '基本建成'],
  misses: ['基本公共服务', '发展目标']
}

export const bound: PatternRule = {
  id: 'diff/bound',
  means: 'A word that says which side of a number is meant.',
  because: '以上 and 以内 turn a target round while its number stays.',
  pattern:
    /以上|以下|以内|以外|左右|不低于|不高于|不少于|不超过|不小于|高于|低于|超过|突破|至少|至多|接近|控制在|约(?=[0-9０-９])|累计|年均/u,
  hits: ['60%以上', '控制在10%以内', '不低于5%', '年均增长'],
  misses: ['达到60%']
}

const offices =
  '发展改革|发展和改革|发改|财政|民政|教育|科技|科学技术|工业和信息化|工信|公安|司法|人力资源社会保障|人力资源和社会保障|人社|自然资源|国土资源|生态环境|环境保护|环保|住房城乡建设|住房和城乡建设|住建|交通运输|水利|水务|农业农村|农牧|农牧业|农业|林业和草原|林草|林业|商务|文化和旅游|文旅|文化|旅游|卫生健康|卫健|卫生计生|卫生|退役军人事务|应急管理|应急|安全监管|审计|国资|市场监管|市场监督管理|食品药品监管|统计|医疗保障|医保|体育|广电|信访|税务|气象|地震|能源|粮食|扶贫|乡村振兴|民族事务|宗教事务|外事|金融|行政审批|政务服务|机关事务|城市管理|城管|规划|招商|投资促进|大数据|住房公积金|园林|老龄'

export const body: PatternRule = {
  id: 'diff/body',
  means: 'The name of a body that answers for something.',
  because: 'Who is responsible is half of what a plan says.',
  pattern: new RegExp(
    `(?:国家|自治区|省|市|州|盟|县|区|旗)?(?:${offices})(?:部门|委员会|办公室|管理局|总局|厅|局|委|部|办)|人民政府|党委|党组|人大常委会|政协|人民法院|人民检察院|总工会|妇联|共青团|团委|残联|工商联|科协|文联|街道办事处|居民委员会|村民委员会|居委会|村委会|领导小组|联席会议|[编组]织部|宣传部|统战部|网信办|编办`,
    'u'
  ),
  hits: ['市财政局负责', '由县人民政府', '自治区发展改革委', '宣传部牵头'],
  misses: ['财政资金', '教育现代化']
}

/** A text of which less than this share was kept was rewritten: longer islands are joined then. */
export const rewritten: Threshold = {
  id: 'diff/rewritten',
  means: 'Below this share of kept characters edits up to four characters apart are read as one.',
  because:
    'In a rewritten sentence the common characters that happen to fall in order (发展, 和, 社会) are no kept text.',
  value: 0.5
}

/** So many equal characters between two edits are too few to read: the edits become one. */
export const island: Threshold = {
  id: 'diff/island',
  means: 'Edits that stand closer than this many characters are read as one.',
  because:
    'A lone 的 or comma kept between two rewritten words makes a reader jump without telling anything.',
  value: 1
}

export const flagRules: readonly PatternRule[] = [year, figure, binding, negation, bound, strength, body]

export const rules: readonly Rule[] = [...flagRules, island, rewritten]
