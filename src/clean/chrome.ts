import type {Draft} from '../core/draft.js'
import {cut} from '../core/edit.js'
import type {LetGo} from '../core/ledger.js'
import type {Context} from '../core/stage.js'
import {spansOf, textOf} from '../core/traced.js'
import {chrome, zone, type ChromeRule} from './chrome.rules.js'

/** The draft without the site furniture at its head and tail. The page's own date goes into `source.meta.publishedOn`. */
export function dropChrome(draft: Draft, context: Context): Draft {
  const size = draft.blocks.length
  const head = run(draft, i => i, Math.min(zone.value, size))
  const tail = run(draft, i => size - 1 - i, Math.min(zone.value, size - head.length))
  const found = [...head, ...tail]
  if (found.length === 0) return draft
  const postings: LetGo[] = []
  let publishedOn = draft.source.meta.publishedOn
  for (const {index, rule} of found) {
    const block = draft.blocks[index]!
    if (block.kind !== 'paragraph') continue
    publishedOn ??= isoDate(textOf(block.text))
    for (const span of spansOf(block.text)) {
      const posting: LetGo = {span, fate: 'chrome', rule: rule.id}
      postings.push(posting)
      context.post(posting)
    }
  }
  const meta = publishedOn === undefined ? draft.source.meta : {...draft.source.meta, publishedOn}
  return cut({...draft, source: {...draft.source, meta}}, postings)
}

interface Found {
  readonly index: number
  readonly rule: ChromeRule
}

/** The run of chrome lines that starts at an end: it reaches to the last sure line before the first line that is none. */
function run(draft: Draft, at: (i: number) => number, limit: number): Found[] {
  const found: Found[] = []
  let reach = 0
  for (let i = 0; i < limit; i++) {
    const block = draft.blocks[at(i)]!
    if (block.kind !== 'paragraph') break
    if (block.text.length === 0) continue
    const text = textOf(block.text)
    const rule = text.length > 120 ? undefined : chrome.find(rule => rule.pattern.test(text))
    if (!rule) break
    found.push({index: at(i), rule})
    if (rule.sure) reach = found.length
  }
  const weakAfterSure = reach > 0 ? found.length : 0
  return found.slice(0, Math.max(reach, weakAfterSure))
}

/** The first date in figures, as ISO. */
function isoDate(text: string): string | undefined {
  const match = /((?:19|20)\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})/u.exec(text)
  return match ? `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}` : undefined
}
