import {chance, weave, type Damaged, type Model} from './damage.js'
import {contentsLine, type Sound} from './sources.js'
import {sentences} from '../../src/zh/sentences.js'

/** A heading that the damage took out of the body, and how the text begins that it stood over: null where that is gone too. */
export interface LostHeading {
  readonly name: string
  readonly next: string | null
}

const coarseLine = /^第[一二三四五六七八九十百]{1,4}[编篇章节][^。；：]{1,50}$/u
const headingLine =
  /^(?:第[一二三四五六七八九十百]{1,4}(?:[编篇章节]|部分)|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）)[^。；：]{1,50}$/u
const fewest = 6
/** How often a reader passes a heading without reading it, on all its ways. */
const lost = 0.35

const noticeLines = [
  '青禾县人民政府办公室关于印发青禾县“十四五”规划的通知',
  '发布日期:2021-11-05',
  '来源：青禾县人民政府办公室',
  '各乡镇人民政府，县直各部门：',
  '经县人民政府同意，现将《青禾县“十四五”规划》印发给你们，请认真组织实施。',
  '2021年11月2日',
  '（此件公开发布）',
  '青禾县“十四五”规划',
  '目录'
]

const squeezed = (text: string) => text.replace(/\s/gu, '')

/**
 * The page of a plan as some sites give it: the notice twice, the contents page glued into one line (or line by line), then the woven
 * body, from which some of the headings are gone. Null for documents without chapters and sections.
 */
export function weaveWithContents(sound: Sound, model: Model, seed: number): Damaged | null {
  const page = withoutSome(sound, model.fine === true, seed)
  if (!page) return null
  const woven = weave(sentences(page.left.join('')), model, seed)
  const notice = noticeLines.slice(0, 5).join('')
  const contents = [...noticeLines.slice(5), ...page.names.map(squeezed)]
  return {
    text: model.listed
      ? [notice + notice, ...contents, woven.text].join('\n')
      : `${notice}${notice}\n${contents.join('')}${woven.text}`,
    truth: [
      ...sentences(notice),
      ...(model.listed ? contents : sentences(contents.join(''))),
      ...woven.truth
    ],
    headings: page.lost(woven.truth),
    paragraphs: [...noticeLines, ...page.names, ...page.left]
  }
}

/** A plan in order behind its contents page, from which some of the headings are gone. Null for documents without chapters and sections. */
export function headingsLost(sound: Sound, listed: boolean, seed: number): Damaged | null {
  const page = withoutSome(sound, listed, seed)
  if (!page) return null
  const lines = ['目录', ...page.names.map(squeezed)]
  const contents = listed ? lines : [lines.join('')]
  return {
    text: [...contents, ...page.left].join('\n'),
    truth: [...contents, ...page.left].flatMap(line => sentences(line)),
    headings: page.lost(page.left),
    paragraphs: [...lines, ...page.left]
  }
}

/** The headings that a contents page lists (`fine`: 一、 and （一）, too), the lines that are left where some are gone, and these. */
function withoutSome(sound: Sound, fine: boolean, seed: number) {
  const lines = sound.paragraphs.filter(line => !contentsLine.test(line))
  const listed = fine ? headingLine : coarseLine
  const names = lines.filter(line => listed.test(line))
  const start = lines.findIndex(line => listed.test(line))
  if (names.length < fewest || new Set(names.map(squeezed)).size < names.length) return null
  const random = chance(seed + 1000)
  const gone = new Set(names.slice(2).filter(() => random() < lost))
  const body = lines.slice(start)
  return {
    names,
    left: body.filter(line => !gone.has(line)),
    /** What the headings that are gone stood over, where so much of the text is kept. */
    lost(truth: readonly string[]): LostHeading[] {
      const kept = squeezed(truth.join(''))
      return [...gone].map(name => ({name: squeezed(name), next: nextOf(body, name, kept, listed)}))
    }
  }
}

/** So many characters tell an opening. */
const opening = 12

/** How the first sentence that is left under a heading begins; null where no sentence is left before the next heading. */
function nextOf(body: readonly string[], name: string, kept: string, listed: RegExp): string | null {
  for (const line of body.slice(body.indexOf(name) + 1)) {
    if (listed.test(line)) {
      // a chapter opens with its section: the text is under both
      if (levelOf(line) > levelOf(name)) continue
      return null
    }
    for (const sentence of sentences(line)) {
      const text = squeezed(sentence)
      if (text.length > 4 && kept.includes(text)) return text.slice(0, 12)
    }
  }
  return null
}

const labels = [/^第.{1,4}(?:[编篇]|部分)/u, /^第.{1,4}章/u, /^第.{1,4}节/u, /^.{1,3}、/u, /^（/u]
const levelOf = (line: string) => labels.findIndex(label => label.test(line))

/** Of the lost headings, how many stand again over the text they stood over, or are rightly left out. */
export function rightHeadings(headings: readonly LostHeading[], lines: readonly string[]): number {
  const squeezedLines = lines.map(squeezed)
  return headings.filter(({name, next}) => {
    const at = squeezedLines.lastIndexOf(name)
    const again = squeezedLines.indexOf(name) < at
    if (!again) return next === null
    const under = squeezedLines
      .slice(at + 1)
      .find(line => !headingLine.test(line) || line.startsWith(next ?? ' '))
    return next !== null && under !== undefined && under.startsWith(next)
  }).length
}

/** Share of paragraph openings that are right: harmonic mean of those found and those wanted. */
export function paragraphScore(wanted: readonly string[], lines: readonly string[], truth: string): number {
  const left = new Map<string, number>()
  let all = 0
  for (const line of wanted.map(squeezed)) {
    const open = line.slice(0, opening)
    if (!truth.includes(open)) continue
    left.set(open, (left.get(open) ?? 0) + 1)
    all++
  }
  let right = 0
  for (const line of lines.map(squeezed)) {
    for (let length = opening; length >= 4; length--) {
      const open = line.slice(0, length)
      const count = left.get(open) ?? 0
      if (count === 0) continue
      right++
      left.set(open, count - 1)
      break
    }
  }
  return (2 * right) / Math.max(1, all + lines.length)
}
