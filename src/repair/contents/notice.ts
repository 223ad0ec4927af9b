import {noticeCuts} from './contents.rules.js'

/** Offsets at which a line that holds a notice or a document's head is cut; ascending, without 0. None in other text. */
export function noticeParts(text: string): number[] {
  if (!/^[^。]{4,120}的通知/u.test(text) && !/（此件[\u3400-\u9fff]{2,12}）/u.test(text)) return []
  const cuts = new Set<number>()
  for (const {pattern, id} of noticeCuts)
    for (const match of text.matchAll(pattern)) {
      cuts.add(match.index)
      if (id === 'repair/notice-open') cuts.add(match.index + match[0].length)
    }
  cuts.delete(0)
  cuts.delete(text.length)
  return [...cuts].sort((a, b) => a - b)
}
