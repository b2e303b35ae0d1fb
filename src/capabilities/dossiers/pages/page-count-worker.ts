import { parentPort, workerData } from 'node:worker_threads'
import { countPageObjects } from './page-objects.ts'

parentPort!.postMessage(countPageObjects(workerData as Uint8Array))
