import {weave, type Damaged, type Model} from './damage.js'
import {headingsLost, paragraphScore, rightHeadings, weaveWithContents} from './contents.js'
import {pages, readAcross, type Page} from './columns.js'
import {copied, copyings} from './copies.js'
import {models, withContents} from './models.js'
import {cleanedAndRepaired, linesOf, repaired, sentencesOf, soundLines} from './restore.js'
import {score} from './score.js'
import {contentsLine, type Sound} from './sources.js'
import {sameAs} from '../../src/repair/units/units.js'
import {columns} from '../../src/clean/columns.rules.js'
import {glued} from '../../src/repair/repair.rules.js'
import {endsWell, sentences} from '../../src/zh/sentences.js'

/** A line of the table: how well one way of damaging is undone, over all documents and seeds. */
export interface Row {
  readonly model: string
  readonly cases: number
  /** Cases that repair took for what they are. */
  readonly found: number
  readonly neighbours: number
  readonly worst: number
  readonly tau: number
  readonly lost: number
  readonly doubled: number
  /** Headings left only on the contents page, and those of them that stand over their text again. */
  readonly headings: number
  readonly right: number
  /** Mean of the harmonic mean of paragraph openings found and wanted; of woven documents only. */
  readonly paragraphs: number
  readonly breaches: number
}

export function evaluate(sounds: readonly Sound[], seeds: readonly number[], fewest = 0): Row[] {
  const rows = models.map(model => rowOf(model.name, cases(sounds, seeds, fewest, model)))
  for (const model of withContents)
    rows.push(
      rowOf(
        model.name,
        sounds.flatMap(sound => seeds.flatMap(seed => weaveWithContents(sound, model, seed) ?? []))
      )
    )
  const inOrder = sounds.map(sound => ({...sound, paragraphs: soundLines(sound)}))
  for (const listed of [false, true])
    rows.push(
      rowOf(
        listed
          ? 'headings lost, fine contents page line by line'
          : 'headings lost, contents page in one line',
        inOrder.flatMap(sound => seeds.flatMap(seed => headingsLost(sound, listed, seed) ?? []))
      )
    )
  for (const way of copyings)
    rows.push(
      rowOf(
        way,
        sounds.flatMap(sound => seeds.map(seed => withCopies(sound, way, seed)))
      )
    )
  const amid = sounds.filter(sound => sound.sentences.length >= fewest)
  for (const model of [models[0]!, models[2]!])
    rows.push(
      rowOf(
        `amid sound text: ${model.name}`,
        amid.flatMap(sound => seeds.map(seed => wovenAmid(sound, model, seed)))
      )
    )
  for (const [name, between] of Object.entries(lineEnds))
    rows.push(
      rowOf(
        name,
        sounds.map(sound => joined(sound, between)),
        cleanedAndRepaired
      )
    )
  for (const page of pages)
    rows.push(
      rowOf(
        page.name,
        sounds.map(sound => printed(sound, page)),
        cleanedAndRepaired
      )
    )
  return rows
}

/** Sound at both ends, woven between. */
function wovenAmid(sound: Sound, model: Model, seed: number): Damaged {
  const lines = sound.paragraphs.filter(line => !contentsLine.test(line))
  const [from, to] = [Math.floor(lines.length * 0.3), Math.floor(lines.length * 0.8)]
  const woven = weave(sentences(lines.slice(from, to).join('')), model, seed)
  const [head, tail] = [lines.slice(0, from), lines.slice(to)]
  const ends = [head, tail].map(part => part.flatMap(line => sentences(line)))
  return {
    text: [...head, woven.text, ...tail].join('\n'),
    truth: [...ends[0]!, ...woven.truth, ...ends[1]!],
    paragraphs: lines
  }
}

/** The truth is what repair leaves of the sound text, where a paragraph may stand in two wordings. */
function withCopies({paragraphs}: Sound, way: string, seed: number): Damaged {
  const truth = linesOf(repaired(paragraphs.join('\n')).after)
  return asSentences({text: copied(way, paragraphs, seed), truth})
}

/** What stands where a text had its line ends. */
const lineEnds = {'line ends gone': '', 'line ends are blanks': ' '}

function joined(sound: Sound, between: string): Damaged {
  const paragraphs = soundLines(sound)
  return {text: paragraphs.join(between), truth: sentences(paragraphs.join('')), paragraphs}
}

