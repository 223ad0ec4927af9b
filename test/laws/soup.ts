import fc from 'fast-check'

/** Text as plan documents are made of, in any order and with any damage: what no stage may break on. */

const words = fc.constantFrom(
  '养老服务',
  '社会救助',
  '到2025年',
  '增长6.5%',
  '不低于30张',
  '未完成',
  '全州',
  '县级中心',
  '加快建设',
  '二〇三五年',
  '二0三五年',
  '１２万人',
  '≥95',
  '60／50',
  '第三章',
  '专栏2',
  '表1',
  '按照第三章的要求',
  '一、',
  '（一）',
  '和',
  '的'
)
const marks = fc.constantFrom(
  '。',
  '，',
  '；',
  '、',
  '：',
  '——',
  '“',
  '”',
  ',',
  '.',
  ' ',
  '\u3000',
  '\u00a0',
  '\t',
  ''
)
const phrase = fc
  .array(
    fc.tuple(words, marks).map(([word, mark]) => word + mark),
    {minLength: 1, maxLength: 8}
  )
  .map(parts => parts.join(''))

const number = fc.constantFrom('一', '二', '三', '十', '十一', '二十三', '1', '2', '十 ', '', '０')
const heading = fc
  .tuple(
    fc.constantFrom(
      '第N章',
      '第N节',
      '第N编',
      '第N条',
      '第N部分',
      'N、',
      '（N）',
      '(N)',
      'N.',
      'N．',
      '①',
      '——',
      '专栏N',
      '专栏N：',
      '任务专栏N',
      '表N',
      '附件N',
      '目录',
      '目 录',
      'N．N'
    ),
    number,
    fc.constantFrom('', ' ', '\u3000', '　　'),
    fc.constantFrom('发展基础', '总体要求', '保障措施', '主要指标', '完善体系。到2025年建成。', '')
  )
  .map(([form, n, gap, title]) => form.replaceAll('N', n) + gap + title)

const row = fc.array(
  fc.constantFrom(
    '指标',
    '2020年',
    '2025年',
    '属性',
    '预期性',
    '约束性',
    '5',
    '60／50',
    '床位（张）',
    '-',
    ''
  ),
  {minLength: 1, maxLength: 6}
)
const table = fc
  .array(row, {minLength: 1, maxLength: 5})
  .chain(rows =>
    fc.constantFrom('\t', '\n', '\n\t').map(gap => rows.map(cells => `\t${cells.join(gap)}`).join('\n'))
  )

const furniture = fc.constantFrom(
  '打印本页',
  '首页 > 政务公开 > 规划',
  '[bookmark: _GoBack]',
  '- 12 -',
  '— 3 —',
  '来源：云岭州民政局　编辑：王某',
  '分享到',
  '云政办发〔2021〕7号',
  '云岭州人民政府办公室关于印发《云岭州养老规划》的通知',
  '各县人民政府：',
  '2021年6月3日',
  '云岭州“十四五”养老服务规划',
  '\ufffd',
  '\ue5e5',
  '\u200b',
  '\ud800',
  '\u0000',
  '𠀀𠮷'
)

const line = fc.oneof(
  {weight: 4, arbitrary: heading},
  {weight: 4, arbitrary: phrase},
  {weight: 2, arbitrary: table},
  {weight: 1, arbitrary: furniture},
  {weight: 1, arbitrary: fc.string({maxLength: 20})},
  {weight: 1, arbitrary: fc.constant('')}
)

/** Lines in any order, some of them twice. */
export const soup = fc
  .tuple(
    fc.array(line, {maxLength: 40}),
    fc.array(fc.nat(39), {maxLength: 6}),
    fc.constantFrom('\n', '\r\n', '\n\n')
  )
  .map(([lines, again, end]) => [...lines, ...again.map(i => lines[i] ?? '')].join(end))

export const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'utf8'))
