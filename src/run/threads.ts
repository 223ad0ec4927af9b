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

/**
 * Works through the inputs on `size` threads, the largest first. A thread gets its next input only after it has said it is ready
 * or done: Node loses what is posted before. A thread that dies takes one input with it (`fallen` answers for it); another starts.
 */
export function onThreads(
  inputs: readonly Input[],
  size: number,
  entry: URL,
  post: Post,
  done: (entry: Entry) => void,
  fallen: (input: Input, reason: string) => Entry
): Promise<void> {
  const queue = [...inputs].sort((a, b) => a.bytes - b.bytes)
  let open = Math.min(size, queue.length)
  if (open === 0) return Promise.resolve()
  return new Promise((resolve, reject) => {
    const workers = new Set<Worker>()
    const fail = (error: unknown) => {
      for (const worker of workers) void worker.terminate()
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
      const next = () => {
        at = queue.pop() ?? null
        if (at) worker.postMessage(at)
        else leave(worker)
      }
      const fall = (reason: string) => {
        if (!workers.has(worker)) return
        workers.delete(worker)
        if (!ready) return fail(new Error(`A worker thread did not start: ${reason}`))
        if (at) done(fallen(at, reason))
        if (queue.length > 0) start()
        else if (--open === 0) resolve()
      }
      worker.on('message', (reply: Reply) => {
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
