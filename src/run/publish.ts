import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeSync
} from 'node:fs'
import {dirname, join} from 'node:path'
import {csvHead} from '../emit/csv.js'
import {listings, type Listing} from '../emit/index.js'
import {schemaFiles} from '../emit/schema.js'
import {cacheOf, entryIn, keyOf, linesIn, replace, slotOf, type Entry} from './cache.js'

/** What publishing did that a caller should hear of. */
export interface Published {
  /** Nothing had changed: not a byte was written. */
  readonly unchanged: boolean
  /** Output paths that two inputs claim; the first has them. */
  readonly collisions: readonly string[]
}

/**
 * Brings the slots of a run to the output folder, in the order given (by path), whoever made them.
 * 1. Nothing in the output changes before this; each file appears whole, by renaming.
 * 2. Files of inputs that are gone, and files no longer made, disappear; nothing that an earlier run did not write is touched.
 */
export function publish(out: string, entries: readonly Entry[]): Published {
  const mark = join(cacheOf(out), 'published.json')
  const state = keyOf(...entries.map(entry => `${entry.path}\u0000${entry.key}`))
  const before = readMark(mark)
  const whole = listings.every(
    name => statSync(join(out, name), {throwIfNoEntry: false})?.size === before?.sizes[name]
  )
  const gone = slotsGone(out, entries)
  const claimed = new Set<string>()
  const collisions: string[] = []
  let moved = 0
  const made = new Set<string>()
  for (const entry of entries) {
    const slot = slotOf(out, entry.path)
    entry.files.forEach(({path}, i) => {
      const fresh = !claimed.has(path)
      claimed.add(path)
      if (!fresh) collisions.push(path)
      const staged = join(slot, String(i))
      if (!fresh || !existsSync(staged)) return
      const target = join(out, path)
      const folder = dirname(target)
      if (!made.has(folder)) mkdirSync(folder, {recursive: true})
      made.add(folder)
      renameSync(staged, target)
      moved++
    })
  }
  if (moved === 0 && whole && before?.state === state && gone.length === 0)
    return {unchanged: true, collisions}
  for (const entry of [...gone, ...entries])
    for (const path of [
      ...entry.obsolete,
      ...(gone.includes(entry) ? entry.files.map(file => file.path) : [])
    ])
      if (!claimed.has(path)) remove(out, path)
  for (const entry of gone) rmSync(slotOf(out, entry.path), {recursive: true, force: true})
  const sizes = writeListings(out, entries)
  mkdirSync(join(out, 'schema'), {recursive: true})
  for (const {path, text} of schemaFiles()) replace(join(out, path), text)
  replace(mark, JSON.stringify({state, sizes}))
  return {unchanged: false, collisions}
}

interface Mark {
  readonly state: string
  readonly sizes: Readonly<Record<string, number>>
}

function readMark(path: string): Mark | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Mark
  } catch {
    return null
  }
}

/** The entries of inputs that an earlier run had and this one has not. */
function slotsGone(out: string, entries: readonly Entry[]): Entry[] {
  const now = new Set(entries.map(entry => slotOf(out, entry.path)))
  const gone: Entry[] = []
  for (const name of readdirSync(cacheOf(out))) {
    const slot = join(cacheOf(out), name)
    if (!/^[0-9a-f]{24}$/.test(name) || now.has(slot)) continue
    const entry = entryIn(slot)
    if (entry) gone.push(entry)
    else rmSync(slot, {recursive: true, force: true})
  }
  return gone
}

function remove(out: string, path: string): void {
  rmSync(join(out, path), {force: true})
  try {
    rmdirSync(dirname(join(out, path)))
  } catch {
    // Others are still in it.
  }
}

/** The listings, source after source, each written beside its place and then renamed. Returns their sizes. */
function writeListings(out: string, entries: readonly Entry[]): Record<Listing, number> {
  const open = listings.map(name => ({
    name,
    handle: openSync(join(cacheOf(out), `${name}.new`), 'w'),
    size: 0
  }))
  for (const file of open) if (file.name === 'indicators.csv') file.size += writeSync(file.handle, csvHead())
  for (const entry of entries) {
    const lines = linesIn(slotOf(out, entry.path))
    for (const file of open) if (lines[file.name] !== '') file.size += writeAll(file.handle, lines[file.name])
  }
  for (const {name, handle} of open) {
    closeSync(handle)
    renameSync(join(cacheOf(out), `${name}.new`), join(out, name))
  }
  return Object.fromEntries(open.map(({name, size}) => [name, size])) as Record<Listing, number>
}

function writeAll(handle: number, text: string): number {
  const bytes = Buffer.from(text, 'utf8')
  let at = 0
  while (at < bytes.length) at += writeSync(handle, bytes, at)
  return at
}
