import {workerData} from 'node:worker_threads'
import {writeDataset} from '../run/dataset.js'
import {dataset} from './workshop.js'

/** A thread that writes the dataset of a large output folder in a heap of its own, and ends. */
await writeDataset((workerData as {readonly out: string}).out, await dataset())
