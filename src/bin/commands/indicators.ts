import type {Command} from 'commander'
import {writeFileSync} from 'node:fs'
import {aboutPath, wrongUsage} from '../usage.js'
import type {ValueRow} from '../../emit/value-rows.js'

interface Options {
  readonly where?: string
  readonly plan?: string
  readonly region?: string
  readonly format: string
  readonly output?: string
}

const formats = ['table', 'csv', 'json', 'parquet'] as const

export function register(program: Command): void {
  program
    .command('indicators')
    .description('the indicators of an out folder, as a table to read or as data')
    .argument('<out>', 'a folder that guihua run wrote')
    .option('-w, --where <words>', 'only rows whose name, group, category or table holds these words')
    .option('--plan <name>', 'only documents of this plan or with this in their title, such as 十四五')
    .option('--region <name>', 'only documents of a region that holds this')
    .option('--format <format>', `${formats.join(', ')}; data formats give a line for each value`, 'table')
    .option('-o, --output <file>', 'write there instead of to stdout')
    .action(indicators)
}

async function indicators(out: string, options: Options): Promise<void> {
  if (!formats.some(f => f === options.format))
    throw wrongUsage(`--format ${options.format} is none; choose one of ${formats.join(', ')}`)
  const {isOutFolder, openFolder} = await import('../../run/folder.js')
  if (!isOutFolder(out))
    throw wrongUsage(`${out} holds no sources.jsonl; give a folder that guihua run wrote`)
  const {valueRows} = await import('../../emit/value-rows.js')
  const {documents, indicators: rows} = openFolder(out)
  const wanted = new Map(documents.filter(d => matches(d, options)).map(d => [d.id, d]))
  const found = rows.filter(
    row =>
      wanted.has(row.document) &&
      holds([row.name, row.parent, row.category, row.table.title].join('\n'), options.where)
  )
  if (found.length === 0) process.stderr.write('guihua: no indicator is like that\n')
  await write(valueRows(found, wanted), options)
}

function matches(
  {
    title,
    region,
    planPeriod
  }: {title: string | null; region: string | null; planPeriod: {name: string} | null},
  {plan, region: place}: Options
): boolean {
  return holds(`${title}\n${planPeriod?.name}`, plan) && holds(region ?? '', place)
}

function holds(text: string, words: string | undefined): boolean {
  return words === undefined || words.split(/\s+/u).every(word => text.includes(word))
}

async function write(values: readonly ValueRow[], {format, output}: Options): Promise<void> {
  if (format === 'parquet' && output === undefined && process.stdout.isTTY)
    throw wrongUsage('Parquet is no text for a terminal; name a file with --output or pipe it on')
  const bytes = await bytesOf(values, format)
  if (output === undefined) {
    process.stdout.write(bytes)
    return
  }
  try {
    writeFileSync(output, bytes)
  } catch (error) {
    throw aboutPath(error, output, 'name another file with --output')
  }
}

async function bytesOf(values: readonly ValueRow[], format: string): Promise<string | Uint8Array> {
  if (format === 'table') return (await import('../sheet.js')).sheet(values)
  const {fill} = await import('../../emit/fields.js')
  const {indicatorTable} = await import('../../emit/table-indicators.js')
  const filled = fill(indicatorTable, values)
  if (format === 'csv') return (await import('../../emit/csv.js')).csvOf(filled)
  if (format === 'parquet') return (await import('../../emit/parquet.js')).parquetOf(filled)
  const {lineOf} = await import('../../emit/table-schema.js')
  return (
    JSON.stringify(
      filled.rows.map(row => lineOf(filled, row)),
      null,
      2
    ) + '\n'
  )
}
