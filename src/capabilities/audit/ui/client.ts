import { roomClient } from '../../../platform/ui-kit/index.ts'
import { auditContract } from '../contract.ts'

export const audit = roomClient(auditContract)

export type Entry = Awaited<ReturnType<typeof audit.listEntries>>['rows'][number]

/** Everything read in this room stands under this key. */
export const ROOM = 'audit'
