#!/usr/bin/env node
import {Command, CommanderError} from 'commander'
import {isUsage} from './usage.js'
import {packageVersion} from './workshop.js'

/** The command line: each command is loaded only when it is asked for. Exit 0 done, 1 fatal findings, 2 wrong usage. */
const commands = ['run', 'clean', 'why', 'verify', 'rules', 'pipe', 'diff', 'reuse', 'indicators'] as const

type Registered = {readonly register: (program: Command) => void}

/** The names of the commands to load: the one that is called, or all where help is asked for or none is known. */
function called(words: readonly string[]): readonly string[] {
  const [first] = words
  if (first === '--version' || first === '-V') return []
  return commands.some(name => name === first) ? [first!] : commands
}

const oneLine = (text: string) =>
  text
    .trim()
    .replace(/\s*\n\s*/g, ' ')
    .replace(/^error: /, 'guihua: ')

async function main(words: readonly string[]): Promise<void> {
  const program = new Command('guihua')
    .description('Chinese government plan documents in; clean texts, trees and an indicator dataset out')
    .version(packageVersion())
    .exitOverride()
    .configureOutput({
      outputError: (text, write) => write(`${oneLine(text)}; see guihua --help\n`)
    })
  for (const name of called(words)) {
    const command = (await import(`./commands/${name}.js`)) as Registered
    command.register(program)
  }
  await program.parseAsync(words, {from: 'user'})
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0)
  throw error
})

try {
  await main(process.argv.slice(2))
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? 0 : 2
  else if (isUsage(error)) {
    process.stderr.write(`guihua: ${(error as Error).message}\n`)
    process.exitCode = 2
  } else {
    process.stderr.write(`guihua: ${(error as Error).stack ?? String(error)}\n`)
    process.exitCode = 1
  }
}
