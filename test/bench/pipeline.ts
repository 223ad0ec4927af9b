import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {pipelines} from '../../pipelines/index.js'
import {execute} from '../../src/run/execute.js'

/** The stages alone, nothing written, on one thread. Prints milliseconds. */
const [folder, name] = process.argv.slice(2) as [string, string]
const began = performance.now()
let documents = 0
for (const file of readdirSync(folder).sort()) {
  const {value, notes} = await execute(pipelines[name]!, {
    path: file,
    bytes: readFileSync(join(folder, file))
  })
  documents += value?.documents.length ?? 0
  const broken = notes.find(note => /^(ledger|run)\//.test(note.rule))
  if (broken) process.stderr.write(`${file}: ${broken.rule} ${broken.reason}\n`)
}
process.stdout.write(JSON.stringify({ms: performance.now() - began, documents}) + '\n')
