import type {Command} from 'commander'
import {readFileSync} from 'node:fs'
import {basename} from 'node:path'
import pc from 'picocolors'
import {wrongUsage} from '../usage.js'

interface Options {
  readonly md?: boolean
}

export function register(program: Command): void {
  program
    .command('clean')
    .description('the clean text of one file, on stdout')
    .argument('<file>', 'the file to read, or - for stdin')
    .option('--md', 'as Markdown with its structure')
    .action(clean)
}

async function clean(path: string, {md}: Options): Promise<void> {
  const {parcelsOf} = await import('../../run/work.js')
  const {workshopOf} = await import('../workshop.js')
  const workshop = await workshopOf('text')
  const file = {path: path === '-' ? 'stdin' : basename(path), bytes: bytesOf(path)}
  let documents = 0
  for await (const {files, findings, source} of parcelsOf(file, null, workshop)) {
    for (const each of files)
      if (each.path.endsWith(md ? '/document.md' : '/document.txt'))
        process.stdout.write((documents++ > 0 ? '\n' : '') + each.text)
    for (const {severity, rule, reason} of findings)
      if (severity !== 'info')
        process.stderr.write(
          `${severity === 'error' ? pc.red(severity) : pc.yellow(severity)} ${rule}: ${reason}\n`
        )
    if (
      source.status === 'unreadable' ||
      findings.some(each => each.severity === 'error' && /^(ledger|run)\//.test(each.rule))
    )
      process.exitCode = 1
  }
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path === '-' ? 0 : path)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    const what = code === 'ENOENT' ? 'does not exist' : code === 'EISDIR' ? 'is a folder' : 'cannot be read'
    throw wrongUsage(`${path} ${what}; give a file${code === 'EISDIR' ? ', or use guihua run' : ''}`)
  }
}
