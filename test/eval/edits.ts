/** Plans of an invented county and edits of them whose right answer is known: what a comparison of versions is scored on. */

import {chance} from './damage.js'

export type Random = () => number

export interface Para {
  /** Ids of the paragraphs of the first version it is made of. */
  readonly from: readonly number[]
  readonly text: string
}

export interface Chapter {
  readonly title: string
  readonly sections: {readonly title: string; readonly paras: Para[]}[]
}

export interface Expected {
  readonly op: 'changed' | 'added' | 'removed' | 'moved' | 'movedChanged' | 'split' | 'merged'
  /** Numbers of paragraphs, from 0, in reading order of their version. */
  readonly a: readonly number[]
  readonly b: readonly number[]
}

export interface EditedPair {
  readonly a: string
  readonly b: string
  readonly expected: readonly Expected[]
  /** Figures that were changed, as they read before and after. */
  readonly figures: readonly {readonly from: string; readonly to: string}[]
  /** Titles of chapters that were put in, taken out or moved. */
  readonly chapters: {readonly added: string[]; readonly removed: string[]; readonly moved: string[]}
  /** Titles, as they read now, of chapters that were retitled, and of sections that went to another chapter. */
  readonly retitled: readonly string[]
  readonly resettled: readonly string[]
}

const pick = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)]!
const below = (random: Random, n: number) => Math.floor(random() * n)

const subjects =
  '县民政局|各乡镇|云岭州|有关部门|青禾县|社区服务中心|临泽旗|龙头企业|农村合作社|县级医院|职业学校|水务单位|林场|园区管委会|驻村工作队|志愿者组织|文化馆|交通运输企业|供销社|老年大学'.split(
    '|'
  )
const verbs =
  '加快推进|稳步扩大|着力完善|统筹安排|逐步建立|全面落实|深入开展|持续优化|重点支持|积极引导|切实加强|有序实施|规范管理|大力发展|合理布局'.split(
    '|'
  )
const objects =
  '养老服务设施建设|高标准农田改造|饮用水水源保护|村级道路硬化|中小学校舍维修|基层医疗机构设备更新|数字政务平台|退耕还林还草|冷链物流网络|危旧房改造|职业技能培训|红色旅游线路|残疾人康复服务|畜禽粪污资源化利用|应急物资储备库|公共图书馆分馆|城市污水管网|光伏发电项目|特色林果基地|殡葬服务设施|防洪堤坝加固|儿童之家|智慧停车系统|土地整治|乡土人才库|电子商务服务站|天然气管道|湿地公园|古树名木保护|矛盾纠纷调解中心'.split(
    '|'
  )
const ends =
  '形成上下联动的工作格局|提高群众的满意程度|补齐公共服务短板|为产业发展提供支撑|守住不发生系统性风险的底线|带动周边群众增收|健全长效管护机制|推动城乡融合发展|保障各项任务如期完成|促进资源节约集约利用|让发展成果惠及更多家庭|增强防灾减灾能力'.split(
    '|'
  )
const units = ['%', '个', '万元', '公里', '张', '所', '万亩', '人', '亿元', '户']

function sentence(random: Random): string {
  const body = `${pick(random, subjects)}${pick(random, verbs)}${pick(random, objects)}`
  const kind = random()
  const number = `${1 + below(random, 98)}${random() < 0.3 ? `.${1 + below(random, 9)}` : ''}${pick(random, units)}`
  if (kind < 0.35) return `${body}，${pick(random, ends)}。`
  if (kind < 0.7) return `到${2021 + below(random, 5)}年，${body}达到${number}，${pick(random, ends)}。`
  if (kind < 0.85)
    return `${body}、${pick(random, objects)}和${pick(random, objects)}，${pick(random, ends)}。`
  return `${pick(random, subjects)}应当${pick(random, verbs)}${pick(random, objects)}，新增${number}。`
}

function paragraphText(random: Random): string {
  let text = ''
  for (let n = 1 + below(random, 5); n > 0; n--) text += sentence(random)
  return text
}

/** A plan of `size` chapters, every paragraph with its own id. */
export function plan(random: Random, size = 6): Chapter[] {
  let id = 0
  const titles = shuffled(random, objects)
  return Array.from({length: size}, (_, c) => ({
    title: `${pick(random, verbs)}${titles[c % titles.length]}`,
    sections: Array.from({length: 1 + below(random, 3)}, () => ({
      title: `${pick(random, verbs)}${pick(random, objects)}`,
      paras: Array.from({length: 3 + below(random, 5)}, () => ({from: [id++], text: paragraphText(random)}))
    }))
  }))
}

