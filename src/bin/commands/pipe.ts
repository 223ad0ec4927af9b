import type {Command} from 'commander'
import {createInterface} from 'node:readline'

interface Options {
  readonly pipeline: string
}

export function register(program: Command): void {
  program
    .command('pipe')
    .description('NDJSON in: {path, text} or {path, bytesBase64}; NDJSON out: a line for each source')
    .option('-p, --pipeline <name>', 'which stages', 'corpus')
    .action(pipe)
}

/** A line that was read: a file, or why it is none. */
function fileOf(line: string): {path: string; bytes: Uint8Array} | {problem: string} {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch (error) {
    return {problem: `the line is no JSON (${(error as Error).message})`}
  }
  const {path, text, bytesBase64} = (value ?? {}) as Record<string, unknown>
  const name = typeof path === 'string' && path !== '' ? path : 'stdin'
  if (typeof text === 'string') return {path: name, bytes: Buffer.from(text, 'utf8')}
  if (typeof bytesBase64 === 'string') return {path: name, bytes: Buffer.from(bytesBase64, 'base64')}
  return {problem: 'the line has neither text nor bytesBase64'}
}

async function pipe({pipeline}: Options): Promise<void> {
  const {parcelsOf} = await import('../../run/work.js')
  const {workshopOf} = await import('../workshop.js')
  const workshop = await workshopOf(pipeline)
  let number = 0
  for await (const line of createInterface({input: process.stdin, crlfDelay: Infinity})) {
    number++
    if (line.trim() === '') continue
    const file = fileOf(line)
    if ('problem' in file) {
      await put({line: number, error: file.problem})
      process.exitCode = 1
      continue
    }
    for await (const {source, documents, findings, files, lines} of parcelsOf(file, null, workshop)) {
      const named = new Map(files.map(each => [each.path, each.text]))
      const rows = (text: string): unknown[] =>
        text
          .split('\n')
          .filter(Boolean)
          .map(row => JSON.parse(row) as unknown)
      await put({
        line: number,
        source,
        documents: documents.map(document => ({
          ...document,
          tree: JSON.parse(named.get(`documents/${document.id}/document.json`)!) as unknown,
          markdown: named.get(`documents/${document.id}/document.md`),
          text: named.get(`documents/${document.id}/document.txt`)
        })),
        indicators: rows(lines['indicators.jsonl']),
        commitments: rows(lines['commitments.jsonl']),
        findings,
        ledger: rows(named.get(`ledgers/${source.id}.jsonl`)!)
      })
      if (source.status === 'unreadable') process.exitCode = 1
    }
  }
}

/** Writes a line and waits where the reader is slower than we are. */
async function put(row: unknown): Promise<void> {
  if (!process.stdout.write(JSON.stringify(row) + '\n'))
    await new Promise<void>(resolve => process.stdout.once('drain', resolve))
}
