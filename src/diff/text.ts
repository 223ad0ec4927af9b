import type {Document} from '../tree/nodes.js'
import type {Comparison, Diff, IndicatorChange, OperationName, SectionChange} from './schema.js'
import {isNews, sectionTitle, viewOf, type Entry, type Stretch} from './view.js'

/** A comparison for the terminal. Without colour what is gone stands in [-…-] and what came in {+…+}. */

export interface Paint {
  readonly on: boolean
  red(text: string): string
  green(text: string): string
  yellow(text: string): string
  cyan(text: string): string
  dim(text: string): string
  bold(text: string): string
}

const signs: Readonly<Record<OperationName, string>> = {
  kept: ' ',
  changed: '~',
  added: '+',
  removed: '−',
  moved: '↕',
  movedChanged: '↕~',
  split: '⑂',
  merged: '⑃'
}

const said: Readonly<Record<OperationName, string>> = {
  kept: 'kept',
  changed: 'changed',
  added: 'added',
  removed: 'removed',
  moved: 'moved',
  movedChanged: 'moved and changed',
  split: 'split',
  merged: 'merged'
}

/** So many equal characters are shown on either side of an edit. */
const context = 16

/** One pair. In a folder of many, those that are the same take one line. */
export function pairText(diff: Diff, a: Document, b: Document, paint: Paint, many: boolean): string {
  if (many && diff.same) return paint.dim(`= ${diff.b.title || diff.b.id}  the same`) + '\n'
  return diffLines(diff, a, b, paint).join('\n') + (many ? '\n\n' : '\n')
}

/** What stands in one folder alone. */
export function loneText({onlyA, onlyB}: Pick<Comparison, 'onlyA' | 'onlyB'>, paint: Paint): string {
  return [
    ...onlyA.map(d => paint.red(`− only in A: ${d.title} (${d.id})`)),
    ...onlyB.map(d => paint.green(`+ only in B: ${d.title} (${d.id})`))
  ]
    .map(line => line + '\n')
    .join('')
}

function diffLines(diff: Diff, a: Document, b: Document, paint: Paint): string[] {
  const lines = [
    paint.bold(`A  ${diff.a.title || diff.a.id}`) + paint.dim(`  ${diff.a.id}`),
    paint.bold(`B  ${diff.b.title || diff.b.id}`) + paint.dim(`  ${diff.b.id}`),
    summary(diff),
    ...diff.meta.map(m => `${m.field}: ${paint.red(shown(m.a))} → ${paint.green(shown(m.b))}`)
  ]
  let section = -1
  for (const entry of viewOf(diff, a, b)) {
    const {operation} = entry
    const change = diff.sections[operation.section]!
    const news = operation.kind === 'heading' && isNews(change)
    if (operation.op === 'kept' && !news) continue
    if (section !== operation.section) {
      section = operation.section
      lines.push('', sectionLine(change, diff, paint))
    }
    if (operation.kind === 'heading') continue
    lines.push(...entryLines(entry, paint))
  }
  const indicators = diff.indicators.filter(i => i.changes[0] !== 'kept')
  if (indicators.length > 0) lines.push('', paint.bold('Indicators'))
  for (const each of indicators) lines.push(indicatorLine(each, paint))
  return lines
}

/** One line: how much of what, flags, and what was left out on request. */
export function summary(diff: Diff): string {
  if (diff.same) return `the same${left(diff)}`
  const {operations, sections, flags, kinds} = diff.counts
  const count = (counts: Readonly<Record<string, number>>, names: Readonly<Record<string, string>> = {}) =>
    Object.entries(counts)
      .map(([name, n]) => `${n} ${names[name] ?? name}`)
      .join(' · ')
  const lines = [count(operations, said)]
  if (Object.keys(sections).length > 0) lines.push(`sections: ${count(sections)}`)
  if (kinds > 0) lines.push(`${kinds} of another kind (a paragraph, a list item, a heading)`)
  if (Object.keys(flags).length > 0) lines.push(`flags: ${count(flags)}`)
  return lines.join('\n') + left(diff)
}

function left({counts, ignore}: Diff): string {
  if (ignore.length === 0) return ''
  const kinds = ignore.includes('layout') && counts.kinds > 0 ? `, ${counts.kinds} of another kind` : ''
  return `\nleft out: ${ignore.map(name => `${counts.ignored[name] ?? 0} differences of ${name}`).join(', ')}${kinds}`
}