function shuffled<T>(random: Random, items: readonly T[]): T[] {
  const out = [...items]
  for (let i = out.length - 1; i > 0; i--) {
    const j = below(random, i + 1)
    ;[out[i], out[j]] = [out[j]!, out[i]!]
  }
  return out
}

const han = (n: number): string =>
  n <= 10
    ? '一二三四五六七八九十'[n - 1]!
    : n < 20
      ? `十${han(n - 10)}`
      : `${han(Math.floor(n / 10))}十${n % 10 ? han(n % 10) : ''}`

/** The outline notation of `test/diff/outline.ts`. */
export function written(chapters: readonly Chapter[], title = '青禾县民政事业发展规划'): string {
  const lines = [`# ${title}`]
  chapters.forEach((chapter, c) => {
    lines.push(`## 第${han(c + 1)}章 ${chapter.title}`)
    chapter.sections.forEach((section, s) => {
      lines.push(`### 第${han(s + 1)}节 ${section.title}`)
      for (const para of section.paras) lines.push(para.text)
    })
  })
  return lines.join('\n')
}

const parasOf = (chapters: readonly Chapter[]) => chapters.flatMap(c => c.sections.flatMap(s => s.paras))

/** A changed number, and nothing else; null where the text has none. */
function otherFigure(random: Random, text: string): {text: string; from: string; to: string} | null {
  const found = [...text.matchAll(/[0-9]+(?:\.[0-9]+)?(?=%|个|万元|公里|张|所|万亩|人|亿元|户)/gu)]
  if (found.length === 0) return null
  const match = pick(random, found)
  const to = `${Number(match[0]) + 1 + below(random, 40)}`
  return {
    text: text.slice(0, match.index) + to + text.slice(match.index + match[0].length),
    from: match[0],
    to
  }
}

/** A light rewording: a clause in, a clause out, or a word for another. */
function reworded(random: Random, text: string): string {
  const kind = random()
  if (kind < 0.4) {
    const known = [...verbs, ...ends].filter(w => text.includes(w))
    if (known.length > 0) {
      const word = pick(random, known)
      const others = (verbs.includes(word) ? verbs : ends).filter(w => w !== word)
      return text.replace(word, pick(random, others))
    }
  }
  const stops = [...text.matchAll(/。/gu)].map(m => m.index)
  if (kind < 0.7 || stops.length < 3) {
    const comma = text.indexOf('，')
    const at = comma < 0 ? 0 : comma + 1
    return `${text.slice(0, at)}按照省级统一要求，${text.slice(at)}`
  }
  return text.slice(0, stops[1]! + 1) + text.slice(stops[2]! + 1)
}

/** A made-up plan and an edited version of it, with the answer. */
export function editedPair(seed: number, size = 6, many = 14): EditedPair {
  const random = chance(seed)
  return edited(plan(random, size), random, many)
}

