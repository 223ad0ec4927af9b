import {readdirSync, readFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

/** The folder of reviewed data beside this file; built code lies in `.dist/`, the data stays where it is edited. */
const here = dirname(fileURLToPath(import.meta.url)).replace(/[\\/]\.dist(?=[\\/])/, '')

/** Every JSON file of a folder of reviewed data, by name in order. */
export function reviewed(folder: string): unknown[] {
  const names = readdirSync(join(here, folder)).filter(name => name.endsWith('.json'))
  return names.sort().map(name => JSON.parse(readFileSync(join(here, folder, name), 'utf8')))
}
