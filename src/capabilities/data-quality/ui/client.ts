import { roomClient } from '../../../platform/ui-kit/index.ts'
import { dataQualityContract } from '../contract.ts'

export const dataQuality = roomClient(dataQualityContract)

export type Score = Awaited<ReturnType<typeof dataQuality.findScore>>
export type Trend = Awaited<ReturnType<typeof dataQuality.findTrend>>
export type Unit = Score['total']
export type RuleRow = Score['rules'][number]
export type FaultList = Awaited<ReturnType<typeof dataQuality.listFaults>>
export type Fault = FaultList['rows'][number]
export type ListInput = Omit<Parameters<typeof dataQuality.listFaults>[0], 'page' | 'size'>

/** Everything read in this room stands under this key: an act makes all of it old. */
export const ROOM = 'data-quality'