/** An edited version with its answer. `many`: how many paragraph edits are tried. Every paragraph is edited once at most. */
export function edited(before: readonly Chapter[], random: Random, many: number): EditedPair {
  const after: Chapter[] = before.map(c => ({
    title: c.title,
    sections: c.sections.map(s => ({title: s.title, paras: [...s.paras]}))
  }))
  const touched = new Set<number>()
  const moved = new Set<number>()
  const figures: {id: number; from: string; to: string}[] = []
  const chapters = {added: [] as string[], removed: [] as string[], moved: [] as string[]}
  const place = () => {
    const section = pick(random, pick(random, after).sections)
    return {section, at: below(random, section.paras.length)}
  }
  const fresh = (para: Para | undefined): para is Para =>
    para !== undefined && para.from.length === 1 && !touched.has(para.from[0]!)
  for (let n = 0; n < many; n++) {
    const {section, at} = place()
    const para = section.paras[at]
    const kind = below(random, 8)
    if (kind === 0) {
      section.paras.splice(at, 0, {from: [], text: paragraphText(random)})
      continue
    }
    if (!fresh(para)) continue
    const id = para.from[0]!
    if (kind === 1) section.paras.splice(at, 1)
    else if (kind === 2 || kind === 3) {
      const figure = otherFigure(random, para.text)
      if (!figure) continue
      section.paras[at] = {from: para.from, text: figure.text}
      figures.push({id, from: figure.from, to: figure.to})
    } else if (kind === 4) section.paras[at] = {from: para.from, text: reworded(random, para.text)}
    else if (kind === 5) {
      const stops = [...para.text.matchAll(/。/gu)].map(m => m.index + 1)
      if (stops.length < 2) continue
      const cut = stops[below(random, stops.length - 1)]!
      section.paras.splice(
        at,
        1,
        {from: [id], text: para.text.slice(0, cut)},
        {from: [id], text: para.text.slice(cut)}
      )
    } else if (kind === 6) {
      const next = section.paras[at + 1]
      if (!fresh(next)) continue
      section.paras.splice(at, 2, {from: [id, next.from[0]!], text: para.text + next.text})
      touched.add(next.from[0]!)
    } else {
      const target = place()
      if (target.section === section) continue
      section.paras.splice(at, 1)
      const text = random() < 0.4 ? reworded(random, para.text) : para.text
      target.section.paras.splice(target.at, 0, {from: para.from, text})
      moved.add(id)
    }
    touched.add(id)
  }
  const big = random()
  if (big < 0.4) {
    const title = `开展${pick(random, objects)}专项行动`
    const paras = Array.from({length: 3}, () => ({from: [], text: paragraphText(random)}))
    after.splice(below(random, after.length), 0, {title, sections: [{title: '总体安排', paras}]})
    chapters.added.push(title)
  } else if (big < 0.6) {
    const [chapter] = after.splice(below(random, after.length), 1)
    chapters.removed.push(chapter!.title)
  } else if (big < 0.8) {
    const from = below(random, after.length)
    const [chapter] = after.splice(from, 1)
    const to = from < after.length / 2 ? after.length : 0
    after.splice(to, 0, chapter!)
    chapters.moved.push(chapter!.title)
  }
  const retitled: string[] = []
  const resettled: string[] = []
  if (random() < 0.3) {
    const at = below(random, after.length)
    const chapter = after[at]!
    if (!chapters.added.includes(chapter.title) && !chapters.moved.includes(chapter.title)) {
      const title = `${pick(random, verbs)}${chapter.title}工作`
      after[at] = {...chapter, title}
      retitled.push(title)
    }
  }
  if (random() < 0.3 && chapters.added.length + chapters.removed.length + chapters.moved.length === 0) {
    const from = after.find(c => c.sections.length > 1 && c.sections.every(s => s.paras.length > 1))
    const to = pick(random, after)
    if (from && to !== from && to.sections.length > 0) {
      const [section] = from.sections.splice(below(random, from.sections.length), 1)
      to.sections.push(section!)
      resettled.push(section!.title)
    }
  }
  const left = new Set(parasOf(after).flatMap(p => p.from))
  return {
    a: written(before),
    b: written(after),
    expected: answer(before, after, moved),
    figures: figures.filter(f => left.has(f.id)),
    chapters,
    retitled,
    resettled
  }
}

/** The answer, read off the ids. */
function answer(
  before: readonly Chapter[],
  after: readonly Chapter[],
  moved: ReadonlySet<number>
): Expected[] {
  const old = parasOf(before)
  const now = parasOf(after)
  const placesOf = new Map<number, number[]>()
  now.forEach((p, j) => p.from.forEach(id => placesOf.set(id, [...(placesOf.get(id) ?? []), j])))
  const expected: Expected[] = []
  now.forEach((p, j) => {
    if (p.from.length === 0) expected.push({op: 'added', a: [], b: [j]})
    else if (p.from.length > 1) expected.push({op: 'merged', a: p.from, b: [j]})
  })
  old.forEach((p, i) => {
    const places = placesOf.get(i) ?? []
    if (places.length === 0) expected.push({op: 'removed', a: [i], b: []})
    else if (places.length > 1) expected.push({op: 'split', a: [i], b: places})
    else {
      const q = now[places[0]!]!
      if (q.from.length > 1) return
      const changed = q.text !== p.text
      if (moved.has(i)) expected.push({op: changed ? 'movedChanged' : 'moved', a: [i], b: places})
      else if (changed) expected.push({op: 'changed', a: [i], b: places})
    }
  })
  return expected
}