function sectionLine(change: SectionChange, diff: Diff, paint: Paint): string {
  const title = change.a === null && change.b === null ? diff.b.title : sectionTitle(change) || diff.b.title
  if (change.op === 'added') return paint.bold(paint.green(`+ ${title}`))
  if (change.op === 'removed') return paint.bold(paint.red(`− ${title}`))
  const was = change.renumbered || change.retitled ? paint.dim(`  was ${sectionTitle(change, 'a')}`) : ''
  return (
    paint.bold(`${change.moved ? '↕ ' : '  '}${title}`) + was + (change.moved ? paint.cyan('  moved') : '')
  )
}

function entryLines({operation, text, rows, grid}: Entry, paint: Paint): string[] {
  const {op, flags, kind} = operation
  const sign = signs[op].padEnd(2)
  const lines: string[] = []
  if (rows) {
    lines.push(`  ${sign} ${paint.dim('table')}`)
    for (const {change, cells} of rows) {
      if (change.op === 'kept') continue
      const cellTexts = cells
        .map(c => line(c.text, paint, change.op === 'added' || change.op === 'removed'))
        .filter(t => t !== '')
      lines.push(`      ${signs[change.op].padEnd(2)} ${cellTexts.join(paint.dim(' │ '))}`)
    }
  } else if (grid) {
    lines.push(`  ${sign} ${paint.dim(`table, ${grid.length} rows`)}`)
    for (const row of grid)
      lines.push(`      ${sign} ${row.map(c => c.text.replace(/\s+/gu, ' ')).join(paint.dim(' │ '))}`)
  } else {
    const body =
      op === 'moved' ? paint.cyan(short(text)) : line(text, paint, op === 'added' || op === 'removed')
    const name =
      op === 'moved' || op === 'movedChanged' || op === 'split' || op === 'merged' ? ` ${said[op]}` : ''
    lines.push(`  ${sign}${paint.dim(kind === 'paragraph' ? name : `${name} ${kind}`)} ${body}`)
  }
  for (const {kind, from, to} of op === 'added' || op === 'removed' ? [] : flags)
    lines.push(`      ${paint.yellow(`⚑ ${kind}`)} ${from ?? '∅'} → ${to ?? '∅'}`)
  return lines
}

function short(text: readonly Stretch[]): string {
  const whole = text.map(s => ('same' in s ? s.same : s.to)).join('')
  return whole.length > 60 ? `${whole.slice(0, 60)}…` : whole
}

/** `whole`: all of it came or went, and the sign before it says so. */
function line(text: readonly Stretch[], paint: Paint, whole: boolean): string {
  return text
    .map((stretch, i) => {
      if ('same' in stretch) {
        const {same} = stretch
        if (same.length <= 2 * context + 4) return same
        if (text.length === 1) return `${same.slice(0, 2 * context)}…`
        const head = i === 0 ? '' : same.slice(0, context)
        const tail = i === text.length - 1 ? '' : same.slice(-context)
        return `${head}…${tail}`
      }
      const {from, to, ignored} = stretch
      if (ignored) return to
      const gone = from === '' ? '' : paint.on ? paint.red(from) : `[-${from}-]`
      const come = to === '' ? '' : paint.on ? paint.green(to) : `{+${to}+}`
      return whole ? (paint.on ? gone + come : from + to) : gone + come
    })
    .join('')
    .replace(/\s*\n\s*/gu, ' ⏎ ')
}

function indicatorLine({changes, a, b}: IndicatorChange, paint: Paint): string {
  const name = (b ?? a)!.name
  const value = (x: typeof a) =>
    x?.raw == null || x.raw.trim() === '' ? '∅' : `${x.raw.trim()}${x.year ? ` (${x.year})` : ''}`
  const was = changes.includes('renamed') ? paint.dim(` was ${a!.name}`) : ''
  return `  ${paint.yellow(changes.join(', '))}  ${name}${was}  ${paint.red(value(a))} → ${paint.green(value(b))}`
}

function shown(value: unknown): string {
  return value === null ? '∅' : typeof value === 'string' ? value : JSON.stringify(value)
}
