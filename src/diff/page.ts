import type {Document} from '../tree/nodes.js'
import {ghostsOf, type Ghost} from './ghosts.js'
import {indicatorTable} from './page-indicators.js'
import {escape, rowHtml} from './page-row.js'
import {script, style} from './page-style.js'
import type {Comparison, Diff} from './schema.js'
import {changesBySection, isNews, sectionTitle, viewOf, type Entry} from './view.js'

/**
 * A comparison as one page that needs nothing else: no request, no script to be read (a small one steps from change to change).
 * Side by side, an outline of what changed where, indicators, filters; one column on a phone.
 */
export function comparisonPage(
  {pairs, onlyA, onlyB}: Comparison,
  documents: readonly {readonly a: Document; readonly b: Document}[]
): string {
  const title =
    pairs.length === 1 ? `${pairs[0]!.a.title} → ${pairs[0]!.b.title}` : `${pairs.length} documents compared`
  const shown = pairs.flatMap((diff, i) => (pairs.length > 1 && diff.same ? [] : [i]))
  const alone = (side: string, list: Comparison['onlyA']) =>
    list.length === 0
      ? ''
      : `<h2>Only in ${side}</h2><ul>${list.map(d => `<li lang="zh">${escape(d.title || d.id)}</li>`).join('')}</ul>`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none';style-src 'unsafe-inline';script-src 'unsafe-inline'">
<title>${escape(title)}</title>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#main">To the changes</a>
${pairs.length > 1 ? contentsOf(pairs) : ''}
<main id="main">
${shown.map((i, n) => pairHtml(pairs[i]!, documents[i]!.a, documents[i]!.b, `p${i}-`, n === 0)).join('\n')}
</main>
<div class="layout"><span></span><div>${alone('A', onlyA)}${alone('B', onlyB)}</div></div>
<script>${script}</script>
</body>
</html>
`
}

function contentsOf(pairs: readonly Diff[]): string {
  const items = pairs.map((d, i) =>
    d.same
      ? `<li><span lang="zh">${escape(d.b.title || d.b.id)}</span> the same</li>`
      : `<li><a href="#p${i}-top" lang="zh">${escape(d.b.title || d.b.id)}</a> changed</li>`
  )
  return `<header class="top"><h1>${pairs.length} documents compared</h1><ul>${items.join('')}</ul></header>`
}

function pairHtml(diff: Diff, a: Document, b: Document, prefix: string, first: boolean): string {
  const entries = viewOf(diff, a, b)
  const ghosts = ghostsOf(diff)
  return `<header class="top" id="${prefix}top">
<h1>What changed</h1>
<div class="titles"><div><b lang="zh">${escape(diff.a.title || diff.a.id)}</b><span>A · ${escape(diff.a.id)}</span></div>
<div><b lang="zh">${escape(diff.b.title || diff.b.id)}</b><span>B · ${escape(diff.b.id)}</span></div></div>
${chips(diff)}
</header>
<div class="layout">
${outline(diff, entries, prefix)}
<div>
${first ? filters : ''}
${metaTable(diff)}
${indicatorTable(diff.indicators)}
<h2>Text</h2>
<div class="columns" aria-hidden="true"><span>A</span><span>B</span></div>
${rowsHtml(diff, entries, ghosts, prefix)}
</div>
</div>`
}

const kinds: Readonly<Record<string, string>> = {
  kept: 'unchanged',
  changed: 'changed',
  added: 'added',
  removed: 'removed',
  moved: 'moved',
  movedChanged: 'moved and changed',
  split: 'split',
  merged: 'merged'
}

function chips({counts, ignore, same}: Diff): string {
  const plural: Readonly<Record<string, string>> = {
    figure: 'figures',
    year: 'years',
    unit: 'units',
    bound: 'bounds',
    negation: 'negations',
    body: 'bodies'
  }
  const list = Object.entries(counts.operations).map(([op, n]) => `<li><b>${n}</b> ${kinds[op] ?? op}</li>`)
  const sections = Object.entries(counts.sections).map(([op, n]) => `<li><b>${n}</b> sections ${op}</li>`)
  if (counts.kinds > 0) sections.push(`<li><b>${counts.kinds}</b> of another kind</li>`)
  const flags = Object.entries(counts.flags).map(
    ([kind, n]) => `<li class="flagged">⚑ <b>${n}</b> ${n > 1 ? (plural[kind] ?? kind) : kind}</li>`
  )
  const left = ignore.map(name => `${counts.ignored[name] ?? 0} differences of ${name}`)
  return `<ul class="chips">${same ? '<li>the same</li>' : ''}${[...list, ...sections, ...flags].join('')}</ul>${
    left.length > 0
      ? `<p class="quiet">Left out on request and dotted in the text: ${left.join(', ')}.</p>`
      : ''
  }`
}

const box = (id: string, label: string, on = true) =>
  `<label><input type="checkbox" id="f-${id}" autocomplete="off"${on ? ' checked' : ''}>${label}</label>`

const filters = `<fieldset class="filters"><legend>Show</legend>
${box('changed', 'Changed')}${box('added', 'Added')}${box('removed', 'Removed')}${box('moved', 'Moved')}${box('split', 'Split, merged')}${box('still', 'Unchanged')}${box('flagged', 'Only flagged', false)}
<span class="keys needs-script"><button type="button" data-go="-1">Previous <kbd>k</kbd></button><button type="button" data-go="1">Next <kbd>j</kbd></button><button type="button" data-open aria-pressed="false">Open unchanged</button></span>
</fieldset>`

function outline(diff: Diff, entries: readonly Entry[], prefix: string): string {
  const counts = changesBySection(diff)
  const holders = new Set(entries.filter(e => e.operation.kind === 'heading').map(e => e.operation.section))
  const items = diff.sections.map((section, i) => {
    if (i > 0 && !holders.has(i)) return ''
    const n = counts.get(i) ?? 0
    const news = isNews(section)
    const signs = [
      section.op === 'added' ? '<span class="tag come">new</span>' : '',
      section.op === 'removed' ? '<span class="tag go">gone</span>' : '',
      section.moved ? '<span class="tag move">moved</span>' : '',
      n > 0 ? `<span class="n" title="${n} changes">${n}</span>` : ''
    ].join('')
    const href = i === 0 ? `#${prefix}top` : `#${prefix}s${i}`
    const title = i === 0 ? 'Before the first heading' : sectionTitle(section)
    if (i === 0 && n === 0) return ''
    return `<li class="d${section.depth} ${section.op}${n === 0 && !news ? ' still' : ''}"><a href="${href}" lang="${i === 0 ? 'en' : 'zh'}">${escape(title)}</a>${signs}</li>`
  })
  return `<nav class="outline" aria-label="Outline"><details open><summary>Outline</summary><ol>${items.join('')}</ol></details></nav>`
}

