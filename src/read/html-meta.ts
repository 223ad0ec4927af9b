import type {SourceMeta} from '../core/source.js'
import type {FilledCell, PageBlock} from './page-block.js'
import {labels} from './html-meta.rules.js'

/** What a page says about its document, and the blocks that say it. */
export interface Metadata {
  readonly meta: SourceMeta
  /** Indices of blocks that are labels and values only. */
  readonly blocks: ReadonlySet<number>
}

type Field = keyof SourceMeta | null

const gap = '[\\s\\u00a0\\u3000]*'
const fieldOf = new Map<string, Field>(
  labels.flatMap(({field, names}) => names.map(name => [name, field] as const))
)
const spelling = [...fieldOf.keys()]
  .sort((a, b) => b.length - a.length)
  .map(name => [...name].join(gap))
  .join('|')
const labelled = new RegExp(`[【[（(•·|｜]?${gap}(${spelling})${gap}[】\\]]?${gap}[:：]${gap}`, 'g')
const alone = new RegExp(`^[【[•·]?${gap}(${spelling})${gap}[】\\]]?${gap}[:：]?$`)
const generic = new Set([
  '时间',
  '日期',
  '标题',
  '名称',
  '分类',
  '作者',
  '编辑',
  '来源',
  '体裁',
  '概述',
  '时效'
])

const updated = /^更新(?:时间|日期)$/

const squeeze = (text: string) => text.replace(/[\s\u00a0\u3000]+/g, '')

interface Labelled {
  readonly label: string
  readonly value: string
}

/** Labels with their values in a line, or nothing where the line does not begin with a label. */
function fieldsOf(text: string): Labelled[] | null {
  if (text.length > 600 || (text.length > 12 && !/[:：]/.test(text))) return null
  const found = [...text.matchAll(labelled)]
  if (found.length === 0 || found[0]!.index > 0) {
    const label = alone.exec(text)?.[1]
    return label === undefined ? null : [{label: squeeze(label), value: ''}]
  }
  return found.map((match, i) => ({
    label: squeeze(match[1]!),
    value: text
      .slice(match.index + match[0].length, found[i + 1]?.index ?? text.length)
      .replace(/[\s\u00a0\u3000]*[【[]?(?:打印|字体|字号|关闭|分享|浏览|点击|扫一扫).*$/u, '')
      .replace(/[\s\u00a0\u3000|｜】\]【[]+$/u, '')
      .trim()
  }))
}

const textOfBlock = (block: PageBlock): string => (block.kind === 'line' ? block.line.text : '')
const isDate = /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{4}\/\d{1,2}\/\d{1,2})(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?$/

/** Is it a sentence of the document rather than a label or a line of the site? */
export function isProse(text: string): boolean {
  return text.length >= 40 && /[。；]/.test(text)
}

/** Lines of a page that say what the document is: before its first sentence, or outside the body. */
export function metadataOf(blocks: readonly PageBlock[]): Metadata {
  const used = new Set<number>()
  const values = new Map<keyof SourceMeta, string>()
  /** When the page was last changed: its date where it gives no other. */
  let changed: string | null = null
  const take = ({label, value}: Labelled) => {
    if (updated.test(label) && value !== '') changed ??= value
    const field = fieldOf.get(label)
    if (field && value !== '' && !values.has(field)) values.set(field, value)
  }
  const prose = blocks.findIndex(
    b => b.kind === 'line' && b.place.inBody && b.linked < 0.6 && isProse(b.line.text)
  )
  const inZone = (i: number) => prose < 0 || i < prose || !blocks[i]!.place.inBody
  const pending: {index: number; last: number; fields: Labelled[]}[] = []
  const settle = () => {
    const distinct = new Set(pending.flatMap(p => p.fields.map(f => f.label)))
    const byline = pending.some(p => p.fields.length >= 2 && p.fields.some(f => f.label === '来源'))
    const known = byline || [...distinct].some(label => !generic.has(label) && fieldOf.get(label))
    for (const {index, last, fields} of pending) {
      const single = fields.length === 1 ? fieldOf.get(fields[0]!.label) : undefined
      const dated = single === 'publishedOn' && toIso(fields[0]!.value) !== null
      const sourced = single === 'origin' && fields[0]!.value.length <= 30 && !/[。；]/.test(fields[0]!.value)
      const numbered = single === 'indexNumber' || (single === 'docNumber' && /\d/.test(fields[0]!.value))
      if (!((distinct.size >= 2 && known) || dated || sourced || numbered)) continue
      if (distinct.size >= 2 || single !== 'title') fields.forEach(take)
      for (let i = index; i <= last; i++) used.add(i)
    }
    pending.length = 0
  }
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!
    if (!inZone(i)) continue
    if (block.kind === 'grid') {
      const fields = fieldsOfGrid(block.rows)
      if (fields) {
        fields.forEach(take)
        used.add(i)
      }
      continue
    }
    const fields = block.kind === 'line' ? fieldsOf(block.line.text) : null
    if (!fields) {
      const stray = pending.length > 0 && i - pending.at(-1)!.last > 2
      if (stray || block.kind === 'frame') settle()
      continue
    }
    let last = i
    if (fields.length === 1 && fields[0]!.value === '') {
      const next = blocks[i + 1]
      const value = next && next.place.inBody === block.place.inBody ? textOfBlock(next).trim() : ''
      if (value !== '' && value.length <= 80 && !fieldsOf(value) && !isProse(value)) {
        fields[0] = {label: fields[0]!.label, value}
        last = i + 1
      }
    }
    pending.push({index: i, last, fields})
    i = last
  }
  settle()
  for (let i = 0; i < blocks.length && (prose < 0 || i < prose); i++) {
    const text = textOfBlock(blocks[i]!)
    if (isDate.test(text)) {
      used.add(i)
      if (!values.has('publishedOn')) values.set('publishedOn', text)
    }
  }
  if (changed !== null && !values.has('publishedOn')) values.set('publishedOn', changed)
  return {meta: metaOf(values), blocks: used}
}

