import {repeatInPlace, weave, type Damaged, type Model} from './damage.js'
import {models} from './models.js'
import {repaired, sentencesOf} from './restore.js'
import {score} from './score.js'
import type {Sound} from './sources.js'
import {sameAs} from '../../src/repair/units.js'
import {sentences} from '../../src/zh/sentences.js'

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
  readonly breaches: number
}

export function evaluate(sounds: readonly Sound[], seeds: readonly number[], fewest = 0): Row[] {
  const rows = models.map(model => rowOf(model.name, cases(sounds, seeds, fewest, model)))
  rows.push(
    rowOf(
      'repeated in place',
      sounds.flatMap(sound => seeds.map(seed => asSentences(repeatInPlace(sound.paragraphs, seed))))
    )
  )
  return rows
}

function cases(sounds: readonly Sound[], seeds: readonly number[], fewest: number, model: Model): Damaged[] {
  return sounds
    .filter(sound => sound.sentences.length >= fewest)
    .flatMap(sound => seeds.map(seed => weave(sound.sentences, model, seed)))
}

/** The truth as the sentences that it reads as when its line ends are gone. */
function asSentences({text, truth}: Damaged): Damaged {
  return {text, truth: sentences(truth.join(''))}
}

function rowOf(model: string, damaged: readonly Damaged[]): Row {
  let found = 0
  let lost = 0
  let doubled = 0
  let breaches = 0
  let worst = 1
  let tau = 1
  let sum = 0
  for (const {text, truth} of damaged) {
    const result = repaired(text)
    const s = score(truth.map(sameAs), sentencesOf(result.after))
    if (result.postings.length > 0) found++
    lost += s.lost
    doubled += s.doubled
    breaches += result.breaches
    worst = Math.min(worst, s.neighbours)
    tau = Math.min(tau, s.tau)
    sum += s.neighbours
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
    breaches
  }
}

/** The rows as a table for people. */
export function table(rows: readonly Row[]): string {
  const head = ['model', 'cases', 'found', 'neighbours', 'worst', 'tau', 'lost', 'doubled', 'breaches']
  const body = rows.map(r => [
    r.model,
    String(r.cases),
    String(r.found),
    r.neighbours.toFixed(4),
    r.worst.toFixed(4),
    r.tau.toFixed(3),
    String(r.lost),
    String(r.doubled),
    String(r.breaches)
  ])
  const widths = head.map((h, c) => Math.max(h.length, ...body.map(line => line[c]!.length)))
  return [head, ...body].map(line => line.map((cell, c) => cell.padEnd(widths[c]!)).join('  ')).join('\n')
}