function metaTable({meta}: Diff): string {
  if (meta.length === 0) return ''
  const shown = (v: unknown) =>
    escape(v === null || v === undefined ? '—' : typeof v === 'string' ? v : JSON.stringify(v))
  return `<h2>About the document</h2><div class="scroll"><table><thead><tr><th scope="col">Field</th><th scope="col">A</th><th scope="col">B</th></tr></thead><tbody>${meta
    .map(
      m =>
        `<tr><th scope="row">${escape(m.field)}</th><td lang="zh">${shown(m.a)}</td><td lang="zh">${shown(m.b)}</td></tr>`
    )
    .join('')}</tbody></table></div>`
}

/** Rows with their ghosts; runs of unchanged ones are folded away. */
function rowsHtml(
  diff: Diff,
  entries: readonly Entry[],
  ghosts: ReadonlyMap<number, readonly Ghost[]>,
  prefix: string
): string {
  const out: string[] = []
  let still: Still[] = []
  const flush = (change: boolean) => {
    out.push(...folded(still, change))
    still = []
  }
  const ghostRows = (at: number) => {
    for (const ghost of ghosts.get(at) ?? []) {
      flush(true)
      out.push(ghostHtml(ghost, entries[ghost.operation]!, diff, prefix))
    }
  }
  ghostRows(-1)
  for (const entry of entries) {
    const {op, kind, section} = entry.operation
    const heading = kind === 'heading' ? diff.sections[section]! : null
    const html = rowHtml(entry, diff, prefix)
    if (op === 'kept' && (heading === null || !isNews(heading)))
      still.push({html, depth: heading?.depth ?? null})
    else {
      flush(true)
      out.push(html)
    }
    ghostRows(entry.index)
  }
  flush(false)
  return out.join('\n')
}

/** A row without change; its depth where it is a heading. */
interface Still {
  readonly html: string
  readonly depth: number | null
}

/** What is unchanged is folded away, but for the headings that lead down to the change after it. */
function folded(rows: readonly Still[], change: boolean): string[] {
  const shown = new Set<number>()
  let least = Infinity
  if (change)
    for (let i = rows.length - 1; i >= 0; i--) {
      const {depth} = rows[i]!
      if (depth === null || depth >= least) continue
      least = depth
      shown.add(i)
    }
  const out: string[] = []
  let hidden: string[] = []
  const close = () => {
    if (hidden.length > 0)
      out.push(
        `<details class="still"><summary>${hidden.length} unchanged</summary>${hidden.join('\n')}</details>`
      )
    hidden = []
  }
  rows.forEach(({html}, i) => {
    if (!shown.has(i)) {
      hidden.push(html)
      return
    }
    close()
    out.push(html)
  })
  close()
  return out
}

function ghostHtml({operation, section}: Ghost, entry: Entry, diff: Diff, prefix: string): string {
  const text = entry.text.map(s => ('same' in s ? s.same : s.from)).join('')
  const target = section ? `${prefix}s${entry.operation.section}` : `${prefix}o${operation}`
  const name = section ? sectionTitle(diff.sections[entry.operation.section]!) : 'its new place'
  return `<div class="row ghost${section ? ' heading' : ''}" id="${prefix}g${operation}"><div class="side a" lang="zh">${escape(text)}</div><div class="side b"></div><div class="notes"><span class="tag move">moved</span><a href="#${target}">to ${escape(name)}</a></div></div>`
}
