import type {Reuse, SentenceReuse, Shares} from './reuse-schema.js'
import type {Paint} from './text.js'

/** A reuse table for the terminal: shares by section, what the parents left behind, and sentence by sentence what follows what. */
export function reuseText(reuse: Reuse, paint: Paint, sentences: boolean): string {
  const lines = [
    paint.bold(reuse.child.title || reuse.child.document),
    '',
    'verbatim   near  partly   none  characters  section',
    sharesLine(reuse.total, 'the whole', paint),
    ...reuse.sections
      .filter(s => s.path.length <= 2)
      .map(s => sharesLine(s, '  '.repeat(s.path.length - 1) + s.path.at(-1)!, paint)),
    '',
    'taken over  sentences  parent'
  ]
  for (const p of reuse.parents)
    lines.push(
      `${percent(p.taken, p.sentences).padStart(10)}  ${String(p.sentences).padStart(9)}  ${p.title || p.document}${paint.dim(` (${p.followedBy} sentences follow it)`)}`
    )
  if (sentences) {
    lines.push('')
    for (const sentence of reuse.sentences) lines.push(...sentenceLines(sentence, paint))
    for (const p of reuse.parents) {
      if (p.left.length === 0) continue
      lines.push('', paint.bold(`Left out of ${p.title || p.document}`))
      for (const {text} of p.left) lines.push(`  ${text}`)
      if (p.leftCount > p.left.length) lines.push(paint.dim(`  and ${p.leftCount - p.left.length} more`))
    }
  }
  return lines.join('\n') + '\n'
}

function sharesLine(s: Shares, name: string, paint: Paint): string {
  const part = (n: number, width: number) => percent(n, s.characters).padStart(width)
  return `${part(s.verbatim, 8)}${part(s.near, 7)}${part(s.partly, 8)}${paint.dim(part(s.none, 7))}${String(s.characters).padStart(12)}  ${name}`
}

function percent(n: number, of: number): string {
  return of === 0 ? '–' : `${Math.round((100 * n) / of)}%`
}

function sentenceLines({level, text, from, alike}: SentenceReuse, paint: Paint): string[] {
  if (from === null) return [`${paint.dim('none    ')} ${text}`]
  const also = alike > 1 ? paint.dim(` (word for word in ${alike} parents)`) : ''
  const where = paint.dim(`         ← ${from.place.path.at(-1) ?? ''} ${from.place.document}`)
  if (level === 'verbatim' && from.runs.every(r => 'keep' in r)) return [`verbatim ${text}${also}`, where]
  let at = 0
  const words = from.runs
    .map(run => {
      if ('keep' in run) {
        at += run.keep
        return from.text.slice(at - run.keep, at)
      }
      at += run.a.length
      if (paint.on) return paint.red(run.a) + paint.green(run.b)
      return (run.a === '' ? '' : `[-${run.a}-]`) + (run.b === '' ? '' : `{+${run.b}+}`)
    })
    .join('')
  const flags = from.flags.map(f => paint.yellow(`⚑ ${f.kind} ${f.from ?? '∅'} → ${f.to ?? '∅'}`))
  return [`${level.padEnd(8)} ${words}${also}`, where, ...flags.map(f => `         ${f}`)]
}
