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
