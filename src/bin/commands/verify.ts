import type {Command} from 'commander'
import {existsSync} from 'node:fs'
import pc from 'picocolors'
import {wrongUsage} from '../usage.js'

interface Options {
  readonly raw?: string
}

export function register(program: Command): void {
  program
    .command('verify')
    .description('prove the books of an output folder again, from its files alone')
    .argument('<out>', 'a folder that guihua run wrote')
    .option('-r, --raw <folder>', 'the raw files, to prove digests and every quoted word too')
    .action(prove)
}

async function prove(out: string, {raw}: Options): Promise<void> {
  const {isOutFolder, openFolder} = await import('../../run/folder.js')
  const {verify} = await import('../../run/verify.js')
  const {unpack} = await import('../workshop.js')
  if (!isOutFolder(out))
    throw wrongUsage(`${out} holds no sources.jsonl; give a folder that guihua run wrote`)
  if (raw !== undefined && !existsSync(raw))
    throw wrongUsage(`${raw} does not exist; give the folder of the raw files`)
  let breaches = 0
  for await (const {where, what} of verify(out, raw ?? null, unpack)) {
    process.stdout.write(`${pc.red('breach')} ${where}: ${what}\n`)
    breaches++
  }
  const {sources, documents, indicators, findings} = openFolder(out)
  const held = `${sources.length} sources, ${documents.length} documents, ${indicators.length} indicators, ${findings.length} findings`
  const proved = raw === undefined ? 'the books balance' : 'the books balance, against the raw files too'
  process.stdout.write(`${held}: ${breaches === 0 ? pc.green(proved) : pc.red(`${breaches} breaches`)}\n`)
  if (breaches > 0) process.exitCode = 1
}
