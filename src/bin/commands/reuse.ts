import type {Command} from 'commander'
import {createColors} from 'picocolors'
import type {Document} from '../../tree/nodes.js'
import {guarded, wrongUsage} from '../usage.js'

interface Options {
  readonly format: string
  readonly left?: string
  readonly sentences?: boolean
  readonly summary?: boolean
  readonly schema?: boolean
  readonly color?: boolean
}

export function register(program: Command): void {
  program
    .command('reuse')
    .description(
      'which sentences of one document follow which of its parents, and what of theirs it leaves out'
    )
    .argument('[child]', 'a file, or a document of an out folder; file#2 is its second document')
    .argument('[parents...]', 'files, documents, whole out folders: as many as you like, held one at a time')
    .option('--format <format>', 'text or json', 'text')
    .option(
      '--left <n>',
      'list so many sentences a parent has and the child leaves out (all of up to 5 parents)'
    )
    .option('--summary', 'text: the shares alone, not sentence by sentence')
    .option('--schema', 'print the JSON Schema of the JSON format')
    .option('--no-color', 'no colour on a terminal')
    .action((child, parents, options) => guarded(() => run(child, parents, options)))
}

async function run(child: string | undefined, parents: readonly string[], options: Options): Promise<void> {
  if (options.schema) {
    const {reuseSchema} = await import('../../diff/reuse-schema.js')
    process.stdout.write(JSON.stringify(reuseSchema(), null, 2) + '\n')
    return
  }
  if (child === undefined || parents.length === 0)
    throw wrongUsage('reuse needs a document and its parents, as in guihua reuse city.docx province.docx')
  if (options.format !== 'text' && options.format !== 'json')
    throw wrongUsage(`there is no format ${options.format}; choose text or json`)
  const {weigh} = await import('../../diff/reuse.js')
  const {versionsOf} = await import('../versions.js')
  const [held, ...others] = await versionsOf(child)
  if (others.length > 0)
    throw wrongUsage(`${child} holds ${others.length + 1} documents; name one, as in ${child}#1`)
  const {document} = held!.load()
  const weighing = weigh(document)
  const left = leftOf(options.left, parents.length)
  for (const path of parents)
    for (const parent of await versionsOf(path)) {
      const other = parent.load().document
      if (!itself(document, other)) weighing.take(other, left)
    }
  const reuse = weighing.finish()
  if (options.format === 'json') {
    process.stdout.write(JSON.stringify(reuse) + '\n')
    return
  }
  const {reuseText} = await import('../../diff/reuse-text.js')
  const on = options.color !== false && process.stdout.isTTY === true && !process.env['NO_COLOR']
  process.stdout.write(reuseText(reuse, {...createColors(on), on}, !options.summary))
}

/** The child stands in the out folder of its parents, too. */
function itself(child: Document, parent: Document): boolean {
  return child.meta.id === parent.meta.id && JSON.stringify(child) === JSON.stringify(parent)
}

function leftOf(words: string | undefined, parents: number): number {
  if (words === undefined) return parents <= 5 ? Infinity : 0
  if (!/^[0-9]+$/.test(words)) throw wrongUsage(`--left needs a number, not ${words}`)
  return Number(words)
}
