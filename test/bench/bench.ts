import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {availableParallelism, loadavg, tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {benchDiff} from './diff.js'
import {wordSpeed} from './formats-word.js'
import {paces} from './formats.js'
import {planText} from './plans.js'
import {wovenPlans} from './woven.js'

/**
 * Speed and memory, as ratios measured within one run on the same bytes, so that they mean the same on any machine.
 * `npm run bench [MB]`: 64 MB unless told. Exits 1 where a ratio misses its aim.
 */
const megabytes = Number(process.argv[2] ?? 64)
const home = mkdtempSync(join(tmpdir(), 'guihua-bench-'))
const place = (name: string) => fileURLToPath(new URL(name, import.meta.url))
const guihua = place('../../src/bin/guihua.js')
const fileSize = 100_000

/** A corpus of about so many megabytes. Returns its folder. */
function corpusOf(size: number): string {
  const folder = join(home, `raw-${size}`)
  mkdirSync(folder)
  for (let bytes = 0, seed = 1; bytes < size * 1e6; seed++) {
    const text = Buffer.from(planText(seed, fileSize))
    writeFileSync(join(folder, `plan-${String(seed).padStart(5, '0')}.txt`), text)
    bytes += text.length
  }
  return folder
}

interface Measured {
  readonly ms: number
  /** CPU time of all threads: what one core would need, however busy the machine is with other things. */
  readonly cpu: number
  readonly peakMB: number
  readonly out: string
}

/** Runs node once and measures it from outside: wall time, CPU time and peak memory. */
function measure(args: readonly string[]): Measured {
  const mark = join(home, 'probe')
  rmSync(mark, {force: true})
  const began = performance.now()
  const {stdout, stderr, status} = spawnSync(process.execPath, ['--import', place('./probe.js'), ...args], {
    encoding: 'utf8',
    env: {...process.env, GUIHUA_PROBE: mark},
    maxBuffer: 1 << 28
  })
  const ms = performance.now() - began
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr.slice(0, 2000)}`)
  const {peak, cpu} = JSON.parse(readFileSync(mark, 'utf8')) as {peak: number; cpu: number}
  return {ms, cpu: cpu / 1000, peakMB: peak / 1024, out: stdout}
}

/** How long node takes with these arguments and nothing else loaded. */
function wall(args: readonly string[]): number {
  const began = performance.now()
  spawnSync(process.execPath, args)
  return performance.now() - began
}

const best = (times: number, run: () => number) => Math.min(...Array.from({length: times}, run))

let missed = 0
function tell(what: string, value: number, aim: string, holds: boolean): void {
  if (!holds) missed++
  process.stdout.write(
    `${holds ? 'ok  ' : 'MISS'}  ${what.padEnd(58)} ${value.toFixed(2).padStart(8)}   aim ${aim}\n`
  )
}
const say = (line: string) => process.stdout.write(`      ${line}\n`)

/** Texts, trees, listings, ledgers; the dataset of the whole is measured apart. */
function runs(raw: string, out: string, jobs: number, ...more: readonly string[]): Measured {
  const args = ['run', raw, '--out', join(home, out), '--jobs', String(jobs), ...more]
  return measure([guihua, ...args, ...(more.length > 0 ? [] : ['--no-dataset'])])
}

try {
  const small = corpusOf(megabytes / 8)
  const large = corpusOf(megabytes)
  const speed = (ms: number, size = megabytes) =>
    `${(ms / 1000).toFixed(2)} s, ${(size / (ms / 1000)).toFixed(1)} MB/s`
  say(
    `${availableParallelism()} cores, load ${loadavg()[0]!.toFixed(1)}; one-core ratios are of CPU time, the others of wall time`
  )

  const nothing = best(5, () => measure(['-e', '0']).cpu)
  const floor = best(3, () => measure([place('./floor.js'), large]).cpu) - nothing
  say(`floor on ${megabytes} MB: ${speed(floor)}`)
  const stages = measure([place('./pipeline.js'), large, 'corpus']).cpu - nothing
  say(`corpus pipeline, nothing written: ${speed(stages)}`)
  tell('corpus pipeline ÷ floor', stages / floor, '≤ 10', stages / floor <= 10)

  const eighth = runs(small, 'eighth', 1)
  const one = runs(large, 'one', 1)
  say(`guihua run --jobs 1 --no-dataset, all files written: ${speed(one.cpu)}; wall ${speed(one.ms)}`)
  tell('guihua run ÷ floor, all files written', one.cpu / floor, '≤ 10', one.cpu / floor <= 10)
  tell(`${megabytes} MB ÷ ${megabytes / 8} MB`, one.cpu / eighth.cpu, '≤ 9', one.cpu / eighth.cpu <= 9)
  tell('peak memory of one job, MB', one.peakMB, '≤ 400', one.peakMB <= 400)
  const again = runs(large, 'one', 1)
  tell('first run ÷ unchanged second run', one.ms / again.ms, '≥ 20', one.ms / again.ms >= 20)
  if (availableParallelism() > 1) {
    const two = runs(large, 'two', 2)
    say(`guihua run --jobs 2: wall ${speed(two.ms)}`)
    tell('one job ÷ two jobs', one.ms / two.ms, '≥ 1.7', one.ms / two.ms >= 1.7)
    tell('peak memory of two jobs, MB', two.peakMB, '≤ 400', two.peakMB <= 400)
  }
  const whole = runs(large, 'one', 1, '--pipeline', 'corpus')
  say(`the dataset on top: ${speed(whole.cpu - again.cpu)} of CPU`)
  tell('peak memory with the dataset, MB', whole.peakMB, '≤ 400', whole.peakMB <= 400)
  const plans = wovenPlans(home, 10)
  const sound = runs(plans.sound, 'sound', 1)
  const tenth = wovenPlans(home, 1).woven.map(({path}, i) => runs(path, `woven-tenth-${i}`, 1))
  plans.woven.forEach(({name, path}, i) => {
    const {cpu, peakMB} = runs(path, `woven-${i}`, 1)
    say(`${name}, 10 MB: ${speed(cpu, 10)}, ${peakMB.toFixed(0)} MB of memory`)
    tell(`${name} ÷ sound, 10 MB each`, cpu / sound.cpu, '≤ 20', cpu / sound.cpu <= 20)
    tell(`${name}, 10 MB ÷ 1 MB`, cpu / tenth[i]!.cpu, '≤ 12', cpu / tenth[i]!.cpu <= 12)
  })
  const empty = best(9, () => wall(['-e', '0']))
  const version = best(9, () => wall([guihua, '--version']))
  tell('guihua --version ÷ node -e 0', version / empty, '≤ 2.5', version / empty <= 2.5)

  const word = await wordSpeed()
  for (const {format, megabytes, guihua: ours, pandoc} of [
    ...(await paces()),
    {format: 'docx (its XML)', ...word}
  ]) {
    const beside = pandoc === null ? 'no pandoc here' : `pandoc ${pandoc.toFixed(2)} MB/s`
    say(`${format}, ${megabytes.toFixed(1)} MB: ${ours.toFixed(1)} MB/s, ${beside}`)
    if (format === 'HTML' && pandoc !== null)
      tell('HTML, MB/s ÷ pandoc', ours / pandoc, '≥ 5', ours / pandoc >= 5)
  }
  benchDiff(say)
} finally {
  rmSync(home, {recursive: true, force: true})
}
process.exitCode = missed > 0 ? 1 : 0
