import {
  closeSync,
  mkdirSync,
  openSync,
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
import {
  cacheOf,
  entryIn,
  keyOf,
  linesIn,
  replace,
  slotOf,
  slotsIn,
  staged,
  sweep,
  type Entry
} from './cache.js'

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
  const slots = new Set(entries.map(entry => slotOf(out, entry.path)))
  const gone = slotsIn(out).filter(slot => !slots.has(slot))
  const mark = join(cacheOf(out), 'published.json')
  const before = readMark(mark)
  const state = keyOf(...entries.map(entry => `${entry.path}\u0000${entry.key}`))
  const {moved, claimed, collisions} = moveFiles(out, entries)
  const whole = listings.every(name => sizeOf(join(out, name)) === before?.sizes[name])
  if (moved === 0 && whole && before?.state === state && gone.length === 0)
    return {unchanged: true, collisions}
  for (const path of stale(entries, gone)) if (!claimed.has(path)) remove(out, path)
  const sizes = writeListings(out, entries)
  mkdirSync(join(out, 'schema'), {recursive: true})
  for (const {path, text} of schemaFiles()) replace(join(out, path), text)
  sweep(out, slots)
  replace(mark, JSON.stringify({state, sizes}))
  return {unchanged: false, collisions}
}

const sizeOf = (path: string) => statSync(path, {throwIfNoEntry: false})?.size

/** Moves what is staged to its place. */
function moveFiles(out: string, entries: readonly Entry[]) {
  const claimed = new Set<string>()
  const collisions: string[] = []
  const folders = new Set<string>()
  let moved = 0
  for (const entry of entries) {
    const slot = slotOf(out, entry.path)
    for (const [i, {path}] of entry.files.entries()) {
      if (claimed.has(path)) {
        collisions.push(path)
        continue
      }
      claimed.add(path)
      const from = staged(slot, i)
      if (sizeOf(from) === undefined) continue
      const folder = dirname(join(out, path))
      if (!folders.has(folder)) mkdirSync(folder, {recursive: true})
      folders.add(folder)
      renameSync(from, join(out, path))
      moved++
    }
  }
  return {moved, claimed, collisions}
}

/** Files that earlier runs wrote and this one has no more. */
function* stale(entries: readonly Entry[], gone: readonly string[]): Generator<string> {
  for (const entry of entries) yield* entry.obsolete
  for (const slot of gone) {
    const entry = entryIn(slot)
    if (entry) yield* [...entry.obsolete, ...entry.files.map(file => file.path)]
  }
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
    const lines = linesIn(slotOf(out, entry.path), entry)
    for (const file of open) file.size += writeAll(file.handle, lines.get(file.name)!)
  }
  for (const {name, handle} of open) {
    closeSync(handle)
    renameSync(join(cacheOf(out), `${name}.new`), join(out, name))
  }
  return Object.fromEntries(open.map(({name, size}) => [name, size])) as Record<Listing, number>
}

function writeAll(handle: number, bytes: Uint8Array): number {
  let at = 0
  while (at < bytes.length) at += writeSync(handle, bytes, at)
  return at
}
