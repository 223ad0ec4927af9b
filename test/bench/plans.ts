/** Plan texts of an invented prefecture, as many as wanted: deterministic, no two sentences with the same figures. */

/** A row of numbers that only looks random: the same seed, the same row. */
function chance(seed: number): (below: number) => number {
  let state = seed >>> 0 || 1
  return below => {
    state ^= state << 13
    state >>>= 0
    state ^= state >>> 17
    state ^= state << 5
    state >>>= 0
    return state % below
  }
}

const places = '云岭州 青禾县 临泽旗 松原市 碧湖区 柳河镇 白石乡 长岭街道 望山县 东屏区 沙河旗 金坪县'.split(
  ' '
)
const fields =
  '养老服务 社会救助 儿童福利 防灾减灾 社区治理 殡葬改革 婚姻登记 区划地名 慈善事业 志愿服务 水利建设 乡村道路 职业教育 公共文化 生态修复 数字政务 医疗卫生 粮食储备 特色农业 冷链物流'.split(
    ' '
  )
const deeds =
  '健全制度 完善设施 扩大覆盖 提升质量 优化布局 强化监管 补齐短板 培育主体 创新机制 加大投入 推进改造 规范流程 整合资源 引导参与 压实责任 拓宽渠道'.split(
    ' '
  )
const means =
  '以县级中心为枢纽 以乡镇站点为支撑 以信息平台为纽带 以专业队伍为骨干 以财政资金为引导 以群众需求为导向 以示范项目为抓手 以绩效评价为约束'.split(
    ' '
  )
const units = '个 张 处 所 公里 万元 户 人'.split(' ')
const han = '零一二三四五六七八九'
const numeral = (n: number): string =>
  n < 10 ? han[n]! : `${n < 20 ? '' : han[Math.floor(n / 10)]!}十${n % 10 === 0 ? '' : han[n % 10]!}`

/** One plan of about `size` bytes of UTF-8. */
export function planText(seed: number, size: number): string {
  const below = chance(seed * 2654435761 + 97)
  const of = (list: readonly string[]) => list[below(list.length)]!
  const place = places[seed % places.length]!
  const field = fields[seed % fields.length]!
  const lines: string[] = [`${place}“十四五”${field}发展规划（${seed}）`, '']
  let chars = 0
  const say = (line: string) => {
    lines.push(line)
    chars += line.length + 1
  }
  const thought = () =>
    `${of(means)}，围绕${of(fields)}${of(deeds)}、${of(deeds)}，${of(deeds)}并${of(deeds)}`
  const sentence = () => {
    if (below(16) > 0)
      return `${of(places)}${thought()}，支持${of(places)}开展${of(fields)}试点，${of(deeds)}。`
    const when = `到20${21 + below(15)}年`
    return `${of(places)}${thought()}，${when}新增${of(fields)}站点${1 + below(9999)}${of(units)}，覆盖率达到${below(100)}.${below(10)}%。`
  }
  const paragraph = (sentences: number) => say(`　　${Array.from({length: sentences}, sentence).join('')}`)
  let box = 0
  let tables = 0
  for (let chapter = 1; chars * 3 < size; chapter++) {
    say(`第${numeral(chapter % 99)}章　${of(deeds)}${of(fields)}`)
    for (let section = 1; section <= 4 && chars * 3 < size; section++) {
      say(`第${numeral(section)}节　${of(deeds)}${of(fields)}`)
      paragraph(3)
      for (let item = 1; item <= 3; item++) {
        say(`（${numeral(item)}）${of(deeds)}${of(fields)}。${sentence()}${sentence()}`)
        paragraph(2 + below(4))
      }
      if (section === 2) {
        say(`专栏${++box}　${of(fields)}重点工程`)
        for (let line = 1; line <= 3; line++) say(`${line}.${of(fields)}工程。${sentence()}`)
      }
      if (section === 4 && chapter % 5 < 3) table(++tables, say, of, below)
    }
  }
  return lines.join('\n') + '\n'
}

/** As a Word dump writes it: a tab and a cell a line, a blank line after each row. */
function table(
  number: number,
  say: (line: string) => void,
  of: (list: readonly string[]) => string,
  below: (n: number) => number
): void {
  const row = (...cells: readonly string[]) => say(cells.map(cell => `\t${cell}`).join('\n') + '\n')
  say(`表${number}：“十四五”时期主要指标`)
  say('')
  row('序号', '指标', '2020年', '2025年', '属性')
  for (let n = 1; n <= 8; n++) {
    const name = `${of(fields)}${of(deeds)}率（%）`
    row(String(n), name, `${below(60)}.${below(10)}`, String(60 + below(40)), below(2) ? '预期性' : '约束性')
  }
}
