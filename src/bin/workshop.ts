import {readFileSync} from 'node:fs'
import type {Dataset} from '../run/dataset.js'
import type {Unpack, Workshop} from '../run/work.js'
import {wrongUsage} from './usage.js'

/** The members of a container; another file is its own only member. Looked into only where the first bytes say it is one. */
export const unpack: Unpack = async function* (file, tell) {
  const {sniff} = await import('../read/sniff.js')
  const format = sniff(file.bytes, file.entry ?? file.path)
  if (format === 'zip' || format === 'gzip' || format === 'warc')
    yield* (await import('../read/containers.js')).expand(file, tell ?? (() => {}))
  else yield file
}

/** The pipeline of a name, with what it needs to run; wrong usage where there is none of that name. */
export async function workshopOf(name: string): Promise<Workshop> {
  const {pipelines} = await import('../../pipelines/index.js')
  const pipeline = pipelines[name]
  if (!pipeline)
    throw wrongUsage(`no pipeline is called ${name}; choose one of ${Object.keys(pipelines).join(', ')}`)
  return {pipeline, unpack}
}

/** What the dataset needs besides the corpus: the reviewed registry and our own version. */
export async function dataset(): Promise<Dataset> {
  const {reviewed} = await import('../../pipelines/data.js')
  const {mapping} = await import('../align/registry.js')
  const [first] = reviewed('registry')
  return {mapping: mapping.parse(first), version: packageVersion()}
}

/** The version in package.json, wherever the program was built to. */
export function packageVersion(): string {
  const up = import.meta.url.includes('/.dist/') ? '../../../' : '../../'
  const manifest = readFileSync(new URL(`${up}package.json`, import.meta.url), 'utf8')
  return (JSON.parse(manifest) as {version: string}).version
}
