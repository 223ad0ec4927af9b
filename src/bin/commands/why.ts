import type {Command} from 'commander'
import {existsSync, readFileSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {wrongUsage} from '../usage.js'
import type {DocumentRow, SourceRow} from '../../emit/schema.js'
import type {Addressed} from '../../run/address.js'
import type {OutFolder} from '../../run/folder.js'
import type {Located} from '../../run/locate.js'
import type {Answer} from '../../run/why.js'

interface Options {
  readonly offset?: string
  readonly byte?: string
  readonly text?: string
  readonly raw?: string
  readonly json?: boolean
}

export function register(program: Command): void {
  program
    .command('why')
    .description('where a piece of a document comes from: file, bytes, and every rule that touched it')
    .argument('<out>', 'a folder that guihua run wrote')
    .argument('[document]', 'an id, or a part of an id or of a title; left out, the documents are listed')
    .argument('[node]', 'an address such as chapter3/section2/p4; left out, the outline is shown')
    .option('--offset <n>', 'a raw character (UTF-16 units, from 0) instead of a node')
    .option('--byte <n>', 'a byte of the file (from 0) instead of a node')
    .option('--text <words>', 'the places where these words stand')
    .option('-r, --raw <folder>', 'where the raw files lie', 'raw')
    .option('--json', 'as JSON')
    .action(why)
}

async function why(
  out: string,
  name: string | undefined,
  address: string | undefined,
  options: Options
): Promise<void> {
  const {isOutFolder, openFolder} = await import('../../run/folder.js')
  const show = await import('../answers.js')
  if (!isOutFolder(out))
    throw wrongUsage(`${out} holds no sources.jsonl; give a folder that guihua run wrote`)
  const folder = openFolder(out)
  if (name === undefined) return void process.stdout.write(show.listOf(folder))
  const {document, source} = await named(folder, name)
  const located = await locatedIn(options.raw ?? 'raw', source)
  const answers = await answersTo(folder, document, source, located, address, options)
  if (answers === null) {
    if (!document) throw wrongUsage(`${name} has no document; ask with --offset or --byte`)
    const {addressed} = await import('../../run/address.js')
    process.stdout.write(show.outlineOf(folder, document, source, addressed(folder.tree(document.id))))
    return
  }
  if (options.json) return void process.stdout.write(JSON.stringify(answers.map(show.bare), null, 2) + '\n')
  const {catalogue} = await import('../catalogue.js')
  const rules = new Map((await catalogue()).map(rule => [rule.id, rule]))
  process.stdout.write(answers.map(answer => show.answerIn(answer, located, rules)).join('\n'))
}

/** The document that is meant, or at least its source. */
async function named(
  folder: OutFolder,
  name: string
): Promise<{document: DocumentRow | null; source: SourceRow}> {
  const {documentsNamed, sourceOf} = await import('../../run/why.js')
  const found = documentsNamed(folder, name)
  if (found.length === 1) return {document: found[0]!, source: sourceOf(folder, found[0]!.source)}
  const source = folder.sources.find(row => row.id === name || row.path === name)
  if (source) return {document: null, source}
  if (found.length === 0) throw wrongUsage(`no document is called ${name}; guihua why OUT lists them`)
  const list = found.map(row => row.id).slice(0, 5)
  throw wrongUsage(`${name} may be any of ${found.length} documents; give one of ${list.join(', ')}`)
}

async function locatedIn(raw: string, source: SourceRow): Promise<Located | null> {
  const stat = statSync(raw, {throwIfNoEntry: false})
  const file = stat?.isFile() ? raw : join(raw, source.path)
  if (!stat || !existsSync(file)) return null
  const bytes = readFileSync(file)
  const {createHash} = await import('node:crypto')
  if (createHash('sha256').update(bytes).digest('hex') !== source.sha256) {
    process.stderr.write(`guihua: ${file} has changed since the run; places in it are not shown\n`)
    return null
  }
  const {locate} = await import('../../run/locate.js')
  const {unpack} = await import('../workshop.js')
  return locate({path: source.path, bytes}, source.entry, unpack)
}

/** The answers asked for; null where nothing within the document was named. */
async function answersTo(
  folder: OutFolder,
  document: DocumentRow | null,
  source: SourceRow,
  located: Located | null,
  address: string | undefined,
  {offset, byte, text}: Options
): Promise<Answer[] | null> {
  const {whyNode, whyOffset} = await import('../../run/why.js')
  const {addressed} = await import('../../run/address.js')
  if (offset !== undefined || byte !== undefined) {
    const at = offset !== undefined ? count('--offset', offset) : offsetAt(count('--byte', byte!), located)
    const answer = whyOffset(folder, source, at)
    if (!answer) throw wrongUsage(`${source.path} has ${source.chars} characters; give an offset below that`)
    return [answer]
  }
  if (!document || (address === undefined && text === undefined)) return null
  const nodes = addressed(folder.tree(document.id))
  const wanted = address !== undefined ? nodesNamed(nodes, address) : standing(nodes, text!)
  return wanted.map(node => whyNode(folder, document, node))
}

function count(option: string, text: string): number {
  if (!/^\d+$/.test(text)) throw wrongUsage(`${option} ${text} is no number; count from 0`)
  return Number(text)
}

function offsetAt(byte: number, located: Located | null): number {
  if (!located) throw wrongUsage('--byte needs the raw file; say with --raw where it lies')
  const offset = located.offsetOf(byte)
  if (offset === null) throw wrongUsage('this format has no plain bytes of text; ask with --offset')
  return offset
}

function nodesNamed(nodes: readonly Addressed[], address: string): readonly Addressed[] {
  const found = nodes.filter(node => node.address === address)
  if (found.length > 0) return found
  const near = nodes.filter(node => node.address.endsWith(`/${address}`)).slice(0, 5)
  if (near.length === 1) return near
  const hint =
    near.length > 0
      ? `did you mean ${near.map(node => node.address).join(' or ')}?`
      : 'leave it out to see the outline'
  throw wrongUsage(`no node has the address ${address}; ${hint}`)
}

/** The innermost nodes whose words hold the given ones. */
function standing(nodes: readonly Addressed[], words: string): readonly Addressed[] {
  const own = (each: Addressed) =>
    (each.node.type === 'text' ? [] : each.node.children)
      .filter(child => child.type === 'text')
      .map(child => child.value)
      .join('')
  const found = nodes.filter(each => own(each).includes(words)).slice(0, 10)
  if (found.length === 0)
    throw wrongUsage(`these words stand nowhere in the document; it may have been let go: ask with --offset`)
  return found
}
