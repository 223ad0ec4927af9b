import {mkdirSync, readFileSync, statSync} from 'node:fs'
import {dirname, join} from 'node:path'
import type {Mapping} from '../align/registry.js'
import {datasetFiles} from '../emit/dataset.js'
import {listings} from '../emit/index.js'
import {cacheOf, keyOf, replace} from './cache.js'
import {openFolder} from './folder.js'

/** What the dataset depends on besides the listings. */
export interface Dataset {
  /** Reviewed names of indicators. */
  readonly mapping: Mapping
  /** The version of guihua, for the metadata. */
  readonly version: string
}

interface Mark {
  readonly key: string
  readonly sizes: Readonly<Record<string, number>>
}

/**
 * Writes the dataset of a whole output folder (tables as CSV and Parquet, package descriptions, dictionaries) from its listings,
 * unless it is there already. The listings themselves are left as they are.
 */
export async function writeDataset(out: string, {mapping, version}: Dataset): Promise<void> {
  const mark = join(cacheOf(out), 'dataset.json')
  const key = keyOf(
    readFileSync(join(cacheOf(out), 'published.json'), 'utf8'),
    JSON.stringify(mapping),
    version
  )
  const before = markIn(mark)
  const size = (path: string) => statSync(join(out, path), {throwIfNoEntry: false})?.size
  if (before?.key === key && Object.entries(before.sizes).every(([path, bytes]) => size(path) === bytes))
    return
  const sizes: Record<string, number> = {}
  for (const {path, bytes} of await datasetFiles(openFolder(out), mapping, version)) {
    if (listings.some(listing => listing === path)) continue
    mkdirSync(dirname(join(out, path)), {recursive: true})
    replace(join(out, path), bytes)
    sizes[path] = bytes.length
  }
  replace(mark, JSON.stringify({key, sizes}))
}

function markIn(path: string): Mark | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Mark
  } catch {
    return null
  }
}
