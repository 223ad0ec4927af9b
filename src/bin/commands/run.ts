import type {Command} from 'commander'
import {availableParallelism} from 'node:os'
import pc from 'picocolors'
import {aboutPath, wrongUsage} from '../usage.js'
import type {Report} from '../../run/corpus.js'

interface Options {
  readonly out: string
  readonly pipeline: string
  readonly jobs: number
  readonly dataset: boolean
  readonly force?: boolean
}

export function register(program: Command): void {
  program
    .command('run')
    .description('read documents and write clean texts, trees, indicators, findings and ledgers')
    .argument('[paths...]', 'files and folders to read', ['raw'])
    .option('-o, --out <folder>', 'where to write', 'out')
    .option('-p, --pipeline <name>', 'which stages: corpus (all) or text (clean texts alone)', 'corpus')
    .option('-j, --jobs <n>', 'worker threads', whole, availableParallelism())
    .option('--no-dataset', 'leave out Parquet, CSV, dictionaries and package descriptions of the whole')
    .option('-f, --force', 'make everything anew, whatever the cache holds')
    .action(run)
}

function whole(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw wrongUsage(`--jobs ${text} is no number of threads; give 1 or more`)
  return Number(text)
}

async function run(paths: readonly string[], options: Options): Promise<void> {
  const {inputsOf} = await import('../../run/inputs.js')
  const {runCorpus} = await import('../../run/corpus.js')
  const {dataset, workshopOf} = await import('../workshop.js')
  const found = inputsOf(paths, options.out)
  if ('problem' in found) throw wrongUsage(found.problem)
  const workshop = await workshopOf(options.pipeline)
  let report: Report
  try {
    report = await runCorpus(found.inputs, {
      workshop,
      out: options.out,
      jobs: options.jobs,
      force: options.force ?? false,
      ...(options.dataset
        ? {dataset: {data: await dataset(), thread: new URL('../dataset-thread.js', import.meta.url)}}
        : {}),
      thread: new URL('../thread.js', import.meta.url),
      ...(process.stderr.isTTY ? {progress} : {})
    })
  } catch (error) {
    throw aboutPath(error, options.out, 'name another folder with --out')
  }
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
  process.stdout.write(summary(report, options.out))
  const {fatal, unreadable} = report.tally
  for (const line of fatal.slice(0, 20)) process.stderr.write(`${pc.red('fatal')} ${line}\n`)
  if (fatal.length > 20) process.stderr.write(`${pc.red('fatal')} … and ${fatal.length - 20} more\n`)
  for (const name of unreadable) process.stderr.write(`${pc.red('unreadable')} ${name}\n`)
  for (const path of report.collisions)
    process.stderr.write(`${pc.red('fatal')} ${path} is claimed by two sources; rename one of them\n`)
  if (fatal.length + unreadable.length + report.collisions.length > 0) process.exitCode = 1
}

function progress(done: number, total: number, path: string): void {
  const room = Math.floor(((process.stderr.columns ?? 80) - 20) / 2)
  process.stderr.write(`\r\u001b[K${done}/${total} ${path.slice(-room)}`)
}

/** What was found and where to look. */
function summary({tally, files, cached, unchanged}: Report, out: string): string {
  const {info, warning, error} = tally.findings
  const many = (count: number, one: string, more = `${one}s`) => `${count} ${count === 1 ? one : more}`
  const memory = cached === 0 ? '' : cached === files ? ', all unchanged' : `, ${cached} of them unchanged`
  return [
    pc.bold(`${many(tally.documents, 'document')} from ${many(files, 'file')}${memory}`),
    `  ${many(tally.sections, 'section')}, ${many(tally.boxes, 'box', 'boxes')}, ${many(tally.tables, 'table')}, ` +
      `${many(tally.indicators, 'indicator')} with ${many(tally.values, 'value')}`,
    `  findings: ${many(error, 'error')}, ${many(warning, 'warning')}, ${many(info, 'note')}`,
    `${unchanged ? 'nothing new to write; ' : ''}look at`,
    `  ${out}/documents/*/document.md   the texts with their structure`,
    `  ${out}/indicators.csv            a line for each indicator value`,
    `  ${out}/findings.jsonl            what needs a person's eye`,
    `  guihua why ${out} <document>     where anything came from`,
    ''
  ].join('\n')
}
