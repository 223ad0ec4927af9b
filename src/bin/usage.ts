/** An error of whoever called, not of ours: shown as one line, exit 2. */
export function wrongUsage(message: string): Error {
  return Object.assign(new Error(message), {name: 'UsageError'})
}

export const isUsage = (error: unknown) => error instanceof Error && error.name === 'UsageError'

/** What the system says about a path, as a sentence of wrong usage; any other error as it is. */
export function aboutPath(error: unknown, path: string, whatToDo: string): unknown {
  const said: Readonly<Record<string, string>> = {
    EACCES: 'may not be written',
    EPERM: 'may not be written',
    EROFS: 'is on a file system that is read-only',
    ENOTDIR: 'is no folder',
    EEXIST: 'is a file, not a folder',
    ENOSPC: 'is on a full disk',
    ENOENT: 'cannot be made'
  }
  const code = (error as NodeJS.ErrnoException | null)?.code
  const what = code === undefined ? undefined : said[code]
  return what === undefined ? error : wrongUsage(`${path} ${what}; ${whatToDo}`)
}

/** Runs a command whose exit status is that of diff: trouble of any kind is 2. */
export async function guarded(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (isUsage(error)) throw error
    process.stderr.write(`guihua: ${(error as Error).message}\n`)
    process.exitCode = 2
  }
}
