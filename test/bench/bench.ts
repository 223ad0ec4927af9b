import {spawnSync} from 'node:child_process'
import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {availableParallelism, tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {planText} from './plans.js'

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
  readonly peakMB: number
  readonly out: string
}

/** Runs node once and measures it from outside: wall time and peak memory. */
function measure(args: readonly string[], probed = true): Measured {
  const mark = join(home, 'peak')
  rmSync(mark, {force: true})
  const began = performance.now()
  const {stdout, stderr, status} = spawnSync(
    process.execPath,
    [...(probed ? ['--import', place('./probe.js')] : []), ...args],
    {encoding: 'utf8', env: {...process.env, GUIHUA_PROBE: mark}, maxBuffer: 1 << 28}
  )
  const ms = performance.now() - began
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr.slice(0, 2000)}`)
  return {ms, peakMB: probed ? Number(readFileSync(mark, 'utf8')) / 1024 : 0, out: stdout}
}

const inside = (measured: Measured) => (JSON.parse(measured.out) as {ms: number}).ms
const best = (times: number, run: () => number) => Math.min(...Array.from({length: times}, run))

let missed = 0
function tell(what: string, value: number, aim: string, holds: boolean): void {
  if (!holds) missed++
  process.stdout.write(
    `${holds ? 'ok  ' : 'MISS'}  ${what.padEnd(58)} ${value.toFixed(2).padStart(8)}   aim ${aim}\n`
  )
}
const say = (line: string) => process.stdout.write(`      ${line}\n`)

function runs(raw: string, out: string, jobs: number): Measured {
  return measure([guihua, 'run', raw, '--out', join(home, out), '--jobs', String(jobs)])
}

try {
  const small = corpusOf(megabytes / 8)
  const large = corpusOf(megabytes)
  const speed = (ms: number, size = megabytes) =>
    `${(ms / 1000).toFixed(2)} s, ${(size / (ms / 1000)).toFixed(1)} MB/s`

  const floor = best(3, () => inside(measure([place('./floor.js'), large], false)))
  say(`floor on ${megabytes} MB: ${speed(floor)}`)
  const stages = inside(measure([place('./pipeline.js'), large, 'corpus'], false))
  say(`corpus pipeline, nothing written: ${speed(stages)}`)
  tell('corpus pipeline ÷ floor, one core', stages / floor, '≤ 10', stages / floor <= 10)

  const eighth = runs(small, 'eighth', 1)
  const one = runs(large, 'one', 1)
  say(`guihua run --jobs 1, everything written: ${speed(one.ms)}`)
  tell('guihua run ÷ floor, one core, files written', one.ms / floor, '≤ 10', one.ms / floor <= 10)
  tell(`${megabytes} MB ÷ ${megabytes / 8} MB`, one.ms / eighth.ms, '≤ 9', one.ms / eighth.ms <= 9)
  tell(`peak memory of one job, MB`, one.peakMB, '≤ 400', one.peakMB <= 400)
  const again = runs(large, 'one', 1)
  tell('first run ÷ unchanged second run', one.ms / again.ms, '≥ 20', one.ms / again.ms >= 20)
  if (availableParallelism() > 1) {
    const two = runs(large, 'two', 2)
    say(`guihua run --jobs 2: ${speed(two.ms)}`)
    tell('one job ÷ two jobs', one.ms / two.ms, '≥ 1.7', one.ms / two.ms >= 1.7)
    tell('peak memory of two jobs, MB', two.peakMB, '≤ 400', two.peakMB <= 400)
  }
  const empty = best(9, () => measure(['-e', '0'], false).ms)
  const version = best(9, () => measure([guihua, '--version'], false).ms)
  tell('guihua --version ÷ node -e 0', version / empty, '≤ 2.5', version / empty <= 2.5)
} finally {
  rmSync(home, {recursive: true, force: true})
}
process.exitCode = missed > 0 ? 1 : 0
