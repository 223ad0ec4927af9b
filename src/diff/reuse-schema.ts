import {z} from 'zod'
import {flag, run} from './schema.js'

/** The JSON of `guihua reuse --format json`. Version 1. */

export const level = z.enum(['verbatim', 'near', 'partly', 'none'])

/** Where a sentence stands: the block in `document.json`, and its sections, outermost first. */
export const place = z.object({document: z.string(), block: z.string(), path: z.array(z.string())})

/** `share`: how much of the child's sentence stands in the parent's, 0–1. `runs`: from the parent's words to the child's. */
export const followed = z.object({
  place,
  text: z.string(),
  share: z.number(),
  runs: z.array(run),
  flags: z.array(flag)
})

/** `alike`: in how many parents the same sentence stands word for word. */
export const sentenceReuse = z.object({
  place,
  text: z.string(),
  level,
  from: followed.nullable(),
  alike: z.number().int()
})

/** Characters of the child's sentences by level. */
export const shares = z.object({
  path: z.array(z.string()),
  sentences: z.number().int(),
  characters: z.number().int(),
  verbatim: z.number().int(),
  near: z.number().int(),
  partly: z.number().int(),
  none: z.number().int()
})

/** What became of a parent. `followedBy`: sentences of the child that follow it best. `left`: its sentences the child does not take over, as far as asked for. */
export const parentReuse = z.object({
  document: z.string(),
  title: z.string(),
  sentences: z.number().int(),
  taken: z.number().int(),
  followedBy: z.number().int(),
  left: z.array(z.object({place, text: z.string()})),
  leftCount: z.number().int()
})

export const reuse = z.object({
  format: z.literal('guihua-reuse'),
  version: z.literal(1),
  child: z.object({document: z.string(), title: z.string()}),
  total: shares,
  sections: z.array(shares),
  sentences: z.array(sentenceReuse),
  parents: z.array(parentReuse)
})

export type Level = z.infer<typeof level>
export type Place = z.infer<typeof place>
export type SentenceReuse = z.infer<typeof sentenceReuse>
export type Shares = z.infer<typeof shares>
export type ParentReuse = z.infer<typeof parentReuse>
export type Reuse = z.infer<typeof reuse>

/** The published JSON Schema. */
export function reuseSchema(): unknown {
  return z.toJSONSchema(reuse, {target: 'draft-2020-12'})
}
