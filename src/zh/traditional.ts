/** Traditional characters of the words that structure a plan, and their simplified forms, one for one. */

const pairs =
  '節节條条編编專专欄栏號号標标單单屬属類类別别領领數数項项務务稱称劃划綱纲規规則则總总區区縣县廳厅辦办關关發发佈布國国報报動动' +
  '決决細细見见錄录鄉乡員员會会統统計计與与實实際际約约預预質质導导歷历備备註注責责門门來来據据說说時时間间頁页後后結结語语釋释' +
  '詞词長长減减現现狀状進进況况億亿萬万從从變变個个點点資资臺台處处屆届圍围機机構构體体業业產产經经濟济財财團团隊队檢检測测' +
  '設设黨党級级師师開开題题圖图書书農农衛卫環环電电網网業业費费價价額额值值達达執执觀观'

const simple = new Map<string, string>()
for (let i = 0; i < pairs.length; i += 2) simple.set(pairs[i]!, pairs[i + 1]!)

const traditional = new RegExp(`[${[...simple.keys()].join('')}]`, 'gu')
/** The commonest of them: a text without any of these is not searched further. */
const telling = /[節條編專欄號標單劃綱規總區縣關發國錄項務類數時導個員會統計與實長]/u

/**
 * The text with its structural words in simplified characters, of the same length: for matching patterns, never for output.
 * Text without traditional characters is returned as it is.
 */
export function simplified(text: string): string {
  return telling.test(text) ? text.replace(traditional, char => simple.get(char)!) : text
}