/** A table of labels each followed by its value; a table whose labels are the head of columns is none. */
function fieldsOfGrid(rows: readonly (readonly FilledCell[])[]): Labelled[] | null {
  const fields: Labelled[] = []
  let cells = 0
  if (rows.length > 40 || rows.reduce((sum, row) => sum + row.length, 0) > 160) return null
  for (const row of rows) {
    const texts = row.map(cell => cell.blocks.map(textOfBlock).join(' ').trim())
    cells += texts.filter(t => t !== '').length
    for (let i = 0; i < texts.length; i++) {
      const found = fieldsOf(texts[i]!)
      if (!found) continue
      const labelOnly = found.length === 1 && found[0]!.value === ''
      if (!labelOnly) fields.push(...found)
      else if (i + 1 < texts.length && !fieldsOf(texts[i + 1]!))
        fields.push({label: found[0]!.label, value: texts[++i]!})
    }
  }
  const known = fields.filter(f => !generic.has(f.label)).length
  return fields.length >= 2 && known >= 1 && fields.length * 2 >= cells * 0.6 ? fields : null
}

const dates = new Set<keyof SourceMeta>(['signedOn', 'publishedOn'])

function metaOf(values: ReadonlyMap<keyof SourceMeta, string>): SourceMeta {
  const meta: Record<string, string> = {}
  for (const [field, value] of values) {
    const said = dates.has(field) ? toIso(value) : value
    if (said !== null && said !== '' && !/^(?:无|-+|—+|暂无)$/.test(said)) meta[field] = said
  }
  return meta
}

/** 2021年12月30日, 2021-12-30 10:00, 2021/12/30, 2021年12月 → ISO, as precise as the text; null where it is no date. */
export function toIso(text: string): string | null {
  const match = /(?<!\d)((?:19|20)\d{2})\s*[-年/.]\s*(\d{1,2})(?:\s*[-月/.]\s*(\d{1,2})(?!\d))?/.exec(text)
  if (!match) return null
  const [, year, month, day] = match
  if (Number(month) < 1 || Number(month) > 12 || (day !== undefined && (Number(day) < 1 || Number(day) > 31)))
    return null
  return [year, month!.padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('-')
}
