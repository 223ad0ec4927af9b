import {action, actionAhead, level, measure} from './claims.rules.js'
import {clauseEnd, lead, openers, subjectOf, type Found} from './clauses.js'

/** The shapes a clause may have around its number; each finds what the number is of, or null. */

/** 能耗降低13.5%, 占比提高5个百分点: the verb belongs to the measure. */
const changing = /(?<!年均)(?:提高|提升|上升|增加|增长|下降|降低|减少|压减)$/u
/** Measures that are counted in years or hours. */
const lasting = /(?:寿命|年限|时间|时长|周期)$/u

/** 覆盖率达到60% · 占比不低于60% · 完成率100% */
export function asLevel(
  sentence: string,
  start: number,
  bare: string,
  bounded: boolean,
  unit: string,
  lasts: boolean,
  end: number
): Found | null {
  if (sentence[end] === '的' || sentence.startsWith('标准', end)) return null
  const verb = level.pattern.exec(bare)
  const words = verb ? bare.slice(0, verb.index) : bare
  const change = /%$|百分点$/u.test(unit) && changing.test(bare)
  const known =
    verb !== null || change || measure.pattern.test(words) || (bounded && !action.pattern.test(words))
  if (!known) return null
  const found = subjectOf(sentence, start, start + words.length, false)
  if (!found || (lasts && !lasting.test(found.words))) return null
  const noun = bounded && /^每.{1,4}$/u.test(found.words) ? nounAt(sentence.slice(end)) : null
  if (noun !== null) return {...found, words: found.words + noun}
  return verb && verb[0].startsWith('分别') ? {...found, apart: true} : found
}

/** 90%以上的旗县建有一所救助站 · 95%的甲和60%的乙建成… */
export function asShare(sentence: string, bare: string, unit: string, end: number): Found | null {
  const pair = /%(?:以上)?的[^，；%]{2,12}和$/u.test(bare)
  if (unit !== '%' || sentence[end] !== '的' || /利用|可以?$/u.test(bare) || (!pair && lead(bare).length > 6))
    return null
  const first = clauseEnd(sentence, end)
  const adjectives =
    !sentence.slice(end + 1, first).includes('的') && sentence.slice(end, first).includes('、')
  const stop = adjectives && sentence[first] === '，' ? clauseEnd(sentence, first + 1) : first
  const words = sentence.slice(end + 1, stop)
  const verb = /建|设|达到|实现|配备|开展|成为|拥有|入选/u
  if (!verb.test(words)) return null
  const both = /^([^，；%]{2,12})和\d+%(?:以上)?的(.+)$/u.exec(words)
  if (both) {
    const predicate = both[2]!.slice(both[2]!.search(verb))
    return {subject: [end + 1, end + 1 + both[1]!.length], words: both[1]! + predicate, counts: false}
  }
  if (words.includes('%')) return null
  return {subject: [end + 1, stop], words, counts: false, shares: true}
}

/** 新建3所养老院 · 新建养老院3所 */
export function asAction(sentence: string, start: number, bare: string, end: number): Found | null {
  const verb = action.pattern.exec(bare)
  const open = sentence.slice(end)
  if (/^(?:的|标准)/u.test(open)) return null
  if (verb) {
    const noun = nounAt(open)
    if (noun !== null) {
      const head = bare.slice(0, verb.index).replace(/至少$|和$|和至少$/u, '')
      const whole = subjectOf(sentence, start, start + head.length, true)
      const words = `${whole?.words ?? ''}${verb[0]}${noun}`
      return {
        subject: [start + (head.length - (whole?.words.length ?? 0)), end + noun.length],
        words,
        counts: true
      }
    }
  }
  if (!/^(?:[，；。、,;）)]|$)/u.test(open)) return null
  const ahead = actionAhead.exec(bare)
  if (!ahead || bare.length - ahead.index > 32 || bare.length - ahead.index < 4) return null
  return subjectOf(sentence, start + (ahead.index <= 8 ? 0 : ahead.index), start + bare.length, true)
}

/** What is counted, behind the unit; null where it is only half a phrase. 2个州级、5个县级储备库: levels share the last noun. */
function nounAt(open: string): string | null {
  const levels =
    /^([^，；。、\d]{1,8}级)(?:[、和]\d+[个所处家座][^，；。、\d]{1,8}级)+([^，；。、和\d]{2,15})/u.exec(open)
  if (levels) return levels[1]! + levels[2]!
  const whole = /^(?:[^，；。,;:：（()）\d]|（[^（）\d]{1,6}）|\([^()\d]{1,6}\)){2,45}/u.exec(open)?.[0]
  if (!whole) return null
  const comma = whole.indexOf('、')
  const noun = comma < 0 || /、[^、]*的[^、]*$/u.test(whole) ? whole : whole.slice(0, comma)
  return noun.length < 2 || /^的|(?:(?<!升)级|和|及|适度|完善|合理|齐全|独立|优良)$/u.test(noun) ? null : noun
}

/** What a thing that is counted has, and is no thing of the row itself. */
const attribute = /(?:面积|投资|编制|补助|造价|高度|宽度|长度|距离)$/u

/** …6所，光荣院34所: the next of a row whose verb stands before the first. */
export function asNext(
  sentence: string,
  start: number,
  bare: string,
  end: number,
  last: {claim: Found; end: number} | null
): Found | null {
  if (!last?.claim.counts || start - last.end > 40) return null
  const joined =
    start < last.end && /^[^，；。\d]{1,8}级和$/u.test(sentence.slice(last.end, start + bare.length))
  if (start < last.end && !joined) return null
  const between = joined ? '' : sentence.slice(last.end, start)
  if (/[；。;]/u.test(between)) return null
  const open = sentence.slice(end)
  const words = joined ? '' : bare.replace(openers, '')
  if (words === '') {
    const noun = nounAt(open)
    return noun === null ? null : {subject: [end, end + noun.length], words: noun, counts: true}
  }
  if (attribute.test(words)) return null
  if (words.length > 24 || !/^(?:[，；。、,;）)]|$)/u.test(open) || between.length > 2) return null
  return {subject: [start + bare.length - words.length, start + bare.length], words, counts: true}
}
