import {readdirSync, realpathSync, statSync} from 'node:fs'
import {basename, dirname, join, relative, resolve, sep} from 'node:path'

/** A file to be read: where it lies, and the name it goes by in the output: relative to what was asked for, with forward slashes. */
export interface Input {
  readonly path: string
  readonly file: string
  readonly bytes: number
}

/** The files to read, sorted by path; or, where what was asked for cannot be had, why. */
export type Inputs = {readonly inputs: readonly Input[]; readonly base: string} | {readonly problem: string}

/** Files in a folder that speak about the others and are no documents. */
const beside = /^\.|^readme(\.[a-z]+)?$|\.source\.json$/i

/**
 * The files under the given paths. A file that is named is taken whatever it is called; in folders hidden files, README and
 * `*.source.json` are left, and so is the folder `leave` (the output).
 */
export function inputsOf(paths: readonly string[], leave: string | null = null): Inputs {
  const found = new Map<string, number>()
  const anchors: string[] = []
  for (const path of paths) {
    const root = resolve(path)
    const stat = statSync(root, {throwIfNoEntry: false})
    if (!stat) return {problem: `${path} does not exist; give a file or a folder that does`}
    if (!stat.isDirectory()) {
      found.set(root, stat.size)
      anchors.push(dirname(root))
      continue
    }
    try {
      collect(root, leave === null ? null : resolve(leave), found, new Set())
    } catch (error) {
      return {problem: `${path} cannot be read (${(error as Error).message})`}
    }
    anchors.push(root)
  }
  if (found.size === 0) {
    const holds = paths.length === 1 ? 'holds' : 'hold'
    return {
      problem: `${paths.join(', ')} ${holds} no file to read; put documents there or name another folder`
    }
  }
  const base = commonFolder(anchors)
  const inputs = [...found].map(([file, bytes]) => ({
    file,
    bytes,
    path: relative(base, file).split(sep).join('/')
  }))
  return {base, inputs: inputs.sort((a, b) => (a.path < b.path ? -1 : 1))}
}

function collect(folder: string, leave: string | null, found: Map<string, number>, seen: Set<string>): void {
  const real = realpathSync(folder)
  if (seen.has(real) || folder === leave) return
  seen.add(real)
  for (const name of readdirSync(folder)) {
    const file = join(folder, name)
    if (beside.test(basename(file))) continue
    const stat = statSync(file, {throwIfNoEntry: false})
    if (stat?.isDirectory()) collect(file, leave, found, seen)
    else if (stat?.isFile()) found.set(file, stat.size)
  }
}

function commonFolder(folders: readonly string[]): string {
  let common = folders[0] ?? '.'
  for (const folder of folders)
    while (folder !== common && !folder.startsWith(common.endsWith(sep) ? common : common + sep))
      common = dirname(common)
  return common
}
