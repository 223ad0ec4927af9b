const measured = /(?:率|度|数|量|额|值|比例|比重|占比|能力|面积|标准|水平|收入|里程|规模|寿命|年限)$/u

/**
 * The names of a row that 分别 hands its numbers out to, one for each number; null where that is not certain.
 * 污水处理率、垃圾处理率 are whole names; in 城区、县城、乡镇设施覆盖率 the last one holds the tail of all.
 */
export function namesApart(words: string, count: number): string[] | null {
  const parts = words.split(/[、与]|和(?!谐|平)|及(?!时)/u)
  if (parts.length !== count || parts.some(p => p.length === 0)) return null
  if (parts.every(p => measured.test(p))) return parts
  const last = parts.at(-1)!
  const heads = parts.slice(0, -1)
  const width = heads[0]?.length ?? 0
  if (
    width === 0 ||
    width > 6 ||
    heads.some(h => h.length !== width || measured.test(h)) ||
    last.length < width + 2
  )
    return null
  return parts.map((p, i) => (i < count - 1 ? p + last.slice(width) : p))
}
