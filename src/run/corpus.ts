import pLimit from 'p-limit'
import {answers, entryIn, fill, openCache, slotOf, type Entry} from './cache.js'
import {writeDatasetApart, type Dataset} from './dataset.js'
import type {Input} from './inputs.js'
import {publish} from './publish.js'
import {nothing, plus, type Tally} from './tally.js'
import {onThreads} from './threads.js'
import {load, unread, work, type Workshop} from './work.js'

/** How a corpus is run. Whatever the number of threads, the same bytes come out. */
export interface Run {
  readonly workshop: Workshop
  readonly out: string
  /** How many inputs are worked on at once, each on a thread; small corpora and single jobs need none. */
  readonly jobs: number
  /** The program of a thread, needed where `jobs` is more than 1. */
  readonly thread?: URL
  /** Write the dataset of the whole, too. */
  readonly dataset?: {readonly data: Dataset; readonly thread: URL}
  /** Ask the cache nothing. */
  readonly force?: boolean
  readonly progress?: (done: number, total: number, path: string) => void
}

export interface Report {
  readonly tally: Tally
  readonly files: number
  /** Files that the cache answered for. */
  readonly cached: number
  readonly unchanged: boolean
  readonly collisions: readonly string[]
}

/** Below this many bytes for each, threads cost more than they bring. */
const worthAThread = 1 << 20

/** From this many bytes on even one job gets a thread of its own: its memory is given back before the whole is written. */
const worthAHeap = 1 << 24

/**
 * Every input through the pipeline and into the output folder.
 * 1. An unchanged input is answered from the cache, so that a run that was killed goes on where it stopped.
 * 2. The output changes only after the last input is done.
 * 3. A file that cannot be read, or on which a thread dies, is listed as unreadable; the others go on.
 * Throws where the output folder cannot be written.
 */
export async function runCorpus(inputs: readonly Input[], run: Run): Promise<Report> {
  const {workshop, out, progress} = run
  openCache(out)
  const entries = new Map<string, Entry>()
  const done = (entry: Entry) => {
    entries.set(entry.path, entry)
    progress?.(entries.size, inputs.length, entry.path)
  }
  const open: Input[] = []
  for (const input of inputs) {
    const entry = run.force ? null : answer(input, out, workshop)
    if (entry) done(entry)
    else open.push(input)
  }
  const cached = entries.size
  const size = open.reduce((sum, input) => sum + input.bytes, 0)
  const jobs = Math.min(run.jobs, Math.ceil(size / worthAThread), open.length)
  if (run.thread && (jobs > 1 || size >= worthAHeap)) {
    const post = {pipeline: workshop.pipeline.name, out}
    await onThreads(open, jobs, run.thread, post, done, (input, reason) => fallen(input, out, reason))
  } else {
    const limit = pLimit(1)
    await Promise.all(open.map(input => limit(async () => done(await work(input, out, workshop)))))
  }
  const ordered = inputs.map(input => entries.get(input.path)!)
  const {unchanged, collisions} = publish(out, ordered)
  if (run.dataset) await writeDatasetApart(out, run.dataset.data, run.dataset.thread)
  const tally = ordered.map(entry => entry.tally).reduce(plus, nothing)
  return {tally, files: inputs.length, cached, unchanged, collisions}
}

/** What the cache holds for an input as it is now, or null. */
function answer(input: Input, out: string, {pipeline}: Workshop): Entry | null {
  const slot = slotOf(out, input.path)
  const entry = entryIn(slot)
  if (!entry) return null
  try {
    return answers(out, slot, entry, load(input, pipeline).key) ? entry : null
  } catch {
    return null
  }
}

/** The entry of an input on which a thread died. */
function fallen(input: Input, out: string, reason: string): Entry {
  const filling = fill(slotOf(out, input.path), input.path)
  filling.put(unread(input, new Error(reason)))
  return filling.close('')
}
