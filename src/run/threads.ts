import {Worker} from 'node:worker_threads'
import type {Input} from './inputs.js'
import type {Entry} from './cache.js'

/** What a thread is told when it starts: names and places, never code. */
export interface Post {
  readonly pipeline: string
  readonly out: string
}

/** What a thread says: that it is ready for work, or what it made of the last piece. */
export type Reply = {readonly ready: true} | {readonly entry: Entry} | {readonly broke: string}

/** Five minutes and one for each megabyte: a hundred times what the slowest kind of file takes. Some damaged files never end. */
const usual = ({bytes}: Input) => 300_000 + 0.06 * bytes

/**
 * Works through the inputs on `size` threads, the largest first. A thread gets its next input only after it has said it is ready
 * or done: Node loses what is posted before. A thread that dies, or is still busy when `patience` (milliseconds) for its input ends,
 * takes one input with it (`fallen` answers for it); another starts.
 */
export function onThreads(
  inputs: readonly Input[],
  size: number,
  entry: URL,
  post: Post,
  done: (entry: Entry) => void,
  fallen: (input: Input, reason: string) => Entry,
  patience: (input: Input) => number = usual
): Promise<void> {
  const queue = [...inputs].sort((a, b) => a.bytes - b.bytes)
  let open = Math.min(size, queue.length)
  if (open === 0) return Promise.resolve()
  return new Promise((resolve, reject) => {
    const workers = new Set<Worker>()
    const fail = (error: unknown) => {
      for (const worker of workers) void worker.terminate()
      workers.clear()
      reject(error)
    }
    const leave = (worker: Worker) => {
      workers.delete(worker)
      void worker.terminate()
      if (--open === 0) resolve()
    }
    const start = () => {
      const worker = new Worker(entry, {workerData: post})
      workers.add(worker)
      let at: Input | null = null
      let ready = false
      let watch: NodeJS.Timeout | undefined
      const next = () => {
        at = queue.pop() ?? null
        if (!at) return leave(worker)
        worker.postMessage(at)
        const time = patience(at)
        watch = setTimeout(() => {
          void worker.terminate()
          fall(`it was not done after ${Math.round(time / 1000)} seconds`)
        }, time)
      }
      const fall = (reason: string) => {
        clearTimeout(watch)
        if (!workers.has(worker)) return
        workers.delete(worker)
        if (!ready) return fail(new Error(`A worker thread did not start: ${reason}`))
        try {
          if (at) done(fallen(at, reason))
        } catch (error) {
          return fail(error)
        }
        if (queue.length > 0) start()
        else if (--open === 0) resolve()
      }
      worker.on('message', (reply: Reply) => {
        clearTimeout(watch)
        if (!workers.has(worker)) return
        try {
          if ('ready' in reply) ready = true
          else if ('entry' in reply) done(reply.entry)
          else if (at) done(fallen(at, reply.broke))
          next()
        } catch (error) {
          fail(error)
        }
      })
      worker.on('error', error => fall(error instanceof Error ? error.message : String(error)))
      worker.on('exit', code => fall(`the thread ended with code ${code}`))
    }
    for (let i = open; i > 0; i--) start()
  })
}
