import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {diffChars, diffWords} from 'diff'
import {compare} from '../../src/diff/compare.js'
import type {Diff} from '../../src/diff/schema.js'
import {weigh} from '../../src/diff/reuse.js'
import {outline} from '../diff/outline.js'
import {editedPair} from '../eval/edits.js'

/** Two versions compared by guihua, by `git diff --word-diff` and by the `diff` package, on the same pairs. */
export interface DiffBench {
  readonly bytes: number
  readonly tool: string
  readonly ms: number
  /** Characters shown to the reader as gone or come; null where the tool gave up. */
  readonly shown: number | null
}

const seconds = 20

export function benchDiff(say: (line: string) => void): DiffBench[] {
  const rows: DiffBench[] = []
  for (const [size, many] of [
    [8, 30],
    [40, 150],
    [380, 1200]
  ] as const) {
    const {a, b} = editedPair(size, size, many)
    const bytes = Buffer.byteLength(a) + Buffer.byteLength(b)
    const timed = (tool: string, run: () => number | null) => {
      const began = performance.now()
      const shown = run()
      const row = {bytes, tool, ms: performance.now() - began, shown}
      rows.push(row)
      say(
        `${(bytes / 1e6).toFixed(2).padStart(6)} MB  ${tool.padEnd(22)} ${row.ms.toFixed(0).padStart(7)} ms  ${
          shown === null
            ? `gave up after ${seconds} s`
            : `${shown} characters ${tool === 'guihua reuse' ? 'follow no parent' : 'shown as changed'}`
        }`
      )
    }
    const left = outline(a, 'a')
    const right = outline(b, 'b')
    timed('guihua diff', () =>
      shownBy(compare({document: left, indicators: []}, {document: right, indicators: []}))
    )
    timed('guihua reuse', () => {
      const weighing = weigh(right)
      weighing.take(left)
      return weighing.finish().total.none
    })
    timed('git diff --word-diff', () => git(a, b))
    timed('diff: diffWords', () => changed(diffWords(a, b, {timeout: seconds * 1000})))
    timed('diff: diffChars', () => changed(diffChars(a, b, {timeout: seconds * 1000})))
  }
  return rows
}

function shownBy({operations}: Diff): number {
  let shown = 0
  for (const {runs} of operations)
    for (const run of runs) if (!('keep' in run)) shown += run.a.length + run.b.length
  return shown
}

function git(a: string, b: string): number {
  const home = mkdtempSync(join(tmpdir(), 'guihua-bench-'))
  try {
    writeFileSync(join(home, 'a'), a)
    writeFileSync(join(home, 'b'), b)
    const {stdout} = spawnSync(
      'git',
      ['diff', '--no-index', '--word-diff=porcelain', join(home, 'a'), join(home, 'b')],
      {
        encoding: 'utf8',
        maxBuffer: 1 << 28
      }
    )
    let shown = 0
    for (const line of stdout.split('\n').slice(4)) if (/^[+-]/.test(line)) shown += line.length - 1
    return shown
  } finally {
    rmSync(home, {recursive: true, force: true})
  }
}

function changed(
  parts: readonly {added: boolean; removed: boolean; value: string}[] | undefined
): number | null {
  return parts?.reduce((sum, p) => sum + (p.added || p.removed ? p.value.length : 0), 0) ?? null
}

if (process.argv[1] === fileURLToPath(import.meta.url)) benchDiff(line => process.stdout.write(line + '\n'))
