import pc from 'picocolors'
import type {Rule} from '../core/rule.js'
import type {Span} from '../core/span.js'
import type {DocumentRow, SourceRow} from '../emit/schema.js'
import {wordsOf} from '../emit/leaves.js'
import type {Addressed} from '../run/address.js'
import type {OutFolder} from '../run/folder.js'
import {rangeInWords, type Located} from '../run/locate.js'
import type {Answer, Event} from '../run/why.js'

/** Answers of `guihua why` as text for a terminal. */

const clip = (text: string, most: number) => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > most ? `${line.slice(0, most)}…` : line
}

/** The documents of an output folder, a line each, with the file each was read from. */
export function listOf(folder: OutFolder): string {
  const paths = new Map(folder.sources.map(row => [row.id, row.entry ?? row.path]))
  return folder.documents
    .map(row => `${pc.bold(row.id)}  ${row.title}  ${pc.dim(paths.get(row.source) ?? '')}\n`)
    .join('')
}

/** What a document is, and the addresses of its sections, boxes and tables. */
export function outlineOf(
  folder: OutFolder,
  document: DocumentRow,
  source: SourceRow,
  nodes: readonly Addressed[]
): string {
  const {counts, planPeriod} = document
  const facts: [string, string | null][] = [
    ['number', document.docNumber],
    ['issuer', document.issuer],
    ['region', document.region],
    ['period', planPeriod && `${planPeriod.name}, ${planPeriod.start}–${planPeriod.end}`],
    ['signed', document.signedOn],
    ['published', document.publishedOn],
    ['restored', document.inferred.length > 0 ? document.inferred.join(', ') : null]
  ]
  const shown = nodes.filter(({node}) =>
    ['section', 'box', 'table', 'notice', 'contents', 'signature'].includes(node.type)
  )
  const fates = new Map<string, number>()
  for (const row of folder.ledger(source.id))
    fates.set(row.fate, (fates.get(row.fate) ?? 0) + row.end - row.start)
  return [
    pc.bold(document.title || document.id),
    ...facts.filter(([, value]) => value !== null).map(([name, value]) => `  ${name.padEnd(10)}${value}`),
    `  ${'file'.padEnd(10)}${fileIn(source)}`,
    `  ${'characters'.padEnd(10)} ${[...fates].map(([fate, chars]) => `${chars} ${fate}`).join(', ')}${folder.sources.length > 0 && source.documents.length > 1 ? ' (of the whole file)' : ''}`,
    `  ${'holds'.padEnd(10)}${counts.sections} sections, ${counts.boxes} boxes, ${counts.tables} tables, ${counts.indicators} indicators`,
    '',
    ...shown.map(({address, node}) => {
      const inferred = node.type === 'section' && node.inferred ? pc.yellow('  put back, not read') : ''
      return `${pc.cyan(address)}  ${clip(headOf(node), 60)}${inferred}`
    }),
    ''
  ].join('\n')
}

function headOf(node: Addressed['node']): string {
  if (node.type === 'section' || node.type === 'box') {
    const [first] = node.children
    return first?.type === 'heading' ? wordsOf(first) : node.title
  }
  return node.type === 'table' ? [node.number, node.title].filter(Boolean).join(' ') : ''
}

const fileIn = ({path, entry, sha256, encoding, decision}: SourceRow) =>
  `${path}${entry === null ? '' : ` (${entry})`}, ${encoding}${decision ? ` (${decision.reason})` : ''}, sha256 ${sha256.slice(0, 12)}…`

