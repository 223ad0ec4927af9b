/** Invented sentences of an invented county, each of its own, with words that stay within their subject. */
const subjects = [
  ['水渠', '灌溉', '渠首', '渠系'],
  ['古树', '名木', '林场', '护林'],
  ['学校', '课堂', '教师', '学生'],
  ['公路', '桥梁', '养护', '路面'],
  ['医院', '门诊', '医生', '病床'],
  ['牧场', '牛羊', '饲草', '棚圈'],
  ['图书', '阅览', '书屋', '读者'],
  ['冰川', '雪山', '融水', '冰湖']
] as const
const doings = ['新建', '改造', '登记', '巡查', '修缮', '检测', '补贴', '开放'] as const
const places = ['青禾县', '临泽旗', '云岭州', '禾水镇', '石门乡'] as const

/** Sentence n; no two are the same, and neighbours speak of the same subject. */
export function sentence(n: number): string {
  const subject = subjects[Math.floor(n / 9) % subjects.length]!
  const pick = <T>(list: readonly T[], by: number) => list[by % list.length]!
  return (
    `${pick(places, n * 7)}${pick(doings, n)}${pick(subject, n)}${n + 3}处，` +
    `${pick(subject, n + 1)}和${pick(subject, n + 2)}由${pick(places, n * 3 + 1)}第${n + 1}组${pick(doings, n * 5 + 2)}。`
  )
}

export function prose(count: number, from = 0): string[] {
  return Array.from({length: count}, (_, i) => sentence(from + i))
}
