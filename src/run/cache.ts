import {createHash} from 'node:crypto'
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs'
import {dirname, join} from 'node:path'
import {listings, type Listing, type Parcel} from '../emit/index.js'
import {nothing, plus, tallyOf, type Tally} from './tally.js'

/**
 * The cache of an output folder, `out/.cache`: a slot for each input path, named by the path's digest.
 * `<slot>.entry` says in its first line what was made, from which content by which code; after it stand the lines for the listings,
 * as they are. `<slot>.0`, `<slot>.1` … are the files themselves until they are published. The entry is written last and by
 * renaming: a slot with an entry is whole. Files that are no longer staged have been moved to their place in the output.
 */
export interface Entry {
  readonly key: string
  readonly path: string
  readonly files: readonly {readonly path: string; readonly bytes: number}[]
  /** Files of earlier runs over this path that are no longer made. */
  readonly obsolete: readonly string[]
  readonly tally: Tally
  /** How many bytes of lines it has for each listing. */
  readonly lines: Readonly<Record<Listing, number>>
}

export const cacheOf = (out: string) => join(out, '.cache')

/** Makes the cache where there is none. Throws where the output folder cannot be written. */
export function openCache(out: string): void {
  makeFolder(cacheOf(out))
  replace(join(cacheOf(out), '.gitignore'), '*\n')
}

/** Step by step: where the disk denies that a folder can be made, node's own recursion may try for ever. */
function makeFolder(path: string): void {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  mkdirSync(path)
}

/** The slot of an input: by path, so that a file that changed takes the place of what it was. */
export function slotOf(out: string, path: string): string {
  return join(cacheOf(out), createHash('sha256').update(path).digest('hex').slice(0, 24))
}

/** Where file number `i` of a slot is staged. */
export const staged = (slot: string, i: number) => `${slot}.${i}`

/** What the result depends on, in one digest: the bytes, the name, what stands beside it, and the code. */
export function keyOf(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

/** The entry of a slot, null where there is none. Reads its first line only. */
export function entryIn(slot: string): Entry | null {
  let handle: number
  try {
    handle = openSync(`${slot}.entry`, 'r')
  } catch {
    return null
  }
  try {
    let head = Buffer.alloc(0)
    const part = Buffer.alloc(16384)
    for (let end = -1; end < 0; end = head.indexOf(10)) {
      const read = readSync(handle, part, 0, part.length, null)
      if (read === 0) return null
      head = Buffer.concat([head, part.subarray(0, read)])
    }
    return JSON.parse(head.toString('utf8', 0, head.indexOf(10))) as Entry
  } catch {
    return null
  } finally {
    closeSync(handle)
  }
}

/** The lines a slot has for the listings, as bytes. */
export function linesIn(slot: string, entry: Entry): ReadonlyMap<Listing, Uint8Array> {
  const bytes = readFileSync(`${slot}.entry`)
  let at = bytes.indexOf(10) + 1
  return new Map(listings.map(name => [name, bytes.subarray(at, (at += entry.lines[name]))]))
}

/** Does the slot answer for this key, with every file still there, staged or published? */
export function answers(out: string, slot: string, entry: Entry | null, key: string): boolean {
  const size = (path: string) => statSync(path, {throwIfNoEntry: false})?.size
  if (entry?.key !== key) return false
  return entry.files.every(({path, bytes}, i) => (size(join(out, path)) ?? size(staged(slot, i))) === bytes)
}

/** A slot being filled: parcel after parcel, so that a container of a thousand pages is never in memory at once. */
export interface Filling {
  put(parcel: Parcel): void
  close(key: string): Entry
}

/** Opens a slot for new contents; what it held is void from now on. */
export function fill(slot: string, path: string): Filling {
  const before = entryIn(slot)
  if (before) rmSync(`${slot}.entry`)
  const files: {path: string; bytes: number}[] = []
  const texts = listings.map(() => '')
  let tally = nothing
  return {
    put(parcel) {
      for (const {path, text} of parcel.files) {
        writeFileSync(staged(slot, files.length), text)
        files.push({path, bytes: Buffer.byteLength(text)})
      }
      listings.forEach((listing, i) => (texts[i] += parcel.lines[listing]))
      tally = plus(tally, tallyOf(parcel))
    },
    close(key) {
      for (let i = files.length; i < (before?.files.length ?? 0); i++) rmSync(staged(slot, i), {force: true})
      const now = new Set(files.map(file => file.path))
      const were = [...(before?.obsolete ?? []), ...(before?.files.map(file => file.path) ?? [])]
      const obsolete = [...new Set(were)].filter(path => !now.has(path))
      const lines = Object.fromEntries(
        listings.map((listing, i) => [listing, Buffer.byteLength(texts[i]!)])
      ) as Entry['lines']
      const entry: Entry = {key, path, files, obsolete, tally, lines}
      replace(`${slot}.entry`, `${JSON.stringify(entry)}\n${texts.join('')}`)
      return entry
    }
  }
}

/** The slots there are, whole or not, by their names. */
export function slotsIn(out: string): readonly string[] {
  const names = readdirSync(cacheOf(out)).map(name => /^([0-9a-f]{24})\.(?:entry|\d+)$/.exec(name)?.[1])
  return [...new Set(names.filter(name => name !== undefined))].map(name => join(cacheOf(out), name))
}

/** Empties the cache of all that no slot of the run needs: nothing is staged any more. */
export function sweep(out: string, slots: ReadonlySet<string>): void {
  for (const name of readdirSync(cacheOf(out))) {
    const [, slot, part] = /^([0-9a-f]{24})\.(entry|\d+|entry\.new)$/.exec(name) ?? []
    if (slot && !(part === 'entry' && slots.has(join(cacheOf(out), slot)))) rmSync(join(cacheOf(out), name))
  }
}

/** Writes a file whole or not at all. */
export function replace(path: string, contents: string | Uint8Array): void {
  writeFileSync(`${path}.new`, contents)
  renameSync(`${path}.new`, path)
}
