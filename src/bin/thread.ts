import {parentPort, workerData} from 'node:worker_threads'
import type {Input} from '../run/inputs.js'
import type {Post, Reply} from '../run/threads.js'
import {work} from '../run/work.js'
import {workshopOf} from './workshop.js'

/** A worker thread: told a pipeline's name, it says it is ready, then makes one input after the other. */
const {pipeline, out} = workerData as Post
const workshop = await workshopOf(pipeline)
const reply = (message: Reply) => parentPort!.postMessage(message)

parentPort!.on('message', (input: Input) => {
  work(input, out, workshop).then(
    entry => reply({entry}),
    (error: unknown) => reply({broke: error instanceof Error ? error.message : String(error)})
  )
})
reply({ready: true})
