import type {PatternRule, Rule} from '../core/rule.js'

const body =
  '(?:人民政府|办公厅|办公室|行政公署|委员会|工作部|统计局|民政局|民政厅|发展和改革委员会|[\\u4e00-\\u9fff]{2,12}(?:厅|局|委|部|署|院|会|办))'

export const docNumber: PatternRule = {
  id: 'segment/doc-number',
  pattern:
    /^[\u4e00-\u9fff]{1,12}[〔［[(（【﹝]\s*(?:19|20)\d{2}\s*[〕］\])）】﹞]?\s*(?:第\s*)?\d{0,5}\s*号?$/u,
  means: 'The number a document is filed under: 云政发〔2018〕1号.',
  because: 'GB/T 9704: code of the issuing body, year in brackets, serial number.',
  hits: ['云政发〔2018〕1号', '云政办发〔20187', '青府发[2021]12号', '青民发（2020）94号'],
  misses: ['（2021—2025年）', '2018年1月', '《规划》（云政发〔2018〕1号）']
}

export const noticeTitle: PatternRule = {
  id: 'segment/notice-title',
  pattern: /(?:关于.{2,120}|印发.{2,120})(?:的)?(?:通知|决定|意见|批复|公告|通告|函)$/u,
  means: 'The title of a notice: …关于印发…的通知.',
  because: 'Plans are put in force by a notice of the government.',
  hits: ['云岭州人民政府关于印发云岭州水利规划的通知'],
  misses: ['关于做好通知工作', '通知']
}

export const salutation: PatternRule = {
  id: 'segment/salutation',
  pattern: /^(?:各|[\u4e00-\u9fff]{2,12}人民政府[，,、])[^。]{2,120}[：:]$/u,
  means: 'To whom a notice goes: 各县（市）人民政府，州直各部门：',
  because: 'GB/T 9704: the main recipients on a line of their own, ended by a colon.',
  hits: ['各县人民政府，州直各部门：', '各旗县区人民政府,驻市各单位:'],
  misses: ['各地要做到：一是加强。', '各级政府要高度重视']
}

export const dateLine: PatternRule = {
  id: 'segment/date-line',
  pattern:
    /^[（(]?\s*(?:(?:19|20)\d{2}|二[〇○零0][一二][〇○零0一二三四五六七八九])\s*年?\s*[0-9〇一二三四五六七八九十]{1,4}\s*月?\s*(?:[0-9〇一二三四五六七八九十]{1,4}\s*日?)?\s*[)）]?$|^(?:19|20)\d{2}([-./])\d{1,2}\1\d{1,2}$/u,
  means: 'A date on a line of its own.',
  because: 'The date of signing stands under the name of the issuing body.',
  hits: ['2018年1月12日', '2022年6月', '2018226', '二〇二一年十月八日', '2021-10-08'],
  misses: ['2018年', '2016-2020', '2015年末达到', '（2021—2025年）']
}

export const issuerLine: PatternRule = {
  id: 'segment/issuer-line',
  pattern: new RegExp(
    `^[\\u4e00-\\u9fff]{2,24}${body}$|^[\\u4e00-\\u9fff]{2,10}${body}(?:[\\s\\u3000]+[\\u4e00-\\u9fff]{2,20})*$`,
    'u'
  ),
  means: 'The name of the issuing body on a line of its own.',
  because: 'It signs the document.',
  hits: ['云岭州人民政府办公室', '云岭州民政局', '云岭自治区人民政府办公厅'],
  misses: ['加强组织领导', '云岭州人民政府办公室要加强协调。']
}

export const signedLine: PatternRule = {
  id: 'segment/signed-line',
  pattern: new RegExp(
    `^([\\u4e00-\\u9fff]{2,24}${body})[\\s\\u3000]+((?:19|20)\\d{2}年\\d{1,2}月\\d{1,2}日)$`,
    'u'
  ),
  means: 'The name of the issuing body and the date on one line.',
  because: 'Pages that are set without tabs run the two together.',
  hits: ['临泽旗人民政府办公室　　　2021年10月9日'],
  misses: ['云岭州人民政府办公室 2021年6月18日印发', '2021年10月9日']
}

export const contentsWord: PatternRule = {
  id: 'segment/contents',
  pattern: /^目[\s\u3000]*[录次]$/u,
  means: 'The head of the contents page.',
  because: 'It is always called 目录 or 目次.',
  hits: ['目录', '目  录', '目　次'],
  misses: ['目录清单', '项目录入']
}

export const attachment: PatternRule = {
  id: 'segment/attachment',
  pattern: /^附\s*件\s*[0-9０-９一二三四五六七八九十]{0,2}\s*[：:]?$/u,
  means: 'The label of what is attached, on a line of its own.',
  because: 'GB/T 9704: 附件 and its number stand above the title of each attachment.',
  hits: ['附件', '附件1', '附 件：', '附件二'],
  misses: ['附件：责任分工', '附件1所列', '附表']
}

export const planName: PatternRule = {
  id: 'segment/plan-name',
  pattern:
    /^(?:[\u4e00-\u9fff]{2,11}?(?:自治区|自治州|自治县|省|市|州|盟|地区|县|旗|区)[^。；，：]{2,40}|[^。；，：]{0,20}[“"]?十[一二三四五六]五[”"]?[^。；，：]{0,20})(?:规划|纲要|方案|计划|办法|条例|规定|细则)(?:[（(].{1,20}[)）])?$/u,
  means: 'A line that is the name of a plan or ordinance of a region or period.',
  because: 'A title says whose plan it is and for which years, and stands on a line of its own.',
  hits: ['云岭州“十四五”草原发展规划', '“十四五”草原发展规划（2021—2025年）', '青禾县节约用水办法'],
  misses: ['制定规划', '衔接云岭州“十四五”规划，做好', '重点项目计划']
}

export const rules: readonly Rule[] = [
  docNumber,
  noticeTitle,
  salutation,
  dateLine,
  issuerLine,
  signedLine,
  contentsWord,
  planName,
  attachment
]
