import {readInteger} from '../zh/numerals.js'

/** 2015年, 二〇二〇年, “十四五” (its last year), in order. */
export function yearsIn(header: string): number[] {
  const found: number[] = []
  for (const match of header.matchAll(
    /(?<!\d)((?:19|20)\d\d)(?!\d)|([二][〇○零一二三四五六七八九]{3})年?|(十[一二三四五六七]五)/gu
  )) {
    if (match[1]) found.push(Number(match[1]))
    else if (match[2]) found.push(readInteger(match[2])!)
    else found.push(endOfPlan(match[3]!)!)
  }
  return found
}

/** Last year of a five-year plan by its name: 十三五 → 2020. */
export function endOfPlan(name: string): number | null {
  const ordinal = /^十([一二三四五六七八九])五$/u.exec(name)
  return ordinal ? 1955 + 5 * readInteger(`十${ordinal[1]}`)! : null
}

/** The last year of the plan that a title names, or null. */
export function periodIn(title: string): number | null {
  const plan = /[“"]?(十[一二三四五六七]五)[”"]?/u.exec(title)
  return plan ? endOfPlan(plan[1]!) : null
}
