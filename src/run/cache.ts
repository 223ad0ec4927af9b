import {createHash} from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync
} from 'node:fs'
import {join} from 'node:path'
import {listings, type Listing, type Parcel} from '../emit/index.js'
import {nothing, plus, tallyOf, type Tally} from './tally.js'

/**
 * The cache of an output folder, `out/.cache`: a slot for each input path.
 * A slot holds `entry.json` (what was made, from which content by which code), `lines.json` (its lines in the listings) and,
 * until they are published, the files themselves, named by their number. The entry is written last and by renaming: a slot
 * with an entry is whole. Files that are no longer staged have been moved to their place in the output.
 */
export interface Entry {
  readonly key: string
  readonly path: string
  readonly files: readonly {readonly path: string; readonly bytes: number}[]
  /** Files of earlier runs over this path that are no longer made. */
  readonly obsolete: readonly string[]
  readonly tally: Tally
}

export type Lines = Readonly<Record<Listing, string>>

export const cacheOf = (out: string) => join(out, '.cache')

/** The folder of a slot: by path, so that a file that changed takes the place of what it was. */
export function slotOf(out: string, path: string): string {
  return join(cacheOf(out), createHash('sha256').update(path).digest('hex').slice(0, 24))
}

/** What the result depends on, in one digest: the bytes, the name, what stands beside it, and the code. */
export function keyOf(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

export function entryIn(slot: string): Entry | null {
  try {
    return JSON.parse(readFileSync(join(slot, 'entry.json'), 'utf8')) as Entry
  } catch {
    return null
  }
}

export function linesIn(slot: string): Lines {
  return JSON.parse(readFileSync(join(slot, 'lines.json'), 'utf8')) as Lines
}

/** Does the slot answer for this key, with every file still there, staged or published? */
export function answers(out: string, slot: string, entry: Entry | null, key: string): boolean {
  if (entry?.key !== key || !existsSync(join(slot, 'lines.json'))) return false
  return entry.files.every(({path, bytes}, i) => {
    const stat =
      statSync(join(slot, String(i)), {throwIfNoEntry: false}) ??
      statSync(join(out, path), {throwIfNoEntry: false})
    return stat?.size === bytes
  })
}

/** A slot being filled: parcel after parcel, so that a container of a thousand pages is never in memory at once. */
export interface Filling {
  put(parcel: Parcel): void
  close(key: string): Entry
}

/** Opens a slot for new contents; what it held is void from now on. */
export function fill(slot: string, path: string): Filling {
  const before = entryIn(slot)
  mkdirSync(slot, {recursive: true})
  if (before) for (const name of readdirSync(slot)) rmSync(join(slot, name))
  const files: {path: string; bytes: number}[] = []
  const lines = Object.fromEntries(listings.map(listing => [listing, ''])) as Record<Listing, string>
  let tally = nothing
  return {
    put(parcel) {
      for (const {path, text} of parcel.files) {
        const bytes = Buffer.from(text, 'utf8')
        writeFileSync(join(slot, String(files.length)), bytes)
        files.push({path, bytes: bytes.length})
      }
      for (const listing of listings) lines[listing] += parcel.lines[listing]
      tally = plus(tally, tallyOf(parcel))
    },
    close(key) {
      writeFileSync(join(slot, 'lines.json'), JSON.stringify(lines))
      const now = new Set(files.map(file => file.path))
      const were = [...(before?.obsolete ?? []), ...(before?.files.map(file => file.path) ?? [])]
      const obsolete = [...new Set(were)].filter(path => !now.has(path))
      const entry: Entry = {key, path, files, obsolete, tally}
      replace(join(slot, 'entry.json'), JSON.stringify(entry))
      return entry
    }
  }
}

/** Writes a file whole or not at all. */
export function replace(path: string, text: string): void {
  writeFileSync(`${path}.new`, text)
  renameSync(`${path}.new`, path)
}
