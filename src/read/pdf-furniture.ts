/** Running heads and feet, and page numbers: what stands in the margins of page after page. */
import {furnitureZone} from './pdf.rules.js'
import type {Line} from './pdf-lines.js'

export interface PageLines {
  readonly page: number
  readonly height: number
  readonly lines: readonly Line[]
}

export interface Furniture {
  readonly line: Line
  readonly rule: 'read/pdf-running-head' | 'read/pdf-page-number'
}

const pageNumber =
  /^[-—–－―·•\s]*(?:第\s*)?(\d{1,4}|[ivxIVX]{1,5})(?:\s*页)?(?:\s*[\/／,，]?\s*共?\s*\d{1,4}\s*页?)?[-—–－―·•\s]*$/u

/** What of the pages is furniture. A line counts if it recurs at its height, or if it counts the pages. */
export function furnitureOf(pages: readonly PageLines[]): Furniture[] {
  const margins = pages.flatMap(({height, lines}) => {
    const sorted = [...lines].sort((a, b) => a.y - b.y)
    const zone = furnitureZone.value * height
    const top = sorted.slice(0, 3).filter(line => line.y < zone)
    const bottom = sorted.slice(-3).filter(line => line.y > height - zone && !top.includes(line))
    return [...top.map(line => ({line, top: true})), ...bottom.map(line => ({line, top: false}))]
  })
  const found: Furniture[] = []
  const byWords = new Map<string, {line: Line; top: boolean}[]>()
  const numbers: {line: Line; value: number; sure: boolean}[] = []
  for (const each of margins) {
    const bare = each.line.text.replace(/\s+/g, '')
    const match = pageNumber.exec(bare)
    if (match) {
      const value = Number(match[1])
      numbers.push({line: each.line, value, sure: Number.isNaN(value) || /[-—–－―第页]/.test(bare)})
      continue
    }
    const key = `${each.top}${Math.round(each.line.y / 12)}${bare.replace(/\d+/g, '#')}`
    byWords.set(key, [...(byWords.get(key) ?? []), each])
  }
  for (const same of byWords.values()) {
    const on = new Set(same.map(({line}) => line.page)).size
    if (on >= 3 || (on === 2 && pages.length === 2))
      for (const {line} of same) found.push({line, rule: 'read/pdf-running-head'})
  }
  const shifts = new Map<number, number>()
  for (const {line, value} of numbers) shifts.set(value - line.page, (shifts.get(value - line.page) ?? 0) + 1)
  for (const {line, value, sure} of numbers)
    if (sure || (shifts.get(value - line.page) ?? 0) >= 2 || (pages.length === 1 && value === 1))
      found.push({line, rule: 'read/pdf-page-number'})
  return found
}
