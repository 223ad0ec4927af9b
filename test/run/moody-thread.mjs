import {parentPort} from 'node:worker_threads'

/** A thread that never ends over one input and dies over another. */
parentPort.on('message', ({path}) => {
  if (path === 'endless') for (;;);
  if (path === 'deadly') process.exit(3)
  parentPort.postMessage({entry: {path}})
})
parentPort.postMessage({ready: true})
