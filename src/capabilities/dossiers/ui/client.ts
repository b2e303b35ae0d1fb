import { roomClient } from '../../../platform/ui-kit/index.ts'
import { organisationsContract } from '../../organisations/contract.ts'
import { membersContract } from '../../members/contract.ts'
import { dossiersContract } from '../contract.ts'

export const dossiers = roomClient(dossiersContract)
/** Places to filter by, to hand over to and to inspect. */
export const organisations = roomClient(organisationsContract)
/** People to choose for a sample. */
export const members = roomClient(membersContract)

export type DossierList = Awaited<ReturnType<typeof dossiers.listDossiers>>
export type DossierRow = DossierList['rows'][number]
export type ListInput = Omit<Parameters<typeof dossiers.listDossiers>[0], 'page' | 'size'>
export type Unit = Awaited<ReturnType<typeof dossiers.listDossierFigures>>['total']
export type DossierPage = Awaited<ReturnType<typeof dossiers.findDossier>>
export type Line = DossierPage['lines'][number]
export type Item = Line['items'][number]
export type Scan = Item['scans'][number]
export type Remaking = DossierPage['remakings'][number]
export type Loan = Awaited<ReturnType<typeof dossiers.listLoans>>['rows'][number]
export type Match = Awaited<ReturnType<typeof dossiers.previewScans>>['rows'][number]
export type Handover = Awaited<ReturnType<typeof dossiers.findHandover>>
export type Inspection = Awaited<ReturnType<typeof dossiers.findInspection>>
export type InspectionRow = Awaited<ReturnType<typeof dossiers.listInspections>>['rows'][number]
export type Finding = Inspection['sample'][number]['findings'][number]

/** Everything read in this room stands under this key: an act makes all of it old. */
export const ROOM = 'dossiers'

/** What an act in this room makes old: its own lists and pages, and the work list that follows from them. */
export const afterAct = [[ROOM], ['reminders']] as const
