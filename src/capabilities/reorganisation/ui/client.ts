import { roomClient } from '../../../platform/ui-kit/index.ts'
import { membersContract } from '../../members/contract.ts'
import { reorganisationContract } from '../contract.ts'

export const reorganisation = roomClient(reorganisationContract)
/** People of a cell, to be named in a list or appointed. */
export const members = roomClient(membersContract)

export type PlanPage = Awaited<ReturnType<typeof reorganisation.findPlan>>
export type PlanRow = Awaited<ReturnType<typeof reorganisation.listPlans>>['rows'][number]
export type Content = NonNullable<PlanPage['content']>
export type Units = Awaited<ReturnType<typeof reorganisation.listUnits>>
export type Unit = Units['rows'][number]
export type Preview = Awaited<ReturnType<typeof reorganisation.previewPlan>>
export type Minutes = Awaited<ReturnType<typeof reorganisation.listMinutes>>
export type Outcome = Preview['outcomes'][number]

/** Everything read in this room stands under this key: an act makes all of it old. */
export const ROOM = 'reorganisation'
/** An act in force changes the tree, and with it everything that is shown by place. */
export const afterForce = [[ROOM], ['organisations'], ['members'], ['reminders'], ['dossiers'], ['statistics'], ['access']] as const
