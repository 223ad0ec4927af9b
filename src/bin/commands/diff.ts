import type {Command} from 'commander'
import {existsSync, readFileSync} from 'node:fs'
import {createColors} from 'picocolors'
import type {Mapping} from '../../align/registry.js'
import type {Comparison, Diff, Lesser} from '../../diff/schema.js'
import type {Document, Meta} from '../../tree/nodes.js'
import {guarded, wrongUsage} from '../usage.js'

interface Options {
  readonly format: string
  readonly ignore: string
  readonly apply?: string
  readonly reverse?: boolean
  readonly schema?: boolean
  readonly color?: boolean
}

const formats = ['text', 'json', 'html', 'summary']
const lesser: readonly string[] = ['width', 'punctuation', 'layout']

export function register(program: Command): void {
  program
    .command('diff')
    .description('what changed between two versions; exit 0 the same, 1 different, 2 trouble')
    .argument(
      '[a]',
      'a file, a document of an out folder, or a whole out folder; file#2 is its second document'
    )
    .argument('[b]', 'the other version')
    .option('--format <format>', 'text, summary, json or html', 'text')
    .option(
      '--ignore <what>',
      'leave out width, punctuation or layout, with commas between; counted, not hidden',
      ''
    )
    .option('--apply <diff>', 'apply a JSON diff to document A and print B’s document.json')
    .option('--reverse', 'with --apply: from B back to A')
    .option('--schema', 'print the JSON Schema of the JSON format')
    .option('--no-color', 'no colour on a terminal')
    .action((a, b, options) => guarded(() => run(a, b, options)))
}

async function run(a: string | undefined, b: string | undefined, options: Options): Promise<void> {
  if (options.schema) {
    const {comparisonSchema} = await import('../../diff/schema.js')
    process.stdout.write(JSON.stringify(comparisonSchema(), null, 2) + '\n')
    return
  }
  if (options.apply !== undefined) return applied(options.apply, a, options.reverse ?? false)
  if (a === undefined || b === undefined)
    throw wrongUsage('diff needs two versions, as in guihua diff draft.docx adopted.html')
  if (!formats.includes(options.format))
    throw wrongUsage(`there is no format ${options.format}; choose one of ${formats.join(', ')}`)
  const {left, right, pairs, onlyA, onlyB} = await paired(a, b)
  const {compare} = await import('../../diff/compare.js')
  const print = await printer(options, pairs.length > 1)
  const ignore = ignored(options.ignore)
  const names = await reviewedNames()
  let same = onlyA.length + onlyB.length === 0
  for (const pair of pairs) {
    const x = left[pair.a]!.load()
    const y = right[pair.b]!.load()
    const diff = compare(x, y, ignore, names)
    same &&= diff.same
    print.pair(diff, x.document, y.document)
  }
  print.end(
    onlyA.map(i => nameOf(left[i]!.meta)),
    onlyB.map(j => nameOf(right[j]!.meta)),
    same
  )
  process.exitCode = same ? 0 : 1
}

const nameOf = ({id, title, docNumber}: Meta) => ({id, title, docNumber})

/** Writes each pair as it is made, so that two whole folders need not be held; a page alone is written at the end. */
interface Printer {
  pair(diff: Diff, a: Document, b: Document): void
  end(onlyA: Comparison['onlyA'], onlyB: Comparison['onlyB'], same: boolean): void
}

async function printer({format, color}: Options, many: boolean): Promise<Printer> {
  const write = (text: string) => void process.stdout.write(text)
  if (format === 'json') {
    let count = 0
    write('{"format":"guihua-comparison","version":1,"pairs":[')
    return {
      pair: diff => write((count++ > 0 ? ',' : '') + JSON.stringify(diff)),
      end: (onlyA, onlyB, same) =>
        write(`],"onlyA":${JSON.stringify(onlyA)},"onlyB":${JSON.stringify(onlyB)},"same":${same}}\n`)
    }
  }
  if (format === 'html') {
    const {comparisonPage} = await import('../../diff/page.js')
    const pairs: Diff[] = []
    const documents: {a: Document; b: Document}[] = []
    return {
      pair: (diff, a, b) => {
        pairs.push(diff)
        documents.push({a, b})
      },
      end: (onlyA, onlyB, same) =>
        write(comparisonPage({format: 'guihua-comparison', version: 1, pairs, onlyA, onlyB, same}, documents))
    }
  }
  const {loneText, pairText, summary} = await import('../../diff/text.js')
  const on = color !== false && process.stdout.isTTY === true && !process.env['NO_COLOR']
  const paint = {...createColors(on), on}
  return {
    pair: (diff, a, b) =>
      write(
        format === 'summary'
          ? `${diff.b.title || diff.b.id}\n${summary(diff)}\n`
          : pairText(diff, a, b, paint, many)
      ),
    end: (onlyA, onlyB) => write(loneText({onlyA, onlyB}, paint))
  }
}

function ignored(words: string): ReadonlySet<Lesser> {
  const names = words.split(',').filter(name => name !== '')
  for (const name of names)
    if (!lesser.includes(name)) throw wrongUsage(`--ignore knows ${lesser.join(', ')}, not ${name}`)
  return new Set(names as Lesser[])
}

/** The names of indicators that a person has found to mean the same. */
async function reviewedNames(): Promise<Mapping> {
  const {mapping} = await import('../../align/registry.js')
  const {reviewed} = await import('../../../pipelines/data.js')
  const read = reviewed('registry').flatMap(json => {
    const known = mapping.safeParse(json)
    return known.success ? [known.data] : []
  })
  return {indicators: read.flatMap(m => m.indicators), different: read.flatMap(m => m.different)}
}

async function paired(a: string, b: string) {
  const {pairDocuments} = await import('../../diff/pairs.js')
  const {versionsOf} = await import('../versions.js')
  const left = await versionsOf(a)
  const right = await versionsOf(b)
  const found = pairDocuments(
    left.map(h => h.meta),
    right.map(h => h.meta)
  )
  if (found.pairs.length === 0 && (left.length === 1 || right.length === 1))
    throw wrongUsage(
      `none of ${left.length} and ${right.length} documents is a version of another; name one, as in ${right.length > 1 ? b : a}#1`
    )
  return {left, right, ...found}
}

async function applied(file: string, path: string | undefined, reverse: boolean): Promise<void> {
  const {apply, canonical, defaultForm} = await import('../../diff/frame.js')
  const {invert} = await import('../../diff/invert.js')
  const {comparison, diff} = await import('../../diff/schema.js')
  const {versionsOf} = await import('../versions.js')
  if (path === undefined)
    throw wrongUsage('--apply needs the document to apply it to, as in guihua diff --apply d.json A')
  if (!existsSync(file))
    throw wrongUsage(`${file} does not exist; give a diff that guihua diff --format json wrote`)
  const json = jsonOf(readFileSync(file, 'utf8'))
  const whole = comparison.safeParse(json)
  const single = diff.safeParse(json)
  if (!whole.success && !single.success)
    throw wrongUsage(`${file} is no diff; give one that guihua diff --format json wrote`)
  const pairs = whole.success ? whole.data.pairs : [single.data!]
  const [held] = await versionsOf(path)
  const {document, form} = held!.load()
  const text = canonical(document, form ?? defaultForm)
  const turned = reverse ? pairs.map(invert) : pairs
  const fit = turned.find(d => d.a.id === document.meta.id) ?? turned[0]
  if (!fit) throw wrongUsage(`${file} holds no diff`)
  process.stdout.write(apply(fit, text))
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
