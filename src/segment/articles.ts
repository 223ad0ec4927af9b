import {hanNumber, hanUnder100, ordinalOf} from '../zh/ordinals.js'
import type {Line, Mark} from './lines.js'

/** 第十 …, 条 …, 十八 …, 二十二条 …: what is left of 第…条 when glyphs were lost. Groups: the label and the left of its number. */
const damaged = [
  /^(第\s?([二三四五六七八九]?十?))[\s\u3000]+(?=\S)/u,
  /^(条)[\s\u3000]+(?=\S)/u,
  new RegExp(`^((${hanUnder100})条)[\\s\\u3000]*(?=\\S)`, 'u'),
  /^(([二三四五六七八九]?十[一二三四五六七八九]?))[\s\u3000]+(?=[\u4e00-\u9fff])/u
]

/** Articles enough to know that a text is an ordinance. */
const enoughArticles = 3

/**
 * Gives damaged article labels a mark, in texts that have sound ones, and restores their numbers where the next or the last
 * sound number leaves one: 第十 … before 十八 can only be 第十七条 if nothing is missing between them.
 */
export function markDamagedArticles(lines: readonly Line[]): Line[] {
  const count = lines.filter(line => line.mark?.rank === 'article').length
  if (count === 1) return lines.map(line => (isGlued(line) ? {...line, mark: null} : line))
  if (count < enoughArticles) return [...lines]
  const marked = lines.map(line => (line.mark === null && line.text !== '' ? withDamagedMark(line) : line))
  const articles = marked.map((line, i) => ({line, i})).filter(({line}) => line.mark?.rank === 'article')
  const ordinals = articles.map(({line}) =>
    line.mark!.damaged && !isWhole(line.mark!) ? null : line.mark!.ordinal
  )
  for (let i = articles.length - 2; i >= 0; i--)
    if (ordinals[i] === null) ordinals[i] = candidate(articles[i]!.line.mark!, (ordinals[i + 1] ?? 0) - 1)
  for (let i = 1; i < articles.length; i++)
    if (ordinals[i] === null) ordinals[i] = candidate(articles[i]!.line.mark!, (ordinals[i - 1] ?? -1) + 1)
  for (const [n, {line, i}] of articles.entries())
    marked[i] = {...line, mark: {...line.mark!, ordinal: ordinals[n] ?? null}}
  return marked
}

/** 第一条主轴沿河展开: one 条 alone, run together with its words, counts things, not articles. */
const isGlued = ({mark, text}: Line) => mark?.rank === 'article' && /^第\S{1,8}条\S/u.test(text)

function withDamagedMark(line: Line): Line {
  for (const pattern of damaged) {
    const match = pattern.exec(line.text.slice(0, 16))
    if (!match) continue
    const left = match[2] ?? ''
    const mark: Mark = {
      rank: 'article',
      ordinal: left === '' ? null : ordinalOf(left),
      label: match[1]!.trim(),
      end: match[0].length,
      damaged: true
    }
    return {...line, mark}
  }
  return line
}

/** Only 第 or 条 are lost, the number itself is whole: 十八, 二十二条. */
const isWhole = (mark: Mark) => mark.ordinal !== null && !mark.label!.startsWith('第')

/** Can this damaged label be number n? What is left of it must begin n's numeral. */
function candidate(mark: Mark, n: number): number | null {
  if (n < 1) return null
  const left = mark.label!.replace(/[第条\s]/gu, '')
  return hanNumber(n).startsWith(left) ? n : null
}
