import {markOf} from '../marks.js'
import type {Unit} from './units.js'

/** Is it no whole sentence: a title, a cell? */
export function isOpen({text}: Unit): boolean {
  return !/[。！？；!?;][”’」』）】》〉)\]]*\s*$/u.test(text)
}

/** A longer one may be a printed line. */
const longestCell = 20

/** Is it open and short, and nothing says that it is a title? */
export function isCell(unit: Unit): boolean {
  return isOpen(unit) && unit.solid <= longestCell && !unit.listed && markOf(unit.text) === null
}

/**
 * Units where readers take titles and cells with the sentence behind them: two of these are the same only if all is that stands from
 * there to the end of the sentence. 2021-2025 stands in many rows.
 */
export function withSentences(units: readonly Unit[]): Unit[] {
  let free = 1 + units.reduce((most, {key}) => Math.max(most, key), -1)
  const keys = new Map<string, number>()
  const out = [...units]
  for (let t = units.length - 2; t >= 0; t--) {
    if (!isOpen(units[t]!)) continue
    const name = `${units[t]!.key} ${out[t + 1]!.key}`
    const key = keys.get(name) ?? free++
    keys.set(name, key)
    out[t] = {...units[t]!, key}
  }
  return out
}
