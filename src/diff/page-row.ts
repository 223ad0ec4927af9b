import type {Diff, Flag} from './schema.js'
import {isNews, sectionTitle, type Entry, type RowView, type Stretch} from './view.js'

/** One operation as a row of the page: A on the left, B on the right, what must not be missed below. */
export function rowHtml(entry: Entry, diff: Diff, prefix: string): string {
  const {operation, index} = entry
  const {op, flags, kind, section} = operation
  const change = diff.sections[section]!
  const heading = kind === 'heading'
  const news = heading && isNews(change)
  const id = heading ? `${prefix}s${section}` : `${prefix}o${index}`
  const classes = [
    'row',
    op,
    heading ? `heading d${change.depth}` : '',
    news ? 'news' : '',
    flags.length > 0 ? 'flags' : '',
    op === 'moved' ? 'plain' : ''
  ]
  const body = entry.rows
    ? `<div class="wide"><table lang="zh"><tbody>${entry.rows.map(tableRow).join('')}</tbody></table></div>`
    : entry.grid
      ? `<div class="wide"><table lang="zh"><tbody>${entry.grid.map(row => `<tr class="${op}">${placed(row.map(c => ({...c, html: escape(c.text), flagged: false})))}</tr>`).join('')}</tbody></table></div>`
      : sides(entry)
  const notes = notesOf(entry, diff, prefix)
  return `<div class="${classes.filter(Boolean).join(' ')}" id="${id}" tabindex="-1">${body}${notes === '' ? '' : `<div class="notes">${notes}</div>`}</div>`
}

function sides({operation: {op}, text, joints}: Entry): string {
  const left =
    op === 'added' || op === 'moved' || op === 'movedChanged'
      ? ''
      : sideHtml(text, 'a', op === 'merged' ? joints : [])
  const right = op === 'removed' ? '' : sideHtml(text, 'b', op === 'split' ? joints : [])
  const old = op === 'movedChanged' ? sideHtml(text, 'a', []) : left
  return `<div class="side a" lang="zh" data-side="A">${old}</div><div class="side b" lang="zh" data-side="B">${right}</div>`
}

/** One side's text. `joints`: where a piece ends, marked with ¶. */
function sideHtml(text: readonly Stretch[], side: 'a' | 'b', joints: readonly number[]): string {
  let at = 0
  let html = ''
  for (const stretch of text) {
    const words = 'same' in stretch ? stretch.same : side === 'a' ? stretch.from : stretch.to
    if (words === '') continue
    const shown = withJoints(words, at, joints)
    at += words.length
    if ('same' in stretch) html += shown
    else if (stretch.ignored) html += `<mark>${shown}</mark>`
    else html += side === 'a' ? `<del>${shown}</del>` : `<ins>${shown}</ins>`
  }
  return html
}

function withJoints(words: string, start: number, joints: readonly number[]): string {
  let html = ''
  let from = 0
  for (const joint of joints) {
    if (joint < start || joint >= start + words.length) continue
    html += `${escape(words.slice(from, joint - start))}<span class="joint">¶</span>`
    from = joint - start
  }
  return html + escape(words.slice(from))
}

function notesOf({operation, index}: Entry, diff: Diff, prefix: string): string {
  const {op, flags, kind, section} = operation
  const change = diff.sections[section]!
  const notes: string[] = []
  const tag = (tone: string, words: string) => notes.push(`<span class="tag ${tone}">${words}</span>`)
  if (kind === 'heading' && change.op === 'added') tag('come', 'new section')
  if (kind === 'heading' && change.op === 'removed') tag('go', 'section removed')
  if (kind === 'heading' && change.moved) {
    tag('move', 'section moved')
    notes.push(`<a href="#${prefix}g${index}">from its old place</a>`)
  }
  if (kind === 'heading' && change.renumbered) tag('', `was ${escape(change.a?.label ?? 'without a number')}`)
  if (kind === 'heading' && change.retitled) tag('', `was ${escape(sectionTitle(change, 'a'))}`)
  if (op === 'moved' || op === 'movedChanged') {
    tag('move', op === 'moved' ? 'moved' : 'moved and changed')
    notes.push(`<a href="#${prefix}g${index}">from its old place</a>`)
  }
  if (operation.was !== null) tag('', `was a ${operation.was}, is a ${kind}`)
  if (op === 'split') tag('', `split into ${operation.b.length}`)
  if (op === 'merged') tag('', `merged from ${operation.a.length}`)
  if (kind === 'table' && op === 'added') tag('come', 'table added')
  if (kind === 'table' && op === 'removed') tag('go', 'table removed')
  if (op !== 'added' && op !== 'removed') for (const flag of flags) notes.push(flagHtml(flag))
  return notes.join('')
}

function flagHtml({kind, from, to}: Flag): string {
  return `<span class="flag">${kind} <span lang="zh">${escape(from ?? '—')} → ${escape(to ?? '—')}</span></span>`
}

function tableRow({change, cells}: RowView): string {
  const changed = change.op === 'changed' || change.op === 'movedChanged'
  return `<tr class="${change.op}">${placed(
    cells.map(({text, column, colSpan, change: cell}) => ({
      column,
      colSpan,
      flagged: changed && cell.flags.length > 0,
      html: text
        .map(s =>
          'same' in s
            ? escape(s.same)
            : s.ignored
              ? `<mark>${escape(s.to)}</mark>`
              : (s.from === '' ? '' : `<del>${escape(s.from)}</del>`) +
                (s.to === '' ? '' : `<ins>${escape(s.to)}</ins>`)
        )
        .join(' ')
    }))
  )}</tr>`
}

interface Placed {
  readonly column: number
  readonly colSpan: number
  readonly html: string
  readonly flagged: boolean
}

/** Cells at their columns; a column that a cell above reaches into stays empty. */
function placed(cells: readonly Placed[]): string {
  let at = 0
  let html = ''
  for (const {column, colSpan, html: inner, flagged} of cells) {
    while (at < column) {
      html += '<td class="under"></td>'
      at++
    }
    html += `<td${colSpan > 1 ? ` colspan="${colSpan}"` : ''}${flagged ? ' class="flagged"' : ''}>${inner}</td>`
    at += colSpan
  }
  return html
}

export function escape(text: string): string {
  return text.replace(/[&<>"]/g, c => ({'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'})[c]!)
}
