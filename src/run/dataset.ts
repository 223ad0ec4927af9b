import {mkdirSync, readFileSync, statSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {Worker} from 'node:worker_threads'
import type {Mapping} from '../align/registry.js'
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
export async function writeDataset(out: string, data: Dataset): Promise<void> {
  if (isWritten(out, data)) return
  const {datasetFiles} = await import('../emit/dataset.js')
  const sizes: Record<string, number> = {}
  for (const {path, bytes} of await datasetFiles(openFolder(out), data.mapping, data.version)) {
    if (listings.some(listing => listing === path)) continue
    mkdirSync(dirname(join(out, path)), {recursive: true})
    replace(join(out, path), bytes)
    sizes[path] = bytes.length
  }
  replace(markOf(out), JSON.stringify({key: keyOfDataset(out, data), sizes}))
}

const markOf = (out: string) => join(cacheOf(out), 'dataset.json')

/** What the dataset is made from: what was published, the reviewed names, our own version. */
const keyOfDataset = (out: string, {mapping, version}: Dataset) =>
  keyOf(readFileSync(join(cacheOf(out), 'published.json'), 'utf8'), JSON.stringify(mapping), version)

function isWritten(out: string, data: Dataset): boolean {
  const mark = markIn(markOf(out))
  const size = (path: string) => statSync(join(out, path), {throwIfNoEntry: false})?.size
  return (
    mark?.key === keyOfDataset(out, data) &&
    Object.entries(mark.sizes).every(([path, bytes]) => size(path) === bytes)
  )
}

/** Listings up to this many bytes cost no heap of their own. */
const small = 8 << 20

/**
 * The same, for a folder of any size: large ones are written on a thread (`entry`) whose heap is kept to what the listings need,
 * because an engine with room to spare takes all of it. Where that was too little, it is done here without a limit.
 */
export async function writeDatasetApart(out: string, data: Dataset, entry: URL): Promise<void> {
  const bytes = listings.reduce((sum, name) => sum + statSync(join(out, name)).size, 0)
  if (bytes <= small || isWritten(out, data)) return writeDataset(out, data)
  const resourceLimits = {
    maxOldGenerationSizeMb: 96 + 3 * Math.ceil(bytes / 1e6),
    maxYoungGenerationSizeMb: 16
  }
  const code = await new Promise<number>(resolve => {
    const worker = new Worker(entry, {workerData: {out}, resourceLimits})
    worker.on('error', () => resolve(1))
    worker.on('exit', resolve)
  })
  if (code !== 0) await writeDataset(out, data)
}

function markIn(path: string): Mark | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Mark
  } catch {
    return null
  }
}
