import { roomClient } from '../../../platform/ui-kit/index.ts'
import { countingContract } from '../contract.ts'

export const counting = roomClient(countingContract)

export type Counts = Awaited<ReturnType<typeof counting.countBy>>

/** Everything read in this room stands under this key. */
export const ROOM = 'counting'
