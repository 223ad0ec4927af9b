import {z} from 'zod'

/** The plan tree. `README.md` beside this file is its specification; this is the same, executable. */

export const span = z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]).readonly()

export const text = z.object({type: z.literal('text'), value: z.string(), trace: z.array(span)})

export const paragraph = z.object({type: z.literal('paragraph'), children: z.array(text)})

export const heading = z.object({type: z.literal('heading'), children: z.array(text)})

/** The document's own title, as it stands at its head. */
export const title = z.object({type: z.literal('title'), children: z.array(text)})

/** The line over a table. */
export const caption = z.object({type: z.literal('caption'), children: z.array(text)})

/** 印发通知: who issues what to whom. */
export const notice = z.object({
  type: z.literal('notice'),
  title: z.string().nullable(),
  children: z.array(paragraph)
})

/** 目录 */
export const contents = z.object({type: z.literal('contents'), children: z.array(paragraph)})

/** 落款: the names and dates under a text. */
export const signature = z.object({type: z.literal('signature'), children: z.array(paragraph)})

export const cell = z.object({
  type: z.literal('cell'),
  header: z.boolean(),
  rowSpan: z.number().int().positive(),
  colSpan: z.number().int().positive(),
  children: z.array(paragraph)
})

export const row = z.object({type: z.literal('row'), children: z.array(cell)})

/** `ordinal` counts the tables of a document from 1; `number` is what the caption says (表1). */
export const table = z.object({
  type: z.literal('table'),
  ordinal: z.number().int().positive(),
  number: z.string().nullable(),
  title: z.string().nullable(),
  children: z.array(row)
})

/** `marker` as written (——, 1.); `lead`: the words before the elaboration, 坚持系统观念 of 坚持系统观念。以全局… */
export const item = z.object({
  type: z.literal('item'),
  marker: z.string().nullable(),
  lead: z.string().nullable(),
  get children() {
    return z.array(z.union([paragraph, list]))
  }
})

export const list = z.object({
  type: z.literal('list'),
  get children() {
    return z.array(item)
  }
})

export const ranks = [
  'part',
  'chapter',
  'section',
  'article',
  'enum1',
  'enum2',
  'enum3',
  'enum4',
  'none'
] as const

export const rank = z.enum(ranks)

/**
 * 编章节条款. `inferred`: put back, not read (its heading has no trace). `restored`: which fields were read from a damaged label.
 */
export const section = z.object({
  type: z.literal('section'),
  rank,
  ordinal: z.number().int().nullable(),
  label: z.string().nullable(),
  title: z.string(),
  depth: z.number().int().positive(),
  runIn: z.boolean(),
  inferred: z.boolean(),
  restored: z.array(z.enum(['rank', 'ordinal', 'label'])),
  get children() {
    return z.array(z.union([heading, flow]))
  }
})

/** 专栏 */
export const box = z.object({
  type: z.literal('box'),
  ordinal: z.number().int().nullable(),
  label: z.string().nullable(),
  title: z.string(),
  get children() {
    return z.array(z.union([heading, flow]))
  }
})

export const flow = z.union([paragraph, list, table, caption, signature, section, box])

export const planPeriod = z.object({name: z.string(), start: z.number().int(), end: z.number().int()})

export const meta = z.object({
  id: z.string(),
  source: z.string(),
  ordinal: z.number().int().positive(),
  title: z.string(),
  docNumber: z.string().nullable(),
  issuer: z.string().nullable(),
  region: z.string().nullable(),
  planPeriod: planPeriod.nullable(),
  signedOn: z.string().nullable(),
  publishedOn: z.string().nullable(),
  inferred: z.array(z.string())
})

export const document = z.object({
  type: z.literal('document'),
  meta,
  children: z.array(z.union([title, notice, contents, flow]))
})

export type Text = z.infer<typeof text>
export type Paragraph = z.infer<typeof paragraph>
export type Heading = z.infer<typeof heading>
export type Title = z.infer<typeof title>
export type Caption = z.infer<typeof caption>
export type Notice = z.infer<typeof notice>
export type Contents = z.infer<typeof contents>
export type Signature = z.infer<typeof signature>
export type Cell = z.infer<typeof cell>
export type Row = z.infer<typeof row>
export type Table = z.infer<typeof table>
export type Item = z.infer<typeof item>
export type List = z.infer<typeof list>
export type Rank = z.infer<typeof rank>
export type Section = z.infer<typeof section>
export type Box = z.infer<typeof box>
export type Flow = z.infer<typeof flow>
export type PlanPeriod = z.infer<typeof planPeriod>
export type Meta = z.infer<typeof meta>
export type Document = z.infer<typeof document>
/** Any node of the tree. */
export type Node = Document | Title | Notice | Contents | Flow | Heading | Item | Row | Cell | Text
