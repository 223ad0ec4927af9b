import {existsSync, readdirSync, readFileSync, statSync} from 'node:fs'
import {basename, dirname, join} from 'node:path'
import type {RawFile} from '../core/source.js'
import {defaultForm, formOf, type Form} from '../diff/frame.js'
import type {Plans} from '../indicators/plans.js'
import type {Indicator} from '../indicators/schema.js'
import type {Document, Meta} from '../tree/nodes.js'
import {wrongUsage} from './usage.js'

/** A document that can be compared; its tree is read when it is asked for, so that a whole `out/` need not be held at once. */
export interface Holding {
  readonly meta: Meta
  load(): {readonly document: Document; readonly indicators: readonly Indicator[]; readonly form: Form}
}

/**
 * The documents behind a path: a whole `out/`, a folder of one document in it, its `document.json`, or a file in any readable
 * format. `path#2` names the second document of a file that holds several.
 */
export async function versionsOf(path: string): Promise<Holding[]> {
  const chosen = existsSync(path) ? null : /^(.+)#([0-9]+)$/.exec(path)
  const file = chosen ? chosen[1]! : path
  const stat = statSync(file, {throwIfNoEntry: false})
  if (!stat) throw wrongUsage(`${file} does not exist; give a file, a document.json or an out folder`)
  const held = stat.isDirectory() ? fromFolder(file) : await fromFile(file)
  if (!chosen) return held
  const one = held.find(h => h.meta.ordinal === Number(chosen[2])) ?? held[Number(chosen[2]) - 1]
  if (!one) throw wrongUsage(`${file} holds ${held.length} documents; there is no number ${chosen[2]}`)
  return [one]
}

function fromFolder(folder: string): Holding[] {
  if (existsSync(join(folder, 'document.json'))) return [fromJson(join(folder, 'document.json'))]
  const documents = join(folder, 'documents')
  if (!existsSync(documents))
    throw wrongUsage(
      `${folder} is no out folder (it holds no documents/); give one that guihua run wrote, or a file`
    )
  return readdirSync(documents)
    .sort()
    .filter(id => existsSync(join(documents, id, 'document.json')))
    .map(id => fromJson(join(documents, id, 'document.json')))
}

function fromJson(file: string): Holding {
  const read = () => {
    const text = readFileSync(file, 'utf8')
    const document = parsed(text, file)
    return {
      document,
      indicators: indicatorsOf(join(dirname(file), '..', '..', 'indicators.jsonl'), document.meta.id),
      form: formOf(text, document) ?? defaultForm
    }
  }
  return {meta: read().document.meta, load: read}
}

function parsed(text: string, file: string): Document {
  try {
    const value = JSON.parse(text) as Document
    if (value.type === 'document' && value.meta && Array.isArray(value.children)) return value
  } catch {
    // said below
  }
  throw wrongUsage(`${file} is no document.json`)
}

const listings = new Map<string, Map<string, Indicator[]>>()

function indicatorsOf(file: string, document: string): readonly Indicator[] {
  if (!existsSync(file)) return []
  let listing = listings.get(file)
  if (!listing) {
    listing = new Map()
    for (const line of readFileSync(file, 'utf8').split('\n')) {
      if (line === '') continue
      const indicator = JSON.parse(line) as Indicator
      const known = listing.get(indicator.document)
      if (known) known.push(indicator)
      else listing.set(indicator.document, [indicator])
    }
    listings.set(file, listing)
  }
  return listing.get(document) ?? []
}

async function fromFile(file: string): Promise<Holding[]> {
  if (
    basename(file).endsWith('.json') &&
    /^\s*\{\s*"type"\s*:\s*"document"/.test(readFileSync(file, 'utf8').slice(0, 200))
  )
    return [fromJson(file)]
  const {execute} = await import('../run/execute.js')
  const {workshopOf} = await import('./workshop.js')
  const {pipeline, unpack} = await workshopOf('corpus')
  const held: Holding[] = []
  const raw: RawFile = {path: basename(file), bytes: readFileSync(file)}
  for await (const member of unpack(raw)) {
    const {value, failed} = await execute(pipeline, member)
    if (failed !== null || value === null)
      throw wrongUsage(`${file} cannot be read: the stage ${failed} broke over it`)
    const {documents, indicators} = value as Plans
    for (const document of documents)
      held.push({
        meta: document.meta,
        load: () => ({
          document,
          indicators: indicators.filter(i => i.document === document.meta.id),
          form: defaultForm
        })
      })
  }
  if (held.length === 0) throw wrongUsage(`${file} holds no document that can be read`)
  return held
}