/** One answer: what it is, where it comes from, what was done to it and why, what was found about it. */
export function answerIn(answer: Answer, located: Located | null, rules: ReadonlyMap<string, Rule>): string {
  const {source, document, node, words, spans, events, indicators, findings} = answer
  const lines: string[] = []
  const fact = (name: string, value: string) => lines.push(`  ${pc.dim(name.padEnd(10))}${value}`)
  lines.push(
    node ? `${pc.bold(pc.cyan(node.address))}  ${pc.dim(node.node.type)}` : pc.bold('in no document')
  )
  if (words !== '') fact('reads', clip(words, 200))
  if (document) fact('document', `${document.title || document.id} (${document.id})`)
  if (node && node.path.length > 0) fact('within', node.path.join(' › '))
  fact('file', fileIn(source))
  if (spans.length === 0) fact('raw', pc.yellow('nothing: it was put back, not read'))
  for (const span of spans.slice(0, 12)) fact('raw', rawIn(span, located))
  if (spans.length > 12) fact('', `… and ${spans.length - 12} more stretches`)
  if (events.length === 0 && spans.length > 0) fact('rules', 'none touched it: kept as it was')
  for (const event of events.slice(0, 20)) lines.push(...eventIn(event, located, rules))
  if (events.length > 20) fact('', `… and ${events.length - 20} more`)
  for (const each of indicators.slice(0, 5)) fact('indicator', saidBy(each))
  for (const finding of findings.slice(0, 10)) {
    const colour = finding.severity === 'error' ? pc.red : finding.severity === 'warning' ? pc.yellow : pc.dim
    fact('finding', `${colour(finding.severity)} ${pc.bold(finding.rule)}: ${finding.reason}`)
    const because = rules.get(finding.rule)?.because
    if (because) fact('', pc.dim(`because ${because}`))
  }
  return lines.join('\n') + '\n'
}

/** An indicator row in a line: what was understood of the cells. */
function saidBy({id, parent, name, unit, values}: Answer['indicators'][number]): string {
  const value = ({role, year, comparator, value, raw}: (typeof values)[number]) =>
    `${year ?? ''} ${role} ${value === null ? raw || '–' : `${comparator === '=' || comparator === null ? '' : comparator}${value}`}`.trim()
  const told = `${parent === null ? '' : `${parent} › `}${name}${unit === null ? '' : ` (${unit})`}`
  return `${told}: ${values.map(value).join(', ')}  ${pc.dim(id)}`
}

function rawIn(span: Span, located: Located | null): string {
  const place = rangeInWords(located, span)
  const text = located ? `  ${pc.dim(clip(located.source.text.slice(span[0], span[1]), 60))}` : ''
  return `characters ${span[0]}–${span[1]}${place === '' ? '' : `, ${place}`}${text}`
}

/** Words between marks; white space as its escapes. */
const quoted = (text: string) => (text.trim() === '' ? JSON.stringify(text) : `\`${clip(text, 50)}\``)

function eventIn(event: Event, located: Located | null, rules: ReadonlyMap<string, Rule>): string[] {
  const rule = event.rule === null ? null : rules.get(event.rule)
  const words = ([start, end]: Span) => (located ? quoted(located.source.text.slice(start, end)) : '')
  const raw = words([event.start, event.end])
  const did =
    event.fate === 'moved'
      ? `stands elsewhere than in the file${event.text === null ? '' : `, reads \`${clip(event.text, 50)}\``}`
      : event.fate === 'kept'
        ? event.text === null
          ? 'kept'
          : `reads \`${clip(event.text, 50)}\``
        : `let go as ${event.fate}${event.of ? ` of ${event.of.join('–')} ${words(event.of)}` : ''}`
  const name = (text: string) => `  ${pc.dim(text.padEnd(10))}`
  return [
    `${name('rule')}${event.rule === null ? '' : pc.bold(event.rule) + ' '}${event.start}–${event.end} ${raw} ${did}`,
    ...(rule ? [`${name('')}${rule.means}`, `${name('')}${pc.dim(`because ${rule.because}`)}`] : [])
  ]
}

/** An answer without its node's whole tree, for JSON. */
export function bare({node, ...answer}: Answer): unknown {
  return {...answer, node: node && {address: node.address, type: node.node.type, path: node.path}}
}
