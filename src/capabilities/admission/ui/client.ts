import { roomClient } from '../../../platform/ui-kit/index.ts'
import { admissionContract } from '../contract.ts'

export const admission = roomClient(admissionContract)

export type CaseFile = Awaited<ReturnType<typeof admission.findCase>>
export type CaseList = Awaited<ReturnType<typeof admission.listCases>>
export type CaseRow = CaseList['rows'][number]
export type NextAct = NonNullable<CaseFile['nextAct']>
export type ChecklistRow = CaseFile['checklist'][number]
export type CaseDocument = ChecklistRow['documents'][number]
export type Clock = CaseFile['clocks'][number]
export type Vote = CaseFile['votes'][number]
export type CaseReturn = CaseFile['returns'][number]
export type Roll = Awaited<ReturnType<typeof admission.rollForVote>>
export type Obstacles = Awaited<ReturnType<typeof admission.findObstacles>>
export type RuleUse = CaseFile['clocks'][number]['rules'][number]
export type ConfirmationList = Awaited<ReturnType<typeof admission.listConfirmations>>
export type ConfirmationRow = ConfirmationList['rows'][number]

/** Everything read in this room stands under this key: an act makes all of it old. */
export const ROOM = 'admission'

/** What an act in this room makes old: its own lists and files, and the work list that follows from them. */
export const afterAct = [[ROOM], ['reminders']] as const