function printed(sound: Sound, page: Page): Damaged {
  const paragraphs = soundLines(sound)
  return {...asSentences(readAcross(paragraphs, page)), paragraphs}
}

function cases(sounds: readonly Sound[], seeds: readonly number[], fewest: number, model: Model): Damaged[] {
  return sounds
    .filter(sound => sound.sentences.length >= fewest)
    .flatMap(sound => {
      const paragraphs = model.paragraphs === 'within' ? sound.lines : sound.paragraphs
      return seeds.map(seed => ({...wovenOf(sound, model, seed), paragraphs}))
    })
}

function wovenOf({sentences: glued, paragraphs, lines: all}: Sound, model: Model, seed: number): Damaged {
  if (!model.apart && !model.paragraphs) return weave(glued, model, seed)
  if (model.paragraphs === 'within') return weave(withTitles(all), model, seed)
  const lines = paragraphs.filter(line => !contentsLine.test(line))
  if (model.paragraphs === 'whole') return weave(lines, model, seed)
  if (model.paragraphs === 'kept') return weave(lines.flatMap(withLineEnd), model, seed)
  return asSentences(
    weave(
      lines.flatMap(line => sentences(line)),
      model,
      seed
    )
  )
}

/** The sentences of a paragraph, the last with the line end behind it. */
function withLineEnd(line: string): string[] {
  const all = sentences(line)
  return [...all.slice(0, -1), `${all.at(-1)}\n`]
}

/** Sentences with the titles and cells before them, on lines of their own. */
function withTitles(lines: readonly string[]): string[] {
  const pieces: string[] = []
  let open = ''
  for (const sentence of lines.flatMap(withLineEnd)) {
    open += sentence
    if (!endsWell(sentence)) continue
    pieces.push(open.trim())
    open = ''
  }
  return open === '' ? pieces : [...pieces, open.trim()]
}

/** The truth as the sentences that it reads as when its line ends are gone. */
function asSentences({text, truth}: Damaged): Damaged {
  return {text, truth: sentences(truth.join(''))}
}

function rowOf(model: string, damaged: readonly Damaged[], mend = repaired): Row {
  let found = 0
  let lost = 0
  let doubled = 0
  let breaches = 0
  let worst = 1
  let tau = 1
  let sum = 0
  let headings = 0
  let right = 0
  let paragraphs = 0
  for (const {text, truth, ...more} of damaged) {
    const result = mend(text)
    const s = score(truth.map(sameAs), sentencesOf(result.after))
    if (result.postings.length > 0 || result.notes.some(({rule}) => rule === columns.id || rule === glued.id))
      found++
    lost += s.lost
    doubled += s.doubled
    breaches += result.breaches
    worst = Math.min(worst, s.neighbours)
    tau = Math.min(tau, s.tau)
    sum += s.neighbours
    const lines = linesOf(result.after)
    headings += more.headings?.length ?? 0
    right += rightHeadings(more.headings ?? [], lines)
    paragraphs += more.paragraphs
      ? paragraphScore(more.paragraphs, lines, truth.join('').replace(/\s/gu, ''))
      : 1
  }
  return {
    model,
    cases: damaged.length,
    found,
    neighbours: sum / damaged.length,
    worst,
    tau,
    lost,
    doubled,
    headings,
    right,
    paragraphs: paragraphs / damaged.length,
    breaches
  }
}

/** The rows as a table for people. */
export function table(rows: readonly Row[]): string {
  const head = [
    'model',
    'cases',
    'found',
    'neighbours',
    'worst',
    'tau',
    'lost',
    'doubled',
    'headings',
    'paragraphs',
    'breaches'
  ]
  const body = rows.map(r => [
    r.model,
    String(r.cases),
    String(r.found),
    r.neighbours.toFixed(4),
    r.worst.toFixed(4),
    r.tau.toFixed(3),
    String(r.lost),
    String(r.doubled),
    r.headings > 0 ? `${r.right}/${r.headings}` : '-',
    r.paragraphs.toFixed(3),
    String(r.breaches)
  ])
  const widths = head.map((h, c) => Math.max(h.length, ...body.map(line => line[c]!.length)))
  return [head, ...body].map(line => line.map((cell, c) => cell.padEnd(widths[c]!)).join('  ')).join('\n')
}
